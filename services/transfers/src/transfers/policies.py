"""By which rows transfers decides: those that the release ships, and those a centre has adopted (ADR 55).

What migrations put into these tables is digested in `policies.txt`, which `make generate` writes.
"""

from shared.sealing.policies import PolicyTable, proposal_policy, shipped_by

SHIPPED = shipped_by("transfers")
LETTER_POLICY = PolicyTable(
    "letter_policy",
    ("effective_from", "months_deposited", "review_from_fen", "overdue_days", "document_number"),
    SHIPPED["letter_policy"],
)
POLICIES = (LETTER_POLICY, proposal_policy(SHIPPED))
