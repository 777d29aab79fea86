"""Loans of an older system move in by files (期初): mended until right, signed by two, booked once."""

import pytest
from tests.integration.loans.conftest import LoansService, move_to
from tests.integration.loans.money import told
from tests.integration.loans.moving_in import GROUNDS, Move, citizen, id_number
from tests.integration.loans.test_loan_life import assert_books_agree
from tests.integration.loans.test_moving_in import E06, TODAY, past_loan
from tests.support.killed import killed

from loans.handlers import moving_in_files as handlers
from shared.messages.loans import LoanHistoryRecorded

BALANCE = E06["balance_fen"]


@pytest.fixture
async def borrowers(loans: LoansService) -> list[str]:
    move_to(loans, TODAY)
    return [await citizen(loans) for _ in range(3)]


def loan(borrower: str, **more: object) -> dict[str, object]:
    """The loan of E06, of somebody named by the document."""
    return {**past_loan(), "borrower": borrower, "co_borrowers": [], **more}


async def test_r_loan_1_every_wrong_line_is_told_and_the_file_sent_anew_takes_its_place(
    loans: LoansService, borrowers: list[str]
) -> None:
    move = await Move.begin(loans, 2, 2 * BALANCE)
    good, other = loan(borrowers[0]), loan(borrowers[1])
    early = {**loan(borrowers[1]), "stated": {**E06, "as_of": "2019-08-28"}}
    differs = {**loan(borrowers[1]), "stated": {**E06, "balance_fen": BALANCE - 1}}
    no_amount = {**loan(borrowers[1]), "amount_fen": 0}
    file = await move.send(good, "{", loan(id_number()), good, early, differs, no_amount)
    assert (file["state"], file["loans_read"], file["error_count"]) == ("flawed", 7, 6)
    found = await move.errors(file)
    assert [one[:2] for one in found] == [
        (2, ""), (3, "borrower"), (4, "contract_number"), (5, "stated.as_of"), (6, "stated"),
        (7, "amount_fen"),
    ]  # fmt: skip
    assert "贷款余额：原系统266,428.10元，按还款记录计算266,428.11元" in found[4][2]
    refused = await move.propose()
    assert (refused.status_code, refused.json()["title"]) == (422, "moving-in-not-ready")
    assert (await move.send(good))["state"] == "ready"
    assert "原账2笔，文件1笔" in (await move.propose()).json()["detail"]
    await move.send(other, name="2.jsonl")
    assert (await move.propose()).status_code == 202


async def test_r_loan_1_two_sign_the_very_files_and_the_loans_are_booked_once_in_portions(
    loans: LoansService, borrowers: list[str]
) -> None:
    move = await Move.begin(loans, 3, 3 * BALANCE)
    lines = [loan(one) for one in borrowers]
    await move.send(*lines[:2])
    await move.send(lines[2], name="2.jsonl")
    proposed = await move.propose()
    summary = proposed.json()["summary"]
    assert "3笔，原系统余额799,284.33元，按还款记录计算799,284.33元" in summary
    await move.send(lines[2], "", name="2.jsonl")
    assert (await move.decide(proposed)).status_code == 422, "these are other files"
    assert (await move.decide(proposed, agree=False)).status_code == 200
    await move.sign()
    assert await told(loans, LoanHistoryRecorded) == [], "signed, not booked"
    assert await move.book() == 3
    assert await move.book() == 0
    for line in lines:
        number = str(line["contract_number"])
        account = (await loans.maker.get(f"/contracts/{number}")).json()["account"]
        assert account["balance_fen"] == BALANCE
        await assert_books_agree(loans.context, number)
    assert len(await told(loans, LoanHistoryRecorded)) == 3
    shown = await move.shown()
    assert (shown["state"], shown["totals"]["booked"]) == ("booked", 3)
    assert {row["已入账"] for row in await move.report()} == {"是"}
    for table in ("moving_in_piece", "moving_in_loan WHERE loan_sealed <> ''"):
        assert not await loans.context.pool.fetchval(f"SELECT count(*) FROM {table}")


async def test_r_loan_1_a_loan_that_came_meanwhile_is_held_and_the_others_are_booked(
    loans: LoansService, borrowers: list[str]
) -> None:
    move = await Move.begin(loans, 2, 2 * BALANCE)
    one, other = loan(borrowers[0]), loan(borrowers[1])
    await move.send(one, other)
    await move.sign()
    by_hand = past_loan(contract_number=one["contract_number"])
    assert (await loans.by_two("/moving-in", by_hand | GROUNDS)).status_code == 201
    await move.book(10)
    shown = await move.shown()
    assert (shown["state"], shown["totals"]["booked"], shown["totals"]["held"]) == ("signed", 1, 1)
    reasons = {row["借款合同编号"]: row["未入账原因"] for row in await move.report()}
    assert reasons == {one["contract_number"]: "该合同编号已存在。", other["contract_number"]: ""}


async def test_r_bk_1_killed_in_the_middle_of_a_portion_nothing_of_it_is_booked(
    loans: LoansService, borrowers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    move = await Move.begin(loans, 3, 3 * BALANCE)
    await move.send(*map(loan, borrowers))
    await move.sign()

    async def book() -> None:
        async with loans.context.unit() as unit:
            await handlers.book_some(unit, 10)

    await killed(
        monkeypatch, "loans.store.moving_in_files.BOOKED", ["uuid", "integer", "timestamptz"], book
    )
    assert await loans.context.pool.fetchval("SELECT count(*) FROM entry") == 0
    await book()
    await move.book()
    assert (await move.shown())["totals"]["booked"] == 3
    assert len(await told(loans, LoanHistoryRecorded)) == 3
