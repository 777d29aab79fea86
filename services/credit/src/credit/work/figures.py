"""The public figures, counted once for all who ask in the same minute."""

import asyncio
from datetime import timedelta

from credit.settings import Settings
from credit.shapes.public import Statistics, YearFigures
from credit.views import public as views
from shared.messaging.unit import Context


class Figures:
    """What was counted last, of one process."""

    def __init__(self) -> None:
        self._counted: Statistics | None = None
        self._turn = asyncio.Lock()

    async def of(self, context: Context[Settings]) -> Statistics:
        """Count, or tell what was counted lately; one at a time counts."""
        async with self._turn:
            keep = timedelta(seconds=context.settings.statistics_keep_seconds)
            known = self._counted
            if known is None or not timedelta(0) <= context.clock.now() - known.as_of < keep:
                known = self._counted = await _counted(context)
            return known


async def _counted(context: Context[Settings]) -> Statistics:
    registers, years = await views.figures(context.pool, context.clock.today())
    return Statistics(
        as_of=context.clock.now(),
        legal_persons=registers["legal_persons"],
        organisations=registers["organisations"],
        permits=sum(row["permits"] for row in years),
        penalties=sum(row["penalties"] for row in years),
        by_year=[
            YearFigures(year=row["year"], permits=row["permits"], penalties=row["penalties"])
            for row in years
        ],
    )
