"""What documents keeps of whom, why and how long; read by the person and done by the job that forgets."""

from shared.privacy.kept import COMMON, books

KEPT = (
    *COMMON,
    books(
        "request",
        "证明申请",
        "person_id = $1",
        ("requested_at", "kind", "state", "channel", "number", "finished_at"),
    ),
    books(
        "document",
        "已出具的证明",
        "person_id = $1",
        ("issued_at", "number", "kind", "state", "content_sealed", "withdrawn_at"),
    ),
)
