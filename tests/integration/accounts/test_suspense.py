"""Suspense can be left (R-DEP-7): for a list or to its payer, by two people, never more than lies there."""

import asyncio
import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from prometheus_client import REGISTRY
from tests.support.two_people import holds_against_insiders, staff

from accounts.handlers import refunds, suspense
from shared.identity.principal import Role
from shared.messages.accounts import RemittanceListBooked
from shared.messages.refunds import (
    RefundApproved,
    RefundFailed,
    RefundPosted,
    RefundRestored,
    RefundReturned,
    RefundSucceeded,
    RefundUnknown,
)

from .conftest import GROUNDS, TODAY, Accounts

OPENED = date(2026, 1, 1)
PAYER_ACCOUNT = "6217001612000000229"


async def listed(accounts: Accounts, *, people: int = 1) -> tuple[str, Any]:
    """An employer with a confirmed list: 480.00 + 480.00 each (E18)."""
    number = await accounts.employer()
    await accounts.people(number, *[600_000] * people, opened_on=OPENED)
    found = await accounts.confirmed(number, "2026-01")
    assert found["total_fen"] == people * 96_000
    return number, found


async def arrives(accounts: Accounts, note: str, fen: int, **changes: Any) -> str:
    serial = f"S{uuid.uuid4().hex[:16]}"
    usual = {"bank_serial": serial, "payer_account": PAYER_ACCOUNT}
    await accounts.credit(note, fen, **usual | changes)
    return serial


async def lies(accounts: Accounts, number: str | None = None) -> Any:
    path = f"/employers/{number}/suspense" if number else "/suspense"
    return (await accounts.staff.get(path)).json()["items"]


async def suspense_fen(accounts: Accounts, number: str) -> Any:
    return (await accounts.staff.get(f"/employers/{number}")).json()["suspense_fen"]


async def state(accounts: Accounts, found: Any) -> Any:
    return (await accounts.staff.get(f"/lists/{found['id']}")).json()["state"]


def of(*parts: tuple[str, int]) -> dict[str, Any]:
    named = [{"bank_serial": serial, "amount_fen": fen} for serial, fen in parts]
    return {"parts": named, **GROUNDS}


async def ordered(accounts: Accounts, serial: str, fen: int) -> RefundApproved:
    """A refund that two people agreed on."""
    answer = await accounts.desk.by_two(
        f"/suspense/{serial}/refund", {"amount_fen": fen, **GROUNDS}
    )
    assert answer.status_code == 200, answer.text
    return await told(accounts, answer.json()["result"]["refund_id"])


async def told(accounts: Accounts, refund_id: str) -> Any:
    return (await accounts.events(refund_id))[-1]


def succeeded(order: RefundApproved, **changes: Any) -> RefundSucceeded:
    usual = {
        "refund_id": order.refund_id,
        "amount_fen": order.amount_fen,
        "bank_serial": f"P{order.refund_id.hex[:16]}",
        "paid_on": TODAY,
    }
    return RefundSucceeded.model_validate(usual | changes)


def failed(order: RefundApproved) -> RefundFailed:
    return RefundFailed(
        refund_id=order.refund_id, reason_code="AC04", reason_text="原付款账户已销户"
    )


def returned(order: RefundApproved, serial: str = "") -> RefundReturned:
    return RefundReturned(
        refund_id=order.refund_id, amount_fen=order.amount_fen, reason_code="AC04",
        bank_serial=serial or f"R{order.refund_id.hex[:16]}", reason_text="账户已销户", returned_on=TODAY,
    )  # fmt: skip


async def test_r_dep_7_what_came_too_much_is_split_between_a_list_and_its_payer(
    accounts: Accounts,
) -> None:
    number, found = await listed(accounts)
    serial = await arrives(accounts, found["payment_reference"], 96_001)
    (lying,) = await lies(accounts, number)
    assert lying["why_text"] == "为2026-01清册到账960.01元，与应缴的960.00元不符。"
    body = of((serial, 96_000))
    decided = await holds_against_insiders(accounts.desk, f"/lists/{found['id']}/allotment", body)
    assert decided["result"]["state"] == "booked"
    (lying,) = await lies(accounts, number)
    assert (lying["amount_fen"], lying["left_fen"]) == (96_001, 1)
    booked = [e for e in await accounts.events() if isinstance(e, RemittanceListBooked)]
    assert [(e.total_fen, e.bank_serial) for e in booked] == [(96_000, serial)]
    order = await ordered(accounts, serial, 1)
    assert order.payee_account == PAYER_ACCOUNT
    assert order.payee_name == "德州测试有限公司"
    (lying,) = await lies(accounts, number)
    assert (lying["refunding_fen"], lying["why_text"]) == (1, "0.01元正在退回原付款账户。")
    await accounts.verified()
    await accounts.deliver(refunds.post, succeeded(order))
    assert await suspense_fen(accounts, number) == 0
    assert await lies(accounts, number) == []
    assert isinstance(await told(accounts, str(order.refund_id)), RefundPosted)
    await accounts.verified()


async def test_r_dep_7_several_receipts_of_nobody_book_a_list_together(accounts: Accounts) -> None:
    """Their money goes through the employer's suspense; interest runs from the last of them (R-INT-1)."""
    number, found = await listed(accounts, people=2)
    early, late = TODAY - timedelta(days=9), TODAY - timedelta(days=2)
    first = await arrives(accounts, "货款", 100_000, value_date=early)
    second = await arrives(accounts, "公积金", 95_000, value_date=late)
    body = of((first, 97_000), (second, 95_000))
    assert (await accounts.desk.by_two(f"/lists/{found['id']}/allotment", body)).status_code == 200
    assert [(one["bank_serial"], one["left_fen"]) for one in await lies(accounts)] == [
        (first, 3_000)
    ]
    assert await suspense_fen(accounts, number) == 0
    days = await accounts.pool.fetch(
        "SELECT DISTINCT value_date FROM entry WHERE contribution_month IS NOT NULL"
    )
    assert [row["value_date"] for row in days] == [late]
    await accounts.verified()


async def test_r_dep_7_never_a_partial_list_nor_money_of_others(accounts: Accounts) -> None:
    number, found = await listed(accounts)
    other, _ = await listed(accounts)
    await arrives(accounts, (await lies_reference(accounts, other)), 96_100, bank_serial="S-OTHER")
    mine = await arrives(accounts, found["payment_reference"], 95_999)
    path = f"/lists/{found['id']}/allotment"
    why = {
        (("S-OTHER", 96_000),): "流水号S-OTHER是其他单位的款项",
        ((mine, 95_999),): "合计959.99元，与清册的960.00元不符",
        ((mine, 96_000),): f"流水号{mine}只余959.99元",
        (("S-NONE", 96_000),): "没有流水号为S-NONE的暂收款",
    }
    for parts, reason in why.items():
        answer = await accounts.desk.by_two(path, of(*parts))
        assert (answer.status_code, answer.json()["rule"]) == (409, "R-DEP-7")
        assert reason in answer.json()["detail"]
    assert await state(accounts, found) == "confirmed"
    assert await suspense_fen(accounts, number) == 95_999
    await accounts.verified()


async def lies_reference(accounts: Accounts, number: str) -> str:
    (one,) = (await accounts.staff.get(f"/employers/{number}/lists")).json()["items"]
    return str(one["payment_reference"])


async def test_r_dep_7_a_refund_is_never_more_than_lies_there_whoever_decides_at_once(
    accounts: Accounts,
) -> None:
    """A refund and an allotment of the same receipt, decided at one instant: one of them."""
    number, found = await listed(accounts)
    serial = await arrives(accounts, "未写编号", 96_000)
    maker = accounts.as_(staff(Role.STAFF_MAKER))
    back = await maker.post(f"/suspense/{serial}/refund", {"amount_fen": 1, **GROUNDS})
    used = await maker.post(f"/lists/{found['id']}/allotment", of((serial, 96_000)))
    answers = await asyncio.gather(
        *(
            accounts.desk.decide(one.json()["proposal_id"], staff(Role.STAFF_CHECKER))
            for one in (back, used)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    await accounts.verified()
    booked = await state(accounts, found) == "booked"
    left = sum(one["left_fen"] for one in await lies(accounts))
    assert left == (0 if booked else 96_000)
    too_much = {"amount_fen": 96_000, **GROUNDS}
    answer = await accounts.desk.by_two(f"/suspense/{serial}/refund", too_much)
    assert (answer.status_code, answer.json()["title"]) == (409, "cannot-refund")
    assert await suspense_fen(accounts, number) == 0


async def test_r_dep_7_a_second_refund_of_a_receipt_waits_for_the_first(accounts: Accounts) -> None:
    serial = await arrives(accounts, "错汇", 10_000)
    maker = accounts.as_(staff(Role.STAFF_MAKER))
    path, body = f"/suspense/{serial}/refund", {"amount_fen": 6_000, **GROUNDS}
    assert (await maker.post(path, body)).status_code == 202
    again = await maker.post(path, {**body, "amount_fen": 7_000})
    assert (again.status_code, again.json()["title"]) == (409, "already-proposed")


async def test_r_dep_7_nobody_sends_money_to_an_account_that_the_bank_did_not_name(
    accounts: Accounts,
) -> None:
    serial = await arrives(accounts, "错汇", 10_000, payer_account=None)
    answer = await accounts.desk.by_two(f"/suspense/{serial}/refund", {"amount_fen": 1, **GROUNDS})
    assert (answer.status_code, answer.json()["title"]) == (409, "cannot-refund")
    assert "不能原路退回" in answer.json()["detail"]


async def test_r_dep_7_a_refund_that_the_bank_refuses_lies_there_as_before(
    accounts: Accounts,
) -> None:
    serial = await arrives(accounts, "错汇", 10_000)
    order = await ordered(accounts, serial, 4_000)
    await accounts.deliver(refunds.note_unknown, unknown(order))
    (shown,) = (await accounts.staff.get("/refunds")).json()["items"]
    assert (shown["state_text"], shown["outcome_unknown"]) == ("退款中", True)
    await accounts.deliver(refunds.release, failed(order), failed(order))
    (lying,) = await lies(accounts)
    assert (lying["left_fen"], lying["refunding_fen"]) == (10_000, 0)
    (shown,) = (await accounts.staff.get("/refunds")).json()["items"]
    assert (shown["state"], shown["reason_text"]) == ("failed", "原付款账户已销户")
    await accounts.verified()
    assert (await ordered(accounts, serial, 10_000)).refund_id != order.refund_id


def unknown(order: RefundApproved) -> RefundUnknown:
    return RefundUnknown.model_validate(
        {"refund_id": order.refund_id, "since": "2026-03-02T02:00:00Z"}
    )


async def test_r_dep_7_a_refused_refund_books_the_list_that_waited_for_it(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    drafted = await accounts.staff.done(f"/employers/{number}/lists", {"month": "2026-01"})
    order = await ordered(
        accounts, await arrives(accounts, drafted["payment_reference"], 96_000), 96_000
    )
    confirmed = await accounts.staff.done(f"/lists/{drafted['id']}/confirmation")
    assert confirmed["state"] == "confirmed", "what is on its way back books nothing"
    await accounts.deliver(refunds.release, failed(order))
    assert await state(accounts, drafted) == "booked"
    assert await suspense_fen(accounts, number) == 0
    await accounts.verified()


async def test_r_dep_7_a_returned_refund_lies_in_suspense_again_once(accounts: Accounts) -> None:
    number, found = await listed(accounts)
    serial = await arrives(accounts, found["payment_reference"], 96_500)
    order = await ordered(accounts, serial, 500)
    early = await accounts.deliver(refunds.take_back, returned(order, "R-500"))
    assert early == (["what comes before it is not booked yet"], [])
    await accounts.deliver(refunds.post, succeeded(order), succeeded(order))
    assert await suspense_fen(accounts, number) == 96_000
    for _ in range(2):
        await accounts.deliver(
            refunds.take_back, returned(order, "R-500"), returned(order, "R-500")
        )
    assert isinstance(await told(accounts, str(order.refund_id)), RefundRestored)
    assert [type(e) for e in await accounts.events(str(order.refund_id))].count(RefundRestored) == 1
    back = next(one for one in await lies(accounts, number) if one["bank_serial"] == "R-500")
    assert (back["left_fen"], back["why_text"]) == (500, "退款被银行退回，等待重新处理。")
    assert await suspense_fen(accounts, number) == 96_500
    await accounts.verified()
    again = await ordered(accounts, "R-500", 500)
    await accounts.deliver(refunds.post, succeeded(again))
    path = f"/lists/{found['id']}/allotment"
    assert (await accounts.desk.by_two(path, of((serial, 96_000)))).status_code == 200
    assert await suspense_fen(accounts, number) == 0
    await accounts.verified()


@pytest.mark.parametrize("lie", ["another amount", "unknown refund", "failed after success"])
async def test_r_dep_7_facts_that_cannot_be_are_set_aside(accounts: Accounts, lie: str) -> None:
    serial = await arrives(accounts, "错汇", 10_000)
    order = await ordered(accounts, serial, 10_000)
    if lie == "another amount":
        _, parked = await accounts.deliver(refunds.post, succeeded(order, amount_fen=9_999))
    elif lie == "unknown refund":
        _, parked = await accounts.deliver(refunds.post, succeeded(order, refund_id=uuid.uuid4()))
    else:
        await accounts.deliver(refunds.post, succeeded(order))
        _, parked = await accounts.deliver(refunds.release, failed(order))
    assert len(parked) == 1
    await accounts.verified()


async def test_r_dep_7_what_lies_long_is_measured(accounts: Accounts) -> None:
    await arrives(accounts, "错汇", 10_000, value_date=TODAY - timedelta(days=31))
    await arrives(accounts, "错汇", 5_000, value_date=TODAY - timedelta(days=30))
    await suspense.measure(accounts.context)
    names = ("suspense_fen", "suspense_oldest_days", "suspense_long_receipts")
    assert [REGISTRY.get_sample_value(name) for name in names] == [15_000, 31, 1]


async def test_r_dep_7_an_employer_sees_its_own_money_and_why_it_lies_there(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    drafted = await accounts.staff.done(f"/employers/{number}/lists", {"month": "2026-01"})
    await arrives(accounts, drafted["payment_reference"], 95_000)
    operator = accounts.operator(number)
    (lying,) = (await operator.get(f"/employers/{number}/suspense")).json()["items"]
    assert lying["why_text"] == "2026-01清册尚未确认。"
    assert lying["payer_account_tail"] == PAYER_ACCOUNT[-4:]
    await accounts.staff.done(f"/lists/{drafted['id']}/withdrawal")
    (lying,) = (await operator.get(f"/employers/{number}/suspense")).json()["items"]
    assert lying["why_text"] == "2026-01清册已撤回，没有重新确认。"
    await accounts.remit(number, "2026-01")
    (lying,) = (await operator.get(f"/employers/{number}/suspense")).json()["items"]
    assert lying["why_text"] == "2026-01清册已入账，此款为多缴。"
    assert PAYER_ACCOUNT not in str(lying)
    assert (await operator.get(f"/employers/{number}/refunds")).json()["items"] == []
