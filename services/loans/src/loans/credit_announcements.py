"""The question that loans asks credit; pure."""

from datetime import date
from uuid import UUID, uuid5

from shared.messages.credit_checks import CreditMatter, LoanCreditAsked

OF_CONTRACTS = UUID("0a1f3f62-5f5b-4a0d-8a2d-7e5a0f7a9d02")
"""One question for a contract, a person and a day: the same again is the same (R-CRD-30)."""


def loan_credit_asked(contract_number: str, person_id: UUID, today: date) -> LoanCreditAsked:
    """Somebody is to be a party of a contract: what does 信用德州 know? Who decides sees it (R-CRD-3)."""
    return LoanCreditAsked(
        check_id=uuid5(OF_CONTRACTS, f"{contract_number} {person_id} {today}"),
        matter=CreditMatter.LOAN_CONTRACT,
        matter_id=contract_number,
        asked_on=today,
        person_id=person_id,
    )
