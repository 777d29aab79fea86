"""By whose keyed hashes notifications finds rows, for `notifications rehash`."""

from shared.sealing.seeking import HashedColumn

HASHED = (
    HashedColumn("subscriber", "phone_hash", sealed="phone_sealed"),
    HashedColumn("text", "phone_hash", sealed="phone_sealed"),
    HashedColumn("mo_text", "phone_hash", sealed="phone_sealed"),
    HashedColumn("mo_text", "body_hash", sealed="body_sealed"),
    HashedColumn("mo_part", "phone_hash", sealed="phone_sealed"),
    HashedColumn("early_receipt", "phone_hash", lapses="some minutes"),
    HashedColumn("sms_route", "phone_hash", lapses="until the number has got a text"),
)
