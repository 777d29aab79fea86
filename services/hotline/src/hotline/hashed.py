"""By whose keyed hashes hotline finds rows: none, so `hotline rehash` has nothing to move."""

from shared.sealing.seeking import HashedColumn

HASHED: tuple[HashedColumn, ...] = ()
