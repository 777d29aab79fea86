"""By whose keyed hashes portal finds rows: none, so `portal rehash` has nothing to move."""

from shared.sealing.seeking import HashedColumn

HASHED: tuple[HashedColumn, ...] = ()
