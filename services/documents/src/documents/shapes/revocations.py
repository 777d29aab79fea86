"""Declaring a document void, as it is proposed."""

from typing import Annotated

from pydantic import Field, StringConstraints

from shared.proposals.shapes import Grounds

Number = Annotated[
    str,
    StringConstraints(pattern=r"^GJJ[0-9]{17}$"),
    Field(examples=["GJJ20261012000000183"]),
]


class Revocation(Grounds):
    """Which document is to be void (作废)."""

    number: Number
    """Number of the document (编号)."""
