"""The owner's own brakes (本人安全设置): what holds now, what a wish makes of it, what they refuse; pure."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from shared.base.clock import BUSINESS_ZONE
from shared.base.money import yuan
from withdrawals.domain import Brakes, Case, Refusal
from withdrawals.refusals import Reason, refuse
from withdrawals.rules.model import BrakeTerms

NONE = Brakes()


def is_locked(brakes: Brakes, now: datetime) -> bool:
    """Whether nothing may be taken out now."""
    return brakes.locked_at is not None and (brakes.lifts_at is None or now < brakes.lifts_at)


def limit_fen(brakes: Brakes, now: datetime) -> int | None:
    """What may be paid in a day at most; None where its owner set no limit."""
    if brakes.next_limit_at is not None and now >= brakes.next_limit_at:
        return brakes.next_limit_fen
    return brakes.limit_fen


def locked(brakes: Brakes, now: datetime) -> Brakes:
    """Lock at once; a lift that was asked for is asked for no more."""
    since = brakes.locked_at if is_locked(brakes, now) else now
    return replace(brakes, locked_at=since, lifts_at=None)


def to_be_lifted(brakes: Brakes, now: datetime, terms: BrakeTerms) -> Brakes:
    """Ask to lift the lock: it holds for hours yet, counted from when that was first asked."""
    if not is_locked(brakes, now) or brakes.lifts_at is not None:
        return brakes
    return replace(brakes, lifts_at=now + timedelta(hours=terms.lift_after_hours))


def limited(brakes: Brakes, wanted_fen: int | None, now: datetime, terms: BrakeTerms) -> Brakes:
    """Set a limit: a lower one counts at once, a higher one or none at all after hours."""
    present = limit_fen(brakes, now)
    lower = wanted_fen is not None and (present is None or wanted_fen <= present)
    if lower or wanted_fen == present:
        return replace(brakes, limit_fen=wanted_fen, next_limit_fen=None, next_limit_at=None)
    later = now + timedelta(hours=terms.raise_after_hours)
    return replace(brakes, limit_fen=present, next_limit_fen=wanted_fen, next_limit_at=later)


def refuses(
    case: Case, now: datetime, today: date, terms_on: Callable[[date], BrakeTerms]
) -> Refusal | None:
    """What its owner set against a case, or what changed a moment ago; asked of most cases nothing."""
    if case.brakes is None and case.another_card_since is None:
        return None
    if case.reservation is None:
        return before_applying(case, now, terms_on(today))
    return before_paying(case, now, today, terms_on(today))


def before_applying(case: Case, now: datetime, terms: BrakeTerms) -> Refusal | None:
    """What bars an application from the start: the lock, and a phone that just changed."""
    return bars(case.brakes or NONE, now, terms)


def bars(brakes: Brakes, now: datetime, terms: BrakeTerms) -> Refusal | None:
    """What bars anything that somebody may apply for."""
    if is_locked(brakes, now):
        if brakes.lifts_at is None:
            return refuse(Reason.LOCKED_BY_OWNER)
        return refuse(Reason.LOCKED_BY_OWNER, eligible_from=first_day(brakes.lifts_at))
    return _cooling(Reason.PHONE_COOLING, brakes.phone_changed_at, now, terms) or _cooling(
        Reason.MERGE_COOLING, brakes.merged_at, now, terms
    )


def before_paying(case: Case, now: datetime, today: date, terms: BrakeTerms) -> Refusal | None:
    """What bars a payment: the same, a card that is another one since just now, and the day's limit."""
    barred = before_applying(case, now, terms) or _cooling(
        Reason.CARD_COOLING, case.another_card_since, now, terms, tail=case.card_tail
    )
    if barred is not None:
        return barred
    before_fen = case.paid_last_fen if case.paid_last_on == today else 0
    return over_limit(case.brakes or NONE, case.reserved.amount_fen, before_fen, now)


def over_limit(
    brakes: Brakes, amount_fen: int, paid_today_fen: int, now: datetime
) -> Refusal | None:
    """What of a sum is above the day's limit, with what was paid on that day before."""
    most = limit_fen(brakes, now)
    if most is None or paid_today_fen + amount_fen <= most:
        return None
    amount, taken = yuan(amount_fen), yuan(paid_today_fen)
    return refuse(Reason.OVER_OWN_LIMIT, limit=yuan(most), amount=amount, taken=taken)


def _cooling(
    reason: Reason, since: datetime | None, now: datetime, terms: BrakeTerms, **values: str
) -> Refusal | None:
    if since is None or now >= (ends := since + timedelta(hours=terms.cooling_hours)):
        return None
    return refuse(reason, eligible_from=first_day(ends), hours=str(terms.cooling_hours), **values)


def phone_cools_until(brakes: Brakes, now: datetime, terms: BrakeTerms) -> datetime | None:
    """Until when nothing goes out because the phone changed; None where that is over."""
    if brakes.phone_changed_at is None:
        return None
    ends = brakes.phone_changed_at + timedelta(hours=terms.cooling_hours)
    return ends if now < ends else None


def first_day(instant: datetime) -> date:
    """The first whole day after an instant, on which it surely is over."""
    return instant.astimezone(BUSINESS_ZONE).date() + timedelta(days=1)
