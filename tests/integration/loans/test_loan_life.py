"""A loan's life over HTTP on a real database: maker, checker, plan, repayments, agreements."""

import io
import uuid
from datetime import date
from typing import Any

import asyncpg
import pytest
from python_calamine import CalamineWorkbook
from tests.integration.loans.conftest import (
    LoansService,
    contract_body,
    lend,
    lend_e28,
    move_to,
    repayment,
)
from tests.integration.loans.money import deliver, told
from tests.support.callers import decide

from loans.handlers import erasures
from loans.store import books
from loans.store import contracts as store
from shared.messages.erasures import ErasureAsked, LoansErasureTold
from shared.messages.loans import LoanPaidOff
from shared.messaging.unit import Context


async def test_a_contract_is_there_when_another_person_has_agreed(loans: LoansService) -> None:
    body = contract_body()
    path = f"/contracts/{body['contract_number']}"
    proposed = await loans.maker.post("/contracts", body)
    shown = proposed.json()
    assert (proposed.status_code, shown["amount_fen"]) == (202, 30_000_000)
    assert proposed.headers["Location"] == f"/api/loans/proposals/{shown['proposal_id']}"
    assert (await loans.maker.get(path)).status_code == 404
    agreed = await decide(loans.checker, proposed)
    assert agreed.json()["result"]["state_text"] == "待放款"
    kept = await loans.context.pool.fetchrow("SELECT entered_by, decided_by FROM contract")
    assert kept["entered_by"] != kept["decided_by"]


async def test_a_contract_that_was_sent_back_is_not_there_and_may_be_proposed_again(
    loans: LoansService,
) -> None:
    body = contract_body()
    proposed = await loans.maker.post("/contracts", body)
    await decide(loans.checker, proposed, agree=False, reason="金额与合同不符")
    assert await loans.context.pool.fetchval("SELECT count(*) FROM contract") == 0
    assert (await loans.by_two("/contracts", body)).status_code == 201


WAITING = """
INSERT INTO contract (contract_number, amount_fen, method, periods, home, signed_on, state, entered_by,
                      entered_at)
VALUES ($1, 30000000, '01', 240, 'first', '2016-08-18', '6', gen_random_uuid(), $2)
"""
WITH_WHOM = "INSERT INTO party VALUES ($1, $2, $3)"


async def _waiting(loans: LoansService) -> dict[str, Any]:
    """A contract that one person entered before contracts were proposals."""
    body = contract_body()
    number, pool = body["contract_number"], loans.context.pool
    await pool.execute(WAITING, number, loans.context.clock.now())
    await pool.execute(WITH_WHOM, number, uuid.UUID(body["borrower"]), "borrower")
    for role in ("co_borrower", "guarantor"):
        await pool.execute(WITH_WHOM, number, uuid.UUID(body[f"{role}s"][0]), role)
    return body


async def test_a_contract_that_waited_for_its_checker_is_finished_by_proposing_the_same(
    loans: LoansService,
) -> None:
    body = await _waiting(loans)
    [waiting] = (await loans.checker.get("/contracts", state="6")).json()["contracts"]
    assert waiting["contract_number"] == body["contract_number"]
    other = await loans.maker.post("/contracts", body | {"amount_fen": 30_000_100})
    assert other.json()["title"] == "contract-number-taken", "another amount is another contract"
    assert (await loans.by_two("/contracts", body)).json()["state"] == "1"
    assert (await loans.checker.get("/contracts", state="6")).json()["contracts"] == []


@pytest.mark.parametrize(
    ("entered_on", "decide_by"), [("2026-03-02", "2026-03-17"), ("2026-09-21", "2026-10-01")]
)
async def test_r_loan_8_a_checker_sees_by_when_to_decide(
    loans: LoansService, entered_on: str, decide_by: str
) -> None:
    """15 days, from 2026-09-20 on 10."""
    move_to(loans, date.fromisoformat(entered_on))
    body = await _waiting(loans)
    [waiting] = (await loans.checker.get("/contracts", state="6")).json()["contracts"]
    assert waiting["decide_by"] == decide_by
    await loans.by_two("/contracts", body)
    shown = (await loans.maker.get(f"/contracts/{body['contract_number']}")).json()
    assert shown["decide_by"] is None


async def test_the_database_too_wants_another_checker(loans: LoansService) -> None:
    await _waiting(loans)
    with pytest.raises(asyncpg.CheckViolationError, match="maker_is_not_checker"):
        await loans.context.pool.execute("UPDATE contract SET state = '1', decided_by = entered_by")


async def test_e01_disbursement_makes_the_first_plan(loans: LoansService) -> None:
    loan = await lend(loans)
    plan = (await loans.maker.get(f"{loan.path}/plan", version=1)).json()
    assert len(plan["instalments"]) == 240
    first, last = plan["instalments"][0], plan["instalments"][-1]
    assert (first["principal_fen"], first["interest_fen"]) == (88_909, 81_250)
    assert (last["due_on"], last["total_fen"]) == ("2036-08-20", 170_062)
    assert plan["versions"][0]["annual_rate"] == "3.25%"


async def test_r_loan_1_the_plan_in_force_knows_every_1_january(loans: LoansService) -> None:
    loan = await lend(loans)
    plan = (await loans.maker.get(f"{loan.path}/plan")).json()
    seen = [(one["version"], one["effective_on"], one["annual_rate"]) for one in plan["versions"]]
    assert seen == [
        (1, "2016-08-20", "3.25%"),
        (2, "2023-01-01", "3.10%"),
        (3, "2025-01-01", "2.85%"),
        (4, "2026-01-01", "2.60%"),
    ]
    assert plan["version"] == 4
    assert len(plan["instalments"]) == 240
    assert sum(line["principal_fen"] for line in plan["instalments"]) == 30_000_000
    version_4 = (await loans.maker.get(f"{loan.path}/plan", version=4)).json()
    assert version_4["instalments"][0]["number"] == plan["versions"][3]["first_number"]
    assert (await loans.maker.get(f"{loan.path}/plan", version=5)).status_code == 404


async def test_a_history_of_nine_years_is_recorded_in_one_request(loans: LoansService) -> None:
    loan = await lend(loans)
    answer = await loan.pay_on_time(114)
    assert answer.json()["recorded"] == 114
    shown = (await loans.person(loan.borrower).get(loan.path)).json()
    assert shown["state_text"] == "正常"
    account = shown["account"]
    assert account["arrears"]["instalments"] == 0
    assert account["next_instalment"]["due_on"] == "2026-03-20"
    assert account["plan_version"] == 4
    assert account["balance_fen"] == 30_000_000 - account["principal_repaid_fen"]
    await assert_books_agree(loans.context, loan.number)


async def test_e06_balance_after_36_instalments(loans: LoansService) -> None:
    loan = await lend(loans)
    answer = (await loan.pay_on_time(36)).json()
    assert answer["balance_fen"] == 26_642_811
    assert (answer["principal_fen"], answer["interest_fen"]) == (3_357_189, 2_768_535)


async def test_e12_payoff_quote(loans: LoansService) -> None:
    loan = await lend(loans)
    await loan.pay_on_time(36)
    borrower = loans.person(loan.borrower)
    quote = (await borrower.get(f"{loan.path}/payoff-quote", paid_on="2019-08-29")).json()
    assert (quote["remaining_principal_fen"], quote["broken_interest_fen"]) == (26_642_811, 21_647)
    assert quote["total_fen"] == 26_664_458
    early = await borrower.get(f"{loan.path}/payoff-quote", paid_on="2019-08-19")
    assert (early.status_code, early.json()["title"]) == (422, "before-last-entry")
    late = await borrower.get(f"{loan.path}/payoff-quote", paid_on="2026-03-03")
    assert (late.status_code, late.json()["title"]) == (422, "date-in-the-future")


async def test_e28_payoff_certificate_and_event(loans: LoansService) -> None:
    loan = await lend_e28(loans)
    facts = (await loans.person(loan.borrower).get(f"{loan.path}/payoff-certificate")).json()
    assert facts["total_principal_fen"] == 20_000_000
    assert facts["total_repaid_fen"] == 22_125_422
    assert facts["settled_on"] == "2019-08-29"
    [event] = [one for one in await loans.events() if isinstance(one, LoanPaidOff)]
    assert event == LoanPaidOff(
        contract_number=loan.number,
        person_id=loan.borrower,
        settled_on=date(2019, 8, 29),
        total_principal_fen=20_000_000,
        total_interest_fen=2_125_422,
        offset_agreement_ever=False,
    )
    shown = (await loans.person(loan.borrower).get(loan.path)).json()
    assert (shown["state"], shown["account"]["balance_fen"]) == ("3", 0)
    plan = (await loans.person(loan.borrower).get(f"{loan.path}/plan")).json()["instalments"]
    assert [line["state"] for line in plan[46:48]] == ["paid", "cancelled"]
    more = await loan.repay(repayment("2019-09-01", 1))
    assert more.status_code == 409
    quote = await loans.maker.get(f"{loan.path}/payoff-quote")
    assert quote.json()["title"] == "nothing-to-pay-off"
    await assert_books_agree(loans.context, loan.number)


async def test_no_payoff_certificate_before_the_payoff(loans: LoansService) -> None:
    loan = await lend(loans)
    answer = await loans.person(loan.borrower).get(f"{loan.path}/payoff-certificate")
    assert (answer.status_code, answer.json()["title"]) == (409, "not-paid-off")


async def test_r_loan_6_arrears_are_visible_with_penalty_interest(loans: LoansService) -> None:
    loan = await lend(loans, "2025-12-15", amount_fen=10_000_000, periods=60)
    account = (await loans.person(loan.borrower).get(loan.path)).json()
    assert account["state_text"] == "逾期"
    arrears = account["account"]["arrears"]
    assert (arrears["instalments"], arrears["since"]) == (2, "2026-01-15")
    assert arrears["penalty_fen"] > 0
    assert arrears["total_fen"] == (
        arrears["principal_fen"] + arrears["interest_fen"] + arrears["penalty_fen"]
    )
    states = [line["state"] for line in await loan.plan()]
    assert states[:3] == ["overdue", "overdue", "coming"]
    paid = await loan.repay(repayment("2026-03-02", arrears["total_fen"], "04"))
    assert paid.json()["penalty_fen"] == arrears["penalty_fen"]
    after = (await loans.person(loan.borrower).get(loan.path)).json()
    assert after["state_text"] == "正常"
    await assert_books_agree(loans.context, loan.number)


async def test_e07_a_prepayment_makes_a_new_plan_and_keeps_the_old_one(
    loans: LoansService,
) -> None:
    loan = await lend(loans)
    await loan.pay_on_time(36)
    await loan.repay(repayment("2019-08-20", 5_000_000, "03", effect="shorten"))
    plan = (await loans.maker.get(f"{loan.path}/plan", version=2)).json()
    assert len(plan["instalments"]) == 157
    assert plan["instalments"][-1]["due_on"] == "2032-09-20"
    assert plan["instalments"][-1]["total_fen"] == 24_800
    first = (await loans.maker.get(f"{loan.path}/plan", version=1)).json()
    assert len(first["instalments"]) == 240
    await loan.pay_on_time(78)
    await assert_books_agree(loans.context, loan.number)


async def test_r_rep_3_the_agreement_decides_what_a_prepayment_changes(
    loans: LoansService,
) -> None:
    loan = await lend(loans)
    await loan.pay_on_time(36)
    assert (await loan.sign(loan.co_borrower, "2019-08-01")).status_code == 201
    wrong = await loan.repay(repayment("2019-08-20", 5_000_000, "03", effect="shorten"))
    assert (wrong.status_code, wrong.json()["rule"]) == (422, "R-REP-3")
    await loan.repay(repayment("2019-08-20", 5_000_000, "03"))
    account = (await loans.maker.get(f"{loan.path}/plan", version=2)).json()
    assert account["versions"][1]["level_fen"] == 138_225  # E08


async def test_a_list_with_one_wrong_repayment_is_refused_whole(loans: LoansService) -> None:
    loan = await lend(loans)
    lines = (await loan.plan())[:3]
    wrong = [repayment(line["due_on"], line["total_fen"]) for line in lines]
    wrong[2]["amount_fen"] += 1
    answer = await loan.repay(*wrong)
    assert (answer.status_code, answer.json()["title"]) == (422, "more-than-owed")
    assert (await loans.maker.get(f"{loan.path}/repayments")).json()["entries"][0]["kind"] == "01"


async def test_r_bk_2_a_serial_books_once(loans: LoansService) -> None:
    loan = await lend(loans)
    lines = (await loan.plan())[:2]
    one = repayment(lines[0]["due_on"], lines[0]["total_fen"])
    assert (await loan.repay(one)).status_code == 201
    two = repayment(lines[1]["due_on"], lines[1]["total_fen"]) | {"serial": one["serial"]}
    answer = await loan.repay(two)
    assert (answer.status_code, answer.json()["title"]) == (409, "serial-taken")


async def test_r_qry_1_entries_are_read_page_by_page(loans: LoansService) -> None:
    loan = await lend(loans)
    await loan.pay_on_time(5)
    person, seen = loans.person(loan.borrower), []
    cursor: str | None = None
    while True:
        query: dict[str, Any] = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = (await person.get(f"{loan.path}/repayments", **query)).json()
        seen += [(one["entry_number"], one["kind_text"]) for one in page["entries"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert [number for number, _ in seen] == [6, 5, 4, 3, 2, 1]
    assert seen[-1] == (1, "放款")
    for bad in ("x", "WyJhIl0", "WzEsMl0", "Wy0xXQ"):
        answer = await person.get(f"{loan.path}/repayments", cursor=bad)
        assert (answer.status_code, answer.json()["title"]) == (400, "bad-cursor")


def sheet(data: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


async def test_r_qry_1_entries_are_asked_for_by_day_and_kind_and_summed(
    loans: LoansService,
) -> None:
    loan = await lend(loans)
    await loan.pay_on_time(3)
    lines = (await loan.plan())[:3]
    person, path = loans.person(loan.borrower), f"{loan.path}/repayments"
    second = {"booked_from": lines[1]["due_on"], "booked_until": lines[1]["due_on"]}
    (only,) = (await person.get(path, **second)).json()["entries"]
    assert (only["booked_on"], only["amount_fen"]) == (lines[1]["due_on"], lines[1]["total_fen"])
    assert [one["kind"] for one in (await person.get(path, kind="01")).json()["entries"]] == ["01"]
    totals = (await person.get(f"{path}/totals")).json()
    assert (totals["entries"], totals["repaid_fen"]) == (3, sum(x["total_fen"] for x in lines))
    assert totals["principal_fen"] == sum(one["principal_fen"] for one in lines)
    assert [(one["kind_text"], one["entries"]) for one in totals["by_kind"]] == [
        ("放款", 1),
        ("正常还款", 3),
    ]
    part = (await person.get(f"{path}/totals", **second)).json()
    assert (part["entries"], part["interest_fen"]) == (1, lines[1]["interest_fen"])
    for name in ("totals", "export"):
        assert (await loans.person(uuid.uuid4()).get(f"{path}/{name}")).status_code == 404

    rows = sheet((await person.get(f"{path}/export", **second)).content)
    yuan = [lines[1][f"{part}_fen"] / 100 for part in ("total", "principal", "interest")]
    assert rows[0][:2] == ["记账日期", "业务类型"]
    assert rows[1][:5] == [date.fromisoformat(lines[1]["due_on"]), "正常还款", *yuan]
    plan = sheet((await person.get(f"{loan.path}/plan/export")).content)
    assert [row[-1] for row in plan[1:5]] == ["已还", "已还", "已还", "逾期"]


async def test_r_loan_7_agreements_are_signed_and_ended_and_never_deleted(
    loans: LoansService,
) -> None:
    loan = await lend(loans)
    signed = await loan.sign(loan.borrower)
    assert signed.status_code == 201
    agreement_id = signed.json()["agreement_id"]
    assert (await loan.sign(loan.borrower, "2018-01-01")).json()["title"] == "agreement-in-force"
    ended = await loan.end(agreement_id, "2018-05-01")
    assert (ended.status_code, ended.json()["ended_on"]) == (201, "2018-05-01")
    again = await loan.end(agreement_id, "2018-06-01")
    assert (again.status_code, again.json()["title"]) == (409, "agreement-ended")
    assert (await loan.sign(loan.borrower, "2018-04-30")).status_code == 409
    assert (await loan.sign(loan.borrower, "2018-05-01")).status_code == 201
    assert (await loan.sign(loan.co_borrower, "2018-05-01")).status_code == 201
    assert (await loan.sign(loan.guarantor)).json()["title"] == "not-a-borrower"
    assert (await loan.sign(loan.borrower, "2026-03-03")).json()["title"] == "date-in-the-future"
    history = (await loans.person(loan.co_borrower).get(f"{loan.path}/agreements")).json()
    assert [one["ended_on"] for one in history["agreements"]].count("2018-05-01") == 1
    assert len(history["agreements"]) == 3


@pytest.mark.parametrize(
    "forbidden",
    [
        "DELETE FROM offset_agreement",
        "DELETE FROM contract",
        "UPDATE entry SET amount_fen = amount_fen",
        "DELETE FROM entry",
        "UPDATE instalment SET interest_fen = 0",
        "DELETE FROM plan_version",
        "UPDATE loan_rate SET annual_rate = 0.01",
        "INSERT INTO loan_rate VALUES ('2030-01-01', 'first', '01', 0.01, 'x')",
        "DELETE FROM party",
    ],
)
async def test_r_bk_2_the_service_may_not_change_what_is_booked(
    loans: LoansService, forbidden: str
) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await loans.context.pool.execute(forbidden)


async def test_r_bk_2_not_even_the_owner_may_change_what_is_booked(
    service_database: Any,
) -> None:
    database = await service_database("loans")
    owner = await asyncpg.connect(database.owner_url)
    try:
        for table in ("entry", "instalment", "plan_version", "allocation", "party", "loan_rate"):
            with pytest.raises(asyncpg.RestrictViolationError, match="R-BK-2"):
                await owner.execute(f"DELETE FROM {table}")
        with pytest.raises(asyncpg.RestrictViolationError, match="R-BK-2"):
            await owner.execute("TRUNCATE offset_agreement CASCADE")
    finally:
        await owner.close()


async def test_r_wdr_4_the_database_lets_an_agreement_only_end(loans: LoansService) -> None:
    loan = await lend(loans)
    await loan.sign(loan.borrower)
    with pytest.raises(asyncpg.RestrictViolationError, match="R-WDR-4"):
        await loans.context.pool.execute("UPDATE offset_agreement SET signed_on = '2018-01-01'")


async def test_the_database_refuses_entries_that_do_not_follow_each_other(
    loans: LoansService,
) -> None:
    loan = await lend(loans)
    with pytest.raises(asyncpg.CheckViolationError, match="does not follow"):
        await loans.context.pool.execute(
            "INSERT INTO entry VALUES ($1, 2, 'SN-X1', '02', '2016-09-20', 170159, 88909, 81250, 0,"
            " 30000000, $2, now())",
            loan.number,
            uuid.uuid4(),
        )


async def test_r_rep_9_the_database_refuses_a_settled_loan_with_a_balance(
    loans: LoansService,
) -> None:
    await lend(loans)
    with pytest.raises(asyncpg.CheckViolationError, match="settled_means_no_balance"):
        await loans.context.pool.execute("UPDATE account SET settled_on = '2019-01-01'")


async def assert_books_agree(context: Context, number: str) -> None:
    """Replay the stored entries: they give the stored figures and the same account again."""
    async with context.pool.acquire() as connection:
        totals = await connection.fetchrow(
            "SELECT sum(principal_fen) FILTER (WHERE kind <> '01'), sum(interest_fen),"
            " sum(penalty_fen), count(*),"
            " (array_agg(balance_after_fen ORDER BY entry_number DESC))[1]"
            " FROM entry WHERE contract_number = $1",
            number,
        )
        stored = await connection.fetchrow(
            "SELECT principal_repaid_fen, interest_repaid_fen, penalty_repaid_fen, entries,"
            " balance_fen FROM account WHERE contract_number = $1",
            number,
        )
        assert tuple(totals) == tuple(stored)
        contract = await store.contract_of(connection, number, lock=False)
        assert contract is not None
        found = await books.account_of(connection, contract)
        assert found is not None
        assert sum(owed.principal_fen for owed in found.account.unpaid) == stored["balance_fen"]


async def test_art_47_whoever_is_in_a_loan_is_needed_until_it_is_paid_off(
    loans: LoansService,
) -> None:
    loan, stranger = await lend(loans), uuid.uuid4()
    people = (loan.borrower, loan.guarantor, stranger)
    asked = [ErasureAsked(erasure_id=uuid.uuid4(), person_id=one) for one in people]
    await deliver(loans, erasures.asked, *asked)
    await loan.pay_off(date(2016, 9, 20))
    await deliver(loans, erasures.asked, *asked)
    said = [(e.under_way, e.last_settled_on) for e in await told(loans, LoansErasureTold)]
    assert said == [(True, None)] * 2 + [(False, None)] + [(False, date(2016, 9, 20))] * 2 + [
        (False, None)
    ]
