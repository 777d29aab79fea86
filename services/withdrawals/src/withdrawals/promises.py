"""The dates that an application was promised (R-WDR-7, 8), in words, and what of them changed; pure."""

from withdrawals.domain import Case, Promise, State
from withdrawals.refusals import chinese_date


def changes(case: Case, promise: Promise) -> list[str]:
    """Name the dates that changed and still matter to the applicant."""
    approved = case.state is State.APPROVED
    before = case.promise
    found = []
    if promise.decide_by != before.decide_by and not approved:
        days = chinese_date(before.decide_by), chinese_date(promise.decide_by)
        found.append("审核期限由{}改为{}".format(*days))
    if promise.pay_by != before.pay_by:
        which = "" if approved else "审核通过后的"
        days = pay_by_text(before), pay_by_text(promise)
        found.append(f"{which}最迟到账日由{{}}改为{{}}".format(*days))
    return found


def pay_by_text(promise: Promise) -> str:
    """Say by when the money comes, and whether that is certain (R-CAL-3)."""
    unsure = "（暂定，以节假日安排为准）" if promise.provisional else ""
    return f"{chinese_date(promise.pay_by)}{unsure}"


def facts(case: Case) -> dict[str, object]:
    """Keep the promise for the history."""
    return {
        "decide_by": case.promise.decide_by.isoformat(),
        "pay_by": case.promise.pay_by.isoformat(),
        "provisional": case.promise.provisional,
        "calendar_version": case.promise.calendar_version,
    }
