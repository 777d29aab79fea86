"""By which rows accounts decides: those that the release ships, and those a centre has adopted (ADR 54).

What migrations put into these tables is digested here; `tests/contract/test_policies.py` says what changed.
"""

POLICIES = ()
