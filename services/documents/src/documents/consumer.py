"""Messages in: what the owners of the facts tell."""

from documents.handlers import facts
from shared.messaging import topology
from shared.messaging.consumer import hearing

CONSUMERS = (hearing(topology.GATHER_FACTS, facts.contributions_told, facts.loans_told),)
