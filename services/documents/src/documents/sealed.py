"""Where documents keeps sealed personal data, for `documents rotate`."""

from shared.operations.rotate import SealedTable

SEALED = (
    SealedTable("request", {"request_id": "uuid"}, ("contributions_sealed", "loans_sealed")),
    SealedTable("document", {"number": "text"}, ("content_sealed", "pdf_sealed")),
)
