"""Letters as they are asked for and as they are shown."""

from datetime import date, datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints

from shared.base.identifiers import mask_id_number, mask_name
from shared.base.shape import Shape
from shared.messages.transfers import Direction
from shared.proposals.shapes import Grounds
from transfers.domain import CODES, STATE_TEXTS, Centre, Letter, LetterState, Seen, Subject

CentreCode = Annotated[str, StringConstraints(pattern=r"^\d{6}$"), Field(examples=["370100"])]
AccountThere = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{6,20}$")]


class NewTransfer(Shape):
    """Which account elsewhere is to be moved here (异地转入申请)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    centre_code: CentreCode
    """The centre that has it, by the national list (转出中心)."""
    account_there: AccountThere | None = None
    """Its number there, if the person knows it (原个人账号)."""


class LetterAnswer(Shape):
    """A letter (联系函) as its person sees it."""

    letter_id: UUID
    """Its address; the letter has a number of its own."""
    number: str | None
    """Number of the letter (联系函编号): centre code, day, serial; none before it is written."""
    direction: Direction
    """`in` 转入 or `out` 转出."""
    state: LetterState
    """How far it is, as a stable code."""
    state_text: str
    state_code: str | None
    """The national platform's code of it (转移接续状态); none before it is written."""
    centre_code: str
    """Code of the other centre."""
    centre_name: str
    """Name of the other centre."""
    principal_fen: int | None
    """What the account that moves held, in fen; none before it is known."""
    interest_fen: int | None
    """What it earned until it was closed, in fen."""
    reason_text: str
    """Why it stands as it does, in one Chinese sentence; empty where there is nothing to explain."""
    cancellable: bool
    """Whether it can be taken back as it stands."""
    asked_at: datetime
    """When it was asked for."""
    state_since: datetime
    """Since when it stands so."""
    ended_at: datetime | None
    """When it ended; none while it is open."""

    @classmethod
    def of(cls, letter: Letter) -> Self:
        """Show one."""
        early = letter.state in (LetterState.ASKED, LetterState.REVIEWED)
        return cls(**_common(letter), cancellable=early and not letter.cancel_wanted)


def _common(letter: Letter) -> dict[str, Any]:
    return {
        "letter_id": letter.letter_id,
        "number": letter.number,
        "direction": letter.direction,
        "state": letter.state,
        "state_text": STATE_TEXTS[letter.state],
        "state_code": CODES.get(letter.state),
        "centre_code": letter.centre_code,
        "centre_name": letter.centre_name,
        "principal_fen": letter.principal_fen,
        "interest_fen": letter.interest_fen,
        "reason_text": letter.reason_text,
        "asked_at": letter.asked_at,
        "state_since": letter.state_since,
        "ended_at": letter.ended_at,
    }


class LetterPage(Shape):
    """Letters about oneself, latest first."""

    items: list[LetterAnswer]
    next_cursor: str | None


class StaffLetter(LetterAnswer):
    """A letter as staff see it in the list of those that wait."""

    overdue: bool
    """It stands still for longer than the policy allows."""

    @classmethod
    def listed(cls, letter: Letter, overdue_before: datetime) -> Self:
        """Show one in the list."""
        late = letter.ended_at is None and letter.state_since < overdue_before
        return cls(**_common(letter), cancellable=False, overdue=late)


class StaffLetterPage(Shape):
    """Letters, those that stand longest first."""

    items: list[StaffLetter]
    next_cursor: str | None


class ReceiptShown(Shape):
    """A bank receipt that names the letter."""

    bank_serial: str
    """The bank's serial number of the receipt (银行流水号)."""
    amount_fen: int
    """What came, in fen."""
    value_date: date
    used: bool
    """Taken already, for the letter or for something else."""

    @classmethod
    def of(cls, seen: Seen) -> Self:
        """Show one."""
        return cls(
            bank_serial=seen.bank_serial,
            amount_fen=seen.amount_fen,
            value_date=seen.value_date,
            used=seen.used,
        )


class LetterFile(StaffLetter):
    """All that is known of a letter; personal data is masked."""

    person_id: UUID | None
    name: str
    """Name that the letter gives, masked."""
    id_number: str
    account_number: str | None
    """The account here (个人账号)."""
    facts: dict[str, Any]
    """What the other centre told (转入), or accounts and loans (转出)."""
    receipts: list[ReceiptShown]
    """What came from the bank for it."""

    @classmethod
    def whole(
        cls, letter: Letter, subject: Subject, seen: list[Seen], overdue_before: datetime
    ) -> Self:
        """Show all of it."""
        late = letter.ended_at is None and letter.state_since < overdue_before
        return cls(
            **_common(letter),
            cancellable=False,
            overdue=late,
            person_id=letter.person_id,
            name=mask_name(subject.name) if subject.name else "",
            id_number=mask_id_number(subject.id_number) if subject.id_number else "",
            account_number=letter.account_number,
            facts=dict(letter.facts),
            receipts=[ReceiptShown.of(one) for one in seen],
        )


class CentreShown(Shape):
    """A centre of the national list."""

    code: str
    """Its code (GB/T 2260)."""
    name: str
    """Its name."""

    @classmethod
    def of(cls, centre: Centre) -> Self:
        """Show one; its account is nobody's business."""
        return cls(code=centre.code, name=centre.name)


class CentreList(Shape):
    """The national list of centres (公积金中心名录)."""

    items: list[CentreShown]


class OnLetter(Grounds):
    """What two people do with a letter, and why."""

    letter_id: UUID
    """The letter."""
