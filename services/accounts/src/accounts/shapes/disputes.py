"""What goes in and out about disputes (异议): texts Chinese, money in fen."""

from datetime import date, datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field

from accounts.domain import BUSINESS_TEXTS
from accounts.rules.dispute import DisputeState, may_object
from accounts.sealed import DISPUTE_OBJECTION, DISPUTE_WORDS, name_in
from accounts.shapes.fields import Body, Row, Words
from shared.base.identifiers import mask_name
from shared.base.shape import Shape
from shared.sealing.personal_data import PersonalData

EntryId = Annotated[int, Field(strict=True, ge=1, le=2**63 - 1, examples=[1024])]


class DisputeBody(Body):
    """What somebody disputes."""

    entry_id: EntryId | None = None
    """The booked row (缴存明细); none: the balance as a whole."""
    words: Words
    """What is wrong (异议内容)."""


class ObjectionBody(Body):
    """Why somebody turns to the centre."""

    words: Words
    """What is still wrong (异议内容)."""


class DisputeAnswerBody(Body):
    """An answer in writing."""

    text: Words
    """The answer (书面答复); the person reads it."""


class Dispute(Shape):
    """A dispute as the person sees it."""

    id: UUID
    """The dispute's id."""
    account_number: str
    entry_id: int | None
    """The booked row; none: the balance as a whole."""
    entry_booked_on: date | None
    """Day on which that row was booked."""
    entry_text: str | None
    """What kind of row it is, in Chinese."""
    entry_amount_fen: int | None
    """Amount of that row."""
    words: str
    """What the person says."""
    state: DisputeState
    """`at_bank`, `bank_answered`, `at_centre` or `centre_answered`."""
    state_text: str
    made_at: datetime
    """When it was made."""
    due_on: date
    """Last day of whoever is to answer, five working days."""
    late: bool
    """Whether the answer is late."""
    may_object: bool
    """Whether the person may turn to the centre now."""
    bank_answer: str | None
    """What the bank answered, in writing."""
    bank_answered_at: datetime | None
    """When that was entered."""
    objection: str | None
    """What the person said to the centre."""
    objected_at: datetime | None
    """When the person turned to the centre."""
    centre_answer: str | None
    """What the centre answered, in writing."""
    answered_at: datetime | None
    """When the centre answered."""

    @classmethod
    def of(cls, row: Row, data: PersonalData, today: date) -> Self:
        """Show a row on a day."""
        return cls.model_validate({**dict(row), **_shown(row, data, today)})


class DisputeCase(Dispute):
    """A dispute as the centre sees it."""

    name: str
    """Name (姓名), masked."""
    bank_entered_name: str | None
    """Who entered the bank's answer, masked."""
    answered_by_name: str | None
    """Who answered for the centre, masked."""


def _shown(row: Row, data: PersonalData, today: date) -> dict[str, Any]:
    state, objection = DisputeState(row["state"]), row["objection_sealed"]
    return {
        "entry_booked_on": row["booked_on"],
        "entry_text": BUSINESS_TEXTS.get(row["business_type"]),
        "entry_amount_fen": row["amount_fen"],
        "words": data.open(row["words_sealed"], DISPUTE_WORDS, row["id"]),
        "state_text": state.text,
        "late": state.waits and row["due_on"] < today,
        "may_object": may_object(state, row["due_on"], today),
        "objection": data.open(objection, DISPUTE_OBJECTION, row["id"]) if objection else None,
        "name": mask_name(name_in(row, data)),
    }


class Disputes(Shape):
    """A person's disputes, latest first."""

    items: list[Dispute]


class DisputePage(Shape):
    """Disputes, oldest first."""

    items: list[DisputeCase]
    next_cursor: str | None


class DisputesWaiting(Shape):
    """How many disputes wait for an answer (待答复异议); nobody is named."""

    waiting: int
    """Of the bank and of the centre together."""
    late: int
    """Of them, those whose last day has passed (R-QRY-4)."""
    next_due_on: date | None
    """The first last day; null: none waits."""
