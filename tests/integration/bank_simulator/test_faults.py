"""Each fault: what the other side sees, and what was really done."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from lxml import etree
from tests.integration.bank_simulator.conftest import Running, until
from tests.integration.bank_simulator.messages import (
    CARD,
    OTHER_CARD,
    Payment,
    Report,
    key,
    pacs_028,
    pain_001,
)

PENDING_SECONDS = 0.3
NO_ANSWER = (httpx.RemoteProtocolError, httpx.ReadError, httpx.ConnectError, httpx.WriteError)


async def executed(bank: Running) -> int:
    return (await bank.totals())["executed_count"]


@pytest.mark.parametrize(
    ("fault", "done"),
    [("disconnect", 0), ("drop_request", 0), ("drop_answer", 1), ("cut_answer", 1)],
)
async def test_a_broken_connection_leaves_the_outcome_unknown(
    bank: Running, fault: str, done: int
) -> None:
    payment = Payment()
    await bank.fail(**{fault: 1})
    with pytest.raises(NO_ANSWER):
        await bank.post([payment])
    assert await executed(bank) == done
    assert (await bank.ask(payment.key)).states == ["ACSC" if done else "NOT-RECEIVED"]
    assert (await bank.pay(payment)).states == ["ACSC"]
    assert await executed(bank) == 1


async def test_http_500_means_that_nothing_was_done(bank: Running) -> None:
    await bank.fail(http_500=1)
    assert (await bank.post([Payment()])).status_code == 500
    assert await executed(bank) == 0


async def test_garbage_answers_a_file_that_was_executed(bank: Running) -> None:
    await bank.fail(garbage=1)
    answer = await bank.post([Payment()])
    assert answer.status_code == 200
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(answer.content)
    assert await executed(bank) == 1


async def test_a_message_of_another_type_answers_a_file_that_was_executed(bank: Running) -> None:
    await bank.fail(wrong_xml=1)
    answer = await bank.post([Payment()])
    assert answer.status_code == 200
    assert "camt.054" in etree.fromstring(answer.content).tag
    assert await executed(bank) == 1


async def test_an_answer_can_take_its_time(bank: Running) -> None:
    await bank.fail(delay_seconds=30)
    patience = httpx.Timeout(30, read=0.5)
    with pytest.raises(httpx.ReadTimeout):
        await bank.link.post("/payments", content=pain_001([Payment()]), timeout=patience)
    assert await executed(bank) == 1


async def test_a_refusal_on_demand_is_final(bank: Running) -> None:
    payments = [Payment(), Payment(), Payment()]
    await bank.fail(refuse=2, refuse_code="AC01")
    report = await bank.pay(*payments)
    assert report.reasons == ["AC01", "AC01", None]
    assert (await bank.pay(*payments)).statuses == report.statuses
    assert await executed(bank) == 1


async def test_a_pending_payment_is_paid_later(bank: Running) -> None:
    payment = Payment()
    await bank.fail(pending=1, pending_seconds=PENDING_SECONDS)
    sent_at = datetime.now(UTC)
    assert (await bank.pay(payment)).states == ["PDNG"]
    [entry] = await bank.entries(wait_seconds=10)
    [booked] = (await bank.control.get("/control/payments")).json()["payments"]
    # The book's instants are cut to the millisecond.
    pending_for = datetime.fromisoformat(booked["final_at"]) - sent_at + timedelta(milliseconds=1)
    assert pending_for >= timedelta(seconds=PENDING_SECONDS)
    status = (await bank.ask(payment.key)).status(payment)
    assert status["TxSts"] == "ACSC"
    assert status["AcctSvcrRef"] == entry["AcctSvcrRef"]
    assert (await bank.pay(payment)).states == ["ACSC"]
    assert await executed(bank) == 1


async def test_a_pending_payment_is_refused_later(bank: Running) -> None:
    payment = Payment()
    await bank.fail(pending=1, pending_seconds=0, pending_code="AC04")
    assert (await bank.pay(payment)).states == ["PDNG"]
    report = await bank.ask(payment.key)
    assert (report.states, report.reasons) == (["RJCT"], ["AC04"])
    assert (await bank.totals())["balance_fen"] == (await bank.totals())["opening_fen"]


async def test_a_payment_comes_back_later(bank: Running) -> None:
    payment = Payment()
    await bank.fail(return_later=1, return_seconds=0.3, return_code="AC06")
    assert (await bank.pay(payment)).states == ["ACSC"]
    [_payout] = await bank.entries(limit=1)
    [returned] = await bank.entries(after=1, wait_seconds=10)
    assert returned["NtryDtls/TxDtls/Refs/EndToEndId"] == payment.key
    assert returned["NtryDtls/TxDtls/RtrInf/Rsn/Cd"] == "AC06"
    assert returned["NtryDtls/TxDtls/RtrInf/AddtlInf"] == "账户已冻结"
    assert (await bank.totals())["balance_fen"] == (await bank.totals())["opening_fen"]


async def test_a_pending_payment_can_be_paid_and_come_back(bank: Running) -> None:
    await bank.fail(pending=1, pending_seconds=0.1, return_later=1, return_seconds=0.1)
    await bank.pay(Payment())
    await until(lambda: _returned(bank))
    kinds = (await bank.control.get("/control/entries")).json()["entries"]
    assert [item["kind"] for item in kinds] == ["payout", "return"]


async def _returned(bank: Running) -> int:
    return (await bank.totals())["returned_count"]


async def test_faults_of_a_question(bank: Running) -> None:
    question = pacs_028([key()])
    await bank.fail(status_drop=1, status_garbage=1, status_http_500=1)
    with pytest.raises(NO_ANSWER):
        await bank.link.post("/payment-status", content=question)
    garbage = await bank.link.post("/payment-status", content=question)
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(garbage.content)
    assert (await bank.link.post("/payment-status", content=question)).status_code == 500
    assert (await bank.ask(key())).states == ["NOT-RECEIVED"]


async def test_faults_of_notifications(bank: Running) -> None:
    await bank.fail(notifications_drop=1, notifications_garbage=1, notifications_http_500=1)
    with pytest.raises(NO_ANSWER):
        await bank.link.get("/notifications")
    garbage = await bank.link.get("/notifications")
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(garbage.content)
    assert (await bank.link.get("/notifications")).status_code == 500
    assert await bank.entries() == []


async def test_entries_can_come_twice_in_one_notification(bank: Running) -> None:
    await bank.pay(Payment(), Payment())
    await bank.fail(entries_twice=1)
    assert [item["NtryRef"] for item in await bank.entries()] == ["1", "1", "2", "2"]
    assert [item["NtryRef"] for item in await bank.entries()] == ["1", "2"]


async def test_entries_can_come_again_in_the_next_notification(bank: Running) -> None:
    await bank.pay(Payment(), Payment(), Payment())
    first = await bank.entries(limit=2)
    await bank.fail(entries_again=1)
    assert await bank.entries(after=2, limit=2) == first
    assert [item["NtryRef"] for item in await bank.entries(after=2)] == ["3"]


async def test_a_fault_can_be_for_one_card_only(bank: Running) -> None:
    mine, other = Payment(card=CARD), Payment(card=OTHER_CARD)
    await bank.fail(refuse=-1, refuse_code="AC04", http_500=1, only_card=CARD)
    assert (await bank.pay(other)).states == ["ACSC"]
    assert (await bank.post([mine])).status_code == 500
    assert (await bank.pay(mine, Payment(card=OTHER_CARD))).reasons == ["AC04", None]


async def test_a_fault_can_strike_by_chance_and_until_told_otherwise(bank: Running) -> None:
    await bank.fail(refuse=-1, probability=0.0)
    assert (await bank.pay(Payment())).states == ["ACSC"]
    await bank.fail(refuse=-1, probability=0.5)
    report: Report = await bank.pay(*(Payment() for _ in range(200)))
    assert set(report.states) == {"ACSC", "RJCT"}
    await bank.fail()
    assert (await bank.pay(Payment())).states == ["ACSC"]


async def test_a_fault_that_does_not_exist_is_not_set(bank: Running) -> None:
    answer = await bank.control.put("/control/faults", json={"explode": 1})
    assert answer.status_code == 422


async def test_every_connection_can_be_broken_at_once(bank: Running) -> None:
    await bank.ask(key())
    assert len(bank.bank.transports) == 1
    assert (await bank.control.post("/control/disconnect")).status_code == 204
    await until(lambda: _connections(bank, 0))
    assert (await bank.ask(key())).states == ["NOT-RECEIVED"]


async def _connections(bank: Running, number: int) -> bool:
    return len(bank.bank.transports) == number


async def test_a_long_file_does_not_keep_others_waiting(bank: Running) -> None:
    """The book has a thread of its own: while it works, the event loop answers."""
    with closing(sqlite3.connect(bank.bank.settings.book_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        long = asyncio.create_task(bank.post([Payment()]))
        await until(lambda: _files(bank, 1))
        assert (await bank.control.get("/healthz")).status_code == 200
        assert not long.done(), "the book waits for its file"
        other.execute("ROLLBACK")
    assert (await long).status_code == 200


async def _files(bank: Running, number: int) -> bool:
    return bank.bank.counters["files"] == number
