"""Messages in: which handler hears what."""

from shared.messaging import topology
from shared.messaging.consumer import hearing
from wechat.handlers import binding, delivering

CONSUMERS = (
    hearing(topology.DELIVER_NOTICES, delivering.queue_notices, delivering.queue_answers),
    hearing(topology.DELIVER_BULK_NOTICES, delivering.queue_bulk_notices),
    hearing(topology.UNBIND_CHANGED_PHONES, binding.phones_changed, binding.erased),
)
