"""Where settlement keeps sealed personal data; `shared.rotate` goes through it when a key is replaced."""

from shared.rotate import SealedTable

SEALED = (SealedTable("payment_order", {"order_id": "uuid"}, ("card_sealed", "holder_sealed")),)
