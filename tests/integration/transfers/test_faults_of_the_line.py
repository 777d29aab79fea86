"""The platform is slow, away, wrong, silent or repeats itself: a letter is one letter (R-TRF-4)."""

from typing import Any

from tests.integration.transfers.conftest import Office
from tests.integration.transfers.test_transfer_in import SUM, TOLD, reviewed
from tests.support.waiting import until

from shared.messages.transfers import TransferInAsked, TransferInClaimed, TransferNews, TransferTold


async def test_r_trf_4_an_answer_that_is_lost_is_asked_about_and_nothing_is_said_twice(
    office: Office,
) -> None:
    """The letter was heard, its answer not; then nonsense cuts the line; then pushes are lost."""
    async with office.on_line():
        office.wrong(lost=1)
        _, letter_id, number = await reviewed(office)
        await until(lambda: _taken(office))
        sent = office.platform.book.letter(number)
        assert sent is not None
        assert sent["times"] == 1, "it was asked about (BDC904), not said again"
        office.wrong(wrong=1, silent=2)
        await office.do(number, "receipt")
        await office.do(number, "information", TOLD)
        pushed = office.platform.book.pushes(number)
        await office.until_state(letter_id, "informed")
        assert [one["answer"] for one in office.platform.book.pushes(number)] == ["lost"] * len(
            pushed
        )
        office.wrong(deaf=2, away=1)
        await office.bank_receipt(number, SUM)
        office.platform.disconnect()
        await office.until_state(letter_id, "done")
        await office.until_known(number, "00")
    assert len(await office.said(TransferInClaimed)) == 1
    await office.accounts.verified()


async def _taken(office: Office) -> bool:
    count = "SELECT count(*) FROM dispatch WHERE state = 'taken'"
    return bool(await office.context.pool.fetchval(count))


async def test_r_trf_4_a_cancellation_races_with_the_receipt(office: Office) -> None:
    """The platform knows who was faster: the citizen, or the other centre. Late answers change nothing."""
    async with office.on_line():
        person, letter_id, number = await reviewed(office)
        await office.until_known(number, "01")
        caller = office.citizen(person)
        assert (await caller.post(f"/requests/{letter_id}/cancellation")).status_code == 200
        await office.until_state(letter_id, "cancelled")
        await office.until_known(number, "05")
        office.platform.book.push(number, "BDC905", _late(number))

        async def answered() -> Any:
            return office.platform.book.pushes(number)[-1]["answer"]

        assert await until(answered) == "1 E003", "what comes after the end is refused"
        late = await office.bank_receipt(number, SUM)
        assert await office.said(TransferInClaimed) == [], "its money lies in suspense"
        assert late.bank_serial

        second_id = await office.asked(person)
        await office.deliver()
        second = (await office.letter(second_id))["number"]
        await office.until_known(second, "01")
        office.wrong(silent=1)
        await office.do(second, "receipt")
        asked = await caller.post(f"/requests/{second_id}/cancellation")
        assert asked.status_code in (200, 409)
        found = await office.until_state(second_id, "received")
        assert not found["cancel_wanted"]
        too_late = await caller.post(f"/requests/{second_id}/cancellation")
        assert too_late.json()["title"] == "letter-not-cancellable"
        await office.do(second, "refusal", {"reason": "账户已冻结"})
        refused = await office.until_state(second_id, "refused")
        assert refused["reason_text"] == "账户已冻结"
    told = [event.what for event in await office.said(TransferTold)]
    assert told == [
        TransferNews.SENT, TransferNews.CANCELLED, TransferNews.SENT, TransferNews.RECEIVED,
        TransferNews.REFUSED,
    ]  # fmt: skip


def _late(number: str) -> dict[str, str]:
    return {
        "TxFunc": "0", "ConNum": number, "Feedback": "0", "TranAmt": "12345.67",
        "OrAcctAmt": "12345.00", "Yinter": "0.67",
    }  # fmt: skip


async def test_r_trf_4_one_open_letter_a_person_and_an_account_here_that_is_old_enough(
    office: Office,
) -> None:
    async with office.on_line():
        young = await office.contributor(months=1)
        caller = office.citizen(young)
        for centre, code in (("371400", "own-centre"), ("999999", "unknown-centre")):
            answer = await caller.post("/requests", {"centre_code": centre})
            assert answer.json()["title"] == code
        letter_id = await office.asked(young)
        again = await caller.post("/requests", {"centre_code": "370100"})
        assert again.json()["title"] == "letter-open"
        await office.deliver(again=True)
        found = await office.letter(letter_id)
        assert (found["state"], found["number"]) == ("not_sent", None)
        assert found["reason_text"] == (
            "您在本中心须已缴存满6个月，目前为1个月，暂不能申请异地转入。"
        )
        stranger = office.citizen(await office.contributor(months=0))
        assert (await stranger.get(f"/requests/{letter_id}")).status_code == 404
    assert len(await office.said(TransferInAsked)) == 1


async def test_r_trf_4_a_large_sum_is_booked_by_two(office: Office) -> None:
    """From 200,000.00 yuan on two people look first; a staff person alone books nothing."""
    told = {"principal_fen": 20_000_000, "interest_fen": 0}
    async with office.on_line():
        person, letter_id, number = await reviewed(office)
        await office.until_known(number, "01")
        await office.do(number, "information", told)
        await office.until_state(letter_id, "informed")
        early = await office.desk.by_two(f"/letters/{letter_id}/booking", {"reason": "已核对来款"})
        assert early.json()["title"] == "letter-money-missing"
        await office.bank_receipt(number, 20_000_000)
        assert await office.said(TransferInClaimed) == []
        kept = await office.desk.by_two(f"/letters/{letter_id}/giving-up", {"reason": "逾期"})
        assert kept.json()["title"] == "letter-money-there"
        done = await office.desk.by_two(f"/letters/{letter_id}/booking", {"reason": "已核对来款"})
        assert done.status_code == 200, done.text
        await office.until_state(letter_id, "done")
    listed = (await office.staff().get("/letters", ended=True)).json()["items"]
    assert [one["number"] for one in listed] == [number]
    shown = (await office.staff().get(f"/letters/{letter_id}")).json()
    assert (shown["name"], shown["receipts"][0]["used"]) == ("张**", True)
    assert (await office.accounts.facts(person))["balance_fen"] > 20_000_000
    await office.accounts.verified()
