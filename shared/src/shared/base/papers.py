"""A printed paper's number and its check code: the one can be guessed and read out, the other not.

Both are typed off paper (R-CRT-3, R-CRD-34): slips are told from forgeries before any database is asked.
"""

import base64
import re
from datetime import date

SERIAL_DIGITS = 7
DIGITS = re.compile(rf"\d{{8}}\d{{{SERIAL_DIGITS}}}\d{{2}}", re.ASCII)
CODE_BYTES = 10
"""80 bits: nobody finds one by trying."""
GROUP = 4
ALIKE = str.maketrans("018", "OIB")
"""Base32 has neither of these digits: whoever types one has misread a letter."""


def number_of(prefix: str, day: date, serial: int) -> str:
    """Make a number: prefix of the kind, day, serial, two check digits (ISO 7064 MOD 97-10)."""
    digits = f"{day:%Y%m%d}{serial % 10**SERIAL_DIGITS:0{SERIAL_DIGITS}d}"
    return f"{prefix}{digits}{98 - int(digits) * 100 % 97:02d}"


def is_number(prefix: str, text: str) -> bool:
    """Tell a number from a slip of the pen."""
    digits = text.removeprefix(prefix)
    return digits != text and DIGITS.fullmatch(digits) is not None and int(digits) % 97 == 1


def code_of(random: bytes) -> str:
    """Write a check code of 10 random bytes: 16 letters and digits in groups of four."""
    if len(random) != CODE_BYTES:
        raise ValueError(f"a check code has {CODE_BYTES} bytes")
    text = base64.b32encode(random).decode()
    return "-".join(text[start : start + GROUP] for start in range(0, len(text), GROUP))


def plain_code(typed: str) -> str:
    """Read a check code as people type it: without hyphens and blanks, in capitals."""
    return re.sub(r"[\s\-－—]", "", typed).upper().translate(ALIKE)
