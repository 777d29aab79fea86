"""What citizens sent to 12329, and what each phone was answered lately."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from notifications.rules.commands import Business
from shared.base.db import Connection


@dataclass(frozen=True, repr=False)
class IncomingText:
    """A text that a citizen sent."""

    mo_id: uuid.UUID
    phone: str
    phone_sealed: str
    phone_hash: str
    phone_tail: str
    body_sealed: str
    body_hash: str
    command: str
    about: Business | None
    """The business that it names, which is not kept apart."""


@dataclass
class Recent:
    """What a phone has sent lately, and what it was answered."""

    bodies: set[str] = field(default_factory=set)
    """Hashes of what came just now: the same again is the same text, delivered twice."""
    answers: int = 0
    """In the last hour."""
    menus: int = 0
    """Of these: to what was no command."""


RECENT_FROM_PHONES = """
SELECT phone_hash, array_remove(array_agg(CASE WHEN received_at > $2 THEN body_hash END), NULL),
       count(*) FILTER (WHERE answered), count(*) FILTER (WHERE answered AND command = 'unknown')
FROM mo_text WHERE phone_hash = ANY($1::text[]) AND received_at > $3 GROUP BY phone_hash
"""


async def recent_from_phones(
    connection: Connection,
    phone_hashes: Sequence[str],
    just_now: datetime,
    last_hour: datetime,
) -> dict[str, Recent]:
    """What these phones have sent since then; who has sent nothing is missing."""
    rows = await connection.fetch(RECENT_FROM_PHONES, phone_hashes, just_now, last_hour)
    return {phone: Recent(set(bodies), *rest) for phone, bodies, *rest in rows}


KEEP_INCOMING = """
INSERT INTO mo_text (mo_id, phone_sealed, phone_hash, phone_tail, body_sealed, body_hash,
                     command, answered, received_at)
SELECT *, $9 FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                         $7::text[], $8::boolean[])
"""


async def keep(
    connection: Connection, texts: Sequence[tuple[IncomingText, bool]], now: datetime
) -> None:
    """Keep what citizens sent, and whether it is answered."""
    await connection.execute(
        KEEP_INCOMING,
        [text.mo_id for text, _ in texts],
        [text.phone_sealed for text, _ in texts],
        [text.phone_hash for text, _ in texts],
        [text.phone_tail for text, _ in texts],
        [text.body_sealed for text, _ in texts],
        [text.body_hash for text, _ in texts],
        [text.command for text, _ in texts],
        [answered for _, answered in texts],
        now,
    )
