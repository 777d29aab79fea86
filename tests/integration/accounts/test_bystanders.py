"""Whatever happens to one account, another one in the same state stands by unchanged."""

import uuid
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

import pytest

from accounts.handlers import inquiries, offsets, reservations
from accounts.handlers.interest import settle_some
from shared.messages.notifications import BalanceAsked

from .conftest import TODAY, Accounts, Person, cancelled, employee, returned
from .loans import applied, released, wanted

EVERYTHING = """
SELECT 'account' AS what, account::text AS facts FROM individual_account AS account WHERE person_id = $1
UNION ALL SELECT 'period', period::text FROM contribution_period AS period
    JOIN individual_account ON number = account_number WHERE person_id = $1
UNION ALL SELECT 'base', base::text FROM base_change AS base
    JOIN individual_account ON number = account_number WHERE person_id = $1
UNION ALL SELECT 'history', history::text FROM account_history AS history
    JOIN individual_account ON number = account_number WHERE person_id = $1
UNION ALL SELECT 'reservation', reservation::text FROM reservation WHERE person_id = $1
UNION ALL SELECT 'offset', loan_offset::text FROM loan_offset WHERE person_id = $1
UNION ALL SELECT 'balance', balance::text FROM ledger_balance AS balance
    JOIN individual_account USING (ledger_account_id) WHERE person_id = $1
UNION ALL SELECT 'entry', entry::text FROM entry
    JOIN individual_account USING (ledger_account_id) WHERE person_id = $1
UNION ALL SELECT 'hold', hold::text FROM hold
    JOIN individual_account USING (ledger_account_id) WHERE person_id = $1
UNION ALL SELECT 'transfer', transfer::text FROM transfer
    JOIN hold ON hold.transfer_id = transfer.id JOIN individual_account USING (ledger_account_id)
    WHERE person_id = $1
ORDER BY 1, 2
"""

Prepared = Callable[[Accounts, Person], Awaitable[Any]]
Deed = Callable[[Accounts, Person, Any], Awaitable[Any]]


async def nothing(_accounts: Accounts, _person: Person) -> None:
    """The account as it is."""


async def reserved(accounts: Accounts, person: Person) -> Any:
    return await accounts.reserve(person)


async def posted(accounts: Accounts, person: Person) -> Any:
    money = await accounts.reserve(person)
    await accounts.pay(money)
    return money


async def offset(accounts: Accounts, person: Person) -> Any:
    request = wanted(person)
    await accounts.deliver(offsets.reserve_offsets, request)
    return request


async def frozen(accounts: Accounts, person: Person) -> None:
    await accounts.staff.done(f"/accounts/{person.account_number}/freeze", {"reason": "法院文书1"})


async def reserve(accounts: Accounts, person: Person, _before: Any) -> None:
    await accounts.reserve(person)


async def pay(accounts: Accounts, _person: Person, money: Any) -> None:
    await accounts.pay(money)


async def pay_late(accounts: Accounts, _person: Person, money: Any) -> None:
    from .conftest import paid

    later = TODAY + timedelta(days=5)
    await accounts.deliver(reservations.post_funds, paid(money, paid_on=later))


async def release(accounts: Accounts, person: Person, money: Any) -> None:
    event = cancelled(money.application_id, person.person_id)
    await accounts.deliver(reservations.release_funds, event)


async def restore(accounts: Accounts, _person: Person, money: Any) -> None:
    await accounts.deliver(reservations.restore_funds, returned(money))


async def apply(accounts: Accounts, _person: Person, request: Any) -> None:
    await accounts.deliver(offsets.post_offsets, applied(request, 1_000))


async def let_go(accounts: Accounts, _person: Person, request: Any) -> None:
    await accounts.deliver(offsets.release_offsets, released(request))


async def unfreeze(accounts: Accounts, person: Person, _before: Any) -> None:
    path = f"/accounts/{person.account_number}/unfreeze"
    await accounts.staff.done(path, {"reason": "法院文书2"})


async def freeze(accounts: Accounts, person: Person, _before: Any) -> None:
    await frozen(accounts, person)


async def unseal(accounts: Accounts, person: Person, _before: Any) -> None:
    item = {"account_number": person.account_number, "effective_month": "2026-03"}
    await accounts.staff.done("/accounts/unseal", {"items": [item]})


async def rebase(accounts: Accounts, person: Person, _before: Any) -> None:
    await accounts.rebase(person, 700_000, "2026-05")


DEEDS: list[tuple[Prepared, Deed]] = [
    (nothing, reserve), (reserved, pay), (reserved, pay_late), (reserved, release),
    (posted, restore), (offset, apply), (offset, let_go), (frozen, unfreeze), (nothing, freeze),
    (nothing, unseal), (nothing, rebase),
]  # fmt: skip


@pytest.mark.parametrize(("prepare", "do"), DEEDS, ids=lambda one: one.__name__)
async def test_what_happens_to_one_leaves_the_other_as_it_was(
    accounts: Accounts, prepare: Prepared, do: Deed
) -> None:
    subject, other = [await accounts.saver() for _ in range(2)]
    before = [await prepare(accounts, person) for person in (subject, other)]
    stood = await accounts.pool.fetch(EVERYTHING, other.person_id)
    changing = await accounts.pool.fetch(EVERYTHING, subject.person_id)
    await do(accounts, subject, before[0])
    assert await accounts.pool.fetch(EVERYTHING, other.person_id) == stood
    assert await accounts.pool.fetch(EVERYTHING, subject.person_id) != changing
    await accounts.verified()


async def test_one_employers_month_leaves_the_others_as_it_was(accounts: Accounts) -> None:
    numbers = [await accounts.employer() for _ in range(2)]
    people = [
        (await accounts.people(number, 600_000, opened_on=date(2026, 1, 5)))[0]
        for number in numbers
    ]
    lists = [await accounts.confirmed(number, "2026-01") for number in numbers]
    stood = await accounts.pool.fetch(EVERYTHING, people[1].person_id)
    await accounts.credit(lists[0]["payment_reference"], lists[0]["total_fen"])
    assert await accounts.pool.fetch(EVERYTHING, people[1].person_id) == stood
    states = [(await accounts.staff.get(f"/lists/{one['id']}")).json()["state"] for one in lists]
    assert states == ["booked", "confirmed"]
    paid = [(await accounts.staff.get(f"/employers/{one}")).json()["paid_up_to"] for one in numbers]
    assert paid == ["2026-01", None]
    await accounts.verified()


async def test_a_settlement_leaves_whom_a_closing_withdrawal_holds_as_he_was(
    accounts: Accounts,
) -> None:
    settled, held = [await accounts.saver() for _ in range(2)]
    await accounts.reserve(held)
    accounts.on(date(2026, 7, 1))
    stood = await accounts.pool.fetch(EVERYTHING, held.person_id)
    await accounts.staff.done("/interest-runs", {"fund_year": 2026})
    busy = True
    while busy:
        async with accounts.context.unit() as unit:
            busy = await settle_some(unit, 10)
    assert await accounts.pool.fetch(EVERYTHING, held.person_id) == stood
    assert (await accounts.entries(settled))[0]["business_type"] == "09"
    await accounts.verified()


async def test_r_seal_5_whoever_closed_an_account_works_with_the_new_one(
    accounts: Accounts,
) -> None:
    """Closed, opened anew, contributed, offset, withdrawn: each looks at the open account alone."""
    old = await accounts.saver()
    await accounts.pay(await accounts.reserve(old))
    number = await accounts.employer()
    body = {"employees": [employee(old.id_number, opened_on="2026-02-02")]}
    opened = (await accounts.staff.done(f"/employers/{number}/accounts", body))["accounts"][0]
    new = Person(opened["account_number"], old.person_id, old.id_number)
    await accounts.remit(number, "2026-02")
    asked = BalanceAsked(
        inquiry_id=uuid.uuid4(), person_id=old.person_id, asked_at=accounts.clock.now()
    )
    await accounts.deliver(inquiries.tell_balances, asked)
    told = [one for one in await accounts.events() if one.type == "balance.told.v1"]
    assert [(one.account_tail, one.balance_fen) for one in told] == [
        (new.account_number[-4:], 96_000)
    ]
    citizen = accounts.citizen(old)
    assert (await citizen.get("/my/account")).json()["account_number"] == new.account_number
    assert [e["amount_fen"] for e in (await citizen.get("/my/entries")).json()["items"]] == [96_000]
    request = wanted(new, 1_000)
    await accounts.deliver(offsets.reserve_offsets, request)
    await accounts.deliver(offsets.post_offsets, applied(request, 1_000))
    await accounts.seal(new)
    money = await accounts.reserve(new)
    assert (money.account_number, money.principal_fen) == (new.account_number, 95_000)
    await accounts.pay(money)
    assert (await accounts.facts(new))["state_text"] == "提取销户"
    await accounts.verified()
