"""The phone on file of a citizen becomes another one (R-INF-2): by codes of both, or by two at the counter.

Whoever has the phone has the codes: neither an employer nor one of our own changes it alone, and the phone
of before is told (R-INF-3).
"""

import uuid

from gateway import announcements
from gateway.clock import now_of
from gateway.errors import Reason, Refused
from gateway.handlers import codes, confirmations
from gateway.handlers.confirmations import Wanted
from gateway.store import first_logins, identities, locks, open_sessions
from gateway.store import phones as store
from gateway.store.confirmations import Waiting
from gateway.store.phones import PhoneChange
from shared.base.identifiers import Phone, mask_phone
from shared.identity.confirmation import Confirmation, digest_of
from shared.messaging.unit import Unit

PROVING = "new phone"
"""What stands as operation in the proof that somebody has a phone; no operation over HTTP is called so."""
SAID_TO_NEW_PHONE = "将本手机号登记为公积金预留手机号"


async def prove(unit: Unit, identity_id: uuid.UUID, session_id: uuid.UUID, phone: Phone) -> Waiting:
    """Send a code to the phone that is to be on file; entered, it proves that its owner has it.

    Who has it on file besides is not said before that: nobody learns so whose phone is known.
    """
    wanted = Wanted(identity_id, session_id, PROVING, _proven(phone))
    return await confirmations.send(unit, wanted, SAID_TO_NEW_PHONE, phone.value)


def _proven(phone: Phone) -> dict[str, str]:
    return {"phone": phone.value}


async def change_own(
    unit: Unit, identity_id: uuid.UUID, session_id: uuid.UUID, phone: Phone, proof: Confirmation
) -> str:
    """Change one's own phone, which a code of the phone on file has confirmed; other sessions end.

    Raises `Refused`: `PHONE_NOT_PROVEN`, `PHONE_ON_FILE`, `PHONE_OF_SOMEBODY_ELSE`.
    """
    if (
        proof.identity_id != identity_id
        or proof.operation != PROVING
        or proof.digest != digest_of(_proven(phone))
    ):
        raise Refused(Reason.PHONE_NOT_PROVEN)
    if await store.lock_citizen(unit.connection, identity_id=identity_id) is None:
        raise Refused(Reason.UNKNOWN)
    if await others_with(unit, identity_id, phone):
        raise Refused(Reason.PHONE_OF_SOMEBODY_ELSE)
    shown = await _change(unit, identity_id, phone, "oneself")
    await open_sessions.end_others(
        unit.connection, identity_id, session_id, now_of(unit.context), "phone_changed"
    )
    return shown


async def change_at_counter(unit: Unit, identity_id: uuid.UUID, phone: Phone) -> str:
    """Change the phone of a citizen who was there with the document; every session ends. Masked.

    The phone on file may be named again as long as nobody has vouched for it: the first login needs that.
    """
    shown = await _change(unit, identity_id, phone, "counter")
    await open_sessions.end_all(unit.connection, identity_id, now_of(unit.context), "phone_changed")
    return shown


async def others_with(unit: Unit, identity_id: uuid.UUID, phone: Phone) -> int:
    """How many logins of other people have the phone; nobody else takes it meanwhile."""
    phone_hash = unit.personal_data.lookup_hash(phone.value)
    await locks.hold_subject(unit.connection, f"phone {phone_hash}")
    return await store.others_with(unit.connection, identity_id, phone_hash)


async def _change(unit: Unit, identity_id: uuid.UUID, phone: Phone, by_whom: str) -> str:
    identity = await identities.identity_by_id(unit.connection, identity_id)
    if identity is None or identity.person_id is None:
        raise Refused(Reason.UNKNOWN)
    if identity.deceased:
        raise Refused(Reason.DECEASED)
    before = codes.phone_for(unit, identity)
    if before == phone.value and by_whom == "counter" and identity.phone_proved_by is None:
        await first_logins.prove(unit.connection, identity_id, by_whom)
        return mask_phone(phone.value)
    if before == phone.value:
        raise Refused(Reason.PHONE_ON_FILE)
    change_id = uuid.uuid4()
    tail_before = before[-4:] if before else ""
    change = PhoneChange.of(
        unit.personal_data, change_id, identity_id, phone, by_whom=by_whom, tail_before=tail_before
    )
    await store.change(unit.connection, change, now_of(unit.context))
    unit.emit(
        announcements.phone_changed(
            change_id,
            identity.person_id,
            phone=phone.value,
            before=before,
            by_whom=by_whom,
            now=now_of(unit.context),
        )
    )
    return mask_phone(phone.value)
