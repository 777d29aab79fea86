"""Agreed periodic withdrawals (约定提取): what a run's end makes of the agreement; pure (R-WDR-48 to 52)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from shared.base.calendar import WorkingCalendar, months_after
from withdrawals.domain import ApplicationId, Case, State
from withdrawals.rules.model import AgreedTerms
from withdrawals.texts import NOT_A_COUPLE, SPOUSE_SILENT

CHANNEL = "agreement"
"""The channel of an application that an agreement began."""


class Standing(StrEnum):
    """Whether an agreement runs."""

    PROPOSED = "proposed"
    """It waits for the spouse's signature (R-WDR-49)."""
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class Outcome(StrEnum):
    """What a run came to (R-WDR-50)."""

    PAID = "paid"
    NOTHING_DUE = "nothing_due"
    FAILED = "failed"
    POSTPONED = "postponed"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement."""

    id: UUID
    person_id: UUID
    kind: str
    subject: str | None
    every_months: int
    card_sealed: str
    card_tail: str
    signed_on: date
    period_on: date
    """The regular run day of the period that runs next."""
    next_try_on: date | None
    """None while it does not run."""
    failures: int = 0
    """In a row; any payment sets it to 0 (R-WDR-51)."""
    card_failed: bool = False
    """The bank has sent the money back once, and it is tried once more."""
    state: Standing = Standing.ACTIVE
    reason: str | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a run came to, and the sentence about it."""

    outcome: Outcome
    text: str


OF_REASON: Mapping[str, Outcome] = {
    "nothing_open": Outcome.NOTHING_DUE,
    "once_a_year": Outcome.NOTHING_DUE,
    "too_few_instalments": Outcome.NOTHING_DUE,
    "month_missing": Outcome.FAILED,
    "nothing_to_withdraw": Outcome.FAILED,
    "nothing_above_retained": Outcome.FAILED,
    "funds_already_reserved": Outcome.POSTPONED,
    "change_request_open": Outcome.POSTPONED,
    "loan_facts_unclear": Outcome.POSTPONED,
    "locked_by_owner": Outcome.NOTHING_DUE,
    "phone_cooling": Outcome.POSTPONED,
    "merge_cooling": Outcome.POSTPONED,
    "card_cooling": Outcome.POSTPONED,
    "over_own_limit": Outcome.FAILED,
    "account_frozen": Outcome.PAUSED,
    "card_refused": Outcome.PAUSED,
    "in_arrears": Outcome.PAUSED,
    "other_group": Outcome.PAUSED,
    "document_needed": Outcome.PAUSED,
    SPOUSE_SILENT: Outcome.PAUSED,
    NOT_A_COUPLE: Outcome.PAUSED,
    "rejected_by_staff": Outcome.PAUSED,
}
"""By the code of the refusal; every other one is a condition that is gone for good (R-WDR-52)."""


def run_id(agreement: Agreement, on: date) -> ApplicationId:
    """Name the application of a run, the same whenever it is begun."""
    return ApplicationId(uuid5(agreement.id, on.isoformat()))


def first_period(signed_on: date, terms: AgreedTerms, calendar: WorkingCalendar) -> date:
    """Return the first run day after the day of signing."""
    day = signed_on.replace(day=terms.run_day)
    while calendar.roll_forward(day).date <= signed_on:
        day = months_after(day, 1)
    return day


def told_of(case: Case) -> Told:
    """Say what an ended application means for its agreement."""
    if case.state is State.PAID:
        return Told(Outcome.PAID, "本期已到账。")
    text = case.refusal.text if case.refusal else "申请已撤销。"
    if case.state is State.CANCELLED:
        return Told(Outcome.NOTHING_DUE, text)
    if case.state in (State.FAILED, State.RETURNED):
        return Told(Outcome.FAILED, text)
    code = case.refusal.code if case.refusal else ""
    return Told(OF_REASON.get(code, Outcome.ENDED), text)


def after(
    agreement: Agreement, told: Told, today: date, terms: AgreedTerms, calendar: WorkingCalendar
) -> Agreement:
    """Return what becomes of an agreement by the end of its run."""
    moved = agreement
    if agreement.state is Standing.ACTIVE:
        match told.outcome:
            case Outcome.POSTPONED:
                moved = _tomorrow(agreement, today, calendar)
            case Outcome.PAUSED:
                moved = paused(agreement, told.text)
            case Outcome.ENDED:
                moved = ended(agreement, told.text, today)
            case Outcome.FAILED:
                counted = replace(agreement, failures=agreement.failures + 1)
                over = counted.failures >= terms.end_after_failures
                moved = (
                    ended(counted, told.text, today)
                    if over
                    else _following(counted, today, calendar)
                )
            case Outcome.PAID:
                moved = _following(replace(agreement, failures=0), today, calendar)
            case Outcome.NOTHING_DUE:
                moved = _following(agreement, today, calendar)
    return moved


def card_refused(
    agreement: Agreement, text: str, today: date, terms: AgreedTerms, calendar: WorkingCalendar
) -> Agreement:
    """The bank sent the money back: tried once more after some days, then paused (R-WDR-51)."""
    if agreement.state is not Standing.ACTIVE:
        return agreement
    failures = agreement.failures + 1
    counted = replace(agreement, failures=failures)
    if failures >= terms.end_after_failures:
        return ended(counted, text, today)
    if agreement.card_failed:
        return paused(replace(counted, card_failed=False), text)
    again = calendar.add_working_days(today, terms.retry_working_days).date
    return replace(counted, card_failed=True, next_try_on=again)


def _following(agreement: Agreement, today: date, calendar: WorkingCalendar) -> Agreement:
    """Wait for the next regular run; one more try of the last one has not used it up (R-WDR-51)."""
    if today < agreement.period_on:
        regular = calendar.roll_forward(agreement.period_on).date
        return replace(agreement, next_try_on=regular)
    return _next_period(replace(agreement, card_failed=False), calendar)


def _next_period(agreement: Agreement, calendar: WorkingCalendar) -> Agreement:
    """Move on to the next period; its day is rolled forward to a working day."""
    period = months_after(agreement.period_on, agreement.every_months)
    return replace(agreement, period_on=period, next_try_on=calendar.roll_forward(period).date)


def _tomorrow(agreement: Agreement, today: date, calendar: WorkingCalendar) -> Agreement:
    """Tried daily until the next run of its own (R-WDR-50)."""
    tomorrow = today + timedelta(days=1)
    later = _next_period(agreement, calendar)
    if later.next_try_on is not None and tomorrow >= later.next_try_on:
        return later
    return replace(agreement, next_try_on=tomorrow)


def paused(agreement: Agreement, text: str) -> Agreement:
    """Stop until the person lets it go on, with what would revive it."""
    return replace(agreement, state=Standing.PAUSED, next_try_on=None, reason=text)


def ended(agreement: Agreement, text: str, today: date) -> Agreement:
    """End it for good; what was paid in good faith stays."""
    return replace(agreement, state=Standing.ENDED, next_try_on=None, reason=text, ended_on=today)


def begun(
    agreement: Agreement, today: date, terms: AgreedTerms, calendar: WorkingCalendar
) -> Agreement:
    """Let one run that waited for the spouse: from the first run day after both have signed."""
    period = first_period(today, terms, calendar)
    following = calendar.roll_forward(period).date
    return replace(
        agreement, state=Standing.ACTIVE, reason=None, period_on=period, next_try_on=following
    )


def resumed(agreement: Agreement, today: date, calendar: WorkingCalendar) -> Agreement:
    """Let a paused one run again, from its next period on; failures are forgotten."""
    moved = replace(agreement, state=Standing.ACTIVE, reason=None, failures=0, card_failed=False)
    period = agreement.period_on
    while calendar.roll_forward(period).date <= today:
        period = months_after(period, agreement.every_months)
    return replace(moved, period_on=period, next_try_on=calendar.roll_forward(period).date)
