"""HTTP about one individual account, for its owner and for staff (R-QRY-1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from accounts.access import Citizen, Looker, OwnerOrStaff, by_staff, person
from accounts.handlers import search
from accounts.rules.deposit import DepositPolicy
from accounts.rules.search import whole_of
from accounts.shapes import citizens as shapes
from accounts.shapes import entries as entry_shapes
from accounts.shapes import fields
from accounts.views import accounts as views
from accounts.views import entries as entry_views
from shared.audit import trail as audit
from shared.base.id_documents import IdDocument
from shared.base.identifiers import Phone
from shared.base.reads import Reading
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor
from shared.http.idempotency import answer
from shared.http.problems import not_found
from shared.identity.principal import Principal
from shared.messaging.unit import Context

router = APIRouter(tags=["个人账户"])

HISTORY_MAX_LINES = 200
EntryQuery = Annotated[entry_shapes.EntryQuery, Query()]
EntryFilter = Annotated[entry_shapes.EntryFilter, Query()]
UNKNOWN_PERSON, UNKNOWN_CHARACTERS = "unknown:", 16
"""In the audit trail: somebody without an account, by the beginning of the keyed hash."""


@dataclass(frozen=True)
class OwnReadings:
    """What citizens ask for most: one query for all who ask at the same time."""

    accounts: Reading[UUID, fields.Row]
    pages: Reading[entry_views.OwnPage, list[fields.Row]]

    @classmethod
    def of(cls, context: Context) -> Self:
        """Make those of a process."""

        async def accounts(person_ids: Sequence[UUID]) -> Mapping[UUID, fields.Row]:
            return await views.own_accounts(context.pool, person_ids, context.clock.today())

        async def pages(
            asked: Sequence[entry_views.OwnPage],
        ) -> Mapping[entry_views.OwnPage, list[fields.Row]]:
            return await entry_views.own_entries(context.pool, asked)

        return cls(Reading(accounts), Reading(pages))


@router.get("/my/account", response_model=shapes.Account, summary="我的账户")
async def my_account(principal: Citizen, context: ContextDependency, request: Request) -> Response:
    """Return the caller's account: the open one, else the one closed last."""
    readings: OwnReadings = request.app.state.own_readings
    row = await readings.accounts.one(person(principal))
    if row is None:
        raise not_found()
    return _shown(context, row)


@router.get("/my/entries", response_model=shapes.EntryPage, summary="我的缴存明细")
async def my_entries(principal: Citizen, request: Request, query: EntryQuery) -> Response:
    """Return the booked rows of the caller's account, latest first."""
    readings: OwnReadings = request.app.state.own_readings
    page = entry_views.OwnPage(
        person(principal), _before(query.cursor), query.limit + 1, query.which
    )
    rows = await readings.pages.one(page)
    if rows is None:
        raise not_found()
    return _page(rows, query.limit)


@router.get("/my/entries/totals", summary="我的缴存明细合计")
async def my_totals(
    principal: Citizen, context: ContextDependency, request: Request, asked: EntryFilter
) -> entry_shapes.EntryTotals:
    """Return what booked rows of the caller's account come to, by business type."""
    readings: OwnReadings = request.app.state.own_readings
    row = await readings.accounts.one(person(principal))
    if row is None:
        raise not_found()
    return await _totals(context, row, asked)


@router.get("/accounts/{account_number}", response_model=shapes.Account, summary="个人账户信息")
async def account(
    account_number: str, principal: OwnerOrStaff, context: ContextDependency
) -> Response:
    """Return an account; a stranger's is not found. What staff look at is logged (R-QRY-5)."""
    return _shown(context, await own_account(context, account_number, principal))


@router.get(
    "/accounts/{account_number}/entries", response_model=shapes.EntryPage, summary="个人账户明细"
)
async def entries(
    account_number: str, principal: OwnerOrStaff, context: ContextDependency, query: EntryQuery
) -> Response:
    """Return booked rows, latest first, each with the balance after it."""
    row = await own_account(context, account_number, principal)
    before, limit = _before(query.cursor), query.limit
    rows = await entry_views.entries(
        context.pool, row["ledger_account_id"], before, limit + 1, query.which
    )
    return _page(rows, limit)


@router.get("/accounts/{account_number}/entries/totals", summary="个人账户明细合计")
async def totals(
    account_number: str, principal: OwnerOrStaff, context: ContextDependency, asked: EntryFilter
) -> entry_shapes.EntryTotals:
    """Return what booked rows come to, by business type, and the balances around the days asked for."""
    return await _totals(context, await own_account(context, account_number, principal), asked)


@router.get("/accounts/{account_number}/history", summary="个人账户变更历史")
async def history(
    account_number: str,
    principal: OwnerOrStaff,
    context: ContextDependency,
    limit: Annotated[int, Query(ge=1, le=HISTORY_MAX_LINES)] = HISTORY_MAX_LINES,
) -> shapes.AccountHistory:
    """Return what happened to the account besides money."""
    await own_account(context, account_number, principal)
    rows = await views.history(context.pool, account_number, limit)
    return shapes.AccountHistory(items=[shapes.HistoryLine.of(row) for row in rows])


@router.post("/accounts/lookup", summary="按证件号码、手机号、姓名或人员编号查找个人账号")
async def lookup(
    body: shapes.LookupBody, _principal: Looker, context: ContextDependency
) -> shapes.AccountNumbers:
    """Find account numbers by ID number, phone, name or person; in a body, so that it stands in no log."""
    data = context.personal_data
    if body.person_id is not None:
        sought = str(body.person_id)
        found = await views.numbers_of_person(context.pool, body.person_id)
    elif body.phone is not None:
        sought = data.lookup_hash(Phone.parse(body.phone).value)
        found = await views.numbers_of_phone(context.pool, sought)
    elif body.name is not None:
        sought = data.lookup_hash(whole_of(body.name, body.id_number_tail or ""))
        found = await search.called(context, sought)
    else:
        document = IdDocument.parse(body.id_type, body.id_number or "")
        sought = data.lookup_hash(document.lookup_key)
        found = await views.numbers_of(context.pool, sought)
    audit.looked_at(found or [f"{UNKNOWN_PERSON}{sought[:UNKNOWN_CHARACTERS]}"])
    return shapes.AccountNumbers(account_numbers=found)


async def own_account(context: Context, account_number: str, principal: Principal) -> fields.Row:
    """Read an account that the caller may see; any other one does not exist."""
    mine = None if by_staff(principal) else person(principal)
    row = await views.account_facts(context.pool, account_number, mine, context.clock.today())
    if row is None:
        raise not_found()
    if mine is None:
        now = context.clock.now()
        await views.note_view(context.pool, account_number, principal.identity_id, now)
    return row


async def _totals(
    context: Context, row: fields.Row, asked: entry_shapes.EntryFilter
) -> entry_shapes.EntryTotals:
    rows = await entry_views.totals(context.pool, row["ledger_account_id"], asked.which)
    return entry_shapes.EntryTotals.of(rows, asked)


def _shown(context: Context, row: fields.Row) -> Response:
    policy = DepositPolicy(**{name: row[name] for name in DepositPolicy.__dataclass_fields__})
    shown = shapes.Account.of(row, policy, context.personal_data)
    return answer(200, None, shown.model_dump_json())


def _page(rows: Sequence[fields.Row], limit: int) -> Response:
    shown, more = rows[:limit], len(rows) > limit
    page = shapes.EntryPage.of(shown, encode_cursor(shown[-1]["id"]) if more else None)
    return answer(200, None, page.model_dump_json())


def _before(cursor: str | None) -> int:
    """Return the entry before which a page begins."""
    if cursor is None:
        return entry_views.LATEST_ENTRY
    match decode_cursor(cursor):
        case [int(entry_id)] if 0 < entry_id <= entry_views.LATEST_ENTRY:
            return entry_id
    raise bad_cursor()
