"""What a draft comes to: a row, tried against the constraints of the database, then written by two people."""

import contextlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import asyncpg

from shared.base.parameters import Difference, told_of
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.operations.policies import put_in_force
from shared.operations.policy_desk.errors import Reason, Refused
from shared.operations.policy_desk.shapes import (
    PolicyDecided,
    PolicyDifference,
    PolicyDraft,
    PolicyProposed,
)
from shared.proposals.operation import Decision, Facts, Operation
from shared.sealing.policies import PolicyTable

ENACT = "policy.enact"
"""The kind of the operation, the same in every service with policies."""


@dataclass(frozen=True)
class Drafted:
    """A draft that makes sense."""

    name: str
    """Of the policy, in Chinese."""
    table: PolicyTable
    row: Mapping[str, object]
    """All that the row would say; days and decimals in strings."""
    differences: list[Difference]

    def shown(self) -> list[PolicyDifference]:
        """What would be another, for an answer."""
        return [
            PolicyDifference(path=one.path, title=one.title, before=one.before, after=one.after)
            for one in self.differences
        ]


Examined = Callable[[Unit, PolicyDraft], Awaitable[Drafted]]
"""Holds a draft against what is in force on its day; raises `Refused`."""


class _NotForGoodError(Exception):
    """Ends a savepoint in which something was tried."""


async def demand_that_it_would_stand(unit: Unit, drafted: Drafted) -> None:
    """Write the row and take it back: the constraints have their say before anybody decides."""
    with contextlib.suppress(_NotForGoodError):
        async with unit.connection.transaction():
            await write(unit, drafted)
            raise _NotForGoodError


async def write(unit: Unit, drafted: Drafted) -> None:
    """Write a row and adopt it, in this transaction; raises `Refused`."""
    try:
        async with unit.connection.transaction():
            await put_in_force(unit.connection, unit.personal_data, drafted.table, drafted.row)
    except asyncpg.InsufficientPrivilegeError as shut:
        raise Refused(Reason.DESK_SHUT) from shut
    except (asyncpg.IntegrityConstraintViolationError, asyncpg.DataError) as unfit:
        raise Refused(Reason.POLICY_UNCLEAR, title=drafted.name) from unfit


def operation_of(examined: Examined) -> Operation:
    """What takes two people: a row of policy from a later day on."""

    async def examine(unit: Unit, body: PolicyProposed, _by: Principal) -> Facts:
        drafted = await examined(unit, body)
        await demand_that_it_would_stand(unit, drafted)
        day = body.effective_from
        since = f"{drafted.name}自{day.year}年{day.month}月{day.day}日起"
        summary = f"{since}：{told_of(drafted.differences)}（{body.document_number}）"
        return Facts(f"{body.kind} {day}", summary)

    async def execute(unit: Unit, body: PolicyProposed, _decision: Decision) -> PolicyDecided:
        await write(unit, await examined(unit, body))
        return PolicyDecided(kind=body.kind, effective_from=body.effective_from)

    return Operation(ENACT, "政策变更", PolicyProposed, examine, execute)
