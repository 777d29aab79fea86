"""By whose keyed hashes settlement finds rows, for `settlement rehash`."""

from shared.sealing.seeking import HashedColumn

HASHED = (HashedColumn("odd_entry", "content_hash", sealed="content_sealed"),)
