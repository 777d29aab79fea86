"""Fields that several shapes share; every value that goes in is bounded here, once."""

from datetime import date
from typing import Annotated

import asyncpg
from pydantic import ConfigDict, Field, StringConstraints

from shared.base.shape import Shape
from shared.http.fields import CLEANED_NAME, CLEANED_NUMBER
from shared.proposals.shapes import Document, Reason

MAX_PEOPLE_PER_REQUEST = 10_000
MAX_BASE_FEN = 100_000_000_00
"""One hundred million yuan a month: beyond any wage."""

Row = asyncpg.Record

PRINTABLE = r"^[^\x00-\x1f\x7f]*$"
Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    CLEANED_NAME,
]
Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=500, pattern=PRINTABLE),
]
Remark = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=PRINTABLE)]
Version = Annotated[str, StringConstraints(min_length=1, max_length=50, pattern=PRINTABLE)]
Number = Annotated[str, StringConstraints(pattern=r"^[0-9]{6,20}$"), CLEANED_NUMBER]
Day = Annotated[date, Field(ge=date(1991, 1, 1), le=date(2199, 12, 31))]
MonthText = Annotated[
    str,
    StringConstraints(pattern=r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$"),
    Field(examples=["2026-03"]),
]
RatioBp = Annotated[
    int, Field(strict=True, ge=1, le=10_000, examples=[800], description="万分比：800 即 8%")
]
BaseFen = Annotated[
    int, Field(strict=True, ge=1, le=MAX_BASE_FEN, examples=[600_000], description="缴存基数，分")
]


class Body(Shape):
    """A request body; what is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OnBehalf(Body):
    """A body in which staff who act in an employer's stead say why; operators need not."""

    reason: Reason | None = None
    """Why the centre does it (代办理由); needed of staff, whose proposal another person decides."""
    evidence: list[Document] = Field(default_factory=list, max_length=20)
    """Numbers of the documents that show it (依据材料编号)."""
