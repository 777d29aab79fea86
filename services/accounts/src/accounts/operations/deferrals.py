"""A deferral (缓缴) of an employer: reviewed by one of the centre, agreed by a senior (R-DEP-9)."""

from accounts.access import decided_by
from accounts.handlers import deferrals as handlers
from accounts.handlers import hardship
from accounts.shapes.deferrals import DeferralProposal
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine(unit: Unit, body: DeferralProposal, _by: Principal) -> Facts:
    if body.request_id is not None:
        await hardship.locked(unit, body.request_id)
    await handlers.check(unit, body.employer_number, body.asked())
    summary = (
        f"单位{body.employer_number}缓缴，{body.from_month}至{body.until_month}，"
        f"决议{body.resolution_number}"
    )
    return Facts(body.employer_number, summary)


async def _agree(unit: Unit, body: DeferralProposal, decision: Decision) -> None:
    signed_by = (decision.maker_id, decision.checker_id)
    await handlers.agree(
        unit, body.employer_number, body.asked(), body.resolution_number, signed_by
    )
    if body.request_id is not None:
        await hardship.agreed(unit, body.request_id, decision.proposal_id, decided_by(decision))


DEFER = Operation("employer.defer", "缓缴", DeferralProposal, _examine, _agree)
OPERATIONS = (DEFER,)
