"""Where notifications keeps sealed personal data, for `notifications rotate`."""

from shared.sealing.tables import SealedTable

SUBSCRIBER_PHONE = "subscriber.phone_sealed"
TEXT_PHONE = "text.phone_sealed"
TEXT_BODY = "text.body_sealed"
SPARE_FIELDS = "spare.fields_sealed"
MO_PHONE = "mo_text.phone_sealed"
MO_BODY = "mo_text.body_sealed"
PART_PHONE = "mo_part.phone_sealed"
PART_OCTETS = "mo_part.octets_sealed"

SEALED = (
    SealedTable("subscriber", {"person_id": "uuid"}, ("phone_sealed",)),
    SealedTable(
        "text",
        {"number": "bigint"},
        ("phone_sealed", "body_sealed"),
        bound_by=("text_id",),
    ),
    SealedTable("spare", {"text_number": "bigint"}, ("fields_sealed",), bound_by=("text_id",)),
    SealedTable("mo_part", {"part_id": "uuid"}, ("phone_sealed", "octets_sealed")),
    SealedTable("mo_text", {"mo_id": "uuid"}, ("phone_sealed", "body_sealed")),
)
