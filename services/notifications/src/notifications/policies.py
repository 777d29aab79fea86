"""By which rows notifications decides: the release's, and those that two people put in force (ADR 61).

What migrations put into these tables is digested in `policies.txt`, which `make generate` writes.
"""

from shared.sealing.policies import PolicyTable, proposal_policy, shipped_by

SHIPPED = shipped_by("notifications")
WORDING = PolicyTable(
    "wording", ("template", "effective_from", "wording", "source"), SHIPPED["wording"]
)
PROPOSAL_POLICY = proposal_policy(SHIPPED)
POLICIES = (WORDING, PROPOSAL_POLICY)
