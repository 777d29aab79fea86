"""Messages in: the facts that make identities."""

from gateway.handlers import deaths, identities
from shared.messaging import topology
from shared.messaging.consumer import hearing

CONSUMERS = (
    hearing(
        topology.KNOW_IDENTITIES,
        identities.know_operators,
        identities.know_individuals,
        deaths.recorded,
        deaths.revoked,
    ),
)
