"""Where withdrawals keeps sealed personal data; `shared.rotate` goes through it when a key is replaced."""

from shared.rotate import SealedTable

SEALED = (SealedTable("application", {"id": "uuid"}, ("card_sealed", "holder_name_sealed")),)
