"""Reasons of other services in our wordings: introduced once, and nothing is said twice (R-SMS-3)."""

import re
from datetime import date
from uuid import UUID

import pytest

from notifications.rules.templates import TEMPLATES
from settlement.decisions import REASON_TEXTS
from settlement.domain import Kind
from shared.messages import Event
from shared.messages.loans import DebitPurpose, LoanDebitFailed, LoanEarlyRepaymentFailed
from shared.messages.withdrawals import WithdrawalFailed, WithdrawalRejected, WithdrawalReturned
from withdrawals.refusals import BANK_REASONS, Reason, bank_failure_text, bank_return_text, refuse

CLAUSE_MIN_CHARACTERS = 4
"""What is shorter may stand twice: 元, a date."""
VALUES = {
    "repaid": "1.00", "balance": "2.00", "retained": "3.00", "opinion": "材料不齐，请补齐",
    "hours": "72", "tail": "7788", "amount": "4.00", "limit": "5.00", "taken": "6.00",
    "counted": "单位停止缴存", "months": "6", "day": "2026年10月27日", "why": "户名与本人姓名不一致",
}  # fmt: skip
CODES = [*BANK_REASONS, "ZZ99"]

CASE = {"application_id": UUID(int=8), "person_id": UUID(int=7), "kind_text": "离退休提取"}
DEBIT = {
    "debit_id": UUID(int=11), "contract_number": "DK2015000981", "person_id": UUID(int=7),
    "purpose": DebitPurpose.PAYOFF, "amount_fen": 170_159, "card_tail": "6788",
}  # fmt: skip


def rejected(reason: Reason, again: date | None) -> WithdrawalRejected:
    refusal = refuse(reason, eligible_from=again, **VALUES)
    return WithdrawalRejected.model_validate(
        CASE | {"reason_code": refusal.code, "reason_text": refusal.text, "rule": refusal.rule,
                "eligible_from": again, "decided_by": "rules"}
    )  # fmt: skip


def failed(code: str) -> WithdrawalFailed:
    return WithdrawalFailed.model_validate(
        CASE | {"reason_code": code, "reason_text": bank_failure_text(code), "card_tail": "0007"}
    )


def returned(code: str) -> WithdrawalReturned:
    return WithdrawalReturned.model_validate(
        CASE | {"amount_fen": 150, "principal_fen": 100, "interest_fen": 50, "card_tail": "0007",
                "reason_text": bank_return_text(code), "returned_on": date(2019, 8, 30)}
    )  # fmt: skip


def not_debited(text: str) -> list[Event]:
    told = DEBIT | {"reason_code": "AM04", "reason_text": text}
    return [
        LoanEarlyRepaymentFailed.model_validate(told),
        LoanDebitFailed.model_validate(told | {"next_try_on": None}),
        LoanDebitFailed.model_validate(told | {"next_try_on": date(2019, 9, 21)}),
    ]


EVENTS: list[Event] = [
    *(rejected(reason, again) for reason in Reason for again in (None, date(2020, 1, 1))),
    *map(failed, CODES),
    *map(returned, CODES),
    *(event for text in REASON_TEXTS[Kind.DEBIT].values() for event in not_debited(text)),
]


def text_of(event: Event) -> str:
    return TEMPLATES[type(event)].write(event)


def test_a_returned_payment_says_once_that_the_card_is_to_be_checked() -> None:
    assert text_of(returned("AC04")) == (
        "【德州公积金12329】您的离退休提取款项1.50元被尾号0007的银行卡退回：收款账户已经销户。"
        "款项将退回您的公积金账户，请核对银行卡后重新申请。"
    )


def test_r_wdr_2_a_stop_period_is_told_with_its_months_and_its_day_once() -> None:
    told = text_of(rejected(Reason.STOP_PERIOD_NOT_OVER, date(2020, 1, 1)))
    assert told.removeprefix("【德州公积金12329】") == (
        "您的离退休提取申请未通过：单位停止缴存未满6个月，2020年1月1日起期满，届时可以再次申请。"
    )


def test_what_staff_wrote_is_told_as_they_wrote_it() -> None:
    told = text_of(rejected(Reason.STAFF, None))
    assert told == "【德州公积金12329】您的离退休提取申请未通过：材料不齐，请补齐。"


@pytest.mark.parametrize("event", EVENTS, ids=text_of)
def test_r_sms_3_no_text_says_anything_twice(event: Event) -> None:
    told = text_of(event)
    clauses = [c for c in re.split("[，。；：、]", told) if len(c) >= CLAUSE_MIN_CHARACTERS]
    assert len(set(clauses)) == len(clauses)
    assert told.count("：") == 1
    assert "。。" not in told


def test_a_reason_that_the_wording_says_whole_is_said_all_the_same() -> None:
    words = {"reason_code": "MS03", "reason_text": "请核对银行卡后重新申请。", "card_tail": "0007"}
    told = text_of(WithdrawalFailed.model_validate(CASE | words))
    assert "尾号0007的银行卡：请核对银行卡后重新申请" in told
