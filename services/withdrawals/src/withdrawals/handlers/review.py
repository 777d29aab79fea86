"""Review by two people: a maker proposes, another person confirms or sends it back (R-WDR-8)."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

import asyncpg

from shared.messaging.unit import Unit
from withdrawals import decisions
from withdrawals.domain import ApplicationId, Case, State
from withdrawals.errors import Reason, Refused
from withdrawals.handlers.moves import carry_out
from withdrawals.store import applications as store
from withdrawals.store import rulebooks


class Proposal(StrEnum):
    """What a maker proposes (初审意见)."""

    APPROVE = "approve"
    REJECT = "reject"


@dataclass(frozen=True)
class Reviewer:
    """A member of staff who gives an opinion."""

    id: UUID
    name: str

    @property
    def actor(self) -> str:
        """How the history names the person."""
        return f"staff:{self.id}"


PROPOSE = """
UPDATE review SET proposal = $2, proposed_by = $3, proposed_by_name = $4, proposed_at = $5,
                  proposal_text = $6
WHERE application_id = $1 AND closed_at IS NULL
"""


async def propose(
    unit: Unit, application_id: UUID, reviewer: Reviewer, proposal: Proposal, opinion: str
) -> Case:
    """Record the maker's proposal; a later one replaces it until it is confirmed."""
    case, _ = await _in_review(unit, application_id)
    await unit.connection.execute(
        PROPOSE,
        application_id,
        proposal.value,
        reviewer.id,
        reviewer.name,
        unit.clock.now(),
        opinion,
    )
    await _keep_opinion(unit, case, reviewer, f"propose_{proposal.value}", opinion)
    return case


READ = "SELECT proposal, proposed_by, proposal_text FROM review WHERE application_id = $1"

CONFIRM = """
UPDATE review SET confirmed_by = $2, closed_at = $3
WHERE application_id = $1 AND closed_at IS NULL
"""


async def confirm(
    unit: Unit, application_id: UUID, reviewer: Reviewer, proposal: Proposal, opinion: str
) -> Case:
    """A checker agrees with the proposal seen: it takes effect; raises `SAME_PERSON`."""
    case, locked = await _in_review(unit, application_id)
    row = await _proposed(unit, application_id, reviewer)
    if row["proposal"] != proposal.value:
        raise Refused(Reason.NO_PROPOSAL)
    await _keep_opinion(unit, case, reviewer, "confirm", opinion)
    await unit.connection.execute(CONFIRM, application_id, reviewer.id, unit.clock.now())
    moment = await rulebooks.moment(unit, locked.rule_book_version)
    if proposal is Proposal.APPROVE:
        ban = locked.bans[case.id]
        move = decisions.review_approved(case, ban, reviewer.actor, moment)
    else:
        move = decisions.review_rejected(case, row["proposal_text"], reviewer.actor, moment)
    await carry_out(unit, locked.cases, [move])
    return move.case


SEND_BACK = """
UPDATE review SET proposal = NULL, proposed_by = NULL, proposed_by_name = NULL, proposed_at = NULL,
                  proposal_text = NULL
WHERE application_id = $1 AND closed_at IS NULL
"""


async def send_back(unit: Unit, application_id: UUID, reviewer: Reviewer, opinion: str) -> Case:
    """A checker disagrees: the case waits for another proposal; the opinion stays visible."""
    case, _ = await _in_review(unit, application_id)
    await _proposed(unit, application_id, reviewer)
    await unit.connection.execute(SEND_BACK, application_id)
    await _keep_opinion(unit, case, reviewer, "send_back", opinion)
    return case


async def _in_review(unit: Unit, application_id: UUID) -> tuple[Case, store.Locked]:
    locked = await store.lock(unit.connection, [application_id])
    case = locked.cases.get(ApplicationId(application_id))
    if case is None:
        raise Refused(Reason.NOT_FOUND)
    if case.state is not State.IN_REVIEW:
        raise Refused(Reason.NOT_IN_REVIEW)
    return case, locked


async def _proposed(unit: Unit, application_id: UUID, reviewer: Reviewer) -> "asyncpg.Record":
    row = await unit.connection.fetchrow(READ, application_id)
    if row is None or row["proposal"] is None:
        raise Refused(Reason.NO_PROPOSAL)
    if row["proposed_by"] == reviewer.id:
        raise Refused(Reason.SAME_PERSON)
    return row


KEEP_OPINION = """
INSERT INTO review_opinion (
    application_id, person_id, staff_id, staff_name, verdict, opinion, given_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""


async def _keep_opinion(
    unit: Unit, case: Case, reviewer: Reviewer, verdict: str, opinion: str
) -> None:
    await unit.connection.execute(
        KEEP_OPINION,
        case.id,
        case.person_id,
        reviewer.id,
        reviewer.name,
        verdict,
        opinion,
        unit.clock.now(),
    )
