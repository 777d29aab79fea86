"""Every event of the system: one module per owning service, one frozen model per event type.

An event is a fact in the past tense, owned and published by one service. Within a version only
optional fields may be added. Personal data travels sealed to its readers (`SealedTo`), money as an integer
number of fen, dates as business dates in Asia/Shanghai, instants in UTC.
"""

from shared.messages import (
    accounts,
    credit,
    documents,
    gateway,
    hotline,
    loans,
    notifications,
    portal,
    settlement,
    transfers,
    wechat,
    withdrawals,
)
from shared.messages.base import Event, SealedTo
from shared.messages.cards import EVENTS as CARDS
from shared.messages.changes import EVENTS as CHANGES
from shared.messages.consents import EVENTS as CONSENTS
from shared.messages.credit_checks import EVENTS as CREDIT_CHECKS
from shared.messages.cross_city import EVENTS as CROSS_CITY
from shared.messages.dunning import EVENTS as DUNNING
from shared.messages.erasures import EVENTS as ERASURES
from shared.messages.estates import EVENTS as ESTATES
from shared.messages.inquiries import EVENTS as INQUIRIES
from shared.messages.merges import EVENTS as MERGES
from shared.messages.penalties import EVENTS as PENALTIES
from shared.messages.published import EVENTS as PUBLISHED
from shared.messages.registrations import EVENTS as REGISTRATIONS
from shared.messages.totals import EVENTS as TOTALS

OWNERS = (
    accounts,
    credit,
    documents,
    gateway,
    hotline,
    loans,
    notifications,
    portal,
    settlement,
    transfers,
    wechat,
    withdrawals,
)

EVENTS: dict[str, type[Event]] = {
    event.type: event
    for events in (
        *(owner.EVENTS for owner in OWNERS),
        INQUIRIES,
        TOTALS,
        CHANGES,
        REGISTRATIONS,
        CREDIT_CHECKS,
        CROSS_CITY,
        CARDS,
        CONSENTS,
        DUNNING,
        ERASURES,
        ESTATES,
        MERGES,
        PENALTIES,
        PUBLISHED,
    )
    for event in events
}
"""Event type → its model; the whole catalogue."""

__all__ = ["EVENTS", "OWNERS", "Event", "SealedTo"]
