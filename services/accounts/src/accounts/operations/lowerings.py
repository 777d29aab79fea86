"""A lower ratio (降低缴存比例) of an employer: reviewed by one, agreed by a senior (R-DEP-9)."""

from accounts.access import decided_by
from accounts.handlers import hardship
from accounts.handlers import lowerings as handlers
from accounts.shapes.lowerings import LoweringProposal
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine(unit: Unit, body: LoweringProposal, _by: Principal) -> Facts:
    if body.request_id is not None:
        await hardship.locked(unit, body.request_id)
    await handlers.check(unit, body.employer_number, body.asked())
    percents = f"{body.employer_ratio_bp / 100:g}%+{body.employee_ratio_bp / 100:g}%"
    summary = (
        f"单位{body.employer_number}缴存比例降至{percents}，{body.from_month}至{body.until_month}，"
        f"决议{body.resolution_number}"
    )
    return Facts(body.employer_number, summary)


async def _agree(unit: Unit, body: LoweringProposal, decision: Decision) -> None:
    signed_by = (decision.maker_id, decision.checker_id)
    await handlers.agree(
        unit,
        body.employer_number,
        body.asked(),
        body.resolution_number,
        signed_by,
        actor=decided_by(decision).name,
    )
    if body.request_id is not None:
        await hardship.agreed(unit, body.request_id, decision.proposal_id, decided_by(decision))


LOWER = Operation("employer.lower_ratio", "降低缴存比例", LoweringProposal, _examine, _agree)
OPERATIONS = (LOWER,)
