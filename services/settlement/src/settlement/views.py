"""Reads for staff and metrics: orders to the bank, unknown ones, reconciled days and their differences."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from settlement.domain import Attention, CrossDifferenceRow, DifferenceRow, Kind, Outcome, State
from settlement.process import DEEDS, OUTCOME_NAMES, state_name
from settlement.sealed import HOLDER, ODD_CONTENT
from settlement.shapes import (
    ATTENTION_TEXTS,
    CROSS_TEXTS,
    REASON_TEXTS,
    Conclusion,
    CrossDifference,
    Difference,
    EntryLine,
    FiguresShown,
    OddEntryLine,
    OrderLine,
    PaidOf,
    PaymentOrder,
    PaymentOrderDetail,
    Reconciliation,
)
from shared.base.db import Connection, Pool, typed
from shared.base.identifiers import mask_name
from shared.sealing.personal_data import PersonalData, UnreadablePersonalData

ORDERS = """
SELECT * FROM payment_order
WHERE ($1::text IS NULL OR state = $1) AND ($6::text IS NULL OR kind = $6)
  AND (NOT $2::boolean OR attention IS NOT NULL)
  AND ($3::timestamptz IS NULL OR (created_at, order_id) < ($3, $4::uuid))
ORDER BY created_at DESC, order_id DESC
LIMIT $5
"""


async def orders(
    pool: Pool,
    personal_data: PersonalData,
    *,
    kind: Kind | None,
    state: State | None,
    flagged: bool,
    before: tuple[datetime, UUID] | None,
    limit: int,
) -> list[PaymentOrder]:
    """Return orders, newest first."""
    at, order_id = before or (None, None)
    rows = await pool.fetch(
        ORDERS, state.value if state else None, flagged, at, order_id, limit, kind
    )
    return [order_of(row, personal_data) for row in rows]


UNKNOWN = """
SELECT * FROM payment_order
WHERE state = 'unknown' AND ($4::text IS NULL OR kind = $4)
  AND ($1::timestamptz IS NULL OR (unknown_since, order_id) > ($1, $2::uuid))
ORDER BY unknown_since, order_id
LIMIT $3
"""


async def unknown(
    pool: Pool,
    personal_data: PersonalData,
    *,
    kind: Kind | None,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[PaymentOrder]:
    """Return orders whose outcome nobody knows, longest first."""
    at, order_id = after or (None, None)
    rows = await pool.fetch(UNKNOWN, at, order_id, limit, kind)
    return [order_of(row, personal_data) for row in rows]


ORDER = "SELECT * FROM payment_order WHERE order_id = $1"


async def order(
    source: Pool | Connection, personal_data: PersonalData, order_id: UUID
) -> PaymentOrder | None:
    """Return one order."""
    row = await source.fetchrow(ORDER, order_id)
    return order_of(row, personal_data) if row else None


HISTORY = """
SELECT at, step, state, text FROM payment_order_history WHERE order_id = $1 ORDER BY id
"""


async def history(source: Pool | Connection, order_id: UUID) -> list[OrderLine]:
    """Return what happened to an order."""
    return [OrderLine(**dict(row)) for row in await source.fetch(HISTORY, order_id)]


ENTRIES = """
SELECT number, serial, kind, amount_fen, booked_on, fate FROM bank_entry WHERE key = $1 ORDER BY number
"""


async def bank_entries(source: Pool | Connection, order_id: UUID) -> list[EntryLine]:
    """Return what the bank booked under the key of an order."""
    return [EntryLine(**dict(row)) for row in await source.fetch(ENTRIES, order_id)]


async def detail(
    source: Pool | Connection, personal_data: PersonalData, order_id: UUID
) -> PaymentOrderDetail | None:
    """Return one order with everything that happened to it."""
    found = await order(source, personal_data, order_id)
    if found is None:
        return None
    return PaymentOrderDetail(
        **found.model_dump(),
        history=await history(source, order_id),
        bank_entries=await bank_entries(source, order_id),
        conclusions=await conclusions(source, order_id),
    )


CONCLUSIONS = """
SELECT outcome, explanation, proposed_by_name, proposed_at, decided_by_name, decided_at, agreed
FROM order_conclusion WHERE order_id = $1 AND adopted_as IS NULL ORDER BY id
"""


async def conclusions(source: Pool | Connection, order_id: UUID) -> list[Conclusion]:
    """Return what was concluded of an order, or proposed to be, in order."""
    rows = await source.fetch(CONCLUSIONS, order_id)
    return [
        Conclusion(**dict(row), outcome_text=OUTCOME_NAMES[Outcome(row["outcome"])]) for row in rows
    ]


def order_of(row: "asyncpg.Record", personal_data: PersonalData) -> PaymentOrder:
    """Show an order as staff may see it."""
    try:
        holder = mask_name(personal_data.open(row["holder_sealed"], HOLDER, row["order_id"]))
    except UnreadablePersonalData:
        holder = "*"
    attention = Attention(row["attention"]) if row["attention"] else None
    return PaymentOrder(
        **{name: row[name] for name in PaymentOrder.model_fields if name in row},
        holder_name=holder,
        purpose=row["remittance"],
        kind_text=DEEDS[Kind(row["kind"])],
        state_text=state_name(Kind(row["kind"]), State(row["state"])),
        attention_text=ATTENTION_TEXTS[attention] if attention else None,
    )


_RECONCILIATION = """
SELECT r.*, count(d.id) FILTER (WHERE d.state = 'open') AS open_differences,
       count(d.id) FILTER (WHERE d.state = 'explained') AS explained_differences
FROM reconciliation r LEFT JOIN difference d USING (business_date)
"""

RECONCILIATIONS = f"""{_RECONCILIATION}
WHERE ($1::date IS NULL OR r.business_date = $1)
GROUP BY r.business_date ORDER BY r.business_date DESC LIMIT $2
"""


async def reconciliations(
    source: Pool | Connection, day: date | None, limit: int
) -> list[Reconciliation]:
    """Return reconciled days, newest first, or just one."""
    rows = await source.fetch(RECONCILIATIONS, day, limit)
    return [_reconciliation(row) for row in rows]


def _reconciliation(row: "asyncpg.Record") -> Reconciliation:
    unfinished = "failed" if row["problem"] else "waiting"
    state = unfinished if row["wanted"] else "finished"
    return Reconciliation(
        **{name: row[name] for name in Reconciliation.model_fields if name in row}, state=state
    )


DIFFERENCES = """
SELECT * FROM difference
WHERE business_date = $1 AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR id > $3)
ORDER BY id LIMIT $4
"""


async def differences(
    pool: Pool, day: date, *, state: str | None, after: UUID | None, limit: int
) -> list[Difference]:
    """Return the differences of a day."""
    rows = await pool.fetch(DIFFERENCES, day, state, after, limit)
    return [difference_of(row) for row in typed(DifferenceRow, rows)]


def difference_of(row: DifferenceRow) -> Difference:
    """Show a difference."""
    return Difference(
        **{name: value for name, value in row.items() if name in Difference.model_fields},
        reason_text=REASON_TEXTS[row["reason"]],
    )


def cross_difference_of(row: CrossDifferenceRow) -> CrossDifference:
    """Show a difference between services."""
    return CrossDifference(
        **{name: value for name, value in row.items() if name in CrossDifference.model_fields},
        what_text=CROSS_TEXTS[row["what"]],
    )


ODD_ENTRIES = """
SELECT * FROM odd_entry WHERE ($1::bigint IS NULL OR id < $1) ORDER BY id DESC LIMIT $2
"""


async def odd_entries(
    pool: Pool, personal_data: PersonalData, *, before: int | None, limit: int
) -> list[OddEntryLine]:
    """Return what the bank told and nobody could believe, newest first."""
    rows = await pool.fetch(ODD_ENTRIES, before, limit)
    return [odd_entry_of(row, personal_data) for row in rows]


def odd_entry_of(row: "asyncpg.Record", personal_data: PersonalData) -> OddEntryLine:
    """Show an odd entry, word for word."""
    return OddEntryLine(
        **{name: row[name] for name in OddEntryLine.model_fields if name in row},
        content=personal_data.open(row["content_sealed"], ODD_CONTENT, row["row_id"]),
    )


@dataclass(frozen=True)
class Figures:
    """What the gauges show of open orders."""

    unknown: int
    flagged: int
    unsent: int
    oldest_unsent_seconds: float
    odd: int


FIGURES = """
SELECT (SELECT count(*) FROM payment_order WHERE state = 'unknown') AS unknown,
       (SELECT count(*) FROM payment_order WHERE attention IS NOT NULL) AS flagged,
       (SELECT count(*) FROM odd_entry WHERE explained_at IS NULL) AS odd,
       count(*) AS unsent,
       greatest(0, extract(epoch FROM clock_timestamp() - min(waiting_since)))::float8
           AS oldest_unsent_seconds
FROM payment_order WHERE state = 'to_send'
"""


async def figures(pool: Pool) -> Figures:
    """Count what is open."""
    row = await pool.fetchrow(FIGURES)
    assert row is not None
    return Figures(**dict(row))


PAID_ON = """
SELECT kind, count(*) AS orders, sum(amount_fen)::bigint AS amount_fen
FROM payment_order WHERE paid_on = $1 GROUP BY kind ORDER BY kind
"""


RETURNED_ON = """
SELECT kind, count(*) AS orders, sum(amount_fen)::bigint AS amount_fen
FROM payment_order WHERE returned_on = $1 GROUP BY kind ORDER BY kind
"""


async def returned_on(pool: Pool, day: date) -> list[PaidOf]:
    """Count what the bank handed back on a day, by kind."""
    return [paid_of(row) for row in await pool.fetch(RETURNED_ON, day)]


def paid_of(row: "asyncpg.Record") -> PaidOf:
    """Show orders of one kind."""
    return PaidOf(**dict(row), kind_text=DEEDS[Kind(row["kind"])])


async def day_figures(pool: Pool, day: date) -> FiguresShown:
    """Count what was paid on a day, and what is open now."""
    paid, now = await pool.fetch(PAID_ON, day), await figures(pool)
    return FiguresShown(
        day=day,
        paid=[paid_of(row) for row in paid],
        unsent=now.unsent,
        oldest_unsent_seconds=int(now.oldest_unsent_seconds or 0),
        unknown=now.unknown,
        flagged=now.flagged,
        odd=now.odd,
    )
