"""By which rows accounts decides: those that the release ships, and those a centre has adopted (ADR 54).

What migrations put into these tables is digested here; `tests/contract/test_policies.py` says what changed.
"""

from shared.sealing.policies import PolicyTable

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
    frozenset(["709e0e237bd534fcb3df7b972407de84"]),
)
INTEREST_RATE = PolicyTable(
    "interest_rate",
    (
        "effective_from",
        "rate",
        "document_number",
    ),
    frozenset(["adc258d7a0a093109332418c7ee849cb", "f91264ba457fc58ad00f3ebf0fad31c9"]),
)
MISSED_MONTH_POLICY = PolicyTable(
    "missed_month_policy",
    (
        "effective_from",
        "tell_after_days",
        "document_number",
    ),
    frozenset(["6a86698ea8fbb15bac29d23a72a1d3c3"]),
)
TRANSFER_POLICY = PolicyTable(
    "transfer_policy",
    (
        "effective_from",
        "consent_days",
        "release_working_days",
    ),
    frozenset(["ffebd1cda433760838bb98dc7a617bb9"]),
)
DISTRIBUTION_POLICY = PolicyTable(
    "distribution_policy",
    (
        "effective_from",
        "reserve_share_bp",
        "reserve_loans_bp",
        "document_number",
    ),
    frozenset(["c0887c4881051f2e3d0d7c891d6703e6"]),
)
PENALTY_POLICY = PolicyTable(
    "penalty_policy",
    (
        "effective_from",
        "cause",
        "least_fen",
        "most_fen",
        "basis",
    ),
    frozenset(
        [
            "38aa4c4054020034361899bcadb9e67e",
            "5a210f6adfd9a6f8e19a40e13e73bcc3",
            "e394f2e8e4d55b9dca41a4493e384169",
            "f63a02331a15ae63fdc92e61de6bc86b",
        ]
    ),
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
    frozenset(
        [
            "09cb4d6821b99ee8448b053c74c2fceb",
            "17fd709b5f58bd15f0aecf1b21b4e0cc",
            "1878a965de886b94fd1c39f98de34c89",
            "208358bb9d0c61dceddde8ad0b406515",
            "21352a62d529c4e165b7a89309fa6563",
            "21c11b4880fa4ded82cf749280467fa9",
            "3bfbec2ec80b818764dcbb4da35337a9",
            "4ca62b89444e3098379776218faa95fb",
            "4ccf56c4e718c1e949d1c7dd053dc29f",
            "622a997847697a73a9ecfb9549ff3f10",
            "637d5678ccf62dffbcca650f2ee59a6b",
            "6f746329cc8c8e34e6bce2c6ba4dd0ca",
            "75e13a4ca447c549b00fd3c2d076db9f",
            "78530601b5bf6923e3580d232aea33ae",
            "78685d001f590bbc967ac2a75fb937f1",
            "7ac0de046742167e69b9e1d82b9a7c38",
            "86212347b203739ca7f679ec5c819b35",
            "8824d6c6f4c0490cdff95a02767fc544",
            "90e961338428152e3122ecedb5dc2c26",
            "95a4c6a07d75b3db59dfe71a8d808129",
            "9effc2674e05480a11e81641e49bffe0",
            "a9fe080fb372ccfbc72aaa45f325c089",
            "ad191b40d126f980a4e81271300c1257",
            "b2e9158f9f0293c6fd349b374a91fd4d",
            "b2f6d314d6e1757c2133789ae3b966e0",
            "b42587a6b6ef5c60c12c56b6acfa0ab2",
            "b769baab9597acf94b4e6c9fac5d5be5",
            "bafaf84fe8f52694510f345015c5c430",
            "c76c6f83332ce2f46e46d24a7181ac81",
            "c945fda83c54d8f0a82190add60c524f",
            "f17abe8cc4c98fad6245fcb61771c0cd",
        ]
    ),
)
POLICIES = (
    DEPOSIT_POLICY,
    INTEREST_RATE,
    MISSED_MONTH_POLICY,
    TRANSFER_POLICY,
    DISTRIBUTION_POLICY,
    PENALTY_POLICY,
    PROPOSAL_POLICY,
)
