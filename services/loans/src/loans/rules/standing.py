"""What a withdrawal is told of somebody's fund loans before it is decided; pure (R-WDR-4, 10, 38, 39)."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Protocol

from loans.domain.answers import Debts, PayoffAnswer
from shared.messages.facts import HomeLoanTold, LoanPaymentTold
from shared.messages.inquiries import LoanStandingTold
from shared.messages.loans import RepaymentSource


class Row(Protocol):
    """What a query has returned, by column."""

    def __getitem__(self, column: str, /) -> Any:
        """The value of a column."""


def home_loans(
    loans: Sequence[Row], payments: Sequence[Row], owing: Collection[str]
) -> list[HomeLoanTold]:
    """Put loans and their payments together; an offset is no payment of own money (R-WDR-38)."""
    return [
        HomeLoanTold(
            contract_number=loan["contract_number"],
            instalment_fen=loan["level_fen"],
            balance_fen=loan["balance_fen"],
            arrears=loan["contract_number"] in owing,
            offset=loan["offset"],
            paid_off_on=loan["settled_on"],
            payments=[
                LoanPaymentTold(
                    number=row["serial"],
                    paid_on=row["booked_on"],
                    fen=row["fen"],
                    own_fen=0 if row["source"] == RepaymentSource.ACCOUNT else row["fen"],
                )
                for row in payments
                if row["contract_number"] == loan["contract_number"]
            ],
        )
        for loan in loans
    ]


def standing_told(
    debts: Debts, payoff: PayoffAnswer, loans: list[HomeLoanTold], now: datetime
) -> LoanStandingTold:
    """Put what is owed and what was paid off together."""
    certified = payoff.contract_number is not None and payoff.settled_on is not None
    denied = "no_loan" if payoff.contract_number is None else "loan_not_paid_off"
    repaid = (payoff.principal_repaid_fen or 0) + (payoff.interest_repaid_fen or 0)
    return LoanStandingTold(
        inquiry_id=debts.application_id,
        person_id=debts.person_id,
        told_at=now,
        unpaid_as_borrower=debts.as_borrower,
        unpaid_as_co_borrower=debts.as_co_borrower,
        unpaid_as_guarantor=debts.as_guarantor,
        payoff_denied=None if certified else denied,
        payoff_contract=payoff.contract_number if certified else None,
        payoff_settled_on=payoff.settled_on if certified else None,
        payoff_repaid_fen=repaid if certified else None,
        payoff_offset_ever=bool(payoff.offset_agreement_ever) if certified else None,
        loans=loans,
    )
