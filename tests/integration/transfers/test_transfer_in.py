"""异地转入: an account elsewhere comes here, by a letter, its answer and its money (R-TRF-4)."""

from typing import Any

from tests.integration.transfers.conftest import Office

from shared.messages.transfers import TransferInClaimed, TransferNews, TransferTold

TOLD = {"principal_fen": 1_234_500, "interest_fen": 67}
SUM = 1_234_567


async def reviewed(office: Office) -> tuple[Any, str, str]:
    """Somebody's letter is written: person, address, number."""
    person = await office.contributor()
    letter_id = await office.asked(person)
    await office.deliver()
    row = await office.letter(letter_id)
    assert row["state"] == "reviewed", row["reason_text"]
    return person, letter_id, row["number"]


async def test_r_trf_4_an_account_elsewhere_comes_here_with_principal_and_interest(
    office: Office,
) -> None:
    """From the citizen's request to the booked money, over the platform's real line."""
    async with office.on_line():
        person, letter_id, number = await reviewed(office)
        assert number == "3714002603020001", "centre, YYMMDD, the day's first"
        await office.until_known(number, "01")
        sent = office.platform.book.letter(number)
        assert sent is not None
        assert (sent["fields"]["Name"], sent["fields"]["CertNo"]) == ("张三丰", person.id_number)
        assert sent["fields"]["OutAcctNo"] == "10023456789"
        await office.do(number, "receipt")
        await office.until_state(letter_id, "received")
        await office.do(number, "information", TOLD)
        await office.until_state(letter_id, "informed")
        before = (await office.accounts.facts(person))["balance_fen"]
        await office.bank_receipt(number, SUM)
        await office.until_state(letter_id, "done")
        await office.until_known(number, "00")
    assert (await office.accounts.facts(person))["balance_fen"] == before + SUM
    entries = [one for one in await office.accounts.entries(person) if one["business_type"] == "08"]
    assert sorted(one["amount_fen"] for one in entries) == [67, 1_234_500]
    await office.accounts.verified()
    told = [event.what for event in await office.said(TransferTold)]
    assert told == [
        TransferNews.SENT, TransferNews.RECEIVED, TransferNews.ON_THE_WAY, TransferNews.BOOKED,
    ]  # fmt: skip
    shown = (await office.citizen(person).get(f"/requests/{letter_id}")).json()
    assert (shown["state_code"], shown["principal_fen"], shown["interest_fen"]) == (
        "00", 1_234_500, 67,
    )  # fmt: skip


async def test_r_trf_4_money_and_information_come_in_any_order_and_twice(office: Office) -> None:
    """The receipt comes before anything is told of it, each message twice; the money is booked once."""
    async with office.on_line():
        person, letter_id, number = await reviewed(office)
        await office.until_known(number, "01")
        before = (await office.accounts.facts(person))["balance_fen"]
        came = await office.bank_receipt(number, SUM)
        assert await office.said(TransferInClaimed) == []
        office.wrong(twice=2)
        await office.do(number, "information", TOLD)
        await office.until_state(letter_id, "done")
        assert await office.tell(came) == []
        await office.deliver(again=True)
    (claim,) = await office.said(TransferInClaimed)
    assert await office.tell(claim) == [], "a claim again is answered again"
    await office.deliver()
    assert (await office.accounts.facts(person))["balance_fen"] == before + SUM
    await office.accounts.verified()


async def test_r_trf_4_another_sum_is_to_be_corrected_and_ends_after_consulting(
    office: Office,
) -> None:
    """6.00 yuan less came than was told: please correct (TxFunc 1), and then it agrees."""
    async with office.on_line():
        _person, letter_id, number = await reviewed(office)
        await office.until_known(number, "01")
        await office.do(number, "information", TOLD)
        await office.until_state(letter_id, "informed")
        await office.bank_receipt(number, SUM - 600)
        found = await office.until_state(letter_id, "consulting")
        assert found["reason_text"] == "账户信息金额12,345.67元，到账12,339.67元，请更正"
        await office.until_known(number, "06")
        await office.do(number, "information", TOLD | {"principal_fen": 1_233_900})
        await office.until_state(letter_id, "done_after_consulting")
        await office.until_known(number, "20")
    assert (await office.letter(letter_id))["principal_fen"] == 1_233_900
    await office.accounts.verified()
