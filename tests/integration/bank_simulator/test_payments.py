"""The bank link's payments and questions: every row of the specification's tables of keys and states."""

import asyncio
from typing import Any

import pytest
from tests.integration.bank_simulator.conftest import Running, Start
from tests.integration.bank_simulator.messages import (
    CARD,
    OTHER_CARD,
    Payment,
    key,
    pacs_028,
    pain_001,
    pain_002,
)

from simulators.bank.settings import BankSettings


async def test_a_payment_is_paid_and_booked_under_its_serial(bank: Running) -> None:
    payment = Payment()
    report = await bank.pay(payment)
    status = report.status(payment)
    assert report.group["OrgnlMsgNmId"] == "pain.001.001.09"
    assert status["TxSts"] == "ACSC"
    assert status["AccptncDtTm"]
    [entry] = await bank.entries()
    assert entry["AcctSvcrRef"] == status["AcctSvcrRef"]
    totals = await bank.totals()
    assert (totals["executed_count"], totals["executed_fen"]) == (1, 10001)
    assert totals["balance_fen"] == totals["opening_fen"] - 10001


async def test_a_thousand_payments_fit_into_one_file(bank: Running) -> None:
    payments = [Payment(yuan=f"{number}.01") for number in range(1_000)]
    report = await bank.pay(*payments)
    assert [item["OrgnlEndToEndId"] for item in report.statuses] == [item.key for item in payments]
    assert set(report.states) == {"ACSC"}
    assert (await bank.totals())["executed_fen"] == 999 * 1000 // 2 * 100 + 1000


async def test_more_than_a_thousand_are_not_accepted(bank: Running) -> None:
    assert (await bank.post([Payment()] * 1_001)).status_code == 400
    asked = await bank.link.post("/payment-status", content=pacs_028([key()] * 1_001))
    assert asked.status_code == 400
    assert (await bank.totals())["payments_count"] == 0


REFUSED = [
    ("AC01", {"card": "6222021612003456789"}),
    ("AC01", {"card": "622202161200345"}),
    ("AC04", {"card": "6217000010001234569"}),
    ("BE01", {"holder": "李四"}),
    ("AC13", {"card": OTHER_CARD}),
    ("AM04", {"yuan": "1000.01"}),
    ("FF01", {"yuan": "0.00"}),
    ("FF01", {"currency": "USD"}),
    ("FF01", {"key": "F" * 32}),
    ("FF01", {"key": "0191e6a2-7c41-4d0e-9a55-0c7d3a5b1f2e"[:35]}),
]


@pytest.mark.parametrize(("code", "change"), REFUSED)
async def test_a_refusal_has_its_code_and_words_and_moves_no_money(
    start: Start, settings: BankSettings, code: str, change: dict[str, str]
) -> None:
    settings = settings.model_copy(update={"opening_balance_fen": 1000_00})
    async with start(settings) as bank:
        await bank.order("cards", card_number=CARD, holder_name="张三")
        await bank.order("cards", card_number=OTHER_CARD, holder_name="张三", kind="credit")
        await bank.order(
            "cards", card_number="6217000010001234569", holder_name="张三", state="closed"
        )
        refused, paid = Payment().changed(**change), Payment(yuan="1000.00")
        report = await bank.pay(refused, paid)
        assert report.states == ["RJCT", "ACSC"]
        assert report.reasons == [code, None]
        assert report.status(refused)["StsRsnInf/AddtlInf"]
        assert "AcctSvcrRef" not in report.status(refused)
        totals = await bank.totals()
        assert (totals["executed_count"], totals["balance_fen"]) == (1, 0)
        assert (await bank.ask(refused.key)).reasons == [code]
        assert (await bank.pay(refused)).reasons == [code]


async def test_a_card_not_seen_before_is_issued_to_the_creditor(bank: Running) -> None:
    report = await bank.pay(Payment(), Payment(holder="李四"), Payment())
    assert report.reasons == [None, "BE01", None]


@pytest.mark.parametrize(
    ("code", "wrong"),
    [("AM18", {"count": 3}), ("AM18", {"count": 1}), ("AM10", {"total": "300.02"}),
     ("AM10", {"total": "200.021"})],
)  # fmt: skip
async def test_a_file_whose_count_or_sum_does_not_hold_is_refused_whole(
    bank: Running, code: str, wrong: dict[str, Any]
) -> None:
    payments = [Payment(), Payment()]
    answer = await bank.link.post("/payments", content=pain_001(payments, **wrong))
    report = pain_002(answer.content)
    assert report.group["GrpSts"] == "RJCT"
    assert report.group["StsRsnInf/Rsn/Cd"] == code
    assert report.statuses == []
    assert (await bank.totals())["payments_count"] == 0
    assert (await bank.ask(payments[0].key)).states == ["NOT-RECEIVED"]


async def test_the_batch_has_to_hold_where_it_says_count_and_sum(bank: Running) -> None:
    body = pain_001([Payment()]).replace(
        b"<PmtMtd>TRF</PmtMtd>", b"<PmtMtd>TRF</PmtMtd><NbOfTxs>2</NbOfTxs>"
    )
    report = pain_002((await bank.link.post("/payments", content=body)).content)
    assert report.group["StsRsnInf/Rsn/Cd"] == "AM18"


async def test_a_file_without_a_sum_is_refused_whole(bank: Running) -> None:
    body = pain_001([Payment()]).replace(b"<CtrlSum>100.01</CtrlSum>", b"")
    report = pain_002((await bank.link.post("/payments", content=body)).content)
    assert report.group["StsRsnInf/Rsn/Cd"] == "AM10"


async def test_a_repeat_gets_the_state_of_the_first(bank: Running) -> None:
    payment = Payment()
    first = await bank.pay(payment)
    again = await bank.pay(Payment(), payment, payment)
    assert again.status(payment) == first.status(payment)
    totals = await bank.totals()
    assert (totals["executed_count"], totals["attempts_count"]) == (2, 4)
    answer = await bank.control.get("/control/payments", params={"end_to_end_id": payment.key})
    assert [item["attempts"] for item in answer.json()["payments"]] == [3]


async def test_a_key_twice_in_one_file_is_paid_once(bank: Running) -> None:
    payment = Payment()
    assert (await bank.pay(payment, payment)).states == ["ACSC", "ACSC"]
    totals = await bank.totals()
    assert (totals["executed_count"], totals["attempts_count"]) == (1, 2)


async def test_a_key_that_comes_many_times_at_once_is_paid_once(bank: Running) -> None:
    payment = Payment()
    reports = await asyncio.gather(*(bank.pay(payment) for _ in range(20)))
    assert len({item.status(payment)["AcctSvcrRef"] for item in reports}) == 1
    assert (await bank.totals())["executed_count"] == 1


@pytest.mark.parametrize(
    "change",
    [{"yuan": "100.02"}, {"card": OTHER_CARD}, {"holder": "李四"}, {"remittance": "别的用途"}],
)
async def test_a_repeat_with_other_content_changes_nothing(
    bank: Running, change: dict[str, str]
) -> None:
    first, stranger = Payment(), Payment()
    await bank.pay(first)
    before = await bank.totals()
    assert (await bank.post([stranger, first.changed(**change)])).status_code == 409
    assert await bank.totals() == before
    assert (await bank.ask(stranger.key)).states == ["NOT-RECEIVED"]
    assert (await bank.post([stranger, stranger.changed(**change)])).status_code == 409
    assert await bank.totals() == before


async def test_a_question_is_answered_key_by_key(bank: Running) -> None:
    paid, refused, pending, unknown = Payment(), Payment(card="1"), Payment(), key()
    await bank.pay(paid, refused)
    await bank.fail(pending=1, pending_seconds=3600)
    await bank.pay(pending)
    report = await bank.ask(paid.key, unknown, refused.key, pending.key)
    assert report.group["OrgnlMsgNmId"] == "pacs.028.001.03"
    assert report.states == ["ACSC", "NOT-RECEIVED", "RJCT", "PDNG"]
    assert "TxSts" not in report.status(unknown)


NOT_UNDERSTOOD = {
    "no XML": b"hello",
    "nothing": b"",
    "another message": pacs_028([key()]),
    "another version": pain_001([Payment()]).replace(b"001.09", b"001.08"),
    "an entity": b'<!DOCTYPE Document [<!ENTITY x "1">]>' + pain_001([Payment()]),
    "a key too long": pain_001([Payment()]).replace(b"<EndToEndId>", b"<EndToEndId>0000"),
    "two batches": pain_001([Payment()]).replace(b"</PmtInf>", b"</PmtInf><PmtInf/>"),
    "no batch": pain_001([Payment()]).replace(b"PmtInf>", b"PmtInv>"),
}


@pytest.mark.parametrize("what", NOT_UNDERSTOOD)
async def test_what_is_not_understood_is_not_executed(bank: Running, what: str) -> None:
    answer = await bank.link.post("/payments", content=NOT_UNDERSTOOD[what])
    assert answer.status_code == 400
    assert (await bank.totals())["payments_count"] == 0


async def test_a_question_that_is_not_understood_has_no_answer(bank: Running) -> None:
    answer = await bank.link.post("/payment-status", content=pain_001([Payment()]))
    assert answer.status_code == 400


async def test_a_body_without_end_is_cut_off(bank: Running) -> None:
    answer = await bank.link.post("/payments", content=b" " * (4 * 1024 * 1024 + 1))
    assert answer.status_code == 413


async def test_entities_are_never_resolved(bank: Running) -> None:
    laughs = b'<!DOCTYPE d [<!ENTITY a "' + b"ha" * 1000 + b'">]><d>' + b"&a;" * 10_000 + b"</d>"
    assert (await bank.link.post("/payments", content=laughs)).status_code == 400
