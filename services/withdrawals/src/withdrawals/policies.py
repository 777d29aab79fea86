"""By which rows withdrawals decides: those that the release ships, and those a centre has adopted (ADR 54).

What migrations put into these tables is digested here; `tests/contract/test_policies.py` says what changed.
"""

from shared.sealing.policies import PolicyTable

POLICY = PolicyTable("policy", ("kind", "effective_from", "document_number", "parameters"))
POLICIES = (POLICY,)
