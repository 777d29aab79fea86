"""By which rows loans decides: those that the release ships, and those a centre has adopted (ADR 55).

What migrations put into these tables is digested in `policies.txt`, which `make generate` writes.
"""

from shared.sealing.policies import PolicyTable, proposal_policy, shipped_by

SHIPPED = shipped_by("loans")
LOAN_RATE = PolicyTable(
    "loan_rate",
    ("effective_from", "home", "rate_type", "annual_rate", "source"),
    SHIPPED["loan_rate"],
)
LOAN_POLICY = PolicyTable(
    "loan_policy",
    (
        "effective_from",
        "penalty_factor",
        "penalty_on_interest",
        "payoff_for_co_borrower",
        "source",
        "debit_days",
        "due_soon_days",
        "early_per_month",
        "early_minimum_fen",
        "decide_days",
    ),
    SHIPPED["loan_policy"],
)
PROPOSAL_POLICY = proposal_policy(SHIPPED)
POLICIES = (LOAN_RATE, LOAN_POLICY, PROPOSAL_POLICY)
