"""Lists that employers upload (当月汇缴): kept sealed, read, previewed, accepted as they were previewed."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import IO, Any
from uuid import UUID

from accounts.domain import FILE_STATES, Month
from accounts.errors import Reason, Refused
from accounts.handlers.employers import demand_agreement
from accounts.handlers.remittances import demand_month, draft_list
from accounts.rules import sealing
from accounts.rules.list_people import Found, Terms, finding_flaws
from accounts.rules.list_reading import Columns, Flaw, Summary
from accounts.sealed import LIST_FILE_DATA, name_in
from accounts.store import list_files as store
from accounts.store.employers import lock_employer
from accounts.store.list_files import Claim, NewFile, Outcome, StagedRow
from accounts.store.ratios import ratios_on
from accounts.store.remittances import policy_on
from accounts.views import list_files as file_views
from shared.base.claimed import Overtaken
from shared.messaging.unit import Context, Unit
from shared.sealing.files import opened_pieces, sealed_pieces

MAX_FLAWS_KEPT = 200_000
"""One for every row that a sheet may have."""


async def receive(unit: Unit, new: NewFile, file: IO[bytes]) -> None:
    """Keep a file for reading, sealed in pieces; refused at once where no list can be made (R-DEP-6)."""
    employer = await lock_employer(unit.connection, new.employer_number)
    if employer is None:
        raise Refused(Reason.NOT_FOUND)
    demand_agreement(employer)
    await demand_month(unit, employer, Month.of(new.month))
    await store.add_file(unit.connection, new, unit.clock.now())
    pieces = sealed_pieces(unit.personal_data, file, LIST_FILE_DATA, new.file_id)
    async for position, sealed in pieces:
        await store.add_piece(unit.connection, new.file_id, position, sealed)


def pieces(context: Context[Any], file_id: UUID) -> AsyncIterator[bytes]:
    """Open a file again, piece by piece: never more of it than one is in memory."""
    read = partial(store.piece, context.pool, file_id)
    return opened_pieces(context.personal_data, LIST_FILE_DATA, file_id, read)


async def terms_of(context: Context[Any], employer_number: str, month: Month) -> Terms:
    """Return by what an employer's deposits of a month are reckoned."""
    async with context.pool.acquire() as connection:
        ratios = await ratios_on(connection, employer_number, month.first)
        policy = await policy_on(connection, month.first)
    return Terms(policy, *ratios)


async def stage(
    unit: Unit, claim: Claim, found: Sequence[Found], flaws: Sequence[Flaw], lease_seconds: float
) -> None:
    """Keep what was read next, and that it goes on; raises `Overtaken`."""
    rows = len(found)
    told = await store.keep_reading(unit.connection, claim, rows, len(flaws), lease_seconds)
    if told is None:
        raise Overtaken
    staged = [
        StagedRow(one.row.row, one.account_number, one.row.base_fen, *one.sides, one.row.reason)
        for one in found
    ]
    await store.add_rows(unit.connection, claim.file_id, staged)
    before = told - len(flaws)
    kept = flaws[: max(MAX_FLAWS_KEPT - before, 0)]
    await store.add_flaws(unit.connection, claim.file_id, kept, before)


async def give_up(unit: Unit, claim: Claim, why: str) -> None:
    """Keep that a file cannot be read, and why."""
    outcome = Outcome("unreadable", why=why)
    await store.end_reading(unit.connection, claim, outcome, unit.clock.now())


async def conclude(
    unit: Unit, claim: Claim, terms: Terms, columns: Columns, summary: Summary
) -> None:
    """Hold the whole list against who contributes for the month; preview it where nothing is wrong."""
    flaws = await store.flaw_count(unit.connection, claim)
    if flaws is None:
        return
    month = Month.of(claim.month)
    needed = sealing.base_change_needs_reason(month)
    rows = await store.findings(unit.connection, claim, terms.limits_fen, reason_needed=needed)
    if flaws:
        # Who is missing is known only of a list that was read whole.
        rows = [row for row in rows if row["row_number"]]
    if rows:
        missing = [row["number"] for row in rows if not row["row_number"]]
        names = await file_views.names(unit.connection, missing)
        told = finding_flaws(
            rows, columns.columns, month, lambda number: name_in(names[number], unit.personal_data)
        )
        await stage(unit, claim, (), told, 0)
    if flaws or rows:
        outcome = Outcome("flawed", columns=columns.columns, ignored=columns.ignored)
    else:
        found = await store.preview(unit.connection, claim)
        assert found["people"] == summary.people
        outcome = Outcome(
            "ready",
            digest=found["digest"],
            preview=_previewed(dict(found)),
            columns=columns.columns,
            ignored=columns.ignored,
        )
    await store.end_reading(unit.connection, claim, outcome, unit.clock.now())


def _previewed(found: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in found.items() if name != "digest"}


async def accept_file(
    unit: Unit, file_id: UUID, digest: str, employer_number: str, actor: str
) -> UUID:
    """Make of a file the list that was previewed, and no other (R-CHG-5); return the list's id.

    Bases that the file has otherwise count from its month on (R-CHG-2, 3).
    """
    file = await store.lock_file(unit.connection, file_id)
    if file is None or file["employer_number"] != employer_number:
        raise Refused(Reason.NOT_FOUND)
    if file["state"] != "ready":
        raise Refused(Reason.FILE_STATE, state=FILE_STATES[file["state"]])
    if file["digest"] != digest:
        raise Refused(Reason.FILE_DIGEST)
    month = Month.of(file["month"])
    employer = await lock_employer(unit.connection, employer_number)
    assert employer is not None
    demand_agreement(employer)
    await demand_month(unit, employer, month)
    policy = await policy_on(unit.connection, month.first)
    limits_fen = (policy.base_min_fen, policy.base_max_fen)
    at = (unit.clock.now(), unit.clock.today())
    await store.take_bases(unit.connection, file, limits_fen, actor, at)
    list_id = await draft_list(unit, employer_number, month, by_staff=False)
    if await store.list_digest(unit.connection, list_id) != digest:
        raise Refused(Reason.FILE_OUTDATED)
    await store.accept(unit.connection, file, list_id, unit.clock.now())
    return list_id


async def forget_old(unit: Unit, keep_days: int) -> int:
    """Delete the files that were not accepted in their time; return how many."""
    return await store.forget_old(unit.connection, unit.clock.now() - timedelta(days=keep_days))
