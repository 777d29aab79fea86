"""The special account (专户): entries, returns, receipts, statements, and who waits for them."""

import asyncio
from datetime import date, timedelta

import pytest
from tests.integration.bank_simulator.conftest import Running, Start, until
from tests.integration.bank_simulator.messages import Payment, key, signed_fen

from simulators.bank.settings import BankSettings

ONE_DAY = timedelta(days=1)
REMITTANCE = {
    "payer_name": "山东某某纺织有限公司",
    "amount_fen": 12288000,
    "remittance_information": "1001 2026-02 汇缴 <128人>",
}


def codes(entry: dict[str, str]) -> tuple[str, str, str, str]:
    domain = "BkTxCd/Domn"
    return (
        entry["CdtDbtInd"], entry[f"{domain}/Cd"], entry[f"{domain}/Fmly/Cd"],
        entry[f"{domain}/Fmly/SubFmlyCd"],
    )  # fmt: skip


async def test_every_kind_of_entry_says_what_the_specification_says(bank: Running) -> None:
    payment = Payment(yuan="1234.50")
    await bank.pay(payment)
    await bank.order("returns", end_to_end_id=payment.key, reason_code="AC06", reason_text="冻结")
    await bank.order("receipts", **REMITTANCE)
    payout, returned, receipt = await bank.entries()
    today = bank.bank.clock.today().isoformat()
    for number, entry in enumerate((payout, returned, receipt), 1):
        assert entry["NtryRef"] == str(number)
        assert entry["Sts/Cd"] == "BOOK"
        assert entry["BookgDt/Dt"] == entry["ValDt/Dt"] == today
    assert codes(payout) == ("DBIT", "PMNT", "ICDT", "DMCT")
    assert codes(returned) == ("CRDT", "PMNT", "ICDT", "RRTN")
    assert codes(receipt) == ("CRDT", "PMNT", "RCDT", "DMCT")
    details = "NtryDtls/TxDtls"
    assert payout[f"{details}/Refs/EndToEndId"] == payment.key
    assert returned[f"{details}/Refs/EndToEndId"] == payment.key
    assert returned[f"{details}/RtrInf/Rsn/Cd"] == "AC06"
    assert returned[f"{details}/RtrInf/AddtlInf"] == "冻结"
    assert receipt[f"{details}/RltdPties/Dbtr/Pty/Nm"] == REMITTANCE["payer_name"]
    assert receipt[f"{details}/RmtInf/Ustrd"] == REMITTANCE["remittance_information"]
    assert [signed_fen(item) for item in (payout, returned, receipt)] == [-123450, 123450, 12288000]
    assert len({item["AcctSvcrRef"] for item in (payout, returned, receipt)}) == 3


async def test_a_payment_comes_back_once_and_only_if_it_was_paid(bank: Running) -> None:
    paid, refused = Payment(), Payment(card="1")
    await bank.pay(paid, refused)
    answers = [
        await bank.order("returns", end_to_end_id=item, reason_code="AC04")
        for item in (paid.key, paid.key, refused.key, key())
    ]
    assert [answer.status_code for answer in answers] == [201, 409, 409, 409]
    totals = await bank.totals()
    assert (totals["returned_count"], totals["returned_fen"]) == (1, 10001)
    assert totals["balance_fen"] == totals["opening_fen"]
    assert (await bank.ask(paid.key)).states == ["ACSC"]


async def test_a_receipt_with_a_reference_is_booked_once(bank: Running) -> None:
    first = await bank.order("receipts", **REMITTANCE, reference="R1")
    again = await bank.order("receipts", **REMITTANCE, reference="R1")
    other = await bank.order("receipts", **{**REMITTANCE, "amount_fen": 1}, reference="R1")
    assert (first.status_code, again.json(), other.status_code) == (201, first.json(), 409)
    assert (await bank.totals())["received_fen"] == REMITTANCE["amount_fen"]


async def test_a_receipt_may_have_an_earlier_value_date_but_no_later_one(bank: Running) -> None:
    today = bank.bank.clock.today()
    early = await bank.order("receipts", **REMITTANCE, value_date=str(today - ONE_DAY))
    late = await bank.order("receipts", **REMITTANCE, value_date=str(today + ONE_DAY))
    assert (early.status_code, late.status_code) == (201, 422)
    [entry] = await bank.entries()
    assert entry["BookgDt/Dt"] == str(today)
    assert entry["ValDt/Dt"] == str(today - ONE_DAY)


@pytest.mark.parametrize(
    "wrong", [{"payer_name": "甲\x01"}, {"amount_fen": 0}, {"amount_fen": 0.5}]
)
async def test_a_receipt_that_could_not_be_told_is_not_booked(
    bank: Running, wrong: dict[str, object]
) -> None:
    assert (await bank.order("receipts", **{**REMITTANCE, **wrong})).status_code == 422
    assert await bank.entries() == []


async def test_entries_are_read_on_from_a_number(bank: Running) -> None:
    await bank.pay(*(Payment() for _ in range(5)))
    assert [item["NtryRef"] for item in await bank.entries(after=2, limit=2)] == ["3", "4"]
    assert [item["NtryRef"] for item in await bank.entries(after=4)] == ["5"]
    assert await bank.entries(after=5) == []


async def test_who_waits_is_woken_by_the_first_entry(bank: Running) -> None:
    waiting = asyncio.create_task(bank.entries(wait_seconds=20))
    await until(lambda: _polls(bank, 1))
    started = asyncio.get_running_loop().time()
    await bank.pay(Payment())
    assert len(await waiting) == 1
    assert asyncio.get_running_loop().time() - started < 5


async def test_nobody_waits_longer_than_asked_or_than_agreed(bank: Running) -> None:
    assert await bank.entries(wait_seconds=0.05) == []
    answer = await bank.link.get("/notifications", params={"wait_seconds": 21})
    assert answer.status_code == 422


async def _polls(bank: Running, number: int) -> bool:
    return bank.bank.counters["polls"] >= number


async def test_the_statement_has_every_entry_and_its_balances_hold(bank: Running) -> None:
    payments = [Payment(yuan=f"{number}.10") for number in range(1, 801)]
    await bank.pay(*payments)
    await bank.pay(*(Payment() for _ in range(700)))
    await bank.order("receipts", **REMITTANCE)
    await bank.order("returns", end_to_end_id=payments[0].key, reason_code="AC04")
    statement, totals = await bank.statement(), await bank.totals()
    assert [item["NtryRef"] for item in statement.entries] == [str(n) for n in range(1, 1503)]
    assert statement.entries == await bank.entries() + await bank.entries(after=1000)
    opening, closing = statement.balances["OPBD"], statement.balances["CLBD"]
    assert opening == totals["opening_fen"]
    assert closing == totals["balance_fen"]
    assert opening + sum(map(signed_fen, statement.entries)) == closing


async def test_days_follow_each_other_on_the_banks_business_clock(
    start: Start, settings: BankSettings
) -> None:
    days: list[date] = []
    closing = []
    for offset in (0, 86_400):
        moved = settings.model_copy(update={"clock_offset_seconds": offset})
        async with start(moved) as bank:
            await bank.pay(Payment())
            await bank.order("receipts", **REMITTANCE)
            days.append(bank.bank.clock.today())
            closing.append((await bank.totals())["balance_fen"])
            first = await bank.statement(days[0].isoformat())
            assert first.balances["CLBD"] == closing[0]
            assert len(first.entries) == 2
            future = await bank.link.get(f"/statements/{days[-1] + ONE_DAY}")
            assert future.status_code == 404
    assert days[1] == days[0] + ONE_DAY
    async with start(moved) as bank:
        second = await bank.statement(days[1].isoformat())
        assert second.balances == {"OPBD": closing[0], "CLBD": closing[1]}
        assert [item["NtryRef"] for item in second.entries] == ["3", "4"]
        before = await bank.statement((days[0] - ONE_DAY).isoformat())
        assert before.entries == []
        assert set(before.balances.values()) == {settings.opening_balance_fen}


async def test_the_book_keeps_its_opening_balance(start: Start, settings: BankSettings) -> None:
    async with start(settings.model_copy(update={"opening_balance_fen": 5_00})) as bank:
        assert (await bank.pay(Payment(yuan="5.00"))).states == ["ACSC"]
    async with start(settings) as bank:
        assert (await bank.pay(Payment(yuan="0.01"))).reasons == ["AM04"]


async def test_the_page_shows_and_the_control_port_lists(bank: Running) -> None:
    first, second = Payment(), Payment(card="6228480402564890018")
    await bank.pay(first, second)
    page = await bank.control.get("/")
    assert page.status_code == 200
    assert "受委托银行" in page.text
    assert (await bank.control.get("/healthz")).json() == {"status": "ok"}
    listed = (await bank.control.get("/control/payments")).json()["payments"]
    assert [item["end_to_end_id"] for item in listed] == [second.key, first.key]
    query = {"card": second.card}
    [found] = (await bank.control.get("/control/payments", params=query)).json()["payments"]
    assert (found["amount_fen"], found["status"], found["returned"]) == (10001, "ACSC", 0)
    query = {"after": str(listed[1]["payment_number"])}
    after = (await bank.control.get("/control/payments", params=query)).json()["payments"]
    assert [item["end_to_end_id"] for item in after] == [second.key]
    entries = (await bank.control.get("/control/entries")).json()["entries"]
    assert [item["end_to_end_id"] for item in entries] == [first.key, second.key]
    assert (await bank.control.get("/control/counters")).json()["files"] == 1
