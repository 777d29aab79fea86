"""Where credit keeps sealed personal data, for `credit rotate`."""

from shared.sealing.tables import SealedTable

CONTENT = "record.content_sealed"
VERSION_CONTENT = "record_version.content_sealed"

SEALED = (
    SealedTable("record", {"record_id": "uuid"}, ("content_sealed",)),
    SealedTable("record_version", {"record_id": "uuid", "version": "integer"}, ("content_sealed",)),
)
