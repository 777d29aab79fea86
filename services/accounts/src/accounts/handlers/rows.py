"""Lists that are done whole or not at all: every row is checked, and all refusals are told at once."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TypeVar

from accounts.errors import Reason, Refused
from accounts.rules.rows import Employee, Flaw, TypedPerson, read_people
from shared.messaging.unit import Unit

R = TypeVar("R")
ROWS_IN_SENTENCE = 3
"""The sentence names so many rows; all of them stand beside it."""
FIELDS = {
    Reason.ON_CONFIRMED_LIST: "effective_month",
    Reason.MONTH_ALREADY_PAID: "effective_month",
    Reason.MONTH_NOT_ALLOWED: "effective_month",
    Reason.BASE_PAID: "effective_month",
    Reason.BASE_FROZEN: "effective_month",
    Reason.BASE_REASON: "reason",
    Reason.NOT_TO_PAY_BACK: "month",
    Reason.DATE_BEFORE_OPENING: "sealed_on",
    Reason.FUTURE_DATE: "sealed_on",
}
"""The field of a row that is to be mended, where it is not the account's number."""


def each_row(rows: Sequence[tuple[str, Callable[[], R]]]) -> list[R]:
    """Check every row, given with what it is about; raise the first refusal, with all of them beside it."""
    results: list[R] = []
    refused: list[tuple[Refused, Flaw]] = []
    for row, (value, check) in enumerate(rows, start=1):
        try:
            results.append(check())
        except Refused as error:
            field = FIELDS.get(Reason(error.code), "account_number")
            refused.append((error, Flaw(row, field, value, error.detail, error.rule)))
    if refused:
        first = refused[0][0]
        first.extra = {**first.extra, **_told([flaw for _, flaw in refused])}
        raise first
    return results


def read_employees(unit: Unit, typed: Sequence[TypedPerson]) -> list[Employee]:
    """Read a list of people as typed; raise one refusal with every flaw of every row."""
    reading = read_people(typed, unit.clock.today())
    flaws = reading.flaws
    if not flaws:
        return reading.people
    repeated = {flaw.rule for flaw in flaws} == {"R-ACC-8"}
    raise Refused(
        Reason.REPEATED_PERSON if repeated else Reason.FLAWED_ROWS,
        told=_told(flaws),
        count=len(flaws),
        first="；".join(flaw.text for flaw in flaws[:ROWS_IN_SENTENCE]),
        more="等" if len(flaws) > ROWS_IN_SENTENCE else "",
    )


def known_people(rows: Sequence[tuple[int, str]]) -> Refused:
    """Refuse people who have an account, given with their rows and the tails of their numbers (R-ACC-8)."""
    reason = "该职工已有个人账户"
    flaws = [Flaw(row, "id_number", tail, reason, "R-ACC-8") for row, tail in rows]
    positions = "、".join(str(row) for row, _ in rows)
    return Refused(Reason.ACCOUNTS_KNOWN, told=_told(flaws), positions=positions)


def phones_taken(rows: Sequence[tuple[int, str]]) -> Refused:
    """Refuse phones that others have, given with their rows and their last digits (R-INF-2)."""
    reason = "该手机号已登记在他人或单位经办人名下"
    flaws = [Flaw(row, "phone", tail, reason, "R-INF-2") for row, tail in rows]
    positions = "、".join(str(row) for row, _ in rows[:ROWS_IN_SENTENCE])
    more = "等" if len(rows) > ROWS_IN_SENTENCE else ""
    return Refused(Reason.PHONE_TAKEN, told=_told(flaws), positions=positions, more=more)


def _told(flaws: Sequence[Flaw]) -> dict[str, object]:
    return {"errors": [asdict(flaw) for flaw in flaws]}
