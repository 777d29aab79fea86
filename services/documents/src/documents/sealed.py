"""Where documents keeps sealed personal data, for `documents rotate`."""

from shared.sealing.tables import SealedTable

CONTRIBUTIONS = "request.contributions_sealed"
LOANS = "request.loans_sealed"
CONTENT = "document.content_sealed"
PDF = "document.pdf_sealed"

CODE = "shown_code.code_sealed"
CODE_CONTRIBUTIONS = "shown_code.contributions_sealed"
CODE_LOANS = "shown_code.loans_sealed"
SHEET = "shown_code.sheet_sealed"
READ_CODE = "reading.code_sealed"
READ_ID_NUMBER = "reading.id_number_sealed"

SEALED = (
    SealedTable("request", {"request_id": "uuid"}, ("contributions_sealed", "loans_sealed")),
    SealedTable("document", {"number": "text"}, ("content_sealed", "pdf_sealed")),
    SealedTable(
        "shown_code",
        {"code_id": "uuid"},
        ("code_sealed", "contributions_sealed", "loans_sealed", "sheet_sealed"),
    ),
    SealedTable("reading", {"reading_id": "uuid"}, ("code_sealed", "id_number_sealed")),
)
