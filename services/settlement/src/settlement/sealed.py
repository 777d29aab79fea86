"""Where settlement keeps sealed personal data, for `settlement rotate`."""

from shared.operations.rotate import SealedTable

SEALED = (
    SealedTable("payment_order", {"order_id": "uuid"}, ("card_sealed", "holder_sealed")),
    SealedTable("odd_entry", {"id": "bigint"}, ("content_sealed",)),
)
