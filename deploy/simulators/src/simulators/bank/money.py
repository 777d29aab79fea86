"""Yuan on the wire, fen inside; no float in between."""

import re

YUAN = re.compile(r"(\d{1,14})(?:\.(\d{1,2}))?")


def read_yuan(text: str | None) -> int | None:
    """Read an amount in yuan as fen; None when it is none."""
    found = YUAN.fullmatch(text.strip(), 0) if text and text.isascii() else None
    if found is None:
        return None
    yuan, fen = found.groups(default="")
    return int(yuan) * 100 + int(fen.ljust(2, "0"))


def write_yuan(fen: int) -> str:
    """Write fen, not negative, as yuan with two decimals."""
    assert fen >= 0
    return f"{fen // 100}.{fen % 100:02}"
