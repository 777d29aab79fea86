"""Each kind of document is printed, its text read back and compared with the books to the fen (R-CRT-2)."""

from datetime import date
from typing import Any

from tests.integration.loans.conftest import know, lend, move_to

from shared.messages.documents import DocumentIssued

from .conftest import Office, said


async def saver(office: Office) -> Any:
    """Somebody with three months of 960.00 yuan: 6,000.00 at 8 % and 8 %."""
    employer = await office.accounts.employer()
    (person,) = await office.accounts.people(employer, 600_000, opened_on=date(2025, 11, 1))
    for month in ("2025-11", "2025-12", "2026-01"):
        await office.accounts.remit(employer, month)
    await know(office.loans.context, person.person_id)
    return person


async def test_r_crt_1_a_contribution_certificate_says_what_the_ledger_says(office: Office) -> None:
    person = await saver(office)
    made = await office.document(office.person(person.person_id), kind="contribution")
    (page,) = made.pages
    for said_ in (
        "住房公积金缴存证明", "个人账号" + person.account_number, "账户状态正常", "缴存基数6,000.00元",
        "月缴存额960.00元", "单位缴存比例8%", "缴至年月2026年1月", "连续缴存3个月",
        "账户余额2,880.00元（大写：贰仟捌佰捌拾元整）", "编号：" + made.number,
        "数据截至2026-03-0210:00:00（北京时间）", "出具时间：2026年3月2日10:00", "特此证明。",
    ):  # fmt: skip
        assert said_ in page, said_
    assert person.id_number not in page
    assert person.id_number[:4] + "*" * 10 + person.id_number[-4:] in page
    (told,) = await said(office.context, DocumentIssued)
    assert (told.number, told.person_id) == (made.number, person.person_id)


async def test_r_crt_2_a_payoff_certificate_says_what_was_repaid(office: Office) -> None:
    person = await saver(office)
    loan = await lend(office.loans, borrower=str(person.person_id))
    await loan.pay_on_time(47)
    await loan.pay_off(date(2020, 8, 29))
    shown = (await office.loans.maker.get(loan.path)).json()["account"]
    made = await office.document(
        office.person(person.person_id), kind="payoff", contract_number=loan.number
    )
    (page,) = made.pages
    assert "已于2020年8月29日全部还清" in page
    assert f"归还本金合计{_yuan(shown['principal_repaid_fen'])}元" in page
    assert f"归还利息合计{_yuan(shown['interest_repaid_fen'])}元" in page
    assert "贷款余额0.00元" in page


def _yuan(fen: int) -> str:
    whole = f"{fen // 100:,}"
    return f"{whole}.{fen % 100:02d}"


async def test_r_crt_2_a_plan_has_every_instalment_that_is_not_paid(office: Office) -> None:
    person = await saver(office)
    move_to(office.loans, date(2026, 3, 2))
    loan = await lend(office.loans, "2025-12-20", borrower=str(person.person_id))
    await loan.pay_on_time(2)
    made = await office.document(
        office.person(person.person_id), kind="repayment_plan", contract_number=loan.number
    )
    lines = [line for line in await loan.plan() if line["state"] != "paid"]
    assert len(made.pages) > 3
    text = made.text
    for line in lines:
        assert f"{line['number']}{line['due_on']}{_yuan(line['principal_fen'])}" in text
    assert f"未还期数{len(lines)}期" in text
    assert f"{lines[-1]['due_on']}" in made.pages[-1]
    assert text.count("应还日期") >= len(made.pages) - 1, "every page has the heading of the table"


async def test_r_crt_2_a_certificate_for_another_city_has_twelve_months_and_the_loans(
    office: Office,
) -> None:
    person = await saver(office)
    await lend(office.loans, borrower=str(person.person_id))
    made = await office.document(office.person(person.person_id), kind="cross_city")
    assert "公积金贷款次数1次" in made.text
    assert "未结清贷款1笔" in made.text
    for month, balance in (("2025-11", "960.00"), ("2025-12", "1,920.00"), ("2026-01", "2,880.00")):
        assert f"2026-03-02汇缴{month}960.00{balance}" in made.text


async def test_r_crt_2_a_statement_adds_up(office: Office) -> None:
    person = await saver(office)
    made = await office.document(office.person(person.person_id), kind="statement", fund_year=2026)
    for said_ in ("期初余额0.00元", "本期增加2,880.00元", "本期减少0.00元", "明细笔数3笔",
                  "期末余额2,880.00元", "2025年7月1日至2026年3月2日", "分类合计汇缴2,880.00元"):  # fmt: skip
        assert said_ in made.text, said_


async def test_a_statement_of_a_year_before_the_account_is_empty(office: Office) -> None:
    person = await saver(office)
    made = await office.document(office.person(person.person_id), kind="statement", fund_year=2020)
    assert "期末余额0.00元（大写：零元整）" in made.text
    assert "（所选期间没有记录）" in made.text


async def test_a_statement_of_a_later_year_begins_with_what_was_there(office: Office) -> None:
    person = await saver(office)
    office.context.clock.advance(date(2026, 7, 2) - date(2026, 3, 2))  # type: ignore[attr-defined]
    made = await office.document(office.person(person.person_id), kind="statement", fund_year=2027)
    assert "期初余额2,880.00元" in made.text
    assert "期末余额2,880.00元" in made.text


async def test_what_the_facts_do_not_bear_is_refused_with_a_reason(office: Office) -> None:
    person = await saver(office)
    caller = office.person(person.person_id)
    loan = await lend(office.loans, borrower=str(person.person_id))
    other = await lend(office.loans)
    asked = {"kind": "payoff", "contract_number": loan.number}
    assert await office.refusal(caller, **asked) == "loan-not-paid-off"
    strangers = asked | {"contract_number": other.number}
    assert await office.refusal(caller, **strangers) == "no-such-loan"
    nobody = office.person(loan.co_borrower)
    assert await office.refusal(nobody, kind="contribution") == "no-account"
