"""Messages in: each queue, and what is made of what it hears."""

from shared.messaging import letter_queues
from shared.messaging.consumer import hearing
from transfers.handlers import incoming, outgoing

CONSUMERS = (
    hearing(
        letter_queues.FOLLOW_LETTERS,
        incoming.account_told,
        incoming.booked,
        incoming.withheld,
        outgoing.account_told,
        outgoing.loans_told,
        outgoing.reserved,
        outgoing.funds_refused,
        outgoing.paid,
        outgoing.payment_failed,
        outgoing.payment_returned,
    ),
    hearing(letter_queues.MATCH_RECEIPTS, incoming.receipts_credited),
)
