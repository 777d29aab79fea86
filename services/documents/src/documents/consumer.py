"""Messages in: what the owners of the facts tell."""

from documents.handlers import gathering
from shared.messaging import topology
from shared.messaging.consumer import hearing

CONSUMERS = (hearing(topology.GATHER_FACTS, gathering.contributions_told, gathering.loans_told),)
