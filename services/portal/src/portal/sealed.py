"""Where portal keeps sealed personal data, for `portal rotate`: nowhere of its own."""

from shared.sealing.tables import SealedTable

SEALED: tuple[SealedTable, ...] = ()
