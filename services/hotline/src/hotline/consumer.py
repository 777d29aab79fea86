"""Messages in: the hotline hears nothing but how staff stand, as every service does."""

from shared.messaging.consumer import Consumer

CONSUMERS: tuple[Consumer, ...] = ()
