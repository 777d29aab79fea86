"""HTTP about corrections of booked contributions (错缴更正)."""

from fastapi import APIRouter, Response

from accounts.access import MakerPost
from accounts.operations import corrections as operations
from accounts.shapes import corrections as shapes
from accounts.shapes import fields
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["错缴更正"])


@router.post(
    "/accounts/{account_number}/corrections",
    status_code=202,
    response_model=ProposalAnswer,
    summary="申请错缴更正",
)
async def correct(
    account_number: fields.Number, body: shapes.CorrectionBody, caller: MakerPost
) -> Response:
    """Propose to move a wrong contribution where it belongs, by reversal and a new entry (R-CHG-2)."""
    return await answer_proposed(caller, operations.CORRECT, body, account_number=account_number)
