"""Loans of an older system that move in by files (期初): two people sign what the files add up to."""

from loans.handlers import moving_in_files
from loans.shapes.moving_in_files import SignatureProposal
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine(unit: Unit, body: SignatureProposal, _by: Principal) -> Facts:
    summary = await moving_in_files.examine(unit, body.batch_id, body.digest)
    return Facts(str(body.batch_id), summary)


async def _sign(unit: Unit, body: SignatureProposal, decision: Decision) -> None:
    signed_by = (decision.maker_id, decision.checker_id)
    await moving_in_files.sign(unit, body.batch_id, signed_by)


MOVE_IN_FILES = Operation(
    "loan.move_in_files", "移入期初贷款批次", SignatureProposal, _examine, _sign
)
