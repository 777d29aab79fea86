"""R-ACC-8: two accounts of one person become one (合并), once everybody is free; else all is as it was."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from tests.support.two_people import holds_against_insiders, staff

from accounts.handlers import books, identities, merges, reservations
from accounts.store.days import seal_days_before
from city.seed.people import checked
from shared.base.identifiers import ResidentId
from shared.identity.principal import Role
from shared.messages.gateway import PersonIdentityChanged
from shared.messages.merges import (
    LoansMergeTold,
    MergeAsked,
    MergeEnded,
    PersonMerged,
    WithdrawalsMergeTold,
)
from shared.messages.withdrawals import FundsConditions

from .conftest import GROUNDS, Accounts, Person, employee, returned

OPENED = date(2026, 1, 1)
PART = FundsConditions(closing=False, sealed_required=False, cap_fen=10_000)
RIGHT, WRONG = (checked(f"3714021985010112{digit}", ResidentId.parse) for digit in "34")
"""A slip: the last digit, and with it the check character."""
STRANGER = checked("37140219900101123", ResidentId.parse)


@dataclass(frozen=True)
class Two:
    """As whom one human is known, twice; each saved 960.00 a month, by employers of their own."""

    accounts: Accounts
    goes: Person
    stays: Person
    left: str
    """The employer of the account that goes."""

    @property
    def path(self) -> str:
        return f"/accounts/{self.goes.account_number}/merges"

    @property
    def body(self) -> dict[str, Any]:
        return {"into_account_number": self.stays.account_number, **GROUNDS}

    async def begin(self) -> uuid.UUID:
        """Two people agree on it."""
        done = await self.accounts.desk.by_two(self.path, self.body)
        assert done.status_code == 200, done.text
        return uuid.UUID(done.json()["result"]["merge_id"])

    async def told(self, merge_id: uuid.UUID, *, loans: str = "", withdrawals: str = "") -> None:
        """Both answer, each twice; what is said is under way."""
        one = LoansMergeTold(merge_id=merge_id, free=not loans, reason_text=loans)
        other = WithdrawalsMergeTold(
            merge_id=merge_id, free=not withdrawals, reason_text=withdrawals
        )
        for _ in range(2):
            assert await self.accounts.deliver(merges.loans_told, one) == ([], [])
            assert await self.accounts.deliver(merges.withdrawals_told, other) == ([], [])

    async def shown(self) -> dict[str, Any]:
        answer = await self.accounts.staff.get("/merges")
        return dict(answer.json()["items"][0])

    async def balances(self) -> tuple[int, int]:
        goes, stays = await self.accounts.facts(self.goes), await self.accounts.facts(self.stays)
        return goes["balance_fen"], stays["balance_fen"]

    async def ended(self, state: str, why: str = "") -> None:
        """Nothing was merged, and the others know."""
        shown = await self.shown()
        assert (shown["state"], shown["why_text"]) == (state, why)
        events = await self.accounts.events(shown["id"])
        assert [type(e) for e in events] == [MergeAsked, MergeEnded]
        assert (await self.accounts.facts(self.goes))["state"] == "02"
        await self.accounts.verified()


async def somebody(accounts: Accounts, employer: str, number: str) -> Person:
    body = {"employees": [employee(number, opened_on=str(OPENED))]}
    (opened,) = (await accounts.staff.done(f"/employers/{employer}/accounts", body))["accounts"]
    return Person(opened["account_number"], uuid.UUID(opened["person_id"]), number)


@pytest.fixture
async def two(accounts: Accounts) -> Two:
    """January and February of both; of the one who goes paid on the 15th of each, then sealed."""
    left, present = await accounts.employer(), await accounts.employer()
    goes = await somebody(accounts, left, WRONG)
    stays = await somebody(accounts, present, RIGHT)
    await accounts.remit(left, "2026-01", value_date=date(2026, 1, 15))
    await accounts.remit(left, "2026-02", value_date=date(2026, 2, 15))
    for month in ("2026-01", "2026-02"):
        await accounts.remit(present, month)
    await accounts.seal(goes, "terminated")
    return Two(accounts, goes, stays, left)


async def test_r_acc_8_money_interest_to_the_day_and_months_go_over_at_once(two: Two) -> None:
    """960.00 earn 0.04 a day: 111 days of January's, 80 of February's until 6 May are 7.64."""
    accounts = two.accounts
    accounts.on(date(2026, 5, 6))
    executed = await holds_against_insiders(accounts.desk, two.path, two.body)
    assert executed["summary"] == (
        f"账户{two.goes.account_number}并入账户{two.stays.account_number}，转入1,927.64元，"
        "依据：证件号码相差不超过两位"
    )
    merge_id = uuid.UUID(executed["result"]["merge_id"])
    assert await two.balances() == (192_000, 192_000), "nothing moves before everybody is free"
    await two.told(merge_id)
    assert await two.balances() == (0, 384_764)
    (merged,) = [e for e in await accounts.events() if isinstance(e, PersonMerged)]
    assert (merged.principal_fen, merged.interest_fen) == (192_000, 764)
    assert (merged.goes_person_id, merged.stays_person_id) == (
        two.goes.person_id,
        two.stays.person_id,
    )
    assert (await accounts.facts(two.goes))["state_text"] == "合并销户"
    moved = [one for one in await accounts.entries(two.stays) if one["business_type"] == "06"]
    assert sorted((one["contribution_month"] or "", one["amount_fen"]) for one in moved) == [
        ("", 764),
        ("2026-01", 96_000),
        ("2026-02", 96_000),
    ]
    await accounts.verified()
    # Vouchers are made of it as of every other transfer.
    accounts.on(date(2026, 5, 9))
    async with accounts.context.unit() as unit:
        await seal_days_before(unit.connection, date(2026, 5, 8))
    while await accounts.context.transact(books.make_vouchers):
        pass
    await accounts.verified()


async def test_r_acc_8_a_year_that_nobody_has_settled_is_settled_on_the_way(two: Two) -> None:
    """Until 30 June 167 and 136 days of 0.04, 12.12; of 1,932.12 nine days until 10 July, 0.72."""
    two.accounts.on(date(2026, 7, 10))
    await two.told(await two.begin())
    assert (await two.shown())["interest_fen"] == 1_212 + 72
    assert (await two.balances())[0] == 0
    await two.accounts.verified()


async def test_r_acc_8_what_comes_for_the_closed_account_finds_the_one_that_stays(two: Two) -> None:
    accounts = two.accounts
    reserved = await accounts.reserve(two.goes, PART)
    await accounts.pay(reserved)
    await two.told(await two.begin())
    _, before = await two.balances()
    # As withdrawals says it, whose application is the other's now.
    back = returned(reserved, person_id=two.stays.person_id)
    assert await accounts.deliver(reservations.restore_funds, back) == ([], [])
    assert await two.balances() == (0, before + 10_000)
    more = {"account_number": two.goes.account_number, "month": "2026-01", "wage_fen": 700_000}
    firm = accounts.operator(two.left)
    late = await firm.post(f"/employers/{two.left}/back-payments", {"items": [more]})
    assert late.status_code == 422, "nothing new is asked for the closed one"
    await accounts.verified()
    body = {"employees": [employee(WRONG)]}
    again = await accounts.staff.post(f"/employers/{two.left}/accounts", body)
    assert (again.status_code, again.json()["rule"]) == (409, "R-ACC-8")


@pytest.mark.parametrize("who", ["loans", "withdrawals"])
async def test_r_acc_8_who_is_busy_ends_it(two: Two, who: str) -> None:
    await two.told(await two.begin(), **{who: "有贷款待审批或待放款"})
    await two.ended("busy", "有贷款待审批或待放款")
    assert await two.balances() == (192_000, 192_000)


async def test_r_acc_8_who_answers_late_or_never_ends_it(two: Two) -> None:
    late = await two.begin()
    two.accounts.clock.advance(timedelta(hours=24, minutes=1))
    await two.told(late)
    await two.ended("expired")
    await two.begin()
    assert await two.accounts.context.transact(merges.expire) == 0
    two.accounts.clock.advance(timedelta(hours=24, minutes=1))
    assert await two.accounts.context.transact(merges.expire) == 1
    await two.ended("expired")


async def test_r_acc_8_one_may_call_it_off_and_answers_on_their_way_change_nothing(
    two: Two,
) -> None:
    merge_id = await two.begin()
    second = await two.accounts.desk.by_two(two.path, two.body)
    assert (second.status_code, second.json()["title"]) == (409, "cannot-merge")
    maker = two.accounts.as_(staff(Role.STAFF_MAKER))
    off = await maker.post(f"/merges/{merge_id}/calling-off")
    assert (off.status_code, off.json()["state_text"]) == (200, "已撤销")
    await two.told(merge_id)
    await two.ended("called_off")
    again = await maker.post(f"/merges/{merge_id}/calling-off")
    assert (again.status_code, again.json()["title"]) == (409, "merge-ended")


async def test_r_acc_8_what_accounts_has_under_way_by_then_ends_it(two: Two) -> None:
    merge_id = await two.begin()
    reserved = await two.accounts.reserve(two.goes, PART)
    assert reserved.type == "funds.reserved.v1"
    await two.told(merge_id)
    await two.ended("busy", "并出的账户有资金正在支付")


async def test_r_acc_8_a_deposit_that_comes_between_is_moved_too(two: Two) -> None:
    accounts = two.accounts
    merge_id = await two.begin()
    firm = accounts.operator(two.left)
    more = {"account_number": two.goes.account_number, "month": "2026-01", "wage_fen": 700_000}
    drafted = await firm.done(f"/employers/{two.left}/back-payments", {"items": [more]})
    confirmed = await firm.done(f"/back-payments/{drafted['id']}/confirmation")
    await accounts.credit(confirmed["payment_reference"], confirmed["total_fen"])
    assert (await two.balances())[0] == 208_000
    await two.told(merge_id)
    assert (await two.balances())[0] == 0
    assert (await two.shown())["principal_fen"] == 208_000
    await accounts.verified()


async def test_r_acc_8_nobody_merges_a_strangers_account_into_a_friends(accounts: Accounts) -> None:
    """Not by a name alone, though the register knows the friend; and not one that is contributed to."""
    employer = await accounts.employer()
    friend = await somebody(accounts, employer, RIGHT)
    stranger = await somebody(accounts, employer, STRANGER)
    unsealed = await somebody(accounts, employer, WRONG)
    await accounts.seal(stranger, "terminated")
    await confirm(accounts, friend)
    body = {"into_account_number": friend.account_number, **GROUNDS}
    for one, why in (
        (stranger, "姓名不同，或证件号码未能证明为同一人"),
        (unsealed, "并出的账户未封存，应先由单位封存"),
        (friend, "两个账户本来就是同一人的"),
    ):
        answer = await accounts.desk.by_two(f"/accounts/{one.account_number}/merges", body)
        assert (answer.status_code, answer.json()["title"]) == (409, "cannot-merge"), answer.text
        assert why in answer.json()["detail"]


async def test_r_acc_8_a_month_that_is_owed_does_not_look_paid(accounts: Accounts) -> None:
    """February was paid for the one account; the other's employer still owes its own."""
    left, present = await accounts.employer(), await accounts.employer()
    goes, stays = await somebody(accounts, left, WRONG), await somebody(accounts, present, RIGHT)
    for month in ("2026-01", "2026-02"):
        await accounts.remit(left, month)
    await accounts.remit(present, "2026-01")
    await accounts.seal(goes, "terminated")
    two = Two(accounts, goes, stays, left)
    answer = await accounts.desk.by_two(two.path, two.body)
    assert answer.status_code == 409, answer.text
    assert "保留的账户有欠缴月份已在并出的账户缴存，应先补缴" in answer.json()["detail"]


async def confirm(accounts: Accounts, person: Person) -> None:
    """The gateway says what the person is called, after the register's word."""
    changed = PersonIdentityChanged(
        change_id=uuid.uuid4(), person_id=person.person_id, name="张三丰", id_type="01",
        id_number=person.id_number, name_changed=False, number_changed=True, by_whom="oneself",
        changed_at=accounts.clock.now(),
    )  # fmt: skip
    await accounts.deliver(identities.changed, changed)


async def test_r_acc_8_an_account_without_money_goes_too(accounts: Accounts) -> None:
    left, present = await accounts.employer(), await accounts.employer()
    goes = await somebody(accounts, left, WRONG)
    stays = await somebody(accounts, present, RIGHT)
    await accounts.seal(goes, "terminated")
    two = Two(accounts, goes, stays, left)
    await two.told(await two.begin())
    assert (await accounts.facts(goes))["state"] == "03"
    await accounts.verified()
