"""Who may log in, by what the accounts service says."""

from collections.abc import Sequence

from gateway.clock import now_of
from gateway.store import identities
from shared.messages.accounts import EmployerRegistered, IndividualAccountOpened
from shared.messaging.unit import Received, Unit, events_of


async def know_individuals(unit: Unit, batch: Sequence[Received[IndividualAccountOpened]]) -> None:
    """Let the owners of new accounts log in."""
    events = events_of(batch)
    await identities.keep_individuals(unit.connection, events, now_of(unit.context))
    for position in await identities.contradicting(unit.connection, events):
        unit.park(batch[position], "the person or the ID number is known as another one (R-ACC-8)")


async def know_operators(unit: Unit, batch: Sequence[Received[EmployerRegistered]]) -> None:
    """Let the operators of new employers log in."""
    await identities.keep_operators(unit.connection, events_of(batch), now_of(unit.context))
