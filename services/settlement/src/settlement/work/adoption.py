"""Conclusions that waited for their second person when proposals became one mechanism; each once."""

import uuid
from datetime import timedelta

from settlement.operations import CONCLUDE, facts_of
from settlement.shapes import ConclusionProposal
from settlement.store import conclusions, orders
from settlement.store.conclusions import Waiting
from shared.messaging.unit import Unit
from shared.proposals import rules
from shared.proposals import store as proposals
from shared.proposals.rules import State
from shared.proposals.store import Proposal


async def adopt(unit: Unit) -> int:
    """Let every conclusion that waits be decided as a proposal; return how many there were."""
    waiting = await conclusions.lock_waiting(unit.connection)
    for one in waiting:
        made = await _proposal(unit, one)
        await proposals.add(unit.connection, made)
        await conclusions.note_adopted(unit.connection, one.id, made.id)
    return len(waiting)


async def _proposal(unit: Unit, one: Waiting) -> Proposal:
    order = (await orders.lock(unit.connection, [one.order_id]))[one.order_id]
    facts, now = facts_of(order, one.outcome), unit.clock.now()
    policies = await proposals.policies(unit.connection, CONCLUDE.kind)
    policy = rules.policy_for(policies, facts.amount_fen, unit.clock.today())
    body = ConclusionProposal(order_id=one.order_id, outcome=one.outcome, reason=one.explanation)
    proposal_id = uuid.uuid4()
    return Proposal(
        id=proposal_id,
        kind=CONCLUDE.kind,
        subject=facts.subject,
        state=State.OPEN,
        person_ids=(),
        amount_fen=facts.amount_fen,
        body_sealed=unit.personal_data.seal(
            body.model_dump_json(), proposals.SEALED_BODY, proposal_id
        ),
        summary=facts.summary,
        reason=one.explanation,
        evidence=(),
        decider=policy.decider,
        newcomer_days=policy.newcomer_days,
        proposed_by=one.proposed_by,
        proposed_by_name=one.proposed_by_name,
        proposed_by_person=None,
        proposed_at=one.proposed_at,
        expires_at=now + timedelta(hours=policy.deadline_hours),
    )
