"""By which rows accounts decides: those that the release ships, and those a centre has adopted (ADR 55).

What migrations put into these tables is digested in `policies.txt`, which `make generate` writes.
"""

from shared.sealing.policies import PolicyTable, proposal_policy, shipped_by

SHIPPED = shipped_by("accounts")
DEPOSIT_POLICY = PolicyTable(
    "deposit_policy",
    (
        "effective_from",
        "ratio_min_bp",
        "ratio_max_bp",
        "base_min_fen",
        "base_max_fen",
        "rounding",
        "document_number",
    ),
    SHIPPED["deposit_policy"],
)
INTEREST_RATE = PolicyTable(
    "interest_rate",
    ("effective_from", "rate", "document_number"),
    SHIPPED["interest_rate"],
)
MISSED_MONTH_POLICY = PolicyTable(
    "missed_month_policy",
    ("effective_from", "tell_after_days", "document_number"),
    SHIPPED["missed_month_policy"],
)
DUNNING_POLICY = PolicyTable(
    "dunning_policy",
    ("effective_from", "first_after_days", "second_after_days", "pay_within_days"),
    SHIPPED["dunning_policy"],
)
TRANSFER_POLICY = PolicyTable(
    "transfer_policy",
    ("effective_from", "consent_days", "release_working_days"),
    SHIPPED["transfer_policy"],
)
DISTRIBUTION_POLICY = PolicyTable(
    "distribution_policy",
    ("effective_from", "reserve_share_bp", "reserve_loans_bp", "document_number"),
    SHIPPED["distribution_policy"],
)
PENALTY_POLICY = PolicyTable(
    "penalty_policy",
    ("effective_from", "cause", "least_fen", "most_fen", "basis"),
    SHIPPED["penalty_policy"],
)
LEDGER_SUBJECT = PolicyTable(
    "ledger_subject", ("code", "name", "class", "by_hand"), SHIPPED["ledger_subject"]
)
SUBJECT_OF_KIND = PolicyTable("subject_of_kind", ("kind", "subject"), SHIPPED["subject_of_kind"])
PROPOSAL_POLICY = proposal_policy(SHIPPED)
POLICIES = (
    DEPOSIT_POLICY,
    INTEREST_RATE,
    MISSED_MONTH_POLICY,
    DUNNING_POLICY,
    TRANSFER_POLICY,
    DISTRIBUTION_POLICY,
    PENALTY_POLICY,
    LEDGER_SUBJECT,
    SUBJECT_OF_KIND,
    PROPOSAL_POLICY,
)
