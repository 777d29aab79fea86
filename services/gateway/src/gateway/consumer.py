"""Messages in: the facts that make identities."""

from gateway.handlers import identities
from shared.messages.accounts import EmployerRegistered, IndividualAccountOpened
from shared.messaging import topology
from shared.messaging.consumer import Consumer

CONSUMERS = (
    Consumer(
        topology.KNOW_IDENTITIES,
        {
            EmployerRegistered: identities.know_operators,
            IndividualAccountOpened: identities.know_individuals,
        },
    ),
)
