"""By whose keyed hashes loans finds rows: none, so `loans rehash` has nothing to move."""

from shared.sealing.seeking import HashedColumn

HASHED: tuple[HashedColumn, ...] = ()
