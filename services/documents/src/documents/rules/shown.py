"""亮码: a code that a citizen shows at another centre; how it is written, and until when it counts. Pure."""

import base64
import re
from datetime import UTC, datetime, time, timedelta

from shared.base.clock import BUSINESS_ZONE, business_date
from shared.base.papers import ALIKE, GROUP

AREA_DIGITS = 6
"""Of the centre that issued it (GB/T 2260): by them the national platform knows whom to ask."""
SECRET_BYTES = 10
"""80 bits: nobody finds one by trying, and for nobody but who is named by the ID number beside it."""
CODE = re.compile(rf"\d{{{AREA_DIGITS}}}[A-Z2-7]{{16}}")


def code_of(area: str, random: bytes) -> str:
    """Write a code of a centre's area and 10 random bytes, plain."""
    if len(random) != SECRET_BYTES:
        raise ValueError(f"a code has {SECRET_BYTES} bytes")
    return area + base64.b32encode(random).decode()


def read(typed: str) -> str | None:
    """Read a code as people type it, or a reader scans it; None where it is none."""
    plain = re.sub(r"[\s\-－—]", "", typed).upper()
    found = plain[:AREA_DIGITS] + plain[AREA_DIGITS:].translate(ALIKE)
    return found if CODE.fullmatch(found) else None


def grouped(code: str) -> str:
    """Write a code for people, in groups of four behind the area."""
    area, secret = code[:AREA_DIGITS], code[AREA_DIGITS:]
    groups = (secret[start : start + GROUP] for start in range(0, len(secret), GROUP))
    return "-".join((area, *groups))


def midnight_after(now: datetime) -> datetime:
    """Return the next midnight in Asia/Shanghai, in UTC: then what is shown today is dead."""
    day = business_date(now) + timedelta(days=1)
    return datetime.combine(day, time(), BUSINESS_ZONE).astimezone(UTC)


def plain_id_number(typed: str) -> str:
    """Write an ID number as it is compared: without blanks, a check letter in capitals."""
    return re.sub(r"\s", "", typed).upper()
