"""Estates, their heirs and payments; locked in sorted order, written for a whole batch at a time."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, fields
from datetime import datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection
from withdrawals.estates import (
    UNFINISHED,
    Basis,
    Estate,
    EstateState,
    Heir,
    Payment,
    Purpose,
    State,
)

_ESTATE = tuple(one.name for one in fields(Estate))
_HEIR = tuple(one.name for one in fields(Heir))
_PAYMENT = tuple(one.name for one in fields(Payment))


def _insert(table: str, columns: Sequence[str]) -> str:
    values = ", ".join(f"${number}" for number in range(1, len(columns) + 1))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values}) ON CONFLICT DO NOTHING"  # noqa: S608


ADD_ESTATE = f"{_insert('estate', (*_ESTATE, 'claimed_at'))} RETURNING id"
ADD_HEIR = _insert("estate_heir", _HEIR)
ADD_PAYMENT = _insert("estate_payment", _PAYMENT)


async def add(connection: Connection, estate: Estate, heirs: Sequence[Heir], now: datetime) -> bool:
    """Keep an estate with its heirs; False where one of this death stands."""
    values = [list(one) if isinstance(one, tuple) else one for one in astuple(estate)]
    if await connection.fetchval(ADD_ESTATE, *values, now) is None:
        return False
    await connection.executemany(ADD_HEIR, [astuple(heir) for heir in heirs])
    return True


async def add_payments(connection: Connection, payments: Sequence[Payment]) -> None:
    """Keep payments that are requested; twice is once."""
    await connection.executemany(ADD_PAYMENT, [astuple(one) for one in payments])


LOCK = f"SELECT {', '.join(_ESTATE)} FROM estate WHERE id = $1 FOR UPDATE"  # noqa: S608
STANDING = f"""
SELECT {", ".join(_ESTATE)} FROM estate WHERE person_id = $1 AND state <> 'refused' FOR UPDATE
"""  # noqa: S608
OF_DEATH = "SELECT true FROM estate WHERE death_id = $1 AND state <> 'refused'"


async def lock(connection: Connection, estate_id: UUID) -> Estate | None:
    """Lock an estate."""
    row = await connection.fetchrow(LOCK, estate_id)
    return _estate(row) if row else None


async def standing_of(connection: Connection, person_id: UUID) -> Estate | None:
    """Lock the estate of somebody that stands."""
    row = await connection.fetchrow(STANDING, person_id)
    return _estate(row) if row else None


async def stands(connection: Connection, death_id: UUID) -> bool:
    """Whether somebody has claimed what was left, and it was not refused."""
    return bool(await connection.fetchval(OF_DEATH, death_id))


HEIRS = f"SELECT {', '.join(_HEIR)} FROM estate_heir WHERE estate_id = $1 ORDER BY position"  # noqa: S608


async def heirs_of(connection: Connection, estate_id: UUID) -> list[Heir]:
    """The heirs of an estate, in their order."""
    return [Heir(**dict(row)) for row in await connection.fetch(HEIRS, estate_id)]


SET_CARD = "UPDATE estate_heir SET card_sealed = $2, card_tail = $3 WHERE id = $1"


async def set_card(connection: Connection, heir: Heir) -> None:
    """Keep another card of an heir."""
    await connection.execute(SET_CARD, heir.id, heir.card_sealed, heir.card_tail)


_SELECT = f"SELECT {', '.join(_PAYMENT)} FROM estate_payment"  # noqa: S608
BY_ID = f"{_SELECT} WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE"
BY_REQUEST = f"{_SELECT} WHERE request_id = ANY($1::uuid[]) ORDER BY id FOR UPDATE"
BY_CHECK = f"{_SELECT} WHERE check_id = ANY($1::uuid[]) ORDER BY id FOR UPDATE"


async def payments(connection: Connection, ids: Iterable[UUID]) -> list[Payment]:
    """Lock payments by their ids; those of nobody are left out."""
    return [_payment(row) for row in await connection.fetch(BY_ID, list(ids))]


async def payments_of_request(connection: Connection, request_id: UUID) -> list[Payment]:
    """Lock the payments of a request."""
    return [_payment(row) for row in await connection.fetch(BY_REQUEST, [request_id])]


async def payments_by_check(connection: Connection, checks: Iterable[UUID]) -> list[Payment]:
    """Lock the payments whose cards these questions are about."""
    return [_payment(row) for row in await connection.fetch(BY_CHECK, list(checks))]


SAVE = """
UPDATE estate_payment SET state = $2, fen = $3, reason = $4, ordered_on = $5, paid_on = $6, bank_serial = $7
WHERE id = $1
"""


async def save(connection: Connection, changed: Collection[Payment]) -> None:
    """Save what changed of locked payments."""
    await connection.executemany(
        SAVE,
        [
            (
                one.id,
                one.state.value,
                one.fen,
                one.reason,
                one.ordered_on,
                one.paid_on,
                one.bank_serial,
            )
            for one in changed
        ],
    )


SAVE_ESTATE = """
UPDATE estate SET state = $2, set_aside_fen = $3, refusal_code = $4, refusal_text = $5, account_tail = $6
WHERE id = $1
"""


async def save_estate(connection: Connection, estate: Estate) -> None:
    """Save what changed of a locked estate."""
    await connection.execute(
        SAVE_ESTATE,
        estate.id,
        estate.state.value,
        estate.set_aside_fen,
        estate.refusal_code,
        estate.refusal_text,
        estate.account_tail,
    )


REPLACED = "SELECT true FROM estate_payment WHERE instead_of = $1 AND state <> 'nothing'"


async def is_replaced(connection: Connection, payment_id: UUID) -> bool:
    """Whether another payment stands for this one, or is to."""
    return bool(await connection.fetchval(REPLACED, payment_id))


UNDONE = "SELECT count(*) FROM estate_payment WHERE estate_id = $1 AND state = ANY($2::text[])"


async def unfinished(connection: Connection, estate_id: UUID) -> int:
    """How many payments of an estate are not done."""
    states = [one.value for one in UNFINISHED]
    count: int = await connection.fetchval(UNDONE, estate_id, states)
    return count


STAFF = "SELECT person_id FROM staff_standing WHERE identity_id = ANY($1::uuid[]) AND person_id IS NOT NULL"


async def as_citizens(connection: Connection, staff: Sequence[UUID]) -> tuple[UUID, ...]:
    """Who members of the staff are as citizens."""
    return tuple(row["person_id"] for row in await connection.fetch(STAFF, staff))


def _estate(row: asyncpg.Record) -> Estate:
    values = {name: row[name] for name in _ESTATE}
    return Estate(
        **values
        | {
            "basis": Basis(row["basis"]),
            "state": EstateState(row["state"]),
            "evidence": tuple(row["evidence"]),
        }
    )


def _payment(row: asyncpg.Record) -> Payment:
    values = {name: row[name] for name in _PAYMENT}
    return Payment(**values | {"state": State(row["state"]), "purpose": Purpose(row["purpose"])})
