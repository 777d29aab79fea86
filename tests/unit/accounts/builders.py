"""Facts with believable defaults."""

import uuid
from datetime import date
from typing import Any

from accounts.domain import AccountFacts, AccountNumber, AccountState
from shared.messages.withdrawals import FundsConditions

TODAY = date(2019, 8, 29)
CLOSING = FundsConditions(closing=True, sealed_required=True)


def facts(**changes: Any) -> AccountFacts:
    usual: dict[str, Any] = {
        "person_id": uuid.UUID(int=1),
        "account_number": AccountNumber("371410000001"),
        "ledger_account_id": 7,
        "state": AccountState.SEALED,
        "balance_fen": 6_000_000,
        "frozen_fen": 0,
        "opened_on": date(2015, 3, 1),
        "paid_up_to": date(2019, 7, 1),
        "sealed_on": date(2019, 8, 5),
        "sealed_month": date(2019, 8, 1),
        "seal_reason": "retired",
        "in_confirmed_list": False,
        "interest_fen": 1_234,
        "retained_deposits_fen": 0,
        "current_deposit_fen": 96_000,
    }
    return AccountFacts(**(usual | changes))


def repaid_loan(cap_fen: int | None = 22_125_422, **changes: Any) -> FundsConditions:
    """Conditions of a withdrawal of type 5, payoff in August 2019."""
    usual: dict[str, Any] = {
        "closing": False,
        "sealed_required": False,
        "cap_fen": cap_fen,
        "retained_months": 3,
        "retained_before": "2019-08",
    }
    return FundsConditions.model_validate(usual | changes)
