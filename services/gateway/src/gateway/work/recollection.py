"""After an older backup, before the service starts: `gateway recollect`.

What had taken something away is done again by our own word: who was shut out is out, who had to activate anew
has no password, rights that ended have ended, a citizen's codes go to the phone of now. What had given
something is not: two people do it again. Every session of before ends.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from gateway.clock import now_of
from gateway.secrets_at_rest import activation_hash, new_activation_code
from gateway.store import credentials, devices, identities, open_sessions, operators, phones
from gateway.store.identities import Identity
from gateway.store.phones import PhoneChange
from shared.base.identifiers import Phone
from shared.identity.principal import Right
from shared.messages import Event
from shared.messages.gateway import (
    ConfirmationCodeIssued,
    IdentityCorrectionTold,
    LoggedIn,
    LoginCodeIssued,
    OperatorChanged,
    PersonIdentityChanged,
    PersonPhoneChanged,
    StaffActivationIssued,
    StaffChanged,
)
from shared.messaging.journal import Told
from shared.messaging.sealed import heard
from shared.messaging.unit import Unit
from shared.sealing.personal_data import UnreadablePersonalData

OVER: frozenset[str] = frozenset(
    kind.type
    for kind in (LoginCodeIssued, ConfirmationCodeIssued, LoggedIn, IdentityCorrectionTold)
)
"""Nothing of these outlives a restore: codes die within minutes, and sessions end."""
DONE_AGAIN: frozenset[str] = frozenset(
    kind.type for kind in (StaffChanged, OperatorChanged, StaffActivationIssued, PersonPhoneChanged)
)
MADE_SINCE = "made after the backup: two administrators make it anew"
GIVEN_SINCE = "given other rights after the backup: shut out until two administrators decide"
APPOINTED_SINCE = "appointed after the backup: comes with its employer, or is appointed again"
RIGHTS_SINCE = "given rights after the backup: the employer gives them again"
UNKNOWN_SINCE = "comes from accounts with the phone of the opening: the citizen changes it again"
UNREADABLE = "the phone is sealed to others: the citizen changes it again"
CORRECTED_SINCE = "name or number corrected after the backup: the counter corrects it again"
OTHERWISE = "nothing here recollects it: look into it"

E = TypeVar("E", bound=Event)
Left = dict[str, str]
"""By subject, why it is not as it was told."""


async def recollect(unit: Unit, lost: Sequence[Told], _others: Sequence[Told]) -> Left:
    """Take our word for what we had taken away; return what else had changed."""
    if not lost:
        return {}
    await open_sessions.end_everybody(unit.connection, now_of(unit.context))
    left = await _staff(unit, lost) | await _operators(unit, lost)
    left |= await _activations(unit, lost) | await _phones(unit, lost)
    left |= {one.subject: OTHERWISE for one in lost if one.type not in OVER | DONE_AGAIN}
    corrected = (one.subject for one in lost if one.type == PersonIdentityChanged.type)
    return left | dict.fromkeys(corrected, CORRECTED_SINCE)


def _last(unit: Unit, lost: Iterable[Told], kind: type[E]) -> dict[str, E]:
    """The last word on each subject; they come in order."""
    letters = unit.context.letters
    said = {one.subject: one for one in lost if one.type == kind.type}
    return {subject: heard(kind, one.body, letters) for subject, one in said.items()}


async def _staff(unit: Unit, lost: Sequence[Told]) -> Left:
    left: Left = {}
    for subject, event in _last(unit, lost, StaffChanged).items():
        found = await credentials.lock_staff(unit.connection, event.identity_id)
        if found is None:
            left[subject] = MADE_SINCE
            continue
        was_active, is_same = found.disabled_at is None, found.identity.role == event.role
        if was_active and not (event.active and is_same):
            await _shut(unit, found.identity)
        if event.active and not (was_active and is_same):
            left[subject] = GIVEN_SINCE
    return left


async def _operators(unit: Unit, lost: Sequence[Told]) -> Left:
    left: Left = {}
    for subject, event in _last(unit, lost, OperatorChanged).items():
        found = await operators.lock(unit.connection, event.operator_id)
        if found is None:
            left[subject] = APPOINTED_SINCE
            continue
        told, had = frozenset(map(Right, event.rights)), found.identity.rights
        if found.active and not (event.active and told & had):
            await _shut(unit, found.identity)
        elif found.active and had - told:
            await identities.change(
                unit.connection, unit.personal_data, event.operator_id, rights=had & told
            )
        if event.active and not (found.active and told <= had):
            left[subject] = RIGHTS_SINCE
    return left


async def _shut(unit: Unit, identity: Identity) -> None:
    now = now_of(unit.context)
    await credentials.disable(unit.connection, unit.personal_data, identity, now)


async def _activations(unit: Unit, lost: Sequence[Told]) -> Left:
    """Password and authenticator of before are worth nothing: what came instead is not known."""
    left: Left = {}
    now, data = now_of(unit.context), unit.personal_data
    for subject, event in _last(unit, lost, StaffActivationIssued).items():
        if await identities.identity_by_id(unit.connection, event.identity_id) is None:
            continue
        nobodys = activation_hash(data, event.identity_id, new_activation_code())
        await credentials.await_activation(unit.connection, event.identity_id, nobodys, now)
        await devices.forget_all(unit.connection, event.identity_id)
        left[subject] = f"{event.login} activated anew after the backup: its code is sent again"
    return left


async def _phones(unit: Unit, lost: Sequence[Told]) -> Left:
    left: Left = {}
    for told in {one.subject: one for one in lost if one.type == PersonPhoneChanged.type}.values():
        try:
            event = heard(PersonPhoneChanged, told.body, unit.context.letters)
        except UnreadablePersonalData:
            left[told.subject] = UNREADABLE
            continue
        identity_id = await phones.lock_person(unit.connection, event.person_id)
        if identity_id is None:
            left[told.subject] = UNKNOWN_SINCE
            continue
        change = PhoneChange.of(
            unit.personal_data,
            event.change_id,
            identity_id,
            Phone.parse(event.phone),
            by_whom=event.by_whom,
            tail_before="",
        )
        await phones.change(unit.connection, change, event.changed_at)
    return left
