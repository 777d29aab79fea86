"""Where notifications keeps sealed personal data, for `notifications rotate`."""

from shared.operations.rotate import SealedTable

SEALED = (
    SealedTable("subscriber", {"person_id": "uuid"}, ("phone_sealed",)),
    SealedTable("text", {"number": "bigint"}, ("phone_sealed", "body_sealed")),
    SealedTable("mo_text", {"mo_id": "uuid"}, ("phone_sealed", "body_sealed")),
)
