"""A database connection that dies in the middle of a booking or a refund: nothing is half done (R-DEP-8)."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import pytest
from tests.support.killed import killed

from accounts.handlers import refunds, remittances
from shared.messages.refunds import RefundApproved, RefundFailed, RefundReturned, RefundSucceeded

from .conftest import GROUNDS, TODAY, Accounts, receipt

PARAMETERS = {
    "receipts.ADVANCE_EMPLOYERS": ["uuid[]"],
    "back_bookings.ADVANCE": ["uuid[]", "date"],
    "refunds.POST": ["uuid[]", "date[]", "date"],
    "refunds.FAIL": ["uuid[]", "text[]", "date"],
    "refunds.COME_BACK": ["uuid[]", "text[]", "date[]", "text[]", "timestamptz", "date"],
}
"""Statements in the middle of a transaction, with the types of their parameters."""


async def killed_once(
    monkeypatch: pytest.MonkeyPatch, statement: str, work: Callable[[], Awaitable[Any]]
) -> None:
    """Do work whose connection is killed instead of a statement in the middle of it; then do it again."""
    await killed(monkeypatch, f"accounts.store.{statement}", PARAMETERS[statement], work)
    await work()


async def test_r_dep_8_killed_in_the_middle_of_booking_a_list(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await accounts.employer()
    people = await accounts.people(number, *[600_000] * 3, opened_on=date(2026, 1, 1))
    found = await accounts.confirmed(number, "2026-01")
    event = receipt(found["payment_reference"], found["total_fen"])

    async def work() -> None:
        await accounts.deliver(remittances.book_receipts, event)

    await killed_once(monkeypatch, "receipts.ADVANCE_EMPLOYERS", work)
    assert [(await accounts.facts(one))["balance_fen"] for one in people] == [96_000] * 3
    assert (await accounts.staff.get(f"/employers/{number}")).json()["suspense_fen"] == 0
    await accounts.verified()


async def test_r_dep_8_killed_in_the_middle_of_booking_a_back_payment(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=date(2026, 1, 1))
    await accounts.remit(number, "2026-01")
    (late,) = await accounts.people(number, 600_000, opened_on=date(2026, 1, 1))
    operator = accounts.operator(number)
    made = await operator.done(f"/employers/{number}/back-payments", {"items": []})
    await operator.done(f"/back-payments/{made['id']}/confirmation")
    event = receipt(made["payment_reference"], made["total_fen"])

    async def work() -> None:
        await accounts.deliver(remittances.book_receipts, event)

    await killed_once(monkeypatch, "back_bookings.ADVANCE", work)
    assert (await accounts.facts(late))["balance_fen"] == 96_000
    await accounts.verified()


async def ordered(accounts: Accounts) -> RefundApproved:
    account = "6217001612000000229"
    await accounts.credit("错汇", 10_000, bank_serial="ERROR", payer_account=account)
    body = {"amount_fen": 10_000, **GROUNDS}
    answer = await accounts.desk.by_two("/suspense/ERROR/refund", body)
    assert answer.status_code == 200, answer.text
    events = await accounts.events(answer.json()["result"]["refund_id"])
    found: RefundApproved = events[-1]
    return found


async def lying_fen(accounts: Accounts) -> int:
    items = (await accounts.staff.get("/suspense")).json()["items"]
    return sum(one["left_fen"] for one in items)


async def test_r_dep_7_killed_in_the_middle_of_a_refund_and_of_its_return(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = await ordered(accounts)
    paid = RefundSucceeded(
        refund_id=order.refund_id, amount_fen=10_000, bank_serial="PAID", paid_on=TODAY
    )
    back = RefundReturned(
        refund_id=order.refund_id, amount_fen=10_000, bank_serial="BACK", returned_on=TODAY,
        reason_code="AC04", reason_text="账户已销户",
    )  # fmt: skip

    async def post() -> None:
        await accounts.deliver(refunds.post, paid)

    async def take_back() -> None:
        await accounts.deliver(refunds.take_back, back)

    await killed_once(monkeypatch, "refunds.POST", post)
    assert await lying_fen(accounts) == 0
    await accounts.verified()
    await killed_once(monkeypatch, "refunds.COME_BACK", take_back)
    assert await lying_fen(accounts) == 10_000
    await accounts.verified()


async def test_r_dep_7_killed_in_the_middle_of_a_refused_refund(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = await ordered(accounts)
    event = RefundFailed(refund_id=order.refund_id, reason_code="AC04", reason_text="账户已销户")

    async def release() -> None:
        await accounts.deliver(refunds.release, event)

    await killed_once(monkeypatch, "refunds.FAIL", release)
    assert await lying_fen(accounts) == 10_000
    await accounts.verified()
