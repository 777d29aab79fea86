"""Agents (坐席): prove a telephone to be theirs, say how they stand, speak, write the note."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from hotline.domain import AgentState
from hotline.errors import Reason, Refused
from hotline.handlers import calls
from hotline.store import agents as store
from hotline.store.calls import Call
from shared.messaging.unit import Unit
from shared.sealing.personal_data import PersonalData

CODE_DIGITS: Final = 8
CODE_SECONDS: Final = 300


@dataclass(frozen=True)
class Code:
    """What proves a telephone to be an agent's, once."""

    digits: str
    until: datetime


def code_hash(data: PersonalData, digits: str) -> str:
    """Hash a code, keyed: it is short."""
    return data.lookup_hash(f"agent code {digits}")


def _digits() -> str:
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


async def give_code(unit: Unit, identity_id: UUID) -> Code:
    """Give an agent a code; an earlier one is void."""
    now = unit.clock.now()
    code = Code(_digits(), now + timedelta(seconds=CODE_SECONDS))
    hashed = code_hash(unit.personal_data, code.digits)
    while await store.code_taken(unit.connection, hashed):
        code = replace(code, digits=_digits())
        hashed = code_hash(unit.personal_data, code.digits)
    await store.keep_code(unit.connection, identity_id, now, hashed, code.until)
    return code


async def sit_down(unit: Unit, digits: str, line_id: UUID, instance: str) -> UUID | None:
    """Take a line for that of the agent whose code was keyed in; None for no code of anybody's."""
    data = unit.personal_data
    hashes = data.either(code_hash(data, digits))
    return await store.sit_down(unit.connection, hashes, line_id, instance, unit.clock.now())


async def turn(unit: Unit, identity_id: UUID, state: AgentState) -> None:
    """Let an agent say how it stands; raises `Refused`."""
    found = await store.lock(unit.connection, identity_id)
    if found is None or found["line_id"] is None:
        raise Refused(Reason.NO_LINE)
    if found["speaking"]:
        raise Refused(Reason.SPEAKING)
    await store.turn(unit.connection, identity_id, state, unit.clock.now())


async def take(unit: Unit, call: Call, line_id: UUID) -> None:
    """Keep that the agent of a line has answered a call."""
    await calls.keep(unit, call)
    await store.take(unit.connection, line_id, call.call_id, unit.clock.now())


async def part(unit: Unit, call_id: UUID, line_id: UUID) -> None:
    """Keep that they speak no more."""
    await store.part(unit.connection, line_id, call_id, unit.clock.now())


async def leave_chair(unit: Unit, line_id: UUID) -> None:
    """Keep that nobody answers at a line."""
    await store.leave_chair(unit.connection, line_id, unit.clock.now())


async def stand_up(unit: Unit, line_id: UUID) -> None:
    """Keep that a line is over."""
    await store.stand_up(unit.connection, line_id, unit.clock.now())


@dataclass(frozen=True)
class Standing:
    """How an agent of this process stands in the books."""

    line_id: UUID
    state: AgentState
    shut_out: bool
    """May not work here any more."""


async def standing(unit: Unit, instance: str, after_call_seconds: float) -> Mapping[UUID, Standing]:
    """Free whose time for a note is over; then say how all agents of this process stand."""
    now = unit.clock.now()
    late = now - timedelta(seconds=after_call_seconds)
    await store.free_late(unit.connection, instance, now, late)
    return {
        row["identity_id"]: Standing(row["line_id"], AgentState(row["state"]), row["shut_out"])
        for row in await store.standing(unit.connection, instance)
    }
