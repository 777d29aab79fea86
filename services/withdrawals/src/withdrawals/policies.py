"""By which rows withdrawals decides: those that the release ships, and those a centre has adopted (ADR 55).

What migrations put into these tables is digested in `policies.txt`, which `make generate` writes.
"""

from shared.sealing.policies import PolicyTable, shipped_by

SHIPPED = shipped_by("withdrawals")
POLICY = PolicyTable(
    "policy",
    ("kind", "effective_from", "document_number", "parameters"),
    SHIPPED["policy"],
)
PROPOSAL_POLICY = PolicyTable(
    "proposal_policy",
    (
        "kind",
        "effective_from",
        "from_fen",
        "decider",
        "deadline_hours",
        "newcomer_days",
        "evidence_needed",
    ),
    SHIPPED["proposal_policy"],
)
POLICIES = (POLICY, PROPOSAL_POLICY)
