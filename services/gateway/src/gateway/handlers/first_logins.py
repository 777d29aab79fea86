"""The first login needs more than the phone on file, which the employer has handed in.

It could be the employer's own. The carriers are asked in whose name it is registered (手机号实名核验), a fact
that no employer decides. Where they say no, or nothing, it is for the counter, with the document.
"""

from gateway.errors import Reason, Refused
from gateway.rules.corrections import Belongs
from gateway.settings import FirstLogin, settings_of
from gateway.store.identities import Identity
from shared.identity.principal import Role
from shared.messaging.unit import Unit


def settled(unit: Unit, identity: Identity, said: Belongs | None) -> Refused | None:
    """Whether somebody whose code was right may log in by what the carriers have said; None: yes."""
    if is_proved(unit, identity) or said is Belongs.YES:
        return None
    return Refused(Reason.CARRIERS_AWAY if said is None else Reason.PHONE_NOT_OWN)


def is_proved(unit: Unit, identity: Identity) -> bool:
    """Whether nothing more than a code is needed."""
    by_code = settings_of(unit.context).first_login is FirstLogin.CODE
    return by_code or identity.role is not Role.INDIVIDUAL or identity.phone_proved_by is not None
