"""Messages in: what the owners of rules and books tell everybody."""

from portal import handlers
from shared.messaging import topology
from shared.messaging.consumer import hearing

CONSUMERS = (
    hearing(topology.KEEP_GUIDES, handlers.guides_told),
    hearing(topology.KEEP_FIGURES, handlers.figures_told),
)
