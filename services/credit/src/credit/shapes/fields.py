"""Fields that several shapes have."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from shared.http.fields import CLEANED_NAME, CLEANED_NUMBER

SubjectCode = Annotated[
    str,
    CLEANED_NUMBER,
    StringConstraints(pattern=r"^[0-9A-HJ-NPQRTUWXY]{18}$"),
    Field(description="统一社会信用代码（GB 32100）", examples=["12371400MB28491737"]),
]
IdNumber = Annotated[
    str,
    CLEANED_NUMBER,
    StringConstraints(pattern=r"^[0-9]{17}[0-9X]$"),
    Field(description="Resident ID number (GB 11643); kept as a keyed hash alone."),
]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200), CLEANED_NAME]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
LongText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4_000)]
Day = Annotated[date, Field(ge=date(1949, 10, 1), le=date(2199, 12, 31))]
