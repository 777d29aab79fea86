"""Messages in: how staff stand is heard by every service; of its own the portal hears nothing yet."""

from shared.messaging.consumer import Consumer

CONSUMERS: tuple[Consumer, ...] = ()
