"""By whose keyed hashes loans finds rows, for `loans rehash`.

The number of nobody's document is kept here: it moves as somebody is named by it, or opens an account.
"""

from shared.sealing.seeking import HashedColumn

HASHED: tuple[HashedColumn, ...] = (
    HashedColumn(
        "person",
        "id_number_hash",
        lapses="until nobody moves in any more: nobody's number is kept here",
    ),
)
