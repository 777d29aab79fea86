"""Where withdrawals keeps sealed personal data, for `withdrawals rotate`."""

from shared.operations.rotate import SealedTable

SEALED = (
    SealedTable("application", {"id": "uuid"}, ("card_sealed", "holder_name_sealed")),
    SealedTable("inquiry", {"id": "uuid"}, ("identity_sealed", "registers_sealed")),
)
