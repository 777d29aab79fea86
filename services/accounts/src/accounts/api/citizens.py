"""HTTP about one individual account, for its owner and for staff (R-QRY-1)."""

from typing import Annotated

from fastapi import APIRouter, Query

from accounts import answers, shapes
from accounts.api.access import (
    Citizen,
    OwnerOrStaff,
    PageSize,
    Staff,
    bad_cursor,
    by_staff,
    person,
)
from accounts.store.remittances import policy_on
from accounts.views import accounts as views
from shared.http import ContextDependency, decode_cursor, encode_cursor, not_found
from shared.identifiers import ResidentId
from shared.tokens import Principal
from shared.unit import Context

router = APIRouter(tags=["个人账户"])

LATEST_ENTRY = 2**63 - 1
HISTORY_MAX_LINES = 200


@router.get("/my/account", summary="我的账户")
async def my_account(principal: Citizen, context: ContextDependency) -> answers.Account:
    """Return the caller's account: the open one, else the one closed last."""
    row = await views.account_facts(context.pool, None, person(principal), context.clock.today())
    return await _shown(context, row)


@router.get("/my/entries", summary="我的缴存明细")
async def my_entries(
    principal: Citizen,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> answers.EntryPage:
    """Return the booked rows of the caller's account, latest first."""
    row = await views.account_facts(context.pool, None, person(principal), context.clock.today())
    return await _entries(context, row, cursor, limit)


@router.get("/accounts/{account_number}", summary="个人账户信息")
async def account(
    account_number: str, principal: OwnerOrStaff, context: ContextDependency
) -> answers.Account:
    """Return an account; a stranger's is not found. What staff look at is logged (R-QRY-5)."""
    return await _shown(context, await _own(context, account_number, principal))


@router.get("/accounts/{account_number}/entries", summary="个人账户明细")
async def entries(
    account_number: str,
    principal: OwnerOrStaff,
    context: ContextDependency,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> answers.EntryPage:
    """Return booked rows, latest first, each with the balance after it."""
    return await _entries(context, await _own(context, account_number, principal), cursor, limit)


@router.get("/accounts/{account_number}/history", summary="个人账户变更历史")
async def history(
    account_number: str,
    principal: OwnerOrStaff,
    context: ContextDependency,
    limit: Annotated[int, Query(ge=1, le=HISTORY_MAX_LINES)] = HISTORY_MAX_LINES,
) -> answers.AccountHistory:
    """Return what happened to the account besides money."""
    await _own(context, account_number, principal)
    rows = await views.history(context.pool, account_number, limit)
    return answers.AccountHistory(items=[answers.HistoryLine.of(row) for row in rows])


@router.post("/accounts/lookup", summary="按身份证号查找个人账号")
async def lookup(
    body: shapes.LookupBody, _principal: Staff, context: ContextDependency
) -> answers.AccountNumbers:
    """Find account numbers by ID number; in a body, so that it stands in no log."""
    id_number = ResidentId.parse(body.id_number)
    id_hash = context.personal_data.lookup_hash(id_number.value)
    return answers.AccountNumbers(account_numbers=await views.numbers_of(context.pool, id_hash))


async def _own(context: Context, account_number: str, principal: Principal) -> answers.Row:
    """Read an account that the caller may see; any other one does not exist."""
    mine = None if by_staff(principal) else person(principal)
    row = await views.account_facts(context.pool, account_number, mine, context.clock.today())
    if row is None:
        raise not_found()
    if mine is None:
        now = context.clock.now()
        await views.note_view(context.pool, account_number, principal.identity_id, now)
    return row


async def _shown(context: Context, row: answers.Row | None) -> answers.Account:
    if row is None:
        raise not_found()
    async with context.pool.acquire() as connection:
        policy = await policy_on(connection, context.clock.today())
    return answers.Account.of(row, policy, context.personal_data)


async def _entries(
    context: Context, row: answers.Row | None, cursor: str | None, limit: int
) -> answers.EntryPage:
    if row is None:
        raise not_found()
    before = _entry_id(cursor) if cursor else LATEST_ENTRY
    rows = await views.entries(context.pool, row["ledger_account_id"], before, limit + 1)
    items = [answers.Entry.of(item) for item in rows[:limit]]
    more = len(rows) > limit
    return answers.EntryPage(items=items, next_cursor=encode_cursor(items[-1].id) if more else None)


def _entry_id(cursor: str) -> int:
    match decode_cursor(cursor):
        case [int(entry_id)] if 0 < entry_id <= LATEST_ENTRY:
            return entry_id
    raise bad_cursor()
