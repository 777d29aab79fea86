"""What the owners tell is for a document or for a code: each takes what it has asked for."""

from collections.abc import Sequence

from documents.handlers import gathering, showing
from shared.messages.accounts import ContributionFactsTold
from shared.messages.loans import LoanFactsTold
from shared.messaging.unit import Received, Unit


async def contributions_told(unit: Unit, batch: Sequence[Received[ContributionFactsTold]]) -> None:
    """Accounts has answered."""
    await gathering.contributions_told(unit, batch)
    await showing.contributions_told(unit, batch)


async def loans_told(unit: Unit, batch: Sequence[Received[LoanFactsTold]]) -> None:
    """Loans has answered."""
    await gathering.loans_told(unit, batch)
    await showing.loans_told(unit, batch)
