"""What is told to everybody: the guides of today's policy at once, the months' figures once a day."""

from collections.abc import Sequence

from loans import publications
from loans.domain.contracts import Home
from loans.publications import PublishedRate
from loans.rules.rates import RateType
from loans.store import books
from loans.views import figures
from shared.messages.base import Event
from shared.messages.published import LoanFiguresTold
from shared.messaging.publications import first_month_to_count
from shared.messaging.unit import Unit


async def compose(unit: Unit) -> Sequence[Event]:
    """Make everything that is published now."""
    connection = unit.connection
    book = await books.rulebook(connection)
    rates = [
        PublishedRate(
            row["effective_from"], row["source"], Home(row["home"]), RateType(row["rate_type"]),
            row["annual_rate"],
        )
        for row in await figures.rates(connection)
    ]  # fmt: skip
    sources = await figures.sources(connection)
    guides = publications.guides(book.policies, sources, rates, unit.clock.now())
    return [*guides, *await _figures(unit)]


async def _figures(unit: Unit) -> list[LoanFiguresTold]:
    since = await first_month_to_count(unit, LoanFiguresTold.type)
    if since is None:
        return []
    rows = await figures.by_month(unit.connection, since)
    now = unit.clock.now()
    return [publications.figures(**dict(row), now=now) for row in rows]
