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
    books("dunning_letter", "催缴函"),
    books(
        "shown_code",
        "亮码及其读取",
        "person_id = $1",
        ("asked_at", "state", "dies_at", "read_at", "read_by", "purpose"),
    ),
    books(
        "reading",
        "为业务读取的外地亮码",
        "person_id = $1",
        ("asked_at", "state", "case_kind", "case_reference", "centre_name", "number"),
    ),
)
