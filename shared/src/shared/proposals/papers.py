"""Scans (扫描件) of the papers that something is proposed on: attached by its maker, kept with it."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.base.db import Connection, Pool
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals import store
from shared.proposals.errors import Reason, Refused
from shared.proposals.rules import State
from shared.sealing.personal_data import PersonalData

CONTENT = "proposal_paper.content_sealed"
"""Where what is in a scan is sealed to its row."""
MOST = 20
"""Scans of one proposal."""


@dataclass(frozen=True, repr=False)
class Scan:
    """A file that was drawn anew and is to be kept."""

    id: UUID
    proposal_id: UUID
    name: str
    sent_bytes: int
    sent_sha256: str
    pdf: bytes


@dataclass(frozen=True)
class Attached:
    """A scan that lies with a proposal."""

    paper_id: UUID
    name: str
    uploaded_at: datetime


ADD = """
INSERT INTO proposal_paper (id, proposal_id, name, sent_bytes, sent_sha256, content_sealed, uploaded_by,
                            uploaded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


async def attach(unit: Unit, new: Scan, maker: Principal) -> Attached:
    """Keep a scan with what its maker has proposed.

    Raises `UNKNOWN_PROPOSAL`, `NOT_THE_MAKER`, `ALREADY_DECIDED`, `PROPOSAL_EXPIRED`, `TOO_MANY_SCANS`.
    """
    now = unit.clock.now()
    await _demand(unit, new.proposal_id, maker, now)
    content = unit.personal_data.seal(base64.b64encode(new.pdf).decode(), CONTENT, new.id)
    sent = (new.name, new.sent_bytes, new.sent_sha256)
    await unit.connection.execute(
        ADD, new.id, new.proposal_id, *sent, content, maker.identity_id, now
    )
    return Attached(new.id, new.name, now)


async def _demand(unit: Unit, proposal_id: UUID, maker: Principal, now: datetime) -> None:
    found = await store.lock(unit.connection, proposal_id)
    if found is None:
        raise Refused(Reason.UNKNOWN_PROPOSAL)
    if found.proposed_by != maker.identity_id:
        raise Refused(Reason.NOT_THE_MAKER)
    if found.state is not State.OPEN:
        raise Refused(Reason.ALREADY_DECIDED)
    if found.expires_at <= now:
        raise Refused(Reason.PROPOSAL_EXPIRED)
    there = await of_proposals(unit.connection, [proposal_id])
    if len(there.get(proposal_id, ())) >= MOST:
        raise Refused(Reason.TOO_MANY_SCANS, most=MOST)


OF_PROPOSALS = """
SELECT proposal_id, id AS paper_id, name, uploaded_at FROM proposal_paper
WHERE proposal_id = ANY($1::uuid[]) ORDER BY uploaded_at, id
"""


async def of_proposals(
    source: Connection | Pool, proposal_ids: Sequence[UUID]
) -> dict[UUID, list[Attached]]:
    """Name the scans of proposals, by proposal, first come first."""
    found: dict[UUID, list[Attached]] = {}
    for row in await source.fetch(OF_PROPOSALS, list(proposal_ids)):
        attached = Attached(row["paper_id"], row["name"], row["uploaded_at"])
        found.setdefault(row["proposal_id"], []).append(attached)
    return found


ONE = "SELECT content_sealed FROM proposal_paper WHERE id = $1 AND proposal_id = $2"


async def content(
    pool: Pool, data: PersonalData, proposal_id: UUID, paper_id: UUID
) -> bytes | None:
    """Read a scan, a PDF of pictures; None where there is none."""
    sealed = await pool.fetchval(ONE, paper_id, proposal_id)
    return base64.b64decode(data.open(sealed, CONTENT, paper_id)) if sealed is not None else None
