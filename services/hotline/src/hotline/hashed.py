"""By whose keyed hashes hotline finds rows: codes of agents, for minutes, so `rehash` has nothing to move."""

from shared.sealing.seeking import HashedColumn

HASHED = (HashedColumn("agent", "code_hash", lapses="some minutes"),)
