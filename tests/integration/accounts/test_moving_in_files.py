"""An older system moves in by files (期初): mended until right, signed by two, booked once in any case."""

from datetime import date

import pytest
from tests.support.sheets import csv, xlsx
from tests.support.two_people import staff

from accounts.handlers import moving_in_files as handlers
from accounts.work import moving_in_files as work
from shared.identity.principal import Role
from shared.messages.accounts import IndividualAccountOpened, IndividualAccountSealed
from shared.messages.cards import CardMovedIn

from .conftest import Accounts, Person, id_number
from .moving_in import CONTROLS, HEADER, Move, row

CARD = "6222021612003456788"  # E45


@pytest.fixture
async def move(accounts: Accounts) -> Move:
    return await Move.begin(accounts)


async def test_r_bk_1_files_are_mended_until_they_agree_and_two_people_sign_what_they_add_up_to(
    accounts: Accounts, move: Move
) -> None:
    first, second = await accounts.employer(), await accounts.employer()
    (known,) = await accounts.people(first, 600_000, opened_on=date(2025, 3, 1))
    rows = [row(first, 1, "100.00", "20.00", "0.30"), row(second, 2, "0", "5.00", "0", sealed=True)]
    bad = [
        row("999999", 3, "1", "0", "0"),
        row(first, 4, "1", "0", "0", who=known.id_number),
        rows[0],
    ]
    flawed = await move.send("accounts", csv(HEADER, *rows, *bad))
    assert (flawed["state"], flawed["error_count"]) == ("flawed", 3)
    assert await move.errors(flawed) == [
        ("A4", "没有这个单位"),
        ("D5", "该职工在本系统已有个人账户"),
        ("D6", "同一证件号码在本批次中已有一行"),
    ]
    refused = await move.propose()
    assert (refused.status_code, refused.json()["title"]) == (422, "moving-in-not-ready")
    assert (await move.send("accounts", csv(HEADER, *rows)))["state"] == "ready"
    assert (await move.shown())["totals"]["people"] == 2, "the second upload replaced the first"
    controls = [[first, "1", "120.00", "0.30"], [second, "1", "5.01", "0"]]
    await move.send("controls", xlsx(CONTROLS, *controls), "controls.xlsx")
    refused = await move.propose()
    assert "与原账控制总数有差异的单位1个" in refused.json()["detail"]
    whole, one, other = await move.report()
    assert (whole["范围"], whole["原账与文件相差（元）"]) == ("全部", "0.01")
    assert (one["单位账号"], one["原账与文件相差（元）"]) == (first, "0.00")
    assert (other["单位账号"], other["原账本金（元）"], other["文件本金（元）"]) == (
        second,
        "5.01",
        "5.00",
    )
    controls[1][2] = "5.00"
    await move.send("controls", xlsx(CONTROLS, *controls), "controls.xlsx")
    await move.sign()
    assert await accounts.pool.fetchval("SELECT count(*) FROM moving_in") == 0, "signed, not booked"
    await move.book()
    shown = await move.shown()
    assert (shown["state"], shown["totals"]["booked_people"]) == ("booked", 2)
    assert {line["文件与入账相差（元）"] for line in await move.report()} == {"0.00"}
    await accounts.verified()


async def test_r_bk_1_who_moved_in_has_the_balance_the_state_and_owes_nothing_from_before(
    accounts: Accounts, move: Move
) -> None:
    number = await accounts.employer()
    lines = [row(number, 1, "100.00", "20.00", "0.30"), row(number, 2, "9.00", "0", "0", sealed=True),
             row(number, 3, "0", "0", "0")]  # fmt: skip
    await move.send("accounts", csv(HEADER, *lines))
    await move.send("controls", csv(CONTROLS, [number, "3", "129.00", "0.30"]), "2.csv")
    await move.sign()
    await move.book()
    opened = [one for one in await accounts.events() if isinstance(one, IndividualAccountOpened)][
        -3:
    ]
    people = [Person(one.account_number, one.person_id, "") for one in opened]
    facts = [await accounts.facts(one) for one in people]
    assert [one["balance_fen"] for one in facts] == [12_030, 900, 0]
    assert [one["state"] for one in facts] == ["01", "02", "01"]
    assert facts[0]["owed_months"] == ["2026-01", "2026-02"]
    assert facts[1]["owed_months"] == []
    assert (facts[2]["paid_up_to"], facts[2]["opened_on"]) == ("2025-12", "2015-03-01")
    (sealed,) = [one for one in await accounts.events() if isinstance(one, IndividualAccountSealed)]
    assert (sealed.account_number, sealed.sealed_month) == (people[1].account_number, "2026-01")
    left = "SELECT count(*) FROM moving_in_row WHERE person_sealed <> ''"
    assert await accounts.pool.fetchval(left) == 0, "what was sealed in the files is not kept twice"
    assert await accounts.pool.fetchval("SELECT count(*) FROM moving_in_piece") == 0
    january = await accounts.remit(number, "2026-01")
    assert january["head_count"] == 2
    await accounts.verified()


async def test_r_wdr_3_own_cards_move_in_for_withdrawals_alone_and_are_counted_in_what_is_signed(
    accounts: Accounts, move: Move
) -> None:
    number = await accounts.employer()
    given, none = row(number, 30, "8.00", "0", "0"), row(number, 31, "0", "0", "0")
    header = [*HEADER, "银行卡号"]
    wrong = await move.send("accounts", csv(header, [*given, "6222021234567890124"], [*none, ""]))
    assert await move.errors(wrong) == [("O2", "银行卡号校验位不正确，请核对后重新输入")]
    await move.send("accounts", csv(header, [*given, CARD], [*none, ""]))
    await move.send("controls", csv(CONTROLS, [number, "2", "8.00", "0"]), "2.csv")
    assert (await move.shown())["totals"]["cards"] == 1
    await move.sign()
    await move.book()
    told = await accounts.events()
    opened = [one for one in told if isinstance(one, IndividualAccountOpened)][-2:]
    (moved,) = [one for one in told if isinstance(one, CardMovedIn)]
    assert (moved.person_id, moved.card) == (opened[0].person_id, CARD)


async def test_r_bk_1_whoever_is_killed_while_a_city_is_booked_nothing_is_booked_twice_or_left_out(
    accounts: Accounts, move: Move
) -> None:
    numbers = [await accounts.employer() for _ in range(4)]
    lines = [row(number, 10 + n, "10.00", "0", "0") for n, number in enumerate(numbers)]
    await move.send("accounts", csv(HEADER, *lines))
    controls = [[number, "1", "10.00", "0"] for number in numbers]
    await move.send("controls", csv(CONTROLS, *controls), "2.csv")
    await move.sign()
    context = accounts.context

    async def killed_after_a_portion() -> None:
        async with context.unit() as unit:
            assert await handlers.book_next(unit, 1)
            assert not await work.book_next(context), "another process leaves it alone meanwhile"
            raise ConnectionResetError

    async with context.unit() as unit:
        assert await handlers.book_next(unit, 1)
    with pytest.raises(ConnectionResetError):
        await killed_after_a_portion()
    assert (await move.shown())["totals"]["booked_employers"] == 1
    await move.book()
    assert (await move.shown())["state"] == "booked"
    entries = (
        "SELECT count(*), sum(amount_fen) FROM entry WHERE business_type = '77' AND amount_fen > 0"
    )
    assert tuple(await accounts.pool.fetchrow(entries)) == (4, 4_000)
    await accounts.verified()


async def test_an_employer_of_whom_somebody_opened_an_account_meanwhile_waits_for_another_signature(
    accounts: Accounts, move: Move
) -> None:
    number, other = await accounts.employer(), await accounts.employer()
    document = id_number()
    await move.send("accounts", csv(HEADER, row(number, 20, "7", "0", "0", who=document)))
    await move.send("controls", csv(CONTROLS, [number, "1", "7.00", "0"]), "2.csv")
    await move.sign()
    employee = {"name": "王五", "id_number": document, "phone": "13905349999", "base_fen": 600_000}
    await accounts.staff.done(f"/employers/{other}/accounts", {"employees": [employee]})
    await move.book()
    shown = await move.shown()
    assert (shown["state"], shown["totals"]["held_employers"]) == ("signed", 1)
    assert "其中1人在复核之后已在本系统开户" in [line["未入账原因"] for line in await move.report()]
    again = await move.propose()
    assert again.status_code == 202, again.text
    await accounts.verified()


async def test_r_bk_1_files_that_were_replaced_after_they_were_proposed_are_not_signed(
    accounts: Accounts, move: Move
) -> None:
    """Of the same sums, so that no total tells it: the money would be somebody else's."""
    number = await accounts.employer()
    rows = [row(number, 30, "100.00", "0", "0"), row(number, 31, "900.00", "0", "0")]
    swapped = [[*one[:-3], *other[-3:]] for one, other in zip(rows, reversed(rows), strict=True)]
    await move.send("accounts", csv(HEADER, *rows))
    await move.send("controls", csv(CONTROLS, [number, "2", "1000.00", "0"]), "2.csv")
    proposed = await move.propose()
    assert (await move.shown())["digest"][:12] in proposed.json()["summary"]
    assert (await move.send("accounts", csv(HEADER, *swapped)))["state"] == "ready"
    decided = await accounts.desk.decide(proposed.json()["proposal_id"], staff(Role.STAFF_CHECKER))
    assert (decided.status_code, decided.json()["title"]) == (422, "moving-in-not-ready")
    assert "文件有变动" in decided.json()["detail"]
    assert (await move.shown())["state"] == "open"


async def test_what_nobody_signed_is_given_up_with_all_that_was_read_of_it(
    accounts: Accounts, move: Move
) -> None:
    number = await accounts.employer()
    await move.send("accounts", csv(HEADER, row(number, 30, "7", "0", "0")))
    answer = await accounts.caller(Role.STAFF_MAKER).post(f"{move.path}/withdrawal")
    assert answer.json()["state"] == "dropped", answer.text
    assert await accounts.pool.fetchval("SELECT count(*) FROM moving_in_row") == 0
    assert (await move.propose()).json()["title"] == "moving-in-state"
