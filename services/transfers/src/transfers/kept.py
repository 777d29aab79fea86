"""What transfers keeps of whom, why and how long; read by the person and done by the job that forgets."""

from shared.privacy.kept import COMMON, books, rules, technical

KEPT = (
    *COMMON,
    books(
        "letter",
        "异地转移接续联系函",
        "person_id = $1",
        (
            "asked_at", "direction", "number", "state", "centre_name", "subject_sealed", "principal_fen",
            "interest_fen", "ended_at",
        ),
    ),
    books("dispatch", "与全国平台往来的报文"),
    books("receipt_seen", "注明联系函编号的银行来款"),
    *rules("centre", "letter_policy"),
    *technical("letter_serial"),
)  # fmt: skip
