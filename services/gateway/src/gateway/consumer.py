"""Messages in: the facts that make identities."""

from gateway.handlers import deaths, erasures, identities, merges, proposed_corrections
from shared.messaging import account_queues, topology
from shared.messaging.consumer import hearing

CONSUMERS = (
    hearing(
        topology.KNOW_IDENTITIES,
        identities.know_operators,
        identities.know_individuals,
        proposed_corrections.proposed,
        deaths.recorded,
        deaths.revoked,
        erasures.erased,
    ),
    hearing(account_queues.END_MERGED_IDENTITIES, merges.merged),
)
