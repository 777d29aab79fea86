"""Every reason to refuse that a citizen can meet: its rule, its sentence on the page and on the phone.

What only a race or a defect could bring about (no account, unclear loan facts, money frozen by another
application, an account on a list that awaits booking) is tested beside the rules themselves.
"""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest

from city.clients import Refused, by_two

from .conftest import LoanOf
from .evidence import Evidence
from .plan import Resident, closing_fen, month_before
from .town import Loan, Town
from .withdrawing import account, account_shows, apply, outcome, reached


async def refused(
    evidence: Evidence, resident: Resident, kind: str, rule: str, sentence: str
) -> dict[str, Any]:
    """Apply and be refused by a rule, in this sentence, without any money moved or frozen."""
    before = await account(resident)
    application = await outcome(resident, kind)
    await told(evidence, resident, application, rule, sentence)
    await account_shows(resident, balance_fen=before["balance_fen"], frozen_fen=0)
    return application


async def told(
    evidence: Evidence, resident: Resident, application: dict[str, Any], rule: str, sentence: str
) -> None:
    """Page and phone give the reason, and the bank was asked for nothing."""
    assert application["state"] == "rejected", application
    assert application["reason"]["rule"] == rule
    assert application["reason"]["text"] == sentence
    assert application["history"][-1]["state"] == "rejected"
    text = await evidence.text(resident, "未通过")
    assert sentence.removeprefix("审核未通过：").removesuffix("。") in text, "said once"
    assert len(await evidence.texts(resident, "未通过")) == 1
    for payment in await evidence.payments_to(resident):
        assert payment["end_to_end_id"] != application["id"].replace("-", "")


def chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


async def paid_off_last_month(loan: Loan) -> int:
    await loan.pay_out()
    return await loan.pay_off(month_before(loan.town.today, 1).replace(day=20))


async def test_r_wdr_1_an_account_that_is_not_sealed(town: Town, evidence: Evidence) -> None:
    sentence = "您的账户汇缴状态不是封存，请先由单位办理封存，封存后即可申请。"
    await refused(evidence, town.one("not-sealed"), "retirement", "R-WDR-1", sentence)


async def test_r_wdr_2_six_months_are_not_over_and_the_first_day_is_told(
    town: Town, evidence: Evidence
) -> None:
    """Last paid for the last month: the six months after it must be whole and unpaid."""
    first_day = month_before(town.today, -6)
    sentence = f"单位停止缴存未满6个月，{chinese(first_day)}起期满，届时可以再次申请。"
    resident = town.one("stopped-recently")
    application = await refused(evidence, resident, "contract_ended", "R-WDR-2", sentence)
    assert application["reason"]["eligible_from"] == first_day.isoformat()


async def test_r_wdr_3_a_type_that_does_not_exist(town: Town) -> None:
    with pytest.raises(Refused) as refusal:
        await apply(town.one("retired"), "lottery")
    assert refusal.value.status == 422
    assert refusal.value.problem["rule"] == "R-WDR-3"
    assert refusal.value.problem["detail"] == "没有这种提取类型，请从列出的类型中选择。"


async def test_r_wdr_4_no_loan(town: Town, evidence: Evidence) -> None:
    sentence = "没有查到您名下的住房公积金贷款。"
    await refused(evidence, town.one("no-loan"), "loan_repaid", "R-WDR-4", sentence)


async def test_r_wdr_4_a_loan_that_is_not_paid_off(
    town: Town, evidence: Evidence, loan_of: LoanOf
) -> None:
    resident = town.one("loan-unpaid")
    await loan_of(resident).pay_out()
    sentence = "您的住房公积金贷款尚未还清，全部结清后才能申请。"
    await refused(evidence, resident, "loan_repaid", "R-WDR-4", sentence)


async def test_r_wdr_4_an_offset_agreement_bars_for_ever(
    town: Town, evidence: Evidence, loan_of: LoanOf
) -> None:
    resident = town.one("offset-agreement")
    loan = loan_of(resident)
    await loan.pay_out()
    await loan.sign_agreement()
    await loan.pay_off(month_before(town.today, 1).replace(day=20))
    sentence = "您的贷款在还款期间签订过冲抵协议，结清后不能再办理此类提取。"
    await refused(evidence, resident, "loan_repaid", "R-WDR-4", sentence)


async def test_r_wdr_5_a_loan_pays_no_more_than_was_repaid_and_then_nothing(
    town: Town, evidence: Evidence, loan_of: LoanOf
) -> None:
    resident = town.one("loan-cap")
    repaid_fen = await paid_off_last_month(loan_of(resident, amount_fen=100_000))
    assert 100_000 < repaid_fen < resident.deposit_fen

    first = await outcome(resident, "loan_repaid")
    assert first["amount_fen"] == repaid_fen
    await evidence.paid_once(resident, first)
    await account_shows(resident, balance_fen=3 * resident.deposit_fen - repaid_fen, frozen_fen=0)

    repaid = f"{repaid_fen // 100:,}.{repaid_fen % 100:02}"
    sentence = f"该笔贷款已还本息{repaid}元的提取额度已经用完，不能再次提取。"
    await refused(evidence, resident, "loan_repaid", "R-WDR-5", sentence)
    await evidence.paid_once(resident, first)


async def test_r_wdr_5_the_balance_is_not_above_the_deposits_that_stay(
    town: Town, evidence: Evidence, loan_of: LoanOf
) -> None:
    """Paid off this month: all three deposits are of the three months before it."""
    resident = town.one("retained-only")
    loan = loan_of(resident)
    await loan.pay_out()
    await loan.pay_off(town.today)
    sentence = "账户余额2,880.00元未超过须保留的3个月缴存额2,880.00元，没有可以提取的金额。"
    await refused(evidence, resident, "loan_repaid", "R-WDR-5", sentence)


async def test_r_wdr_8_staff_reject_with_a_reason(town: Town, evidence: Evidence) -> None:
    resident = town.one("rejected-by-staff")
    application = await apply(resident, "sentenced")
    await reached(resident, application["id"], ["in_review"])
    path = f"withdrawals/reviews/{application['id']}/proposal"
    opinion = {"proposal": "reject", "reason": "判决书与本人信息不符"}
    await by_two(town.maker, town.checker, path, opinion)

    rejected = await reached(resident, application["id"], ["rejected"])
    await told(evidence, resident, rejected, "R-WDR-8", "审核未通过：判决书与本人信息不符。")
    assert rejected["reason"]["decided_by"] == "staff"
    principal_fen, _ = closing_fen(resident, town.today)
    await account_shows(resident, state="02", available_fen=principal_fen, frozen_fen=0)
    await evidence.books_agree()


async def test_r_wdr_10_another_application_is_open(town: Town) -> None:
    resident = town.one("open-application")
    first = await apply(resident, "sentenced")
    with pytest.raises(Refused) as refusal:
        await apply(resident, "sentenced")
    assert refusal.value.status == 409
    assert refusal.value.problem["rule"] == "R-WDR-10"
    assert refusal.value.problem["application_id"] == first["id"]
    assert refusal.value.problem["detail"] == (
        "您已有一笔提取申请正在办理，办结或撤销后才能再次申请。"
    )


async def test_r_wdr_10_a_frozen_account(town: Town, evidence: Evidence) -> None:
    resident = town.one("frozen")
    await town.maker.post(
        f"accounts/accounts/{resident.account_number}/freeze",
        {"reason": "法院协助执行通知书〔2026〕12号"},
    )
    sentence = "您的住房公积金账户处于冻结状态，解除冻结后才能提取。"
    await refused(evidence, resident, "retirement", "R-WDR-10", sentence)


async def test_r_wdr_10_an_unpaid_loan_bars_borrower_and_co_borrower(
    town: Town, evidence: Evidence, loan_of: LoanOf
) -> None:
    borrower, co_borrower = town.one("owes-loan"), town.one("owes-loan-with-another")
    await loan_of(borrower, co_borrowers=(co_borrower,)).pay_out()
    await asyncio.gather(
        refused(
            evidence, borrower, "retirement", "R-WDR-10",
            "您有尚未还清的住房公积金贷款，还清之前不能办理销户提取。",
        ),
        refused(
            evidence, co_borrower, "retirement", "R-WDR-10",
            "您是一笔尚未还清的住房公积金贷款的共同借款人，还清之前不能办理销户提取。",
        ),
    )  # fmt: skip


async def test_r_wdr_10_an_account_that_is_closed(town: Town, evidence: Evidence) -> None:
    resident = town.one("retired")
    first = await outcome(resident)
    await account_shows(resident, state="05", balance_fen=0)
    sentence = "您的住房公积金账户已经销户，没有可提取的余额。"
    await refused(evidence, resident, "retirement", "R-WDR-10", sentence)
    await evidence.paid_once(resident, first)


async def test_r_wdr_11_nothing_was_ever_paid_in(town: Town, evidence: Evidence) -> None:
    sentence = "您的账户没有可以提取的余额。"
    await refused(evidence, town.one("never-paid"), "retirement", "R-WDR-11", sentence)


async def test_r_wdr_14_whoever_used_false_materials_waits_three_years(
    town: Town, evidence: Evidence
) -> None:
    resident = town.one("banned")
    ban = await by_two(
        town.maker,
        town.checker,
        "withdrawals/bans",
        {
            "person_id": resident.person_id,
            "cause": "false_materials",
            "found_on": town.today.isoformat(),
            "document_number": "德公积金罚字〔2026〕901号",
        },
    )
    leap_day = (town.today.month, town.today.day) == (2, 29)
    last_day = town.today.replace(year=town.today.year + 3, day=28 if leap_day else town.today.day)
    assert ban["ends_on"] == last_day.isoformat()
    first_day = last_day + timedelta(days=1)
    sentence = f"您因提供虚假材料被限制提取住房公积金，自{chinese(first_day)}起才能再次申请。"
    application = await refused(evidence, resident, "retirement", "R-WDR-14", sentence)
    assert application["reason"]["eligible_from"] == first_day.isoformat()


async def test_r_wdr_15_heirs_go_to_the_counter(town: Town, evidence: Evidence) -> None:
    sentence = "账户因职工死亡封存，请继承人或受遗赠人携带材料到柜台办理。"
    await refused(evidence, town.one("deceased"), "retirement", "R-WDR-15", sentence)
