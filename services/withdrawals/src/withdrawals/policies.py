"""By which rows withdrawals decides: those that the release ships, and those a centre has adopted (ADR 55).

What migrations put into these tables is digested in `policies.txt`, which `make generate` writes.
"""

from shared.sealing.policies import PolicyTable, proposal_policy, shipped_by

SHIPPED = shipped_by("withdrawals")
POLICY = PolicyTable(
    "policy",
    ("kind", "effective_from", "document_number", "parameters"),
    SHIPPED["policy"],
)
PROPOSAL_POLICY = proposal_policy(SHIPPED)
POLICIES = (POLICY, PROPOSAL_POLICY)
