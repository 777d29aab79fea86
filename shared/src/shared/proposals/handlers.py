"""The life of a proposal: proposed, then decided by another person, taken back, or out of time."""

import uuid
from collections.abc import Mapping
from datetime import timedelta

from pydantic import BaseModel

from shared.identity.principal import STAFF, Principal
from shared.messaging.unit import Unit
from shared.proposals import papers, rules, store
from shared.proposals.errors import Reason, Refused
from shared.proposals.operation import Decision, Operation
from shared.proposals.rules import State
from shared.proposals.store import Proposal


async def propose(
    unit: Unit,
    operation: Operation,
    body: BaseModel,
    maker: Principal,
    *,
    reason: str,
    evidence: tuple[str, ...] = (),
) -> Proposal:
    """Keep what somebody wants done until another person decides; nothing else changes.

    Raises what the operation's examination does, `ALREADY_PROPOSED`, and what `rules.check_maker` does.
    """
    facts = await operation.examine(unit, body, maker)
    now = unit.clock.now()
    policies = await store.policies(unit.connection, operation.kind)
    policy = rules.policy_for(policies, facts.amount_fen, unit.clock.today())
    rules.check_maker(maker, policy, facts.person_ids, evidence, now)
    await store.expire_subject(unit.connection, operation.kind, facts.subject, now)
    proposal_id = uuid.uuid4()
    made = Proposal(
        id=proposal_id,
        kind=operation.kind,
        subject=facts.subject,
        state=State.OPEN,
        person_ids=tuple(sorted(facts.person_ids)),
        amount_fen=facts.amount_fen,
        body_sealed=unit.personal_data.seal(body.model_dump_json(), store.SEALED_BODY, proposal_id),
        summary=facts.summary,
        reason=reason,
        evidence=evidence,
        decider=policy.decider,
        newcomer_days=policy.newcomer_days,
        proposed_by=maker.identity_id,
        proposed_by_name=maker.name,
        proposed_by_person=maker.own_person_id,
        proposed_at=now,
        expires_at=now + timedelta(hours=policy.deadline_hours),
        scan_needed=operation.scanned(body),
    )
    if not await store.add(unit.connection, made):
        raise Refused(Reason.ALREADY_PROPOSED)
    return made


async def decide(
    unit: Unit,
    operations: Mapping[str, Operation],
    proposal_id: uuid.UUID,
    checker: Principal,
    *,
    agree: bool,
    reason: str | None,
) -> Proposal:
    """Execute a proposal, once and in this transaction, or send it back.

    Raises `UNKNOWN_PROPOSAL`, `SCAN_NEEDED`, what `rules.check_checker` does, and what the operation
    refuses by now.
    """
    found = await _locked(unit, proposal_id)
    maker = await store.standing(unit.connection, found.proposed_by)
    operation, now = operations[found.kind], unit.clock.now()
    if checker.role not in operation.deciders:
        raise Refused(Reason.NOT_ENTITLED)
    rules.check_checker(checker, found.proposed, maker, now, makers=operation.makers, agree=agree)
    if agree and found.scan_needed and not await papers.of_proposals(unit.connection, [found.id]):
        raise Refused(Reason.SCAN_NEEDED)
    result = await _execute(unit, operation, found, checker) if agree else None
    state = State.EXECUTED if agree else State.REJECTED
    return await _decided(unit, found, state, checker, reason=reason, result=result)


async def _execute(
    unit: Unit, operation: Operation, found: Proposal, checker: Principal
) -> str | None:
    clear = unit.personal_data.open(found.body_sealed, store.SEALED_BODY, found.id)
    body = operation.body.model_validate_json(clear)
    facts = await operation.examine(unit, body, checker)
    if checker.own_person_id in facts.person_ids:
        raise Refused(Reason.OWN_AFFAIR)
    decision = Decision(
        found.id,
        found.proposed_by,
        found.proposed_by_name,
        checker.identity_id,
        checker.name,
        found.reason,
        found.evidence,
    )
    result = await operation.execute(unit, body, decision)
    return result.model_dump_json() if result is not None else None


async def withdraw(
    unit: Unit,
    operations: Mapping[str, Operation],
    proposal_id: uuid.UUID,
    maker: Principal,
) -> Proposal:
    """Take back what one has proposed; raises `UNKNOWN_PROPOSAL`, `NOT_THE_MAKER`, `ALREADY_DECIDED`."""
    found = await _locked(unit, proposal_id)
    if found.proposed_by != maker.identity_id:
        known = maker.role in STAFF and maker.role in operations[found.kind].makers
        raise Refused(Reason.NOT_THE_MAKER if known else Reason.UNKNOWN_PROPOSAL)
    if found.state is not State.OPEN:
        raise Refused(Reason.ALREADY_DECIDED)
    return await _decided(unit, found, State.WITHDRAWN, maker)


async def void(unit: Unit, operation: Operation, subject: str, why: str) -> None:
    """End what is still open of an operation on a subject, where it has become pointless."""
    await store.void(unit.connection, operation.kind, subject, why, unit.clock.now())


async def _locked(unit: Unit, proposal_id: uuid.UUID) -> Proposal:
    found = await store.lock(unit.connection, proposal_id)
    if found is None:
        raise Refused(Reason.UNKNOWN_PROPOSAL)
    return found


async def _decided(
    unit: Unit,
    found: Proposal,
    state: State,
    by: Principal,
    *,
    reason: str | None = None,
    result: str | None = None,
) -> Proposal:
    await store.decide(
        unit.connection,
        found.id,
        state,
        by=by.identity_id,
        name=by.name,
        at=unit.clock.now(),
        reason=reason,
        result=result,
    )
    decided = await store.read(unit.connection, found.id)
    assert decided is not None, "proposals are kept"
    return decided
