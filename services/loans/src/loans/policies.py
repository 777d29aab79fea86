"""By which rows loans decides: those that the release ships, and those a centre has adopted (ADR 54).

What migrations put into these tables is digested here; `tests/contract/test_policies.py` says what changed.
"""

from shared.sealing.policies import PolicyTable

LOAN_RATE = PolicyTable(
    "loan_rate",
    (
        "effective_from",
        "home",
        "rate_type",
        "annual_rate",
        "source",
    ),
    frozenset(
        [
            "27ba6df3b5d29f777d7b949bec676541",
            "44e78b2aaa44a8e1685f0b0ad9c6b0b6",
            "46f9dd44f1f5625b2985e3a9349a4985",
            "4a70b76d948525c4ba762074a5445997",
            "5013573e2c1f81ab7996584995519ff7",
            "59e027ed53ca37da63024d5fac8d2652",
            "5b4c1043d4d88f2b434dda1176f70024",
            "654f1b1cd7b2b40b97ec99bfcd378564",
            "6e7bfee945699178257c0bda6cc5a52d",
            "90e177d72393decf38b5c937750e83fd",
            "946a26c866639eaafb030ea57967d653",
            "a24fce1c0fe50c890f8199d686c04d91",
            "b83d207548949b00c68510de503ed00a",
            "c7efd87d3c4c836a77dfee675590c79c",
            "ecbf3f8a80f1dc540474b2f03e2d82ff",
            "f91c4f5bcaada5b1064eb008c85f86b7",
        ]
    ),
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
    frozenset(["c34c1d5af6d67698d6b5f040849aabdb", "ebd524700a043e80ba00a2824291715b"]),
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
            "10eef42401c6b1269b23dda78a154e02",
            "135b0d8fed0be2aadf28ed9a211b76ea",
            "3b12b594ac078d94dee16eb864e92cee",
            "4434c8a058cbd9af924d23ad6526cb6f",
            "477597054deddd140c606e38742aeb6a",
            "575ae86cd43d528e6912b7a8212eaefa",
            "5ee89328ece44c06785c680df5d2e70d",
            "71a4d639f31d9ee30c951fb019860153",
            "7682e1e6ba9e27035c373fd456820bff",
            "7d3f7d7beabe9153f7d22f8906facad1",
            "7f9b59f5817621f59cfd9fb95427c070",
            "850388e29d71de974cb3404404fb57cb",
            "8a2bbc0b0b368b61507ec74c6232c93a",
            "943546f7f5d59cd13eb8907c21086b2b",
            "a96d0d4d3d55a5c5393c77c70a87f4be",
            "cbf331f8d201fc95c62731145d4e28c1",
            "f4ad203d57d474fb0ce7e80030ff38dc",
            "fb8b597b50a56e51c8576fd994c6299a",
        ]
    ),
)
POLICIES = (LOAN_RATE, LOAN_POLICY, PROPOSAL_POLICY)
