"""Messages in: what the owners of the facts tell."""

from documents.handlers import dunning, facts
from shared.messaging import account_queues, topology
from shared.messaging.consumer import hearing

CONSUMERS = (
    hearing(topology.GATHER_FACTS, facts.contributions_told, facts.loans_told),
    hearing(account_queues.WRITE_DUNNING_LETTERS, dunning.due),
)
