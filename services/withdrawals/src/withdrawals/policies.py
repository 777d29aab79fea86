"""By which rows withdrawals decides: those that the release ships, and those a centre has adopted (ADR 54).

What migrations put into these tables is digested here; `tests/contract/test_policies.py` says what changed.
"""

from shared.sealing.policies import PolicyTable

POLICY = PolicyTable(
    "policy",
    (
        "kind",
        "effective_from",
        "document_number",
        "parameters",
    ),
    frozenset(
        [
            "1ac36418e3d33c7edf2252af79f152f2",
            "21d2817bfa50041fe49e9d47716cfc77",
            "251cba7d0237e99fabd8389f0e135443",
            "28a0fd76acd71a5444ba65b5ef95acad",
            "2d663c600e513c7c16a8488609f61104",
            "2ea52826c695f0af74001f19e9679cc3",
            "3be4317953165428270459c508536a7b",
            "3d12f8631df7c26ed9756caede3d912f",
            "5066404aec210d012fd4c29157102946",
            "510dfe1adcc08a7c5b7847b36bafdaf8",
            "56423101e916ffa2440f3422cdbd9c7e",
            "774d0238b4bb09d485102d456f3e3b4c",
            "7f3498025c799e739f1eceb1af6ae3a3",
            "8402e1e61e3ea5e5cd36d384015ab0d0",
            "84fd6627b41ac15a04daf97d550f3039",
            "871fb443aa69dead5b370080dc982567",
            "92b661f463993d75b7e2d6e31f17652f",
            "a29a6864097ad55ca54760e3ffe7fef2",
            "b1cf816e2b27eaba01502be6458684c5",
            "c08da801ce0ae7f91ebc7c0596d36923",
            "c10c2c0a993d02f0efb9c71680869503",
            "d67be111a6d3c972f8bd591a2c33a0a0",
            "df2e83052b80b1f12bad5d3e3c848f29",
            "e0de2881f12a35476b78ef693a7a1ca6",
            "e354abc8d4749f0137cc4bde9d7d4f18",
            "e425cd2f123217a0f4538cdcd205e964",
            "e8285f2b5b78e8b04c1f60ebd8ffdabc",
            "f620fab72073f29317091393040a6ddd",
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
            "083cf1e8c7e1e5cf8695ca3cc81fc01e",
            "09da7cfc5b3aef89cc319946e7765bba",
            "0e3b7ac14a5dd79de1f116dc4d7dba48",
            "1cf82055c01ba83c0f10fb8c2547eb49",
            "23f529440900c767fb2859ed5b26202a",
            "5f4dc054a56c71c2965b5b5255101aa6",
            "64ff8d59e57df632f0a6391c349eddf7",
            "683e13a99bb6ce2e8f64ba1d1f76bdc2",
            "6a524bff6788172fe2427f3e01b51827",
            "a647b17f333d94c7906a74d9e9284908",
            "b0bc91c69934a79bbe384ee35e8aacbe",
            "b3a280cd8256ff953364f1319c811f1d",
            "b8d631a44009aff4a077d9cc0b0857ed",
            "ffbd7de8c95691bf12b490721bbbab02",
        ]
    ),
)
POLICIES = (POLICY, PROPOSAL_POLICY)
