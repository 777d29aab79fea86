"""Messages in: which handler hears what."""

from notifications.handlers import texts
from shared.messaging import topology
from shared.messaging.consumer import hearing

CONSUMERS = (
    hearing(topology.KNOW_SUBSCRIBERS, texts.know_subscribers),
    hearing(
        topology.TEXT_LOGIN_CODES,
        texts.text_login_codes,
        texts.text_confirmations,
        texts.text_activations,
        texts.text_persons,
    ),
    hearing(topology.TEXT_CITIZENS, texts.text_employers, texts.text_persons),
    hearing(topology.TEXT_DEPOSITS, texts.text_deposits),
)
