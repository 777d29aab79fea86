"""The general ledger (总账) on the real ledger: vouchers, months and years closed (R-BK)."""

import csv
import io
from datetime import date
from typing import Any

import asyncpg
import pytest

from accounts.handlers import books, loan_money
from accounts.store import verifications
from accounts.store.days import seal_days_before
from accounts.views import verification
from accounts.work.verification import verify_when_due
from shared.identity.principal import Role

from .conftest import WHOLE, Accounts
from .loans import debited, repaid
from .test_exports import exported

FORGED = """
INSERT INTO ledger_verification (verified_at, business_date, differences, seal)
SELECT now(), $1, 0, seal FROM ledger_verification ORDER BY id LIMIT 1
"""
AGAIN = """
INSERT INTO ledger_verification (verified_at, business_date, differences, seal)
SELECT verified_at, business_date, differences, seal FROM ledger_verification WHERE differences = 0
ORDER BY id LIMIT 1
"""
"""What the service once wrote, once more."""
GROUNDS = {"reason": "按规定办理", "evidence": ["德公积金财〔2026〕1号"]}


async def sealed(accounts: Accounts, first_open: date) -> None:
    """The nights until then: days sealed, vouchers made, the ledger verified."""
    accounts.on(first_open)
    async with accounts.context.unit() as unit:
        await seal_days_before(unit.connection, first_open)
        while await books.make_vouchers(unit):
            pass
    await verify_when_due(accounts.context, 0)
    async with accounts.pool.acquire() as connection:
        assert await verification.differences(connection) == []


async def decided(accounts: Accounts, path: str, body: dict[str, Any] | None = None) -> Any:
    """Propose as a maker, agree as a checker; what the decision answers."""
    return await accounts.desk.by_two(path, {**GROUNDS, **(body or {})})


async def read(accounts: Accounts, path: str) -> Any:
    answer = await accounts.caller(Role.STAFF_CHECKER).get(f"/books/{path}")
    assert answer.is_success, answer.text
    return answer.json()


async def closings(accounts: Accounts, month: str) -> dict[str, int]:
    """Each subject's closing balance in fen, a credit positive; those that are 0 left out."""
    found = await read(accounts, f"periods/{month}/trial-balance")
    assert found["balanced"]
    return {
        item["code"]: item["closing_credit_fen"] - item["closing_debit_fen"]
        for item in found["items"]
        if item["closing_credit_fen"] != item["closing_debit_fen"]
    }


async def test_r_bk_1_vouchers_are_made_of_the_ledger_s_days_and_equal_it(
    accounts: Accounts,
) -> None:
    person = await accounts.saver(6_000_000)
    reserved = await accounts.reserve(person, WHOLE)
    await accounts.pay(reserved)
    await accounts.credit("不知何人", 777)
    await sealed(accounts, date(2026, 4, 2))
    # 60,000.00 came and went with its interest, which the fund has paid; 7.77 of nobody's lie in suspense.
    interest = reserved.interest_fen
    assert interest >= 0
    found = await closings(accounts, "2026-03")
    expected = {"101": interest - 777, "219": 777, "41101": -interest}
    assert found == {code: fen for code, fen in expected.items() if fen}
    vouchers = (await read(accounts, "periods/2026-03/vouchers"))["items"]
    assert [one["number"] for one in vouchers] == list(range(1, len(vouchers) + 1))
    assert {"汇缴", "销户提取"} <= {one["summary"] for one in vouchers}
    for one in vouchers:
        debits = sum(line["debit_fen"] for line in one["lines"])
        assert debits == sum(line["credit_fen"] for line in one["lines"]) > 0
    sheet = await read(accounts, "periods/2026-03/balance-sheet")
    assert sheet["assets_fen"] == sheet["liabilities_fen"] + sheet["net_assets_fen"]
    checker = accounts.caller(Role.STAFF_CHECKER)
    (head, *lines) = await exported(checker, "/books/periods/2026-03/trial-balance/export")
    assert head[2:4] == ["期初借方余额（元）", "期初贷方余额（元）"]
    (suspense,) = [line for line in lines if line[0] == "219"]
    assert suspense[4:6] + suspense[7:] == [60000.0, 60007.77, 7.77], "real numbers of yuan"
    assert lines[-1][1] == "合计"
    assert lines[-1][6] == lines[-1][7] > 0
    (_, *lines) = await exported(checker, "/books/periods/2026-03/balance-sheet/export")
    totals = {line[2]: line[3] for line in lines if line[2].endswith("计")}
    assert totals["资产合计"] == totals["负债和净资产总计"] == sheet["assets_fen"] / 100
    (_, *lines) = await exported(checker, "/books/periods/2026-03/added-value/export")
    assert lines[-1] == ["", "", "增值收益", -interest / 100]
    await exported_as_they_are(checker, vouchers)
    async with accounts.context.unit() as unit:
        assert not await books.make_vouchers(unit), "made once"
    assert len((await read(accounts, "periods/2026-03/vouchers"))["items"]) == len(vouchers)


async def exported_as_they_are(caller: Any, vouchers: list[Any]) -> None:
    """Every line of every voucher, in order: as real numbers, and as text that is read again to the fen."""
    path, lines = (
        "/books/periods/2026-03/vouchers/export",
        [(voucher, line) for voucher in vouchers for line in voucher["lines"]],
    )
    (head, *rows) = await exported(caller, path)
    assert head[:7] == ["会计期间", "凭证号", "凭证日期", "凭证类型", "分录号", "摘要", "科目编号"]
    assert [(row[1], row[5], row[6], row[8] or 0, row[9] or 0) for row in rows] == [
        (
            one["number"],
            one["summary"],
            line["subject"],
            line["debit_fen"] / 100,
            line["credit_fen"] / 100,
        )
        for one, line in lines
    ]
    assert {tuple(row[10:]) for row in rows} == {("系统", "系统")}
    answer = await caller.get(path, form="csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    again = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert {row["会计期间"] for row in again} == {"2026-03"}
    for side, name in (("借方金额（元）", "debit_fen"), ("贷方金额（元）", "credit_fen")):
        read_again = [int(row[side].replace(".", "") or 0) for row in again]
        assert read_again == [line[name] for _, line in lines]
    missing = await caller.get("/books/periods/2031-03/vouchers/export")
    assert missing.status_code == 404


async def test_r_bk_1_the_bank_s_interest_becomes_income_by_two_people(accounts: Accounts) -> None:
    await accounts.credit("存款利息", 123_456, bank_serial="INTEREST1")
    body = {
        "month": "2026-03",
        "summary": "银行存款利息",
        "receipt": {"bank_serial": "INTEREST1", "amount_fen": 123_456},
        "lines": [{"subject": "40101", "credit_fen": 123_456}],
    }
    done = await decided(accounts, "/books/vouchers", body)
    assert done.json()["result"] == {"month": "2026-03", "number": 1}, done.text
    again = await decided(accounts, "/books/vouchers", body)
    assert (again.status_code, again.json()["title"]) == (422, "voucher-not-possible")
    fee = {
        "month": "2026-03",
        "summary": "归集手续费",
        "lines": [{"subject": "41102", "debit_fen": 456}, {"subject": "101", "credit_fen": 456}],
    }
    assert (await decided(accounts, "/books/vouchers", fee)).status_code == 200
    await sealed(accounts, date(2026, 4, 2))
    assert await closings(accounts, "2026-03") == {
        "101": -123_000,
        "40101": 123_456,
        "41102": -456,
    }
    gain = await read(accounts, "periods/2026-03/added-value")
    assert (gain["income_fen"], gain["expense_fen"], gain["added_value_fen"]) == (
        123_456,
        456,
        123_000,
    )
    await accounts.verified()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"lines": [{"subject": "201", "debit_fen": 5}, {"subject": "40101", "credit_fen": 5}]}, "只随业务"),
        ({"lines": [{"subject": "101", "debit_fen": 5}, {"subject": "40101", "credit_fen": 6}]}, "不相等"),
        ({"month": "2026-04"}, "尚未开始"),
    ],
)  # fmt: skip
async def test_r_bk_1_nobody_writes_people_s_money_by_hand(
    accounts: Accounts, changes: dict[str, Any], said: str
) -> None:
    body = {
        "month": "2026-03",
        "summary": "测试",
        "lines": [{"subject": "101", "debit_fen": 5}, {"subject": "40101", "credit_fen": 5}],
    }
    answer = await decided(accounts, "/books/vouchers", body | changes)
    assert answer.status_code == 422
    assert said in answer.json()["detail"]


async def test_r_bk_1_a_month_is_closed_once_all_is_right_and_never_opened_again(
    accounts: Accounts, platform: Any
) -> None:
    await accounts.saver(6_000_000)
    early = await decided(accounts, "/books/periods/2026-03/closing")
    assert early.status_code == 409
    assert {"2026-04-02起方可结账", "还有1天的业务未生成凭证", "月末之后尚未核验明细账"} <= set(
        early.json()["flaws"]
    )
    await sealed(accounts, date(2026, 4, 2))
    closed = await decided(accounts, "/books/periods/2026-03/closing")
    assert closed.json()["state"] == "executed", closed.text
    (period,) = (await read(accounts, "periods"))["items"]
    assert (period["month"], period["state"]) == ("2026-03", "closed")
    twice = await decided(accounts, "/books/periods/2026-03/closing")
    assert (twice.status_code, twice.json()["title"]) == (409, "period-cannot-be-closed")
    late = {
        "month": "2026-03",
        "summary": "补记手续费",
        "lines": [{"subject": "41102", "debit_fen": 5}, {"subject": "101", "credit_fen": 5}],
    }
    refused = await decided(accounts, "/books/vouchers", late)
    assert (refused.status_code, refused.json()["title"]) == (409, "period-closed")
    assert (await decided(accounts, "/books/vouchers", late | {"month": "2026-04"})).is_success
    async with accounts.as_owner(platform) as owner:
        for statement in (
            "UPDATE accounting_period SET state = 'open', closed_at = NULL",
            "DELETE FROM voucher_line",
            "UPDATE voucher SET summary = '改'",
            "INSERT INTO voucher_line SELECT id, 9, '101', 5, 0 FROM voucher LIMIT 1",
        ):
            with pytest.raises(asyncpg.PostgresError):
                await owner.execute(statement)


async def test_r_bk_1_a_month_is_not_closed_on_a_verification_that_somebody_else_wrote(
    accounts: Accounts,
) -> None:
    await accounts.saver(6_000_000)
    await sealed(accounts, date(2026, 4, 2))
    accounts.on(date(2026, 5, 2))
    await accounts.pool.execute(FORGED, date(2026, 5, 2))
    april = await decided(accounts, "/books/periods/2026-04/closing")
    assert "月末之后尚未核验明细账" in april.json()["flaws"]
    async with accounts.pool.acquire() as connection:
        data = accounts.context.personal_data
        await verifications.keep(connection, data, date(2026, 5, 2), differences=3)
    await accounts.pool.execute(FORGED, date(2026, 5, 2))
    await accounts.pool.execute(AGAIN)
    march = await decided(accounts, "/books/periods/2026-03/closing")
    assert march.json()["flaws"] == ["明细账核验有3处差异"], (
        "found by the service, and by nobody else's word gone"
    )


async def test_r_bk_1_a_year_closes_into_reserve_fee_and_housing(accounts: Accounts) -> None:
    accounts.on(date(2026, 12, 30))
    await accounts.credit("存款利息", 1_000_000, bank_serial="INTEREST2")
    body = {
        "month": "2026-12",
        "summary": "银行存款利息",
        "receipt": {"bank_serial": "INTEREST2", "amount_fen": 1_000_000},
        "lines": [{"subject": "40101", "credit_fen": 1_000_000}],
    }
    assert (await decided(accounts, "/books/vouchers", body)).is_success
    await sealed(accounts, date(2027, 1, 5))
    plain = await decided(accounts, "/books/periods/2026-12/closing")
    assert "年末月份随年结" in plain.json()["detail"]
    # Nothing is lent, so that no reserve is needed; more than there is cannot be given away.
    too_much = {"risk_reserve_fen": 600_000, "management_fee_fen": 400_001}
    refused = await decided(accounts, "/books/years/2026/closing", too_much)
    assert (refused.status_code, refused.json()["title"]) == (422, "distribution-not-possible")
    wanted = {"risk_reserve_fen": 600_000, "management_fee_fen": 150_000}
    done = await decided(accounts, "/books/years/2026/closing", wanted)
    assert done.json()["result"] == {
        "year": 2026,
        "added_value_fen": 1_000_000,
        "risk_reserve_fen": 600_000,
        "management_fee_fen": 150_000,
        "housing_supplement_fen": 250_000,
    }, done.text
    assert await closings(accounts, "2026-12") == {
        "101": -1_000_000,
        "301": 600_000,
        "21401": 150_000,
        "21402": 250_000,
    }
    gain = await read(accounts, "periods/2026-12/added-value")
    assert gain["added_value_fen"] == 1_000_000, "the statement shows the year, closed or not"
    await accounts.verified()
    again = await decided(accounts, "/books/years/2026/closing", wanted)
    assert again.status_code == 409


async def test_r_bk_1_a_year_with_income_from_loans_closes_and_the_ledger_still_verifies(
    accounts: Accounts,
) -> None:
    """1.23 of interest come with a card's payment; the year takes them away from the loans' income."""
    accounts.on(date(2026, 12, 30))
    debit = debited(123)
    await accounts.deliver(loan_money.book_debits, debit)
    await accounts.deliver(loan_money.book_repayments, repaid(debit.debit_id, 0, 123))
    await sealed(accounts, date(2027, 1, 5))
    wanted = {"risk_reserve_fen": 74, "management_fee_fen": 0}
    done = await decided(accounts, "/books/years/2026/closing", wanted)
    assert done.json()["result"]["housing_supplement_fen"] == 49, done.text
    assert await closings(accounts, "2026-12") == {"101": -123, "301": 74, "21402": 49}
    await accounts.verified()


async def test_r_bk_1_a_difference_bars_the_closing(accounts: Accounts, platform: Any) -> None:
    await accounts.saver(6_000_000)
    await sealed(accounts, date(2026, 4, 2))
    async with accounts.as_owner(platform) as owner:
        await owner.execute("ALTER TABLE voucher_line DISABLE TRIGGER USER")
        await owner.execute(
            "UPDATE voucher_line SET debit_fen = debit_fen + 1 WHERE subject = '101' AND debit_fen > 0"
        )
    async with accounts.pool.acquire() as connection:
        found = await verification.differences(connection)
    assert [one.partition(":")[0] for one in found] == [
        "the general ledger equals the ledger (R-BK-1)"
    ]
    refused = await decided(accounts, "/books/periods/2026-03/closing")
    assert "1个科目不相等" in refused.json()["detail"]
