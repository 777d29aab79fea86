"""By whose keyed hashes transfers finds rows, for `transfers rehash`."""

from shared.sealing.seeking import HashedColumn

HASHED = (
    HashedColumn(
        "letter",
        "id_number_hash",
        where="ended_at IS NULL",
        lapses="until a letter that is open now has ended",
    ),
)
