"""The fonts of everything that is printed: one family for common characters, one for those of rare names.

Debian's fonts-noto-cjk and fonts-hanazono; both may be embedded by anybody (OFL, Hanazono's own licence).
"""

from pathlib import Path

FOLDER = Path("/usr/share/fonts")
FILES = ("NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc", "HanaMinA.ttf", "HanaMinB.ttf")
FAMILIES = ("Noto Serif CJK SC", "HanaMinA", "HanaMinB")
"""As a form names them, in the order in which a character is looked for."""


class MissingFonts(Exception):
    """A font is not there; without it a name would be printed with holes."""


def demand(folder: Path = FOLDER) -> None:
    """Raise `MissingFonts` unless every font is below a folder."""
    found = {path.name for path in folder.rglob("*.tt[cf]")}
    missing = [name for name in FILES if name not in found]
    if missing:
        raise MissingFonts(f"not in {folder}: {', '.join(missing)}")
