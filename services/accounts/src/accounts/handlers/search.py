"""People of an employer are found by a part of their name, which is sealed at rest (ADR 24)."""

import asyncio
from collections.abc import Callable, Sequence

from accounts.domain import Row
from accounts.rules.search import (
    ByDocument,
    ByName,
    ByNumber,
    ByTail,
    Parts,
    as_part,
    compared,
    meant,
    number_after,
    whole_of,
)
from accounts.sealed import name_in
from accounts.store import search as store
from accounts.views import staff as views
from accounts.views.staff import StaffPage
from shared.messaging.unit import Context, Unit
from shared.sealing.personal_data import PersonalData


async def index_some(unit: Unit, count: int) -> bool:
    """Hash the names of some accounts that are new, or elsewhere now; True where there may be more."""
    rows = await store.take(unit.connection, count)
    if rows:
        parts = await asyncio.to_thread(_parts, rows, unit.personal_data)
        await store.put(unit.connection, [row["number"] for row in rows], parts)
    return len(rows) == count


def _parts(rows: Sequence[Row], data: PersonalData) -> list[tuple[int, str]]:
    found = []
    for row in rows:
        parts = Parts(data.lookup_hash, row["employer_number"])
        number, tail, name = row["number"], row["id_number_tail"], name_in(row, data)
        found += [(part, number) for part in parts.of(name, tail)]
        found.append((as_part(data.lookup_hash(whole_of(name, tail))), number))
    return found


async def called(context: Context, hashed: str) -> list[str]:
    """Find accounts of the whole city by the keyed hash of a whole name with the end of the ID number."""
    keys = [as_part(one) for one in context.personal_data.either(hashed)]
    return await views.numbers_by_part(context.pool, keys)


async def sought(context: Context, page: StaffPage, text: str) -> Sequence[Row]:
    """Find an employer's people by what somebody typed; by number, without balances.

    A name that has all pairs of a part, but not side by side, is found too: see `holds`.
    """
    pool, today = context.pool, context.clock.today()
    match meant(text):
        case ByNumber(beginning):
            until = number_after(beginning)
            return await views.sought(pool, page, today, views.BY_NUMBER, beginning, until)
        case ByTail(tail):
            return await _by_parts(context, page, lambda parts: [parts.tail(tail)])
        case ByDocument(keys):
            hashes = [context.personal_data.lookup_hash(key) for key in keys]
            return await views.sought(pool, page, today, views.BY_DOCUMENT, hashes)
        case ByName(part):
            return await _by_parts(context, page, lambda parts: parts.asked_for(part))


async def _by_parts(
    context: Context, page: StaffPage, wanted: Callable[[Parts], list[int]]
) -> Sequence[Row]:
    """Find by parts, under either lookup key while there are two."""
    pool, today, data = context.pool, context.clock.today(), context.personal_data
    parts = Parts(data.lookup_hash, page.employer_number)
    rows = await views.sought(pool, page, today, views.BY_PARTS, wanted(parts))
    if not data.lookups.two:
        return rows
    former = Parts(lambda clear: data.either(data.lookup_hash(clear))[-1], page.employer_number)
    others = await views.sought(pool, page, today, views.BY_PARTS, wanted(former))
    found = {row["number"]: row for row in (*rows, *others)}
    return [found[number] for number in sorted(found)][: page.limit]


def holds(row: Row, text: str, data: PersonalData) -> bool:
    """Whether somebody who was found is really meant: the hashes of a name do not say in which order."""
    asked = meant(text)
    return not isinstance(asked, ByName) or asked.part in compared(name_in(row, data))
