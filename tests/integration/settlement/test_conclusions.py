"""R-WDR-13: what two of the staff conclude of an order that contradicts the bank; never on a guess."""

import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from local.certificates import Certificates
from settlement.domain import Entry, EntryKind, OrderId
from settlement.handlers import evidence
from settlement.work import adoption
from shared.base.clock import FixedClock
from shared.base.money import Fen
from shared.identity.principal import Role

from .conftest import AMOUNT_FEN, Bank, Caller, Issuer, Settlement, made_with
from .test_reconciliation import Books

SENT_ON = date(2026, 10, 12)
WORDS = "银行书面确认未付款，函号2026-118"
GROUNDS = {"reason": WORDS, "evidence": ["2026-118"]}
NOT_EXECUTED = {"outcome": "not_executed", **GROUNDS}
EXPLAINED = {"outcome": "explained", **GROUNDS}


class Office:
    """The service on a clock of the test's, with an order on it, a maker and a checker."""

    def __init__(self, settlement: Settlement, clock: FixedClock) -> None:
        self.settlement = settlement
        self.clock = clock
        self.maker = settlement.caller(Role.STAFF_MAKER, "李*")
        self.checker = settlement.caller(Role.STAFF_CHECKER, "王*")

    async def flagged(self, state: str = "unknown", attention: str = "key_conflict") -> OrderId:
        """An order that went out on `SENT_ON`, as the sender and the watcher have left it."""
        key = await Books(self.settlement).order(state, "S000001", SENT_ON)
        await self.settlement.context.pool.execute(
            """
            WITH sent AS (
                INSERT INTO payment_order_history (order_id, at, step, state, text)
                VALUES ($1, $2, 'sent', 'sent', '已提交银行')
            )
            UPDATE payment_order SET attention = $3 WHERE order_id = $1
            """,
            key,
            self.clock.now(),
            attention,
        )
        return key

    async def days_later(self, days: int, *, compared: int) -> None:
        """Let days pass, the first of which have been held against the bank's statements."""
        self.clock.advance(timedelta(days=days))
        await self.settlement.context.pool.execute(
            """
            INSERT INTO reconciliation (business_date, requested_at, wanted, finished_at, compared_as_of,
                opening_fen, closing_fen, compared)
            SELECT $1::date + n, now(), false, now(), $1::date + n + 1, 0, 0, 0
            FROM generate_series(0, $2 - 1) n
            """,
            SENT_ON,
            compared,
        )

    async def booked(self, number: int, kind: EntryKind, key: OrderId, amount_fen: int) -> None:
        """An entry of the bank under the key, held against the order."""
        told = Entry(
            number, f"S{number:06d}", kind, Fen(amount_fen), kind is EntryKind.RETURN, SENT_ON,
            SENT_ON, key,
        )  # fmt: skip
        await self.settlement.read(told)
        await evidence.settle_waiting(self.settlement.context)

    async def conclude(self, key: OrderId, body: dict[str, Any]) -> dict[str, Any]:
        """Have it proposed and agreed to."""
        answer = await self.decide(await self.propose(key, body), agree=True)
        assert answer.status_code == 200, answer.text
        return dict(answer.json()["result"])

    async def propose(
        self, key: uuid.UUID, body: dict[str, Any], by: Caller | None = None
    ) -> httpx.Response:
        return await (by or self.maker).post(f"/payment-orders/{key}/conclusion", body)

    async def decide(self, proposed: httpx.Response, *, agree: bool) -> httpx.Response:
        assert proposed.status_code == 202, proposed.text
        path = f"/proposals/{proposed.json()['proposal_id']}/decision"
        return await self.checker.post(path, {"agree": agree, "reason": "已核对"})


@pytest.fixture
async def office(service_context: Any, tmp_path: Path, tls: Certificates, keys: Issuer) -> Office:
    clock = FixedClock(datetime(2026, 10, 12, 2, 0, tzinfo=UTC))
    made = await made_with(service_context, Bank(tmp_path, tls), keys, clock=clock)
    return Office(made, clock)


def code(answer: httpx.Response) -> str:
    assert answer.status_code in (404, 409), answer.text
    return str(answer.json()["type"]).rsplit(":", 1)[-1]


async def test_what_was_not_executed_fails_and_its_owner_hears_so(office: Office) -> None:
    key = await office.flagged()
    await office.days_later(2, compared=2)
    proposed = await office.propose(key, NOT_EXECUTED)
    assert await office.settlement.state(key) == "unknown"
    assert await office.settlement.facts(key) == [], "one person ends nothing"
    shown = (await office.decide(proposed, agree=True)).json()["result"]
    assert (shown["state"], shown["attention"]) == ("failed", None)
    assert shown["history"][-1]["text"] == f"处理结论：未执行（{WORDS}），经办李*，复核王*"
    (concluded,) = shown["conclusions"]
    assert (concluded["outcome_text"], concluded["agreed"]) == ("未执行", True)
    (told,) = await office.settlement.emitted(key)
    assert told.type == "payment.failed.v1"
    assert (told.reason_code, told.reason_text) == ("NARR", "经与银行核实，该笔付款未执行")


@pytest.mark.parametrize(("days", "compared"), [(0, 0), (1, 0), (3, 2)])
async def test_nothing_is_concluded_before_the_statements_of_all_days_since_were_read(
    office: Office, days: int, compared: int
) -> None:
    key = await office.flagged()
    await office.days_later(days, compared=compared)
    assert code(await office.propose(key, NOT_EXECUTED)) == "statement-missing"
    assert await office.settlement.state(key) == "unknown"


async def test_what_the_bank_booked_is_concluded_only_after_it_went_back(office: Office) -> None:
    key, other_fen = await office.flagged(), AMOUNT_FEN + 1
    await office.days_later(1, compared=1)
    await office.booked(1, EntryKind.PAYOUT, key, other_fen)
    assert code(await office.propose(key, NOT_EXECUTED)) == "bank-booked-it"
    await office.booked(2, EntryKind.RETURN, key, other_fen)
    shown = await office.conclude(key, NOT_EXECUTED)
    assert (shown["state"], shown["attention"]) == ("failed", None)
    await evidence.settle_waiting(office.settlement.context)
    assert (await office.settlement.order(key))["attention"] is None, "people have seen both"
    assert await office.settlement.facts(key) == ["failed"]


async def test_what_the_bank_books_between_the_two_persons_stops_the_second(office: Office) -> None:
    key = await office.flagged()
    await office.days_later(1, compared=1)
    proposed = await office.propose(key, NOT_EXECUTED)
    await office.booked(1, EntryKind.PAYOUT, key, AMOUNT_FEN + 1)
    assert code(await office.decide(proposed, agree=True)) == "bank-booked-it"
    assert await office.settlement.state(key) == "unknown"
    assert (await office.decide(proposed, agree=False)).json()["state"] == "rejected"
    assert code(await office.decide(proposed, agree=True)) == "already-decided"


async def test_a_payment_that_the_bank_makes_after_all_is_an_alarm(office: Office) -> None:
    key = await office.flagged()
    await office.days_later(1, compared=1)
    await office.conclude(key, NOT_EXECUTED)
    await office.booked(1, EntryKind.PAYOUT, key, AMOUNT_FEN)
    order = await office.settlement.order(key)
    assert (order["state"], order["attention"]) == ("failed", "contradiction")
    assert await office.settlement.facts(key) == ["failed"]


@pytest.mark.parametrize("state", ["succeeded", "failed"])
async def test_what_is_over_is_explained_and_stays_what_it_was(office: Office, state: str) -> None:
    key = await office.flagged(state, "contradiction")
    assert code(await office.propose(key, NOT_EXECUTED)) == "wrong-conclusion"
    shown = await office.conclude(key, EXPLAINED)
    assert (shown["state"], shown["attention"]) == (state, None)
    assert shown["history"][-1]["step"] == "explained"
    assert await office.settlement.emitted(key) == []
    listed = (await office.maker.get("/payment-orders", flagged=True)).json()["items"]
    assert listed == []


async def test_one_conclusion_waits_at_a_time_and_only_where_there_is_a_question(
    office: Office,
) -> None:
    key = await office.flagged("succeeded", "contradiction")
    assert (await office.propose(key, EXPLAINED)).status_code == 202
    assert code(await office.propose(key, EXPLAINED)) == "already-proposed"
    quiet = await office.settlement.approved()
    assert code(await office.propose(quiet, EXPLAINED)) == "not-flagged"
    assert code(await office.propose(uuid.uuid4(), EXPLAINED)) == "not-found"


async def test_the_bank_s_word_in_writing_is_asked_for(office: Office) -> None:
    key = await office.flagged("succeeded", "contradiction")
    answer = await office.propose(key, {**EXPLAINED, "evidence": []})
    assert (answer.status_code, answer.json()["title"]) == (422, "evidence-needed")


async def test_what_waited_before_there_were_proposals_is_decided_as_one(office: Office) -> None:
    key = await office.flagged("failed", "contradiction")
    await office.settlement.context.pool.execute(
        """
        INSERT INTO order_conclusion
            (order_id, outcome, explanation, proposed_by, proposed_by_name, proposed_at)
        VALUES ($1, 'explained', $2, $3, '赵*', $4)
        """,
        key, WORDS, uuid.uuid4(), office.clock.now() - timedelta(days=9),
    )  # fmt: skip
    for adopted in (1, 0):
        assert await office.settlement.context.transact(adoption.adopt) == adopted
    (waiting,) = (await office.checker.get("/proposals", state="open")).json()["items"]
    assert (waiting["reason"], waiting["proposed_by_name"]) == (WORDS, "赵*")
    path = f"/proposals/{waiting['proposal_id']}/decision"
    shown = (await office.checker.post(path, {"agree": True})).json()["result"]
    assert shown["attention"] is None
    (concluded,) = shown["conclusions"]
    assert (concluded["proposed_by_name"], concluded["agreed"]) == ("赵*", True)


async def test_an_order_that_cannot_be_opened_is_ended_by_two_people_and_lets_the_money_go(
    office: Office,
) -> None:
    key = await office.flagged("to_send", "unreadable")
    assert code(await office.propose(key, EXPLAINED)) == "wrong-conclusion"
    assert code(await office.propose(key, NOT_EXECUTED)) == "statement-missing"
    await office.days_later(1, compared=1)
    concluded = await office.conclude(key, NOT_EXECUTED)
    assert (concluded["state"], concluded["attention"]) == ("failed", None)
    assert await office.settlement.facts(key) == ["failed"]


async def test_an_order_that_waits_to_be_sent_alone_is_not_concluded(office: Office) -> None:
    key = await office.flagged("to_send", "key_conflict")
    await office.days_later(1, compared=1)
    for body in (NOT_EXECUTED, EXPLAINED):
        assert code(await office.propose(key, body)) == "wrong-conclusion"
    with pytest.raises(Exception, match="cannot go from to_send to failed"):
        await office.settlement.context.pool.execute(
            "UPDATE payment_order SET state = 'failed', next_at = NULL, reason_code = 'NARR',"
            " reason_text = '未执行' WHERE order_id = $1", key,
        )  # fmt: skip
