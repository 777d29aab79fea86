"""Random interleavings of concurrent transfers, holds and withdrawals keep every invariant."""

import asyncio
import uuid
from dataclasses import dataclass, field
from typing import Any

import asyncpg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.money.cases import CASES

from accounts.handlers import reservations
from shared.messages.accounts import FundsReserved

from .conftest import WHOLE, Accounts, Person, cancelled, paid, receipt, requested, returned
from .test_ledger import BOOK, OPEN, TODAY

EXAMPLES = settings(
    max_examples=CASES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
MONEY = st.integers(1, 1_000)
STEPS = st.lists(
    st.tuples(st.sampled_from(["in", "out", "hold", "post", "void"]), st.integers(0, 2), MONEY),
    min_size=5,
    max_size=60,
)


@dataclass
class Book:
    """What should be in the ledger, from what was committed."""

    posted: dict[int, int] = field(default_factory=dict)
    held: dict[uuid.UUID, tuple[int, int]] = field(default_factory=dict)

    def move(self, account: int, fen: int) -> None:
        self.posted[account] = self.posted.get(account, 0) + fen


async def move(accounts: Accounts, bank: int, account: int, fen: int) -> bool:
    made = uuid.uuid4()
    try:
        async with accounts.pool.acquire() as connection, connection.transaction():
            await connection.execute(OPEN, made, str(made), "posted")
            await connection.execute(BOOK, made, [account, bank], [fen, -fen], TODAY)
    except asyncpg.CheckViolationError:
        return False
    return True


async def hold(accounts: Accounts, account: int, fen: int) -> uuid.UUID | None:
    made = uuid.uuid4()
    try:
        async with accounts.pool.acquire() as connection, connection.transaction():
            await connection.execute(OPEN, made, str(made), "pending")
            await connection.execute(
                "INSERT INTO hold VALUES ($1, $2, $3, true)", made, account, fen
            )
    except asyncpg.CheckViolationError:
        return None
    return made


async def settle(accounts: Accounts, bank: int, held: uuid.UUID, book: Book, *, post: bool) -> None:
    account, fen = book.held.pop(held)
    async with accounts.pool.acquire() as connection, connection.transaction():
        await connection.execute(
            "UPDATE transfer SET state = $2, settled_at = now() WHERE id = $1",
            held,
            "posted" if post else "voided",
        )
        await connection.execute("UPDATE hold SET active = false WHERE transfer_id = $1", held)
        if post:
            await connection.execute(BOOK, held, [account, bank], [-fen, fen], TODAY)
    if post:
        book.move(account, -fen)


async def one(accounts: Accounts, bank: int, mine: list[int], book: Book, step: Any) -> None:
    action, which, fen = step
    account = mine[which]
    if action in ("in", "out"):
        signed = fen if action == "in" else -fen
        if await move(accounts, bank, account, signed):
            book.move(account, signed)
    elif action == "hold":
        held = await hold(accounts, account, fen)
        if held is not None:
            book.held[held] = (account, fen)
    elif book.held:
        await settle(accounts, bank, next(iter(book.held)), book, post=action == "post")


@EXAMPLES
@given(STEPS)
async def test_concurrent_transfers_and_holds(accounts: Accounts, steps: list[Any]) -> None:
    bank = await accounts.pool.fetchval("SELECT id FROM ledger_account WHERE kind = 'bank'")
    mine = [
        await accounts.pool.fetchval(
            "INSERT INTO ledger_account (kind, number) VALUES ('individual', $1) RETURNING id",
            uuid.uuid4().hex,
        )
        for _ in range(3)
    ]
    book = Book()
    await asyncio.gather(*(one(accounts, bank, mine, book, step) for step in steps))
    rows = await accounts.pool.fetch(
        "SELECT * FROM ledger_balance WHERE ledger_account_id = ANY($1::bigint[])", mine
    )
    frozen = dict.fromkeys(mine, 0)
    for account, fen in book.held.values():
        frozen[account] += fen
    for row in rows:
        account = row["ledger_account_id"]
        assert row["posted_fen"] == book.posted.get(account, 0)
        assert row["frozen_fen"] == frozen[account]
        assert row["posted_fen"] >= row["frozen_fen"] >= 0
    await accounts.verified()


FACTS = st.lists(
    st.tuples(
        st.sampled_from(["request", "again", "dearer", "pay", "cancel", "return", "deposit"]),
        st.integers(0, 2),
        st.integers(0, 3),
    ),
    min_size=4,
    max_size=40,
)


async def fact(
    accounts: Accounts, people: list[Person], ids: list[list[uuid.UUID]], step: Any
) -> None:
    """Deliver one fact about one of a person's four applications, true or not, in time or not."""
    action, who, which = step
    person, application = people[who], ids[who][which]
    if action in ("request", "again", "dearer"):
        number = 2 if action == "dearer" else 1
        event = requested(person, WHOLE, application_id=application, round=number)
        await accounts.deliver(reservations.reserve_funds, event, event)
    elif action == "cancel":
        await accounts.deliver(reservations.release_funds, cancelled(application, person.person_id))
    elif action == "deposit":
        await accounts.credit("没有清册", 100 + which)
    else:
        answers = await accounts.events(str(application))
        reserved = [event for event in answers if isinstance(event, FundsReserved)]
        if reserved and action == "pay":
            await accounts.deliver(reservations.post_funds, paid(reserved[-1]))
        elif reserved:
            await accounts.deliver(reservations.restore_funds, returned(reserved[-1]))


@EXAMPLES
@given(FACTS)
async def test_withdrawals_in_any_order(accounts: Accounts, steps: list[Any]) -> None:
    people = await accounts.savers(3, 200)
    ids = [[uuid.uuid4() for _ in range(4)] for _ in people]
    for start in range(0, len(steps), 10):
        batch = steps[start : start + 10]
        await asyncio.gather(*(fact(accounts, people, ids, step) for step in batch))
        await accounts.verified()
    for person, applications in zip(people, ids, strict=True):
        paid_out = await accounts.pool.fetchval(
            "SELECT count(*) FROM reservation WHERE state = 'posted' AND application_id = ANY($1)",
            applications,
        )
        facts = await accounts.facts(person)
        assert facts["balance_fen"] == (0 if paid_out else 200)
        assert paid_out <= 1
        held = await accounts.pool.fetchval(
            "SELECT count(*) FROM reservation WHERE state = 'reserved' AND application_id = ANY($1)",
            applications,
        )
        assert facts["frozen_fen"] == 200 * held
    assert receipt("x", 1).amount_fen == 1
