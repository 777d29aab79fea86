"""By whose keyed hashes withdrawals finds rows, for `withdrawals rehash`."""

from shared.sealing.seeking import HashedColumn

HASHED = (
    HashedColumn("application", "card_hash", sealed="card_sealed"),
    HashedColumn("card", "card_hash", sealed="card_sealed"),
    HashedColumn("look_up_consent", "id_number_hash", lapses="until a consent ends"),
    HashedColumn("inquiry", "spouse_hash", lapses="until an application ends"),
    HashedColumn("inquiry", "looked_up_hash", lapses="until an application ends"),
    HashedColumn("consent_invitation", "id_number_hash", lapses="some days"),
)
