"""Messages in: the facts that make identities."""

from gateway import handlers
from shared import topology
from shared.consumer import Consumer
from shared.messages.accounts import EmployerRegistered, IndividualAccountOpened

CONSUMERS = (
    Consumer(
        topology.KNOW_IDENTITIES,
        {
            EmployerRegistered: handlers.know_operators,
            IndividualAccountOpened: handlers.know_individuals,
        },
    ),
)
