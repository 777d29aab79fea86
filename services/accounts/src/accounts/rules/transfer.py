"""When an account moves between two employers of the centre, and what it waits for (R-TRF-2, 3)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from accounts.domain import AccountState, Month
from shared.base.calendar import WorkingCalendar


class TransferState(StrEnum):
    """The life of a same-city transfer (同城转移)."""

    ASKED = "asked"
    """The new employer has asked; the person has not answered."""
    CONSENTED = "consented"
    """The person agrees; it waits for the former employer, a list or a payout."""
    DONE = "done"
    REFUSED = "refused"
    """The person does not agree."""
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    """The person did not answer in time."""
    VOID = "void"
    """The account was closed, or belongs to another employer by now."""

    @property
    def text(self) -> str:
        """For pages."""
        return _TEXTS[self]


_TEXTS = {
    TransferState.ASKED: "待职工同意",
    TransferState.CONSENTED: "待原单位封存或确认",
    TransferState.DONE: "已转移",
    TransferState.REFUSED: "职工不同意",
    TransferState.WITHDRAWN: "已撤回",
    TransferState.EXPIRED: "职工逾期未答复",
    TransferState.VOID: "账户状态已变化，不再办理",
}


@dataclass(frozen=True)
class Term:
    """How long the two have (N days of R-TRF-3)."""

    consent_days: int
    release_working_days: int

    def ends(self, asked_on: date, calendar: WorkingCalendar) -> tuple[date, date]:
        """Return the last day of the person and that of the former employer."""
        released = release_by(asked_on, self.release_working_days, calendar)
        return asked_on + timedelta(days=self.consent_days), released


def release_by(asked_on: date, working_days: int, calendar: WorkingCalendar) -> date:
    """Return the last day of the former employer."""
    return calendar.add_working_days(asked_on, working_days).date


@dataclass(frozen=True)
class NewTransfer:
    """A transfer that an employer asks for."""

    id: UUID
    account_number: str
    person_id: UUID
    from_employer: str
    to_employer: str
    first_month: date
    base_fen: int
    asked_by: str
    asked_at: datetime
    consent_by: date
    release_by: date


def first_allowed_month(
    account_paid: date | None,
    account_frozen: date | None,
    new_employer_paid: date | None,
    new_employer_frozen: date | None,
) -> Month | None:
    """Return the first month that the new employer may remit; None where any month may be (R-TRF-2).

    It is after what is paid, or stands on a confirmed list, of the person and of the new employer.
    """
    settled = [
        day
        for day in (account_paid, account_frozen, new_employer_paid, new_employer_frozen)
        if day is not None
    ]
    return Month.of(max(settled)).plus(1) if settled else None


class Waits(StrEnum):
    """Why a transfer that the person agreed to is not done yet."""

    NOT_SEALED = "not_sealed"
    ON_CONFIRMED_LIST = "on_confirmed_list"
    MONEY_FROZEN = "money_frozen"
    FROZEN = "frozen"


@dataclass(frozen=True)
class Situation:
    """What decides about doing it, under lock."""

    state: AccountState
    employer_number: str
    frozen_fen: int
    on_confirmed_list: bool


def outcome(situation: Situation, from_employer: str) -> TransferState | Waits:
    """Return `DONE`, `VOID`, or what it waits for: a transfer never overtakes a list or a payout."""
    if situation.state.closed or situation.employer_number != from_employer:
        return TransferState.VOID
    if situation.state is AccountState.FROZEN:
        return Waits.FROZEN
    if situation.state is not AccountState.SEALED:
        return Waits.NOT_SEALED
    if situation.on_confirmed_list:
        return Waits.ON_CONFIRMED_LIST
    if situation.frozen_fen > 0:
        return Waits.MONEY_FROZEN
    return TransferState.DONE
