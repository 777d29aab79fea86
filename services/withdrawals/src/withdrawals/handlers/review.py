"""Review by two people: a maker proposes, another person agrees and it takes effect (R-WDR-8)."""

from uuid import UUID

from shared.messaging.unit import Unit
from shared.proposals.operation import Decision
from withdrawals import decisions, mending
from withdrawals.domain import ApplicationId, Case, State, Verdict
from withdrawals.errors import Reason, Refused
from withdrawals.handlers import gathering
from withdrawals.handlers.moves import carry_out
from withdrawals.sealed import opened
from withdrawals.store import applications as store
from withdrawals.store import rulebooks

REVIEWED_IN = {
    Verdict.APPROVE: frozenset({State.IN_REVIEW}),
    Verdict.REJECT: frozenset({State.IN_REVIEW, State.PAPERS_IN_REVIEW}),
}
"""Where something may be proposed; what papers show is accepted otherwise (`handlers.papers`)."""


async def in_review(
    unit: Unit, application_id: UUID, verdict: Verdict
) -> tuple[Case, store.Locked]:
    """Lock an application that waits for staff; raises `NOT_FOUND`, `NOT_IN_REVIEW`, `CARD_UNREADABLE`."""
    locked = await store.lock(unit.connection, [application_id])
    case = locked.cases.get(ApplicationId(application_id))
    if case is None:
        raise Refused(Reason.NOT_FOUND)
    if case.state not in REVIEWED_IN[verdict]:
        raise Refused(Reason.NOT_IN_REVIEW)
    if verdict is Verdict.APPROVE and not opened(case, unit.personal_data).card_readable:
        raise Refused(Reason.CARD_UNREADABLE)
    return case, locked


CLOSE = """
UPDATE review
SET proposal = $2, proposed_by = $3, proposed_by_name = $4, proposal_text = $5, confirmed_by = $6,
    closed_at = $7, proposed_at = (SELECT proposed_at FROM proposal WHERE id = $8)
WHERE application_id = $1 AND closed_at IS NULL
"""


async def decide(unit: Unit, application_id: UUID, verdict: Verdict, decision: Decision) -> Case:
    """Let what two people agreed on take effect."""
    case, locked = await in_review(unit, application_id, verdict)
    await unit.connection.execute(
        CLOSE,
        application_id,
        verdict.value,
        decision.maker_id,
        decision.maker_name,
        decision.reason,
        decision.checker_id,
        unit.clock.now(),
        decision.proposal_id,
    )
    moment = await rulebooks.moment(unit, locked.rule_book_version)
    actor = f"staff:{decision.checker_id}"
    again = verdict is Verdict.APPROVE and await gathering.are_old(unit, case)
    if again:
        move = mending.ask_anew(case, actor, moment)
    elif verdict is Verdict.APPROVE:
        move = decisions.review_approved(case, locked.bans[case.id], actor, moment)
    else:
        move = decisions.review_rejected(case, decision.reason, actor, moment)
    await carry_out(unit, locked.cases, [move])
    if again:
        await gathering.ask_again(unit, case, {})
    return move.case
