"""The monthly remittance (R-DEP), bank receipts and suspense, base changes (R-CHG)."""

import asyncio
import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import asyncpg
import pytest
from tests.support.rules import put_in_force
from tests.support.telling import received

from accounts.handlers import remittances
from accounts.rules.deposit import DepositPolicy, side_fen
from shared.identity.principal import Role
from shared.messages.accounts import ReceiptRecorded, RemittanceListBooked
from shared.messages.settlement import ReceiptCredited

from .conftest import TODAY, Accounts, receipt

OPENED = date(2026, 1, 1)


async def draft(accounts: Accounts, number: str, month: str) -> Any:
    return await accounts.staff.done(f"/employers/{number}/lists", {"month": month})


async def lines(accounts: Accounts, list_id: str) -> Any:
    return (await accounts.staff.get(f"/lists/{list_id}/lines")).json()["items"]


@pytest.mark.parametrize(
    ("base_fen", "ratio_bp", "counted_fen", "side"),
    [
        pytest.param(600_000, 800, 600_000, 48_000, id="E18"),
        pytest.param(2_500_000, 1200, 1_650_000, 198_000, id="E19"),
        pytest.param(120_000, 500, 173_000, 8_650, id="E20"),
    ],
)
async def test_r_dep_1_and_4_worked_examples(
    accounts: Accounts, base_fen: int, ratio_bp: int, counted_fen: int, side: int
) -> None:
    number = await accounts.employer(employer_ratio_bp=ratio_bp, employee_ratio_bp=ratio_bp)
    await accounts.people(number, base_fen, opened_on=OPENED)
    found = await draft(accounts, number, "2026-01")
    (line,) = await lines(accounts, found["id"])
    assert (line["base_fen"], line["employer_fen"], line["employee_fen"]) == (
        counted_fen,
        side,
        side,
    )
    assert found["total_fen"] == 2 * side


async def test_r_dep_3_e22_round_per_person_then_add(accounts: Accounts) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, 456_789, 2_500_000, opened_on=OPENED)
    found = await draft(accounts, number, "2026-01")
    assert (found["employer_fen"], found["employee_fen"]) == (216_543, 216_543)
    assert (found["total_fen"], found["total_text"]) == (433_086, "4,330.86")


@pytest.mark.parametrize("rounding", ["fen_half_up", "yuan_half_up", "yuan_up"])
async def test_r_dep_3_e21_the_database_rounds_as_the_rule_does(
    accounts: Accounts, rounding: str
) -> None:
    bases = [456_789, 173_000, 173_001, 199_999, 200_050, 1_234_567, 1_649_999, 333_333, 7]
    await put_in_force(
        accounts.context,
        "INSERT INTO deposit_policy VALUES ('2025-07-01', 500, 1200, 173000, 1650000, $1, '测试')",
        rounding,
    )
    policy = DepositPolicy(500, 1200, 173_000, 1_650_000, rounding)
    number = await accounts.employer(employer_ratio_bp=700, employee_ratio_bp=1150)
    await accounts.people(number, *bases, opened_on=OPENED)
    found = await lines(accounts, (await draft(accounts, number, "2026-01"))["id"])
    for line, wage in zip(found, bases, strict=True):
        base = policy.base_within_limits(wage)
        assert line["employer_fen"] == side_fen(base, 700, rounding)
        assert line["employee_fen"] == side_fen(base, 1150, rounding)
    if rounding == "fen_half_up":
        assert found[0]["employer_fen"] == 31_975


async def test_r_dep_2_ratios_within_the_policy(accounts: Accounts) -> None:
    from .conftest import employer_body

    for ratio in (499, 1201):
        answer = await accounts.staff.post("/employers", employer_body(employer_ratio_bp=ratio))
        assert (answer.status_code, answer.json()["rule"]) == (422, "R-DEP-2")


async def test_r_dep_6_order_of_a_month(accounts: Accounts) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    found = await draft(accounts, number, "2026-01")
    assert found["state"] == "draft"
    confirmed = await accounts.staff.done(f"/lists/{found['id']}/confirmation")
    assert (confirmed["state"], confirmed["head_count"]) == ("confirmed", 1)
    await accounts.credit(confirmed["payment_reference"], confirmed["total_fen"])
    booked = (await accounts.staff.get(f"/lists/{found['id']}")).json()
    assert booked["state_text"] == "已入账"
    (entry,) = await accounts.entries(person)
    assert (entry["contribution_month"], entry["business_text"]) == ("2026-01", "汇缴")
    employer = (await accounts.staff.get(f"/employers/{number}")).json()
    assert (employer["paid_up_to"], employer["state"]) == ("2026-01", "01")
    event = next(e for e in await accounts.events() if isinstance(e, RemittanceListBooked))
    assert (event.month, event.head_count, event.total_fen) == ("2026-01", 1, 96_000)


async def test_r_dep_6_no_future_no_second_no_skipped_month(accounts: Accounts) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    path = f"/employers/{number}/lists"

    async def refused(month: str) -> bool:
        answer = await accounts.staff.post(path, {"month": month})
        return (answer.status_code, answer.json()["rule"]) == (422, "R-DEP-6")

    assert await refused("2026-04")
    await accounts.remit(number, "2026-01")
    assert await refused("2026-01")
    assert await refused("2026-03")
    assert await refused("2025-12")
    await draft(accounts, number, "2026-02")
    assert await refused("2026-02")


async def test_r_dep_6_two_drafts_at_once_make_one_list(accounts: Accounts) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    path = f"/employers/{number}/lists"
    answers = await asyncio.gather(
        *(accounts.staff.post(path, {"month": "2026-01"}) for _ in range(4))
    )
    assert sorted(answer.status_code for answer in answers) == [201, 422, 422, 422]


async def test_r_dep_6_a_withdrawn_draft_can_be_made_anew(accounts: Accounts) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    found = await draft(accounts, number, "2026-01")
    await accounts.staff.done(f"/lists/{found['id']}/withdrawal")
    again = await accounts.staff.post(f"/lists/{found['id']}/confirmation")
    assert (again.status_code, again.json()["rule"]) == (409, "R-DEP-6")
    await accounts.confirmed(number, "2026-01")


async def test_r_dep_6_the_lines_of_a_confirmed_list_are_frozen(accounts: Accounts) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    found = await accounts.confirmed(number, "2026-01")
    for change in ("UPDATE remittance_line SET base_fen = 1", "DELETE FROM remittance_line"):
        with pytest.raises(asyncpg.RestrictViolationError):
            await accounts.pool.execute(f"{change} WHERE list_id = $1", uuid.UUID(found["id"]))


async def test_r_dep_6_a_draft_with_somebody_sealed_since_is_outdated(accounts: Accounts) -> None:
    number = await accounts.employer()
    people = await accounts.people(number, 600_000, 600_000, opened_on=OPENED)
    found = await draft(accounts, number, "2026-01")
    await accounts.seal(people[0], effective_month="2026-01")
    answer = await accounts.staff.post(f"/lists/{found['id']}/confirmation")
    assert (answer.status_code, answer.json()["title"]) == (409, "list-outdated")


async def test_r_dep_6_nobody_to_remit(accounts: Accounts) -> None:
    number = await accounts.employer()
    answer = await accounts.staff.post(f"/employers/{number}/lists", {"month": "2026-01"})
    assert (answer.status_code, answer.json()["title"]) == (409, "nobody-to-remit")


@pytest.mark.parametrize("difference_fen", [-1, 1])
async def test_r_dep_7_a_receipt_that_differs_by_a_fen_stays_in_suspense(
    accounts: Accounts, difference_fen: int
) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    found = await accounts.confirmed(number, "2026-01")
    wrong = found["total_fen"] + difference_fen
    await accounts.credit(found["payment_reference"], wrong)
    assert (await accounts.staff.get(f"/lists/{found['id']}")).json()["state"] == "confirmed"
    assert (await accounts.facts(person))["balance_fen"] == 0
    shown = (await accounts.operator(number).get(f"/employers/{number}/suspense")).json()
    assert [item["amount_fen"] for item in shown["items"]] == [wrong]
    assert (await accounts.staff.get(f"/employers/{number}")).json()["suspense_fen"] == wrong
    await accounts.verified()
    await accounts.credit(found["payment_reference"], found["total_fen"])
    assert (await accounts.staff.get(f"/lists/{found['id']}")).json()["state"] == "booked"
    assert (await accounts.staff.get(f"/employers/{number}")).json()["suspense_fen"] == wrong
    await accounts.verified()


async def test_r_dep_7_money_without_a_known_reference_is_nobodys_yet(accounts: Accounts) -> None:
    await accounts.credit("谢谢", 12_345)
    shown = (await accounts.staff.get("/suspense")).json()["items"]
    assert [item["amount_fen"] for item in shown] == [12_345]
    await accounts.verified()


async def test_r_dep_7_money_that_came_before_the_confirmation_books_with_it(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    found = await draft(accounts, number, "2026-01")
    await accounts.credit(f"  {found['payment_reference']} ", found["total_fen"])
    confirmed = await accounts.staff.done(f"/lists/{found['id']}/confirmation")
    assert confirmed["state"] == "booked"
    await accounts.verified()


@pytest.mark.parametrize("parts", [(95_999, 1), (1, 95_999), (48_000, 47_000, 1_000)])
async def test_r_dep_7_receipts_that_together_equal_the_list_book_it(
    accounts: Accounts, parts: tuple[int, ...]
) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    found = await accounts.confirmed(number, "2026-01")
    for day, fen in enumerate(parts, start=10):
        assert (await accounts.facts(person))["balance_fen"] == 0
        await accounts.credit(found["payment_reference"], fen, value_date=date(2026, 2, day))
        await accounts.verified()
    booked = (await accounts.staff.get(f"/lists/{found['id']}")).json()
    assert booked["state"] == "booked"
    assert (await accounts.staff.get(f"/employers/{number}")).json()["suspense_fen"] == 0
    (entry,) = await accounts.entries(person)
    # R-INT-1: from the day on which the whole of it was there.
    assert (entry["amount_fen"], entry["value_date"]) == (96_000, f"2026-02-{9 + len(parts)}")
    await accounts.verified()


@pytest.mark.parametrize(
    "note",
    [
        "{low}",
        "{wide}",
        "{split}",
        "1月公积金 {reference} 谢谢",
        "\u200b{reference}",
        "公积金{reference}1月",
    ],
)
async def test_r_dep_7_the_reference_is_found_in_a_note_however_it_was_written(
    accounts: Accounts, note: str
) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    found = await accounts.confirmed(number, "2026-01")
    reference = found["payment_reference"]
    written = note.format(
        reference=reference,
        low=reference.lower(),
        wide="".join(chr(ord(one) + 0xFEE0) for one in reference),
        split=f"{reference[:8]} {reference[8:]}",
    )
    await accounts.credit(written, found["total_fen"])
    assert (await accounts.staff.get(f"/lists/{found['id']}")).json()["state"] == "booked"
    await accounts.verified()


async def test_r_dep_7_a_note_that_names_two_lists_is_for_staff(accounts: Accounts) -> None:
    lists = []
    for _ in range(2):
        number = await accounts.employer()
        await accounts.people(number, 600_000, opened_on=OPENED)
        lists.append(await accounts.confirmed(number, "2026-01"))
    note = " ".join(one["payment_reference"] for one in lists)
    await accounts.credit(note, lists[0]["total_fen"])
    shown = (await accounts.staff.get("/suspense")).json()["items"]
    assert [item["remittance_information"] for item in shown] == [note]
    await accounts.verified()


async def test_r_chg_6_an_employer_takes_its_confirmed_list_back_while_nobody_paid(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    found = await accounts.confirmed(number, "2026-01")
    operator = accounts.operator(number)
    by_one_of_staff = await accounts.staff.post(f"/lists/{found['id']}/withdrawal")
    assert (by_one_of_staff.status_code, by_one_of_staff.json()["title"]) == (409, "list-state")
    await accounts.credit(found["payment_reference"], 1)
    refused = await operator.post(f"/lists/{found['id']}/withdrawal")
    assert (refused.status_code, refused.json()["title"]) == (409, "list-has-money")
    other = await accounts.employer()
    await accounts.people(other, 600_000, opened_on=OPENED)
    unpaid = await accounts.confirmed(other, "2026-01")
    taken = await accounts.operator(other).done(f"/lists/{unpaid['id']}/withdrawal")
    assert taken["state_text"] == "已撤回"


async def test_r_chg_6_the_centre_cancels_a_confirmed_list_by_two_people(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    found = await accounts.confirmed(number, "2026-01")
    await accounts.credit(found["payment_reference"], 95_999)
    proposed = await accounts.staff.done(
        f"/lists/{found['id']}/cancellation", {"reason": "单位不缴存"}
    )
    assert (await accounts.staff.get(f"/lists/{found['id']}")).json()["state"] == "confirmed"
    checker = accounts.caller(Role.STAFF_CHECKER)
    path = f"/proposals/{proposed['proposal_id']}/decision"
    decided = await checker.done(path, {"agree": True, "reason": "已核对"})
    assert decided["state"] == "executed"
    assert (await accounts.staff.get(f"/lists/{found['id']}")).json()["state"] == "withdrawn"
    # What came for it counts for the list that is made anew.
    anew = await accounts.confirmed(number, "2026-01")
    await accounts.credit(anew["payment_reference"], 1)
    assert (await accounts.facts(person))["balance_fen"] == 96_000
    await accounts.verified()


async def test_r_dep_8_the_same_serial_never_books_twice(accounts: Accounts) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    found = await accounts.confirmed(number, "2026-01")
    event = receipt(found["payment_reference"], found["total_fen"])
    await asyncio.gather(*(accounts.deliver(remittances.book_receipts, event) for _ in range(4)))
    await accounts.deliver(remittances.book_receipts, event, event)
    assert (await accounts.facts(person))["balance_fen"] == 96_000
    recorded = [e for e in await accounts.events() if isinstance(e, ReceiptRecorded)]
    assert [e.bank_serial for e in recorded] == [event.bank_serial]
    await accounts.verified()


async def test_r_dep_8_a_serial_with_another_amount_is_for_the_operators(
    accounts: Accounts,
) -> None:
    event = receipt("谢谢", 100)
    await accounts.deliver(remittances.book_receipts, event)
    _, parked = await accounts.deliver(
        remittances.book_receipts, event.model_copy(update={"amount_fen": 200})
    )
    assert parked == ["this serial is recorded with 100 fen"]


@pytest.mark.parametrize("amount_fen", [0, -1])
async def test_a_receipt_without_money_is_for_the_operators(
    accounts: Accounts, amount_fen: int
) -> None:
    _, parked = await accounts.deliver(remittances.book_receipts, receipt("谢谢", amount_fen))
    assert parked == [f"a receipt of {amount_fen} fen"]


async def test_r_dep_8_paid_twice_books_once_and_the_rest_is_suspense(accounts: Accounts) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    found = await accounts.confirmed(number, "2026-01")
    twice: list[ReceiptCredited] = [
        receipt(found["payment_reference"], found["total_fen"]) for _ in range(2)
    ]
    await accounts.deliver(remittances.book_receipts, *twice)
    employer = (await accounts.staff.get(f"/employers/{number}")).json()
    assert employer["suspense_fen"] == found["total_fen"]
    await accounts.verified()


async def test_r_dep_8_booking_costs_a_constant_number_of_statements(accounts: Accounts) -> None:
    counts = []
    for size in (2, 500):
        number = await accounts.employer()
        await accounts.people(number, *[600_000] * size, opened_on=OPENED)
        found = await accounts.confirmed(number, "2026-01")
        event = receipt(found["payment_reference"], found["total_fen"])
        counts.append(
            await accounts.statements(
                lambda unit, event=event: remittances.book_receipts(unit, received([event]))  # type: ignore[misc]
            )
        )
        booked = (await accounts.staff.get(f"/lists/{found['id']}")).json()
        assert (booked["state"], booked["head_count"]) == ("booked", size)
    assert counts[0] == counts[1] <= 15
    await accounts.verified()


async def test_r_dep_8_receipts_confirmations_and_seals_at_once(accounts: Accounts) -> None:
    number = await accounts.employer()
    people = await accounts.people(number, *[600_000] * 20, opened_on=OPENED)
    found = await draft(accounts, number, "2026-01")
    pay = [
        accounts.credit(found["payment_reference"], found["total_fen"]),
        accounts.credit(found["payment_reference"], 1),
    ]
    confirm = [accounts.staff.post(f"/lists/{found['id']}/confirmation") for _ in range(2)]
    seals = [
        accounts.staff.post(
            "/accounts/seal",
            {"items": [{"account_number": person.account_number, "reason": "retired"}]},
        )
        for person in people[::5]
    ]
    await asyncio.gather(*pay, *confirm, *seals)
    await accounts.verified()
    state = (await accounts.staff.get(f"/lists/{found['id']}")).json()["state"]
    balances = {(await accounts.facts(person))["balance_fen"] for person in people}
    assert balances == ({96_000} if state == "booked" else {0})


async def test_r_chg_5_e24_roll_forward(accounts: Accounts) -> None:
    number = await accounts.employer()
    people = await accounts.people(number, *[600_000] * 128, opened_on=OPENED)
    last = await accounts.remit(number, "2026-01")
    assert (last["head_count"], last["total_fen"]) == (128, 12_288_000)
    await accounts.people(number, *[600_000] * 3, opened_on=date(2026, 2, 2))
    for person in people[:2]:
        await accounts.seal(person, "terminated", effective_month="2026-02")
    raised = 600_000 + int(Decimal(31_250) / Decimal("0.16"))  # +312.50 a month on both sides
    await accounts.rebase(people[2], raised, "2026-02")
    found = await draft(accounts, number, "2026-02")
    assert (found["head_count"], found["total_fen"]) == (129, 12_415_250)
    assert found["changes"] == {
        "people_before": 128,
        "before_fen": 12_288_000,
        "joined": 3,
        "joined_fen": 288_000,
        "left": 2,
        "left_fen": 192_000,
        "changed_fen": 31_250,
        "people": 129,
        "total_fen": 12_415_250,
    }


async def test_r_chg_2_and_6_a_base_for_a_paid_or_frozen_month_is_refused(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01")
    await accounts.confirmed(number, "2026-02")

    async def change(month: str, reason: str = "测试") -> Any:
        item = {"account_number": person.account_number, "base_fen": 700_000,
                "effective_month": month, "reason": reason}  # fmt: skip
        return await accounts.operator(number).post("/accounts/base", {"items": [item]})

    assert (await change("2026-01")).json()["rule"] == "R-CHG-2"
    assert (await change("2026-02")).json()["rule"] == "R-CHG-6"
    assert (await change("2026-03", "")).json()["rule"] == "R-CHG-3"
    assert (await change("2026-03")).status_code == 200
    assert (await change("2026-07", "")).status_code == 200
    assert (await accounts.facts(person))["base_fen"] == 700_000  # it is March
    await accounts.credit(
        *[
            (await accounts.staff.get(f"/employers/{number}/lists")).json()["items"][0][name]
            for name in ("payment_reference", "total_fen")
        ]
    )
    (line,) = await lines(accounts, (await draft(accounts, number, "2026-03"))["id"])
    assert line["base_fen"] == 700_000


async def test_a_frozen_account_still_receives(accounts: Accounts) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.staff.done(f"/accounts/{person.account_number}/freeze", {"reason": "法院文书1"})
    await accounts.remit(number, "2026-01")
    facts = await accounts.facts(person)
    assert (facts["state_text"], facts["balance_fen"]) == ("冻结", 96_000)
    assert accounts.clock.today() == TODAY
