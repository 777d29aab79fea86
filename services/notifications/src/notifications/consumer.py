"""Messages in: which handler hears what."""

from notifications.handlers import texts as handlers
from shared.messages.accounts import IndividualAccountOpened
from shared.messages.gateway import LoggedIn, LoginCodeIssued, StaffActivationIssued
from shared.messaging import topology
from shared.messaging.consumer import Consumer

CONSUMERS = (
    Consumer(
        topology.KNOW_SUBSCRIBERS,
        {IndividualAccountOpened: handlers.know_subscribers},
    ),
    Consumer(
        topology.TEXT_LOGIN_CODES,
        {
            LoginCodeIssued: handlers.text_login_codes,
            StaffActivationIssued: handlers.text_activations,
            LoggedIn: handlers.text_persons,
        },
    ),
    Consumer(
        topology.TEXT_CITIZENS,
        dict.fromkeys(topology.TEXT_CITIZENS.events, handlers.text_persons),
    ),
)
