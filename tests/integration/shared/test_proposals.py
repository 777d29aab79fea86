"""Proposals in a service's database: decided once, by another person, in the transaction that executes."""

import asyncio
import contextlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest
from pydantic import BaseModel
from tests.support.telling import received

from shared.base.clock import FixedClock
from shared.base.errors import ServiceError
from shared.base.money import Fen
from shared.identity.principal import Principal, Role
from shared.messages.gateway import StaffChanged
from shared.messaging.unit import Context, Unit
from shared.proposals import deadlines, handlers, standing, store
from shared.proposals.errors import Reason, Refused
from shared.proposals.operation import Decision, Facts, Operation, catalogue
from shared.proposals.rules import Decider, State
from shared.proposals.store import Proposal

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
OWNER = uuid.uuid4()
KIND = "safe.open"


class Opening(BaseModel):
    """What is proposed here: a number of a safe."""

    safe: str
    amount_fen: int = 100


class SafeGone(ServiceError):
    """By the time of the decision there is nothing to open."""

    code = "safe-gone"


@contextlib.contextmanager
def refused(reason: Reason) -> Iterator[None]:
    """Expect this refusal."""
    with pytest.raises(Refused) as found:
        yield
    assert found.value.reason is reason


@dataclass
class Office:
    """A service with one operation, and what was done by it."""

    context: Context
    opened: list[Decision] = field(default_factory=list)
    gone: bool = False

    def __post_init__(self) -> None:
        self.operation = Operation(KIND, "开启保险柜", Opening, self.examine, self.execute)
        self.operations = catalogue([self.operation])

    async def examine(self, _unit: Unit, body: Opening, _by: Principal) -> Facts:
        if self.gone:
            raise SafeGone
        return Facts(body.safe, f"开启{body.safe}", frozenset({OWNER}), Fen(body.amount_fen))

    async def execute(self, unit: Unit, body: Opening, decision: Decision) -> Opening:
        await unit.connection.execute("INSERT INTO subject_sequence VALUES ($1, 1)", body.safe)
        self.opened.append(decision)
        return body

    async def propose(self, maker: Principal, safe: str = "A1", amount_fen: int = 100) -> Proposal:
        async with self.context.unit() as unit:
            body = Opening(safe=safe, amount_fen=amount_fen)
            return await handlers.propose(unit, self.operation, body, maker, reason="钥匙遗失")

    async def decide(self, made: Proposal, checker: Principal, *, agree: bool = True) -> Proposal:
        async with self.context.unit() as unit:
            return await handlers.decide(
                unit, self.operations, made.id, checker, agree=agree, reason="已核对"
            )

    async def withdraw(self, made: Proposal, maker: Principal) -> Proposal:
        async with self.context.unit() as unit:
            return await handlers.withdraw(unit, self.operations, made.id, maker)

    async def told(self, *events: StaffChanged) -> None:
        async with self.context.unit() as unit:
            await standing.know_staff(unit, received(events))

    async def executions(self) -> int:
        """How often it took effect in a committed transaction."""
        found = await self.context.pool.fetchval("SELECT count(*) FROM subject_sequence")
        return int(found)


def staff(role: Role, person: uuid.UUID | None = None) -> Principal:
    since = NOW - timedelta(days=400)
    return Principal(
        uuid.uuid4(), role, None, None, "测*", "web", own_person_id=person, active_since=since
    )


MAKER, CHECKER = staff(Role.STAFF_MAKER, uuid.uuid4()), staff(Role.STAFF_CHECKER, uuid.uuid4())
ADD_POLICY = """
INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours)
VALUES ($1, '2026-01-01', 0, 'checker', 24), ($1, '2026-01-01', 10000, 'senior', 24)
"""


@pytest.fixture
async def office(service_context: Any, platform: Any) -> Office:
    context: Context = await service_context("accounts", clock=FixedClock(NOW))
    database = str(context.settings.database_url).rpartition("/")[2]
    owner = await asyncpg.connect(platform.platform.postgres.url, database=database)
    await owner.execute(ADD_POLICY, KIND)
    await owner.close()
    return Office(context)


def changed(who: Principal, at: datetime, *, active: bool) -> StaffChanged:
    return StaffChanged(
        identity_id=who.identity_id,
        role=who.role.value,
        active=active,
        person_id=who.own_person_id,
        since=NOW,
        changed_at=at,
    )


async def test_it_happens_when_another_person_agrees_and_not_before(office: Office) -> None:
    made = await office.propose(MAKER)
    assert await office.executions() == 0
    decided = await office.decide(made, CHECKER)
    assert (decided.state, await office.executions()) == (State.EXECUTED, 1)
    (decision,) = office.opened
    assert (decision.maker_id, decision.checker_id) == (MAKER.identity_id, CHECKER.identity_id)


async def test_what_is_proposed_is_kept_sealed(office: Office) -> None:
    made = await office.propose(MAKER, "保险柜乙")
    kept = await office.context.pool.fetchrow("SELECT id, body_sealed FROM proposal")
    assert "保险柜乙" not in kept
    assert (
        Opening.model_validate_json(
            office.context.personal_data.open(kept["body_sealed"], store.SEALED_BODY, kept["id"])
        ).safe
        == "保险柜乙"
    )
    assert made.summary == "开启保险柜乙"


async def test_two_who_decide_at_once_execute_it_once(office: Office) -> None:
    made = await office.propose(MAKER)
    others = [staff(Role.STAFF_CHECKER) for _ in range(5)]
    results = await asyncio.gather(
        *(office.decide(made, other) for other in others), return_exceptions=True
    )
    late = [
        one for one in results if isinstance(one, Refused) and one.reason is Reason.ALREADY_DECIDED
    ]
    assert (len(late), await office.executions()) == (4, 1)


async def test_sent_back_it_never_happens_and_may_be_proposed_again(office: Office) -> None:
    made = await office.propose(MAKER)
    assert (await office.decide(made, CHECKER, agree=False)).state is State.REJECTED
    with refused(Reason.ALREADY_DECIDED):
        await office.decide(made, CHECKER)
    assert await office.executions() == 0
    await office.propose(MAKER)


async def test_the_same_is_not_proposed_twice_at_once(office: Office) -> None:
    await office.propose(MAKER)
    with refused(Reason.ALREADY_PROPOSED):
        await office.propose(staff(Role.STAFF_MAKER))
    await office.propose(MAKER, "A2")


async def test_what_has_become_impossible_is_refused_and_stays_open(office: Office) -> None:
    made = await office.propose(MAKER)
    office.gone = True
    with pytest.raises(SafeGone):
        await office.decide(made, CHECKER)
    found = await store.read(office.context.pool, made.id)
    assert found is not None
    assert found.state is State.OPEN


async def test_a_large_sum_asks_for_a_senior_checker(office: Office) -> None:
    made = await office.propose(MAKER, amount_fen=10_000)
    assert made.decider is Decider.SENIOR
    with refused(Reason.NOT_ENTITLED):
        await office.decide(made, CHECKER)


async def test_who_is_affected_can_do_neither(office: Office) -> None:
    with refused(Reason.OWN_AFFAIR):
        await office.propose(staff(Role.STAFF_MAKER, OWNER))
    made = await office.propose(MAKER)
    with refused(Reason.OWN_AFFAIR):
        await office.decide(made, staff(Role.STAFF_CHECKER, OWNER))


async def test_a_maker_who_was_shut_out_in_between_has_nothing_executed(office: Office) -> None:
    made = await office.propose(MAKER)
    await office.told(changed(MAKER, NOW, active=False))
    with refused(Reason.MAKER_GONE):
        await office.decide(made, CHECKER)
    await office.decide(made, CHECKER, agree=False)
    assert await office.executions() == 0


async def test_an_older_word_about_staff_that_comes_late_is_ignored(office: Office) -> None:
    before = NOW - timedelta(minutes=1)
    made = await office.propose(MAKER)
    await office.told(changed(MAKER, NOW, active=False))
    await office.told(changed(MAKER, before, active=True), changed(CHECKER, before, active=True))
    with refused(Reason.MAKER_GONE):
        await office.decide(made, CHECKER)


async def test_only_its_maker_takes_it_back(office: Office) -> None:
    made = await office.propose(MAKER)
    with refused(Reason.NOT_THE_MAKER):
        await office.withdraw(made, staff(Role.STAFF_MAKER, uuid.uuid4()))
    with refused(Reason.UNKNOWN_PROPOSAL):
        await office.withdraw(made, CHECKER)
    assert (await office.withdraw(made, MAKER)).state is State.WITHDRAWN
    with refused(Reason.ALREADY_DECIDED):
        await office.withdraw(made, MAKER)


async def test_what_nobody_decides_ends_and_may_be_proposed_again(office: Office) -> None:
    made = await office.propose(MAKER)
    clock = office.context.clock
    assert isinstance(clock, FixedClock)
    clock.advance(timedelta(hours=24))
    with refused(Reason.PROPOSAL_EXPIRED):
        await office.decide(made, CHECKER)
    await office.propose(MAKER)
    clock.advance(timedelta(hours=24))
    await deadlines.look(office.context, frozenset({KIND}))
    states = await office.context.pool.fetch("SELECT DISTINCT state FROM proposal")
    assert [row["state"] for row in states] == ["expired"]


async def test_the_database_itself_refuses_one_person_and_rewriting(office: Office) -> None:
    made = await office.propose(MAKER)
    pool = office.context.pool
    with pytest.raises(asyncpg.CheckViolationError, match="two_people_decide"):
        await pool.execute(
            "UPDATE proposal SET state = 'executed', decided_by = proposed_by, decided_at = now()"
        )
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await pool.execute("UPDATE proposal SET amount_fen = 1")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await pool.execute("UPDATE proposal_policy SET decider = 'checker'")
    await office.decide(made, CHECKER)
    with pytest.raises(asyncpg.RestrictViolationError):
        await pool.execute("UPDATE proposal SET state = 'open', decided_at = NULL")


async def test_an_operation_without_a_policy_keeps_the_service_from_starting(
    office: Office,
) -> None:
    await deadlines.check_policies(office.context, frozenset({KIND}))
    with pytest.raises(LookupError, match=r"safe\.burn"):
        await deadlines.check_policies(office.context, frozenset({KIND, "safe.burn"}))
