"""Loans: answers whether a person still owes one."""

from collections import Counter

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.base.settings import ServiceSettings
from shared.messages.loans import LoanDebtChecked
from shared.messages.withdrawals import WithdrawalSubmitted

from .models import Loan
from .plumbing import Service, emit

service = Service("loans", ServiceSettings())


async def submitted(session: AsyncSession, event: WithdrawalSubmitted) -> None:
    """Count what is unpaid."""
    query = select(Loan.capacity).where(Loan.person_id == event.person_id, ~Loan.paid_off)
    owed = Counter(await session.scalars(query))
    emit(
        session,
        LoanDebtChecked(
            application_id=event.application_id,
            person_id=event.person_id,
            unpaid_as_borrower=owed["borrower"],
            unpaid_as_co_borrower=owed["co_borrower"],
            unpaid_as_guarantor=owed["guarantor"],
        ),
    )


service.listen("answer-withdrawal-questions", {WithdrawalSubmitted: submitted})

if __name__ == "__main__":
    service.run()
