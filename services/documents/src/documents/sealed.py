"""Where documents keeps sealed personal data, for `documents rotate`."""

from shared.sealing.tables import SealedTable

CONTRIBUTIONS = "request.contributions_sealed"
LOANS = "request.loans_sealed"
CONTENT = "document.content_sealed"
PDF = "document.pdf_sealed"

SEALED = (
    SealedTable("request", {"request_id": "uuid"}, ("contributions_sealed", "loans_sealed")),
    SealedTable("document", {"number": "text"}, ("content_sealed", "pdf_sealed")),
)
