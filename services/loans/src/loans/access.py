"""Who may see a loan, and one consistent look at it; what every router of loans begins with."""

import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, Path

from loans.domain.contracts import OWING, Contract
from loans.store import contracts as store
from shared.base.db import Connection
from shared.http.callers import looking, require
from shared.http.confirmations import confirmed, for_somebody
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Context
from shared.proposals.at_counter import ForSomebody, demand_their_code

Viewer = Annotated[Principal, Depends(looking(Role.INDIVIDUAL, *BUSINESS))]
Reader = Annotated[Principal, Depends(require(Role.INDIVIDUAL, *BUSINESS))]
Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
CitizenPost = Annotated[tuple[Principal, IdempotentPost], Depends(confirmed(Role.INDIVIDUAL))]
"""Whatever citizens do here moves money or binds them: confirmed with a fresh code."""
Staff = Annotated[Principal, Depends(require(*BUSINESS))]
Maker = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
AtCounter = Annotated[tuple[Principal, IdempotentPost], Depends(for_somebody(Role.STAFF_MAKER))]
"""A maker who enters something for a party of the loan, whose phone has said so."""
ContractNumber = Annotated[str, Path(max_length=30)]


@asynccontextmanager
async def reading(context: Context) -> AsyncIterator[Connection]:
    """One consistent look at the books."""
    async with (
        context.pool.acquire() as connection,
        connection.transaction(isolation="repeatable_read", readonly=True),
    ):
        yield connection


async def visible(connection: Connection, number: str, caller: Principal) -> Contract:
    """Read a contract that the caller may see; a stranger's answers 404 like one that is not there."""
    contract = await store.contract_of(connection, number, lock=False)
    if contract is None:
        raise not_found()
    mine = caller.person_id is not None and contract.role_of(caller.person_id) in OWING
    if caller.role not in BUSINESS and not mine:
        raise not_found()
    return contract


def person_of(caller: Principal) -> uuid.UUID:
    """The person that a citizen's token stands for."""
    if caller.person_id is None:
        raise not_found()
    return caller.person_id


async def confirmed_by(
    caller: tuple[Principal, IdempotentPost], body: ForSomebody, number: str
) -> uuid.UUID | None:
    """Who of those that owe the loan has confirmed it; None where their phones cannot be reached."""
    principal, post = caller
    async with reading(post.context) as connection:
        contract = await visible(connection, number, principal)
    owing = [party for party in contract.parties if party.role in OWING]
    owing.sort(key=lambda party: OWING.index(party.role))
    demand_their_code(post, body, [party.person_id for party in owing])
    return post.confirmed_by
