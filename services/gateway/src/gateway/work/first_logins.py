"""Asks the carriers whose a phone is, before a first login."""

import hmac
import uuid

from gateway.rules.corrections import Belongs
from gateway.secrets_at_rest import code_hash
from gateway.settings import FirstLogin, settings_of
from gateway.store import first_logins as store
from gateway.work.register import Register
from shared.messaging.unit import Context
from shared.sealing.personal_data import UnreadablePersonalData


async def ask_carriers(
    context: Context, register: Register, challenge_id: uuid.UUID, code: str
) -> Belongs | None:
    """Ask in whose name a phone is, before a first login with the right code; outside of any transaction.

    None: there was nothing to ask, or no answer.
    """
    if settings_of(context).first_login is FirstLogin.CODE:
        return None
    found = await store.unproved(context.pool, challenge_id)
    data = context.personal_data
    if found is None or not hmac.compare_digest(
        found.code_hash, code_hash(data, challenge_id, found.identity_id, code)
    ):
        return None
    try:
        person, phone = found.person(data), found.phone(data)
    except UnreadablePersonalData:
        return Belongs.UNKNOWN
    return await register.holds(person, phone) if person else Belongs.UNKNOWN
