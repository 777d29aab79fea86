"""What goes in and out over HTTP about policy: what is in force, a draft, what it would change."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, StrictBool, StrictInt, StrictStr, StringConstraints

from shared.base.parameters import Form
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

PolicyValue = StrictBool | StrictInt | StrictStr | list[StrictStr] | None
Path = Annotated[str, Field(min_length=1, max_length=80, examples=["ground.person_month_fen"])]
ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class PolicyParameter(Shape):
    """One value of a policy (政策参数)."""

    path: str
    """Its name in the row."""
    title: str
    """What it is called, in Chinese."""
    form: Form
    """How it is written; `list` is not changed by a proposal."""
    value: PolicyValue
    """Sums in fen, shares in basis points, decimals in a string; null: none is set."""
    text: str
    """The same in words."""
    choices: dict[str, str]
    """Code → word, where it is one of a few."""


class PolicyInForce(Shape):
    """A policy (政策) and the days of its rows."""

    kind: str = Field(examples=["retirement"])
    """The type of withdrawal, the table of rates, or what else it is about."""
    name: str
    """In Chinese."""
    effective_from: date
    """Since when what is shown holds, or from when it will."""
    document_number: str
    """The document that puts it in force; empty where the row names none."""
    in_force: bool
    """It holds today; else it will from its day on."""
    parameters: list[PolicyParameter]
    """Its values, in the order of the row."""


class PolicyList(Shape):
    """All policies: of each kind what holds, then what will."""

    items: list[PolicyInForce]
    """The rows."""


class PolicyChange(Shape):
    """A value that is to be another."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path
    """Its name in the row, as `GET /policies` gives it."""
    value: PolicyValue
    """In fen, basis points, or as the parameter's form says."""


class PolicyDraft(Shape):
    """A policy with other values, from a day on (政策草案)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str = Field(max_length=60, examples=["retirement"])
    """Of the policy that it changes."""
    effective_from: date
    """From tomorrow on."""
    base_from: date
    """Since when the row holds that was read when it was drafted."""
    document_number: ShortText = Field(examples=["德房委〔2027〕3号"])
    """The document that says so."""
    changes: Annotated[list[PolicyChange], Field(min_length=1, max_length=60)]
    """What is to be another; everything else stays."""


class PolicyProposed(Grounds, PolicyDraft):
    """A draft that another person is to decide, and why."""


class PolicyDecided(Shape):
    """A policy that two people have put in force."""

    kind: str
    """Of the policy."""
    effective_from: date
    """From when it holds."""


class PolicyDifference(Shape):
    """A value that would be another."""

    path: str
    """Its name in the row."""
    title: str
    """What it is called, in Chinese."""
    before: str
    """The value that holds, in words."""
    after: str
    """The value of the draft, in words."""


class PolicyCase(Shape):
    """An application of before that would have come to something else."""

    application_id: UUID
    """Which application."""
    accepted_on: date
    """When it was accepted."""
    before: str
    """What it comes to by what holds, in Chinese."""
    after: str
    """What it would come to."""
    before_fen: int | None
    """What is paid by what holds, in fen; null: nothing, or it is not known."""
    after_fen: int | None
    """What would be paid, in fen; null: nothing, or it is not known."""


class PolicyPreview(Shape):
    """What a draft would change (差异和试办)."""

    kind: str
    """Of the policy."""
    name: str
    """Its name in Chinese."""
    effective_from: date
    """From when it would hold."""
    document_number: str
    """The document that says so."""
    differences: list[PolicyDifference]
    """What would be another."""
    verdict: str
    """What the trial came to, in Chinese; what it was tried on, or why on nothing."""
    tried: int
    """On how many cases it was tried."""
    changed: int
    """Of them, how many would have come to something else."""
    before_fen: int
    """What those come to by what holds, together, in fen."""
    after_fen: int
    """What they would come to by the draft, in fen."""
    cases: list[PolicyCase]
    """The newest applications among them."""
    untried: list[str]
    """Titles of what no trial here can tell: another service decides by it."""
