"""Employers' operators (单位经办人): appointed, given rights, shut; who it takes is in `operations`."""

from collections.abc import Sequence
from uuid import UUID

import asyncpg

from gateway import announcements
from gateway.clock import now_of
from gateway.errors import Reason, Refused
from gateway.handlers import administration
from gateway.rules.operators import OPERATORS_MAX, somebody_binds
from gateway.store import credentials, devices, identities, open_sessions
from gateway.store import operators as store
from gateway.store.identities import NewIdentity
from gateway.store.operators import Operator
from shared.identity.principal import Principal, Right, Role
from shared.messaging.unit import Unit
from shared.proposals.errors import Reason as ProposalReason
from shared.proposals.errors import Refused as ProposalRefused


async def register(unit: Unit, told: Sequence[NewIdentity]) -> None:
    """Let the first operators of new employers in; what is told again makes nobody anew."""
    for operator_id in await store.register(
        unit.connection, unit.personal_data, told, now_of(unit.context)
    ):
        await _welcome(unit, operator_id)


async def _welcome(unit: Unit, operator_id: UUID) -> Operator:
    """Give a new operator a login, and send the code that activates it."""
    await store.give_login(unit.connection, operator_id)
    found = await locked(unit, operator_id)
    await administration.send_activation(unit, found.identity, found.login)
    say(unit, found)
    return found


def say(unit: Unit, operator: Operator) -> None:
    """Tell the others how an operator stands from now on."""
    standing = store.standing_of(operator, unit.personal_data)
    unit.emit(announcements.operator_changed(standing, now_of(unit.context)))


async def locked(unit: Unit, operator_id: UUID) -> Operator:
    """Lock an operator; raises `UNKNOWN`."""
    found = await store.lock(unit.connection, operator_id)
    if found is None:
        raise Refused(Reason.UNKNOWN)
    return found


def unknown() -> Refused:
    """What a stranger's operator is, and one who does not exist."""
    return Refused(Reason.UNKNOWN)


async def present(unit: Unit, operator_id: UUID) -> Operator:
    """Lock an operator who was not shut, and the others of the employer; raises `UNKNOWN`."""
    found = await locked(unit, operator_id)
    await store.hold_employer(unit.connection, str(found.identity.employer_number))
    if not found.active:
        raise Refused(Reason.UNKNOWN)
    return found


async def check_new(unit: Unit, new: NewIdentity) -> UUID | None:
    """Whether somebody may become an operator; returns who it is as a citizen, if anybody.

    Raises `UNKNOWN` for an employer that has not registered, `PHONE_OF_SOMEBODY_ELSE`,
    `OPERATOR_KNOWN`, `TOO_MANY_OPERATORS`.
    """
    number = str(new.employer_number)
    await store.hold_employer(unit.connection, number)
    known = await store.of_employer(unit.connection, number, OPERATORS_MAX)
    if not known:
        raise Refused(Reason.UNKNOWN)
    if len(known) >= OPERATORS_MAX:
        raise Refused(Reason.TOO_MANY_OPERATORS)
    if await identities.phone_of_somebody_else(unit.connection, new.phone_hash, new.id_number_hash):
        raise Refused(Reason.PHONE_OF_SOMEBODY_ELSE)
    return await identities.person_of(unit.connection, new.id_number_hash)


async def appoint(unit: Unit, new: NewIdentity, rights: frozenset[Right]) -> Operator:
    """Let one more operator in; raises what `check_new` does, and `OPERATOR_KNOWN`."""
    await check_new(unit, new)
    try:
        async with unit.connection.transaction():
            await store.appoint(
                unit.connection, unit.personal_data, new, rights, now_of(unit.context)
            )
    except asyncpg.UniqueViolationError as error:
        raise Refused(Reason.OPERATOR_KNOWN) from error
    return await _welcome(unit, new.id)


async def change_rights(unit: Unit, operator_id: UUID, rights: frozenset[Right]) -> Operator:
    """Give an operator other rights; what was opened with the ones before ends at once."""
    found = await present(unit, operator_id)
    if Right.CONFIRM not in rights:
        await _demand_another(unit, found)
    await identities.change(unit.connection, unit.personal_data, operator_id, rights=rights)
    await _end_sessions(unit, operator_id)
    return await _said(unit, operator_id)


async def shut(unit: Unit, operator_id: UUID, *, replaced: bool = False) -> Operator:
    """Let an operator in no more; somebody who can bind the employer stays."""
    found = await present(unit, operator_id)
    if not replaced:
        await _demand_another(unit, found)
    now = now_of(unit.context)
    await credentials.disable(unit.connection, unit.personal_data, found.identity, now)
    await _end_sessions(unit, operator_id)
    return await _said(unit, operator_id)


async def reset(unit: Unit, operator_id: UUID) -> Operator:
    """Send a new activation code: password, authenticator and sessions of before end."""
    found = await present(unit, operator_id)
    identity = found.identity
    phone = identities.phone_of(identity, unit.personal_data)
    assert phone is not None, "operators have a phone"
    await store.phone_known(unit.connection, operator_id, unit.personal_data.lookup_hash(phone))
    await administration.send_activation(unit, identity, found.login)
    now = unit.clock.now()
    await identities.change(unit.connection, unit.personal_data, operator_id, active_since=now)
    await _end_sessions(unit, operator_id)
    await devices.forget_all(unit.connection, operator_id)
    return await _said(unit, operator_id)


async def _demand_another(unit: Unit, leaving: Operator) -> None:
    """Raise `LAST_OPERATOR` where nobody else of the employer may bind it."""
    number = str(leaving.identity.employer_number)
    others = await store.of_employer(unit.connection, number, OPERATORS_MAX)
    staying = [one for one in others if one.identity.id != leaving.identity.id]
    if not somebody_binds((one.active, one.identity.rights) for one in staying):
        raise Refused(Reason.LAST_OPERATOR)


async def _end_sessions(unit: Unit, operator_id: UUID) -> None:
    await open_sessions.end_all(unit.connection, operator_id, now_of(unit.context), "disabled")


async def _said(unit: Unit, operator_id: UUID) -> Operator:
    found = await locked(unit, operator_id)
    say(unit, found)
    return found


async def demand_employer(unit: Unit, by: Principal, employer_number: str) -> None:
    """Let an operator ask for their own employer alone, and only who may bind it; the centre for any.

    Their right is read anew: the token may be older than it. Raises `UNKNOWN`, `MAKER_GONE`.
    """
    if by.role is not Role.EMPLOYER_OPERATOR:
        return
    if by.employer_number != employer_number:
        raise Refused(Reason.UNKNOWN)
    if not await _binds(unit, by.identity_id):
        raise ProposalRefused(ProposalReason.MAKER_GONE)


async def _binds(unit: Unit, identity_id: UUID) -> bool:
    found = await store.lock(unit.connection, identity_id)
    return found is not None and found.active and Right.CONFIRM in found.identity.rights


async def demand_maker(unit: Unit, maker_id: UUID) -> None:
    """Refuse what an operator has proposed who may not bind the employer any more; of staff others know."""
    maker = await identities.identity_by_id(unit.connection, maker_id)
    by_operator = maker is not None and maker.role is Role.EMPLOYER_OPERATOR
    if by_operator and not await _binds(unit, maker_id):
        raise ProposalRefused(ProposalReason.MAKER_GONE)
