"""Balances from before this system (期初): checked whole, signed by two people, booked once."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from uuid import UUID

from accounts.errors import Reason, Refused
from accounts.rules import moving_in as rules
from accounts.rules.moving_in import MovedIn
from accounts.rules.rows import Flaw
from accounts.store import moving_in as store
from accounts.store.employers import lock_employer
from shared.messaging.unit import Unit


async def check(
    unit: Unit,
    employer_number: str,
    rows: Sequence[MovedIn],
    as_of: date,
    control: tuple[int, int],
) -> None:
    """Demand that every row can be moved in, and that all agree with the former books."""
    if await lock_employer(unit.connection, employer_number) is None:
        raise Refused(Reason.NOT_FOUND)
    if as_of > unit.clock.today():
        raise Refused(Reason.FUTURE_DATE)
    numbers = [row.account_number for row in rows]
    if len(set(numbers)) < len(numbers):
        raise Refused(Reason.REPEATED_ACCOUNT)
    known = await store.known(unit.connection, employer_number, numbers)
    flaws = [
        Flaw(position, "account_number", row.account_number, why, None)
        for position, row in enumerate(rows, start=1)
        if (why := rules.flaw(row, known.get(row.account_number), as_of)) is not None
    ]
    if flaws:
        listed = {"errors": [asdict(flaw) for flaw in flaws]}
        raise Refused(Reason.CANNOT_MOVE_IN, told=listed, count=len(flaws), first=flaws[0].text)
    different = rules.difference(rows, *control)
    if different is not None:
        told = {"difference_people": different.people, "difference_fen": different.fen}
        raise Refused(Reason.BOOKS_DIFFER, told=told, difference=different.text)


async def book(
    unit: Unit,
    employer_number: str,
    rows: Sequence[MovedIn],
    *,
    as_of: date,
    control: tuple[int, int],
    source: str,
    signed_by: tuple[UUID, UUID],
) -> UUID:
    """Book what `check` has found right, in the same transaction."""
    return await store.book(
        unit.connection,
        rows,
        employer_number=employer_number,
        as_of=as_of,
        control=control,
        source=source,
        signed_by=signed_by,
        now=unit.clock.now(),
        today=unit.clock.today(),
    )
