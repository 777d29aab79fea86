"""Cards of persons in the database: what the bank said of each, and which are kept by their owners."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid5

import asyncpg

from shared.base.db import Connection, Pool


class CardState(StrEnum):
    """How far the bank's word about a card is (核验状态)."""

    NAMING = "naming"
    """Accounts is asked for the holder's name."""
    ASKED = "asked"
    """The bank is asked."""
    VERIFIED = "verified"
    REFUSED = "refused"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True, repr=False)
class Card:
    """A person's card."""

    id: UUID
    person_id: UUID
    card_hash: str
    card_sealed: str
    card_tail: str
    state: CardState
    check_id: UUID
    asked_at: datetime
    verified_on: date | None
    refusal_code: str | None
    kept_at: datetime | None


_NAMES = tuple(one.name for one in fields(Card))


def id_of(person_id: UUID, card_hash: str) -> UUID:
    """Name a person's card as it is met first; once its hash is under another key, the row keeps the name."""
    return uuid5(person_id, card_hash)


_NEW = """
INSERT INTO card (id, person_id, card_hash, card_sealed, card_tail, state, check_id, asked_at, kept_at,
                  known_since)
SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[],
                     $8::timestamptz[], $9::timestamptz[], $8::timestamptz[])
ORDER BY 2, 3
ON CONFLICT (person_id, card_hash) DO"""
# A card that is known is asked about anew, under a question of its own; a kept one stays kept.
ASK = f"""{_NEW} UPDATE
SET state = excluded.state, check_id = excluded.check_id, asked_at = excluded.asked_at,
    kept_at = coalesce(card.kept_at, excluded.kept_at)
RETURNING *
"""


async def ask(connection: Connection, cards: Sequence[Card]) -> list[Card]:
    """Keep that these are asked about; returns them as they are now."""
    rows = await connection.fetch(ASK, *_columns(cards))
    return [_card(row) for row in rows]


def _columns(cards: Sequence[Card]) -> list[list[object]]:
    columns = (
        "id",
        "person_id",
        "card_hash",
        "card_sealed",
        "card_tail",
        "state",
        "check_id",
        "asked_at",
        "kept_at",
    )
    return [[getattr(one, name) for one in cards] for name in columns]


ADD = f"{_NEW} NOTHING"


async def add(connection: Connection, cards: Sequence[Card]) -> None:
    """Keep cards of which nobody was asked yet; what was known of them stays."""
    await connection.execute(ADD, *_columns(cards))


LOCK_ASKED = """
SELECT * FROM card WHERE check_id = ANY($1::uuid[]) AND state = $2 ORDER BY id FOR UPDATE
"""


async def lock_asked(
    connection: Connection, checks: Collection[UUID], state: CardState
) -> dict[UUID, Card]:
    """Lock the cards that these questions are about and that still wait for them, by question."""
    rows = await connection.fetch(LOCK_ASKED, list(checks), state.value)
    return {row["check_id"]: _card(row) for row in rows}


SAVE = """
UPDATE card SET state = new.state, verified_on = new.verified_on, refusal_code = new.refusal_code
FROM unnest($1::uuid[], $2::text[], $3::date[], $4::text[]) AS new (id, state, verified_on, refusal_code)
WHERE card.id = new.id
"""


async def save(connection: Connection, cards: Collection[Card]) -> None:
    """Save what was learned of locked cards."""
    await connection.execute(
        SAVE,
        [one.id for one in cards],
        [one.state.value for one in cards],
        [one.verified_on for one in cards],
        [one.refusal_code for one in cards],
    )


WAITING = """
SELECT application.id, card.id AS card_id FROM card
JOIN application USING (person_id, card_hash)
WHERE card.id = ANY($1::uuid[]) AND application.state = 'card_check'
"""


async def waiting(connection: Connection, card_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """Find the applications that wait for the bank's word about these cards: application → card."""
    rows = await connection.fetch(WAITING, list(card_ids))
    return {row["id"]: row["card_id"] for row in rows}


DISTRUST = """
UPDATE card SET state = 'refused', verified_on = NULL, refusal_code = told.code
FROM unnest($1::uuid[], $2::text[]) AS told (application_id, code)
JOIN application ON application.id = told.application_id
WHERE card.person_id = application.person_id AND card.card_hash = application.card_hash
  AND card.state = 'verified'
"""


async def distrust(connection: Connection, told: Collection[tuple[UUID, str]]) -> None:
    """Hold the bank's older word no longer: a payment to the card failed by (application, code)."""
    await connection.execute(DISTRUST, [one for one, _ in told], [code for _, code in told])


LOCK_JUDGED = """
SELECT * FROM card WHERE person_id = ANY($1::uuid[]) AND state IN ('verified', 'refused')
ORDER BY id FOR UPDATE
"""


async def lock_judged(connection: Connection, person_ids: Collection[UUID]) -> list[Card]:
    """Lock the cards of people of which the bank has said whose they are."""
    return [_card(row) for row in await connection.fetch(LOCK_JUDGED, list(person_ids))]


KEPT = """
SELECT * FROM card WHERE person_id = $1 AND kept_at IS NOT NULL ORDER BY kept_at, id
"""


async def kept(connection: Connection, person_id: UUID) -> list[Card]:
    """Return the cards that somebody keeps, the oldest first."""
    return [_card(row) for row in await connection.fetch(KEPT, person_id)]


BY_ID = "SELECT * FROM card WHERE id = $1 AND person_id = $2 AND kept_at IS NOT NULL"


async def kept_one(connection: Connection | Pool, card_id: UUID, person_id: UUID) -> Card | None:
    """Find a card that a person keeps."""
    row = await connection.fetchrow(BY_ID, card_id, person_id)
    return _card(row) if row else None


FIND = "SELECT * FROM card WHERE person_id = $1 AND card_hash = $2 FOR UPDATE"


async def find(connection: Connection, person_id: UUID, card_hash: str) -> Card | None:
    """Lock a person's card by its number's hash."""
    row = await connection.fetchrow(FIND, person_id, card_hash)
    return _card(row) if row else None


SET_KEPT = """
UPDATE card SET kept_at = $3 WHERE id = $1 AND person_id = $2 RETURNING *
"""


async def set_kept(
    connection: Connection, card_id: UUID, person_id: UUID, kept_at: datetime | None
) -> Card | None:
    """Keep a card of a person from now on, or no longer; None where it is nobody's or another's."""
    row = await connection.fetchrow(SET_KEPT, card_id, person_id, kept_at)
    return _card(row) if row else None


LOCK_OLD = """
SELECT * FROM card
WHERE (kept_at IS NOT NULL AND state = 'verified' AND verified_on <= $1)
   OR (state IN ('naming', 'asked') AND asked_at <= $2)
ORDER BY id
LIMIT $3
FOR UPDATE SKIP LOCKED
"""


async def lock_old(
    connection: Connection, verified_until: date, asked_until: datetime, limit: int
) -> list[Card]:
    """Lock kept cards whose verification aged, and those of whose question nothing was heard."""
    rows = await connection.fetch(LOCK_OLD, verified_until, asked_until, limit)
    return [_card(row) for row in rows]


def _card(row: "asyncpg.Record") -> Card:
    values = {name: row[name] for name in _NAMES}
    return Card(**values | {"state": CardState(row["state"])})
