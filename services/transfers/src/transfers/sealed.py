"""Where transfers keeps sealed personal data, for `transfers rotate`."""

from shared.sealing.tables import SealedTable

SUBJECT = "letter.subject_sealed"
FIELDS = "dispatch.fields_sealed"

SEALED = (
    SealedTable("letter", {"letter_id": "uuid"}, ("subject_sealed",)),
    SealedTable("dispatch", {"dispatch_id": "uuid"}, ("fields_sealed",)),
)
