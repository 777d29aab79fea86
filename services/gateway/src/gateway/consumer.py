"""Messages in: the facts that make identities."""

from gateway import handlers
from shared.messages.accounts import EmployerRegistered, IndividualAccountOpened
from shared.messaging import topology
from shared.messaging.consumer import Consumer

CONSUMERS = (
    Consumer(
        topology.KNOW_IDENTITIES,
        {
            EmployerRegistered: handlers.know_operators,
            IndividualAccountOpened: handlers.know_individuals,
        },
    ),
)
