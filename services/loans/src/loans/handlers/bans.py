"""What withdrawals said about bans (R-WDR-14), and the refusal of a loan that rests on it."""

from collections.abc import Sequence
from datetime import date

from loans.domain.contracts import OWING, Contract
from loans.errors import Reason, Refused
from loans.store import bans as store
from shared.messages.withdrawals import BanCause, BanEvent, BanImposed, BanLifted
from shared.messaging.unit import Received, Unit, events_of

BARRED = {
    BanCause.FALSE_MATERIALS: Reason.BANNED_FOR_FALSE_MATERIALS,
    BanCause.LOAN_FRAUD: Reason.BANNED_FOR_LOAN_FRAUD,
}


async def imposed(unit: Unit, batch: Sequence[Received[BanImposed]]) -> None:
    """Somebody may have no loan until a day."""
    await store.keep(unit.connection, _once(events_of(batch)), lifted=False)


async def lifted(unit: Unit, batch: Sequence[Received[BanLifted]]) -> None:
    """A ban was wrong."""
    await store.keep(unit.connection, _once(events_of(batch)), lifted=True)


def _once(events: Sequence[BanEvent]) -> list[BanEvent]:
    return list({event.ban_id: event for event in events}.values())


async def nobody_banned(unit: Unit, contract: Contract, day: date) -> None:
    """Refuse a loan whose borrower or co-borrower is banned on a day (R-WDR-14)."""
    people = [party.person_id for party in contract.parties if party.role in OWING]
    ban = await store.in_force(unit.connection, people, day)
    if ban is not None:
        raise Refused(BARRED[ban.cause], until=ban.ends_on)
