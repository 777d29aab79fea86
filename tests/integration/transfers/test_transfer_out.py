"""异地转出: an account goes to another centre: checked, decided by two, frozen, paid (R-TRF-4)."""

import uuid
from datetime import date
from typing import Any

import pytest
from tests.integration.accounts.conftest import Person, requested
from tests.integration.loans.conftest import know, lend
from tests.integration.transfers.conftest import Office
from tests.support.two_people import holds_against_insiders
from tests.support.waiting import until

from accounts.handlers import reservations
from shared.messages.cross_city import (
    TransferOutPosted,
    TransferOutRestored,
    TransferPaymentFailed,
    TransferPaymentReturned,
    TransferPaymentSucceeded,
)
from shared.messages.transfers import (
    TransferNews,
    TransferOutApproved,
    TransferOutFundsRequested,
    TransferTold,
)

WHY = {"reason": "材料齐全"}


async def leaver(office: Office) -> Person:
    """Sealed, with 60,000.00 yuan that count from 1 January 2026."""
    return await office.accounts.saver(6_000_000, value_date=date(2026, 1, 1))


async def waiting(office: Office, person: Person) -> Any:
    """Another centre's letter has come, and nothing is against it."""
    number = await office.asks_for(person)
    found = await office.numbered(number)
    return await office.until_state(found["letter_id"], "waiting")


async def frozen(office: Office, person: Person) -> tuple[Any, TransferOutApproved]:
    """Two people have agreed, and the money is frozen."""
    letter = await waiting(office, person)
    done = await office.desk.by_two(f"/letters/{letter['letter_id']}/approval", WHY)
    assert done.status_code == 200, done.text
    await office.deliver()
    (order,) = await office.said(TransferOutApproved)
    return letter, order


def succeeded(order: TransferOutApproved, day: date) -> TransferPaymentSucceeded:
    return TransferPaymentSucceeded(
        letter_id=order.letter_id, amount_fen=order.amount_fen, bank_serial="B1", paid_on=day
    )


def returned(order: TransferOutApproved, day: date) -> TransferPaymentReturned:
    return TransferPaymentReturned(
        letter_id=order.letter_id, amount_fen=order.amount_fen, bank_serial="B2",
        reason_code="AC04", reason_text="收款账户已销户", returned_on=day,
    )  # fmt: skip


async def test_r_trf_4_an_account_leaves_with_interest_to_the_day_and_closes(
    office: Office,
) -> None:
    """60,000.00 for 60 days at 1.5 %: 60,000 x 1.5 % x 60 / 360 = 150.00. Each fact comes twice."""
    async with office.on_line():
        person = await leaver(office)
        letter, order = await frozen(office, person)
        assert (order.amount_fen, order.payee_account) == (6_015_000, "3700161880005000239")
        paid = succeeded(order, office.clock.today())
        for _ in range(2):
            assert await office.tell(paid) == []
        await office.deliver()
        facts = await office.accounts.facts(person)
        assert (facts["state"], facts["balance_fen"]) == ("04", 0)
        await office.until_known(letter["number"], "08")
        told = office.platform.book.letter(letter["number"])
        assert told is not None
        said = told["information"]
        assert (said["TranAmt"], said["OrAcctAmt"], said["Yinter"]) == (
            "60150.00", "60000.00", "150.00",
        )  # fmt: skip
        await office.do(letter["number"], "completion")
        await office.until_state(letter["letter_id"], "done")
    (posted,) = await office.said(TransferOutPosted, office.accounts.context)
    assert posted.account_closed
    await office.accounts.verified()
    assert [one.what for one in await office.said(TransferTold)] == [
        TransferNews.ASKED_FOR, TransferNews.PAID_OUT,
    ]  # fmt: skip


async def test_r_trf_4_what_comes_back_is_on_the_account_again(office: Office) -> None:
    """The return overtakes the payment, waits for it, and the account is sealed with all of it again."""
    async with office.on_line():
        person = await leaver(office)
        letter, order = await frozen(office, person)
        back = returned(order, office.clock.today())
        assert await office.tell(back) != [], "it is too early, in both services"
        await office.tell(succeeded(order, office.clock.today()))
        for _ in range(2):
            assert await office.tell(back) == []
        found = await office.until_state(letter["letter_id"], "failed")
        assert found["reason_text"] == "收款账户已销户"
        await office.until_known(letter["number"], "40")
    facts = await office.accounts.facts(person)
    assert (facts["state"], facts["balance_fen"]) == ("02", 6_015_000)
    assert len(await office.said(TransferOutRestored, office.accounts.context)) == 1
    await office.accounts.verified()


async def test_r_trf_4_a_payment_that_the_bank_refuses_frees_the_money(office: Office) -> None:
    async with office.on_line():
        person = await leaver(office)
        letter, order = await frozen(office, person)
        failed = TransferPaymentFailed(
            letter_id=order.letter_id, reason_code="AC01", reason_text="收款账号不存在"
        )
        for _ in range(2):
            assert await office.tell(failed) == []
        await office.until_state(letter["letter_id"], "failed")
        again = await waiting(office, person)
        assert again["number"] != letter["number"], "another letter may come"
    facts = await office.accounts.facts(person)
    assert (facts["state"], facts["balance_fen"], facts["frozen_fen"]) == ("02", 6_000_000, 0)
    await office.accounts.verified()


async def test_r_trf_4_what_is_against_it_is_told_to_the_other_centre(office: Office) -> None:
    """Nobody, another name, not sealed, a withdrawal under way, a loan, a second letter."""
    async with office.on_line():
        person = await leaver(office)
        working = await office.accounts.saver(sealed=None)
        borrower = await leaver(office)
        await know(office.loans.context, borrower.person_id)
        await lend(office.loans, borrower=str(borrower.person_id))
        busy = await leaver(office)
        event = requested(busy)
        await office.accounts.deliver(reservations.reserve_funds, event)
        cases = {
            await office.asks_for(person, name="李四"): "姓名与证件号码不符。",
            await office.asks_for(working): "该职工的账户尚未封存，请先由原单位办理封存。",
            await office.asks_for(borrower): "该职工有未还清的住房公积金贷款或担保。",
            await office.asks_for(busy): "该职工有提取或还款正在办理。",
            await office.asks_for(
                person, id_number="11010519491231002X"
            ): "本中心没有该职工或该账户。",
        }
        for number, reason in cases.items():
            found = await office.numbered(number)
            refused = await office.until_state(found["letter_id"], "refused")
            assert refused["reason_text"] == reason
            known = await office.until_known(number, "13")
            assert known["reason"] == reason
        first = await waiting(office, person)
        second = await office.asks_for(person)
        assert (await office.numbered(second))["state"] == "refused"
        repeated = await office.asks_for(person, number=first["number"])
        assert repeated == first["number"]
        await office.until_known(second, "13")
        count = "SELECT count(*) FROM letter WHERE number = $1"
        assert await office.context.pool.fetchval(count, first["number"]) == 1
    assert await office.said(TransferOutFundsRequested) == []


async def test_r_trf_4_nobody_alone_lets_money_out(office: Office) -> None:
    async with office.on_line():
        person = await leaver(office)
        letter = await waiting(office, person)
        path = f"/letters/{letter['letter_id']}/approval"
        assert await office.said(TransferOutFundsRequested) == []
        await holds_against_insiders(office.desk, path, WHY)
        assert len(await office.said(TransferOutFundsRequested)) == 1
        late = await office.desk.by_two(path, WHY)
        assert late.json()["title"] == "letter-wrong-state"


@pytest.mark.parametrize("how", ["frozen", "withdrawn_from"])
async def test_r_trf_4_what_changed_since_the_check_is_seen_before_money_is_frozen(
    office: Office, how: str
) -> None:
    async with office.on_line():
        person = await leaver(office)
        letter = await waiting(office, person)
        if how == "frozen":
            async with office.accounts.pool.acquire() as connection:
                await connection.execute(
                    "UPDATE individual_account SET state = '06', state_before_freeze = '02'"
                    " WHERE number = $1",
                    person.account_number,
                )
        else:
            await office.accounts.deliver(reservations.reserve_funds, requested(person))
        done = await office.desk.by_two(f"/letters/{letter['letter_id']}/approval", WHY)
        assert done.status_code == 200, done.text
        found = await office.until_state(letter["letter_id"], "refused")
        reasons = {
            "frozen": "该职工的账户已被冻结。",
            "withdrawn_from": "该职工有提取或还款正在办理。",
        }
        assert found["reason_text"] == reasons[how]
        await office.until_known(letter["number"], "13")
    assert await office.said(TransferOutApproved) == []
    await office.accounts.verified()


async def test_r_trf_4_a_cancellation_races_with_the_decision(office: Office) -> None:
    """Before two people agreed it is cancelled; after it is not, and the money goes."""
    async with office.on_line():
        person, other = await leaver(office), await leaver(office)
        letter = await waiting(office, person)
        await office.do(letter["number"], "cancellation")
        await office.until_state(letter["letter_id"], "cancelled")
        late = await office.desk.by_two(f"/letters/{letter['letter_id']}/approval", WHY)
        assert late.json()["title"] == "letter-wrong-state"
        second, order = await frozen(office, other)
        await office.do(second["number"], "cancellation")

        async def answered() -> Any:
            pushes = office.platform.book.pushes(second["number"])
            return pushes[-1]["answer"]

        assert await until(answered) == "1 E003"
        assert order.letter_id == uuid.UUID(str(second["letter_id"]))
