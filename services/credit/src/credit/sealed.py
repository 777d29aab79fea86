"""Where credit keeps sealed personal data, for `credit rotate`."""

from shared.sealing.tables import SealedTable

CONTENT = "record.content_sealed"
VERSION_CONTENT = "record_version.content_sealed"
IMPORT_PIECE = "import_piece.data_sealed"
IMPORT_ROW = "import_row.said_sealed"
REPORT = "credit_report.content_sealed"
LEGAL_REPRESENTATIVE = "fund_penalty.legal_representative_sealed"

SEALED = (
    SealedTable("record", {"record_id": "uuid"}, ("content_sealed",)),
    SealedTable("record_version", {"record_id": "uuid", "version": "integer"}, ("content_sealed",)),
    SealedTable("import_piece", {"file_id": "uuid", "position": "integer"}, ("data_sealed",)),
    SealedTable("credit_report", {"number": "text"}, ("content_sealed",)),
    SealedTable("fund_penalty", {"penalty_id": "uuid"}, ("legal_representative_sealed",)),
    SealedTable("import_row", {"file_id": "uuid", "position": "integer"}, ("said_sealed",)),
)
