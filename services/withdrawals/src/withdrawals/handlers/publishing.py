"""What is told to everybody: today's guides and working days at once, the months' figures once a day."""

from collections.abc import Sequence

from shared.messages.base import Event
from shared.messages.published import WithdrawalFiguresTold
from shared.messaging.publications import first_month_to_count
from shared.messaging.unit import Unit
from withdrawals import publications
from withdrawals.store import rulebooks
from withdrawals.views import figures


async def compose(unit: Unit) -> Sequence[Event]:
    """Make everything that is published now."""
    moment = await rulebooks.moment(unit)
    years = publications.years(moment.book.calendar, moment.now, moment.today)
    return [*publications.guides(moment.book, moment.now), *years, *await _figures(unit)]


async def _figures(unit: Unit) -> list[WithdrawalFiguresTold]:
    since = await first_month_to_count(unit, WithdrawalFiguresTold.type)
    if since is None:
        return []
    rows = await figures.paid_by_month(unit.connection, since)
    now = unit.clock.now()
    return [publications.figures(**dict(row), now=now) for row in rows]
