"""A WeChat user comes to stand for a citizen: only after the hall's own login, by a state of that login."""

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.identity.principal import Principal
from shared.messages.erasures import PersonErased
from shared.messages.notifications import SubscriberPhoneChanged
from shared.messaging.unit import Context, Received, Unit
from shared.sealing.personal_data import PersonalData
from wechat import announcements
from wechat.errors import Reason, Refused
from wechat.handlers import reaching
from wechat.settings import settings_of
from wechat.store import bindings, followers
from wechat.store.bindings import PLACES, Authorisation, Binding, Named, NewBinding
from wechat.store.followers import Heard

STATE_BYTES = 32


@dataclass(frozen=True, repr=False)
class Begun:
    """What the page needs: `state` goes through WeChat, `secret` stays in the browser."""

    state: str
    secret: str
    expires_at: datetime


@dataclass(frozen=True, repr=False)
class Answered:
    """What came back from WeChat, by the hands of whoever is logged in."""

    caller: Principal
    person_id: uuid.UUID
    state: str
    secret: str


async def begin(unit: Unit, caller: Principal, person_id: uuid.UUID) -> Begun:
    """Make a one-time state for this login and this browser."""
    now, data = unit.clock.now(), unit.personal_data
    until = now + timedelta(seconds=settings_of(unit.context).authorisation_seconds)
    begun = Begun(secrets.token_urlsafe(STATE_BYTES), secrets.token_urlsafe(STATE_BYTES), until)
    made = Authorisation(
        uuid.uuid4(),
        data.lookup_hash(f"state {begun.state}"),
        data.lookup_hash(f"secret {begun.secret}"),
        caller.identity_id,
        person_id,
        until,
    )
    await bindings.add_authorisation(unit.connection, made)
    return begun


async def take_state(context: Context, came: Answered) -> uuid.UUID | None:
    """Use the state up before WeChat is asked; None where this login has bound by it before.

    Raises `Refused` for a state that is another login's or browser's, was used, or is over.
    """
    named = _named(context.personal_data, came)
    async with context.unit() as unit:
        taken = await bindings.take(unit.connection, named, unit.clock.now())
        if taken is None and await bindings.bound_by(unit.connection, named) is None:
            raise Refused(Reason.STATE_NOT_GOOD)
    return taken


async def bound_before(unit: Unit, came: Answered) -> Binding:
    """Give what a state led to before."""
    found = await bindings.bound_by(unit.connection, _named(unit.personal_data, came))
    if found is None:
        raise Refused(Reason.STATE_NOT_GOOD)
    return await bindings.one(unit.connection, found)


def _named(data: PersonalData, came: Answered) -> Named:
    return Named(
        data.lookup_hash(f"state {came.state}"),
        data.lookup_hash(f"secret {came.secret}"),
        came.caller.identity_id,
        came.person_id,
    )


async def bind(
    unit: Unit, authorisation_id: uuid.UUID, person_id: uuid.UUID, openid: str
) -> Binding:
    """Let a WeChat user stand for a person; raises `Refused`. The same one again is the same binding."""
    now = unit.clock.now()
    # Whether the user follows the account is WeChat's to say; until then nothing is sent.
    heard = Heard.of(
        unit.personal_data, openid, datetime.fromtimestamp(0, now.tzinfo), following=False
    )
    await followers.know(unit.connection, heard)
    live = await bindings.live(unit.connection, person_id, heard.openid_hash)
    for row in live:
        if row["openid_hash"] == heard.openid_hash:
            if row["person_id"] != person_id:
                raise Refused(Reason.BOUND_TO_ANOTHER)
            await bindings.led_to(unit.connection, authorisation_id, row["binding_id"])
            return await bindings.one(unit.connection, row["binding_id"])
    free = sorted(set(PLACES) - {row["place"] for row in live})
    if not free:
        raise Refused(Reason.TOO_MANY_BINDINGS, limit=len(PLACES))
    binding_id = uuid.uuid4()
    new = NewBinding(binding_id, person_id, heard.openid_hash, free[0], authorisation_id)
    if not await bindings.bind(unit.connection, new, now):
        raise Refused(Reason.BOUND_TO_ANOTHER)
    unit.emit(announcements.bound(binding_id, person_id, now))
    await reaching.tell_reach(unit, [person_id])
    return await bindings.one(unit.connection, binding_id)


async def end(unit: Unit, binding_id: uuid.UUID, person_id: uuid.UUID) -> None:
    """End a binding of one's own, in the hall; raises `Refused` where there is none."""
    now = unit.clock.now()
    ended = await bindings.end_one(unit.connection, binding_id, person_id, now)
    if not ended:
        raise Refused(Reason.NOT_FOUND)
    await reaching.tell_ended(unit, ended, "hall", now)


async def phones_changed(unit: Unit, batch: Sequence[Received[SubscriberPhoneChanged]]) -> None:
    """End the bindings of whose phone is another one: who has the old phone may have them."""
    now = unit.clock.now()
    persons = sorted({received.event.person_id for received in batch})
    ended = await bindings.end_of_persons(unit.connection, persons, now)
    await reaching.tell_ended(unit, ended, "phone_changed", now)


async def erased(unit: Unit, batch: Sequence[Received[PersonErased]]) -> None:
    """End the bindings of who was forgotten, and what was subscribed to (个人信息保护法 art. 47)."""
    now = unit.clock.now()
    last = {one.event.person_id: one.event.erased_at for one in batch}
    people = dict(sorted(last.items()))
    ended = await bindings.end_of_erased(unit.connection, people, now)
    await bindings.unsubscribe(unit.connection, list(people))
    await reaching.tell_ended(unit, ended, "erased", now)
