"""Messages in: which handler hears what."""

from notifications.handlers import codes, deaths, erasures, merges, phones, texts, wechat
from shared.messaging import account_queues, topology
from shared.messaging.consumer import hearing

CONSUMERS = (
    hearing(
        topology.KNOW_SUBSCRIBERS,
        texts.know_subscribers,
        phones.changed,
        deaths.recorded,
        deaths.revoked,
        erasures.erased,
    ),
    hearing(
        topology.TEXT_LOGIN_CODES,
        codes.text_logins,
        codes.text_confirmations,
        codes.text_activations,
        codes.text_registrations,
        texts.text_persons,
    ),
    hearing(
        topology.TEXT_CITIZENS,
        texts.text_employers,
        wechat.answer_balances,
        texts.text_persons,
    ),
    hearing(topology.TEXT_REMINDERS, texts.text_employers, texts.text_persons),
    hearing(topology.TEXT_DEPOSITS, texts.text_deposits, texts.text_interest),
    hearing(account_queues.TEXT_MERGES, merges.merged),
    hearing(topology.ANSWER_WECHAT, wechat.answer_texts),
    hearing(
        topology.FOLLOW_WECHAT, wechat.know_reach, wechat.notices_accepted, wechat.notices_refused
    ),
)
