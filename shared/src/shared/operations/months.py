"""Large tables by month: their pieces are made ahead, and whoever finds one missing is told (ADR 63)."""

from shared.base.db import Pool
from shared.base.telemetry import MONTHS_MISSING, get_logger

MONTHS_AHEAD = 3
MAKE = "SELECT piece FROM months_made($1) AS piece"

log = get_logger()


async def make(pool: Pool) -> list[str]:
    """Make this month and those to come; return what is missing though rows for it lie in the rest."""
    missing = [str(row["piece"]) for row in await pool.fetch(MAKE, MONTHS_AHEAD)]
    MONTHS_MISSING.set(len(missing))
    if missing:
        log.error("months are missing, their rows lie in the rest", pieces=missing)
    return missing
