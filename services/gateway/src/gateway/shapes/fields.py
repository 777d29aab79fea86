"""Fields that several shapes share; every value that goes in is bounded here, once."""

from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from gateway.rules.password_quality import LEAST_CHARACTERS
from shared.base.shape import Shape
from shared.http.fields import CLEANED_NAME, CLEANED_NUMBER

PAGE_MAX_ITEMS = 100
Login = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9._-]{2,39}$")]
Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=50), CLEANED_NAME
]
NewPassword = Annotated[str, StringConstraints(min_length=LEAST_CHARACTERS, max_length=200)]
SecretHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
OneTimeCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$"), CLEANED_NUMBER]

DeviceShown = Annotated[
    str | None,
    Field(
        max_length=100,
        repr=False,
        description="What an earlier login here answered as `device`: who has logged in before goes on "
        "while strangers are slowed down.",
    ),
]


class Body(Shape):
    """A request body; what is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)
