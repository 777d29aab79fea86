"""What employers in hardship ask for online, and the files of it. Set-based."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from accounts.rules.deferral import Deferral
from accounts.rules.hardship import NewPaper, NewRequest, RequestState
from accounts.store.rows import HardshipRow
from shared.base.db import Connection, typed_or_none

WAITING_PAPERS = """
SELECT count(*) FROM hardship_paper WHERE employer_number = $1 AND request_id IS NULL
"""


async def waiting_papers(connection: Connection, employer_number: str) -> int:
    """How many files of a locked employer no request names yet."""
    return int(await connection.fetchval(WAITING_PAPERS, employer_number))


ADD_PAPER = """
INSERT INTO hardship_paper (id, employer_number, name, sent_bytes, sent_sha256, content_sealed, uploaded_by,
                            uploaded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


async def add_paper(connection: Connection, new: NewPaper) -> None:
    """Keep a file."""
    await connection.execute(
        ADD_PAPER, new.id, new.employer_number, new.name, new.sent_bytes, new.sent_sha256,
        new.content_sealed, new.uploaded_by, new.uploaded_at,
    )  # fmt: skip


ADD = """
INSERT INTO hardship_request (id, employer_number, kind, from_month, until_month, catch_up_by,
    employer_ratio_bp, employee_ratio_bp, resolution_number, resolution_on, words, state, asked_by, asked_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open', $12, $13)
ON CONFLICT (employer_number, kind) WHERE state = 'open' DO NOTHING RETURNING id
"""


async def add(connection: Connection, new: NewRequest) -> bool:
    """Keep a request; False where one of its kind is open."""
    wanted, terms = new.wanted, new.wanted.terms
    pair = (None, None) if isinstance(terms, Deferral) else terms.pair_bp
    catch_up_by = terms.catch_up_by if isinstance(terms, Deferral) else None
    values = (
        new.id, new.employer_number, wanted.kind.value, terms.first.first, terms.last.first, catch_up_by,
        *pair, wanted.resolution_number, terms.resolution_on, wanted.words, new.asked_by, new.asked_at,
    )  # fmt: skip
    return await connection.fetchval(ADD, *values) is not None


CLAIM_PAPERS = """
UPDATE hardship_paper SET request_id = $1
WHERE id = ANY($2::uuid[]) AND employer_number = $3 AND request_id IS NULL
"""


async def claim_papers(
    connection: Connection, request_id: UUID, papers: Sequence[UUID], employer_number: str
) -> int:
    """Let a request name files of the employer that none names; return how many there were."""
    tag = await connection.execute(CLAIM_PAPERS, request_id, list(papers), employer_number)
    return int(tag.rpartition(" ")[2])


EMPLOYER_OF = "SELECT employer_number FROM hardship_request WHERE id = $1"


async def employer_of(connection: Connection, request_id: UUID) -> str | None:
    """Return whose request it is; it never changes."""
    found: str | None = await connection.fetchval(EMPLOYER_OF, request_id)
    return found


LOCK = """
SELECT request.id, employer_number, request.kind, from_month, until_month, catch_up_by, employer_ratio_bp,
       employee_ratio_bp, resolution_number, resolution_on, request.state,
       coalesce(proposal.state = 'open' AND proposal.expires_at > $2, false) AS proposed
FROM hardship_request AS request LEFT JOIN proposal ON proposal.id = request.proposal_id
WHERE request.id = $1 FOR UPDATE OF request
"""


async def lock(connection: Connection, request_id: UUID, now: datetime) -> HardshipRow | None:
    """Lock a request; whether it waits for a checker at an instant comes with it."""
    return typed_or_none(HardshipRow, await connection.fetchrow(LOCK, request_id, now))


PUT_TO_CHECKER = "UPDATE hardship_request SET proposal_id = $2 WHERE id = $1"


async def put_to_checker(connection: Connection, request_id: UUID, proposal_id: UUID) -> None:
    """Note by which proposal a locked request waits for its decision."""
    await connection.execute(PUT_TO_CHECKER, request_id, proposal_id)


END = """
UPDATE hardship_request
SET state = $2, answer = $3, ended_by = $4, ended_at = $5, proposal_id = coalesce($6, proposal_id)
WHERE id = $1
"""


async def end(
    connection: Connection,
    request_id: UUID,
    state: RequestState,
    by: str,
    now: datetime,
    *,
    answer: str | None = None,
    proposal_id: UUID | None = None,
) -> None:
    """End a locked request."""
    await connection.execute(END, request_id, state.value, answer, by, now, proposal_id)


DELETE_UNCLAIMED = """
DELETE FROM hardship_paper WHERE id IN (
    SELECT id FROM hardship_paper WHERE request_id IS NULL AND uploaded_at < $1
    ORDER BY uploaded_at LIMIT 100 FOR UPDATE SKIP LOCKED
)
"""
EMPTY_ENDED = """
UPDATE hardship_paper SET content_sealed = NULL, gone_at = $2 WHERE id IN (
    SELECT paper.id FROM hardship_paper AS paper
    JOIN hardship_request AS request ON request.id = paper.request_id
    WHERE paper.gone_at IS NULL AND request.state IN ('returned', 'withdrawn') AND request.ended_at < $1
    LIMIT 100 FOR UPDATE OF paper SKIP LOCKED
)
"""


async def forget_papers(
    connection: Connection, unclaimed_before: datetime, ended_before: datetime, now: datetime
) -> int:
    """Delete files that no request names, and what is in those of requests that came to nothing."""
    tags = (
        await connection.execute(DELETE_UNCLAIMED, unclaimed_before),
        await connection.execute(EMPTY_ENDED, ended_before, now),
    )
    return sum(int(tag.rpartition(" ")[2]) for tag in tags)
