"""Where settlement keeps sealed personal data, for `settlement rotate`."""

from shared.sealing.tables import SealedTable

CARD = "payment_order.card_sealed"
HOLDER = "payment_order.holder_sealed"
CHECKED_CARD = "card_check.card_sealed"
CHECKED_HOLDER = "card_check.holder_sealed"
ODD_CONTENT = "odd_entry.content_sealed"

SEALED = (
    SealedTable("payment_order", {"order_id": "uuid"}, ("card_sealed", "holder_sealed")),
    SealedTable("card_check", {"check_id": "uuid"}, ("card_sealed", "holder_sealed")),
    SealedTable("odd_entry", {"id": "bigint"}, ("content_sealed",), bound_by=("row_id",)),
)
