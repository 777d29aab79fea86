"""What is told to everybody: the guides of today's policy at once, the months' figures once a day."""

from collections.abc import Sequence

from accounts import publications
from accounts.publications import Book, Dated
from accounts.rules.deposit import DepositPolicy
from accounts.rules.transfer import Term
from accounts.views import published
from shared.base.db import Connection
from shared.messages.base import Event
from shared.messages.published import DepositFiguresTold
from shared.messaging.publications import first_month_to_count
from shared.messaging.unit import Unit

BY_THE_CENTRE = "中心规定"
"""Of policies that name no document."""


async def compose(unit: Unit) -> Sequence[Event]:
    """Make everything that is published now."""
    book = await _book(unit.connection)
    return [*publications.guides(book, unit.clock.now()), *await _figures(unit)]


async def _book(connection: Connection) -> Book:
    limits = ("ratio_min_bp", "ratio_max_bp", "base_min_fen", "base_max_fen", "rounding")
    return Book(
        [
            (
                Dated(row["effective_from"], row["document_number"]),
                DepositPolicy(**{name: row[name] for name in limits}),
            )
            for row in await published.deposit_policies(connection)
        ],
        [
            (Dated(row["effective_from"], row["document_number"]), row["rate"])
            for row in await published.interest_rates(connection)
        ],
        [
            (
                Dated(row["effective_from"], BY_THE_CENTRE),
                Term(row["consent_days"], row["release_working_days"]),
            )
            for row in await published.transfer_policies(connection)
        ],
    )


async def _figures(unit: Unit) -> list[DepositFiguresTold]:
    since = await first_month_to_count(unit, DepositFiguresTold.type)
    if since is None:
        return []
    rows = await published.by_month(unit.connection, since)
    now = unit.clock.now()
    return [publications.figures(**dict(row), now=now) for row in rows]
