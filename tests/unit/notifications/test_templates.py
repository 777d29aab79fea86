"""Every fact has its text (R-SMS-2, R-SMS-3), and none gives anything away (R-SMS-4)."""

import re
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from notifications import segments
from notifications.commands import Command
from notifications.templates import (
    CHANNELS,
    LOGIN_CODE,
    REPLIES,
    SEAL_REASONS,
    SIGNATURE,
    TEMPLATES,
    UNKNOWN_PHONE,
    LoginCode,
    Template,
)
from shared import topology
from shared.messages import Event
from shared.messages.accounts import (
    BalanceTold,
    IndividualAccountSealed,
    IndividualAccountUnsealed,
    SealReason,
)
from shared.messages.gateway import LoggedIn, LoginCodeIssued
from shared.messages.loans import LoanPaidOff
from shared.messages.withdrawals import (
    WithdrawalApproved,
    WithdrawalCancelled,
    WithdrawalFailed,
    WithdrawalOverdue,
    WithdrawalPaid,
    WithdrawalRejected,
    WithdrawalReturned,
)

PERSON = UUID(int=7)
APPLICATION = UUID(int=8)
WHEN = datetime(2019, 8, 29, 1, 5, tzinfo=UTC)
CASE: dict[str, Any] = {"application_id": APPLICATION, "person_id": PERSON}
ACCOUNT = "371400000000123456"

APPROVED = WithdrawalApproved(
    **CASE, kind_text="离退休提取", amount_fen=170159, card="sealed", card_tail="0007",
    holder_name="sealed", account_tail="3456", approved_on=date(2019, 8, 29),
    deadline_on=date(2019, 9, 3),
)  # fmt: skip
PAID = WithdrawalPaid(
    **CASE, kind_text="离退休提取", amount_fen=5_000_150, principal_fen=5_000_000, interest_fen=150,
    balance_after_fen=0, card_tail="0007", account_tail="3456", paid_on=date(2019, 8, 29),
    bank_serial="S1",
)  # fmt: skip
REJECTED = WithdrawalRejected(
    **CASE, kind_text="解除劳动合同提取", reason_code="stop_period_not_over",
    reason_text="单位停缴未满六个月。", rule="R-WDR-2", eligible_from=date(2020, 1, 1),
    decided_by="rules",
)  # fmt: skip
FACTS: dict[type[Event], Event] = {
    type(event): event
    for event in (
        APPROVED,
        PAID,
        REJECTED,
        WithdrawalFailed(
            **CASE, kind_text="离退休提取", reason_code="AC04", reason_text="账户已销户",
            card_tail="0007",
        ),
        WithdrawalCancelled(**CASE, kind_text="离退休提取"),
        WithdrawalReturned(
            **CASE, kind_text="离退休提取", amount_fen=5_000_150, principal_fen=5_000_000,
            interest_fen=150, reason_text="收款账户户名不符", card_tail="0007",
            returned_on=date(2019, 8, 30),
        ),
        WithdrawalOverdue(
            **CASE, kind_text="离退休提取", state="approved", deadline_at=WHEN, known="unknown",
        ),
        IndividualAccountSealed(
            account_number=ACCOUNT, person_id=PERSON, reason=SealReason.RETIRED,
            sealed_on=date(2019, 8, 1), paid_up_to="2019-07",
        ),
        IndividualAccountUnsealed(
            account_number=ACCOUNT, person_id=PERSON, effective_month="2019-09"
        ),
        BalanceTold(
            inquiry_id=UUID(int=9), person_id=PERSON, account_tail="3456", balance_fen=123_456_789,
            paid_up_to="2019-07", told_at=WHEN,
        ),
        LoanPaidOff(
            contract_number="DK2015000981", person_id=PERSON, settled_on=date(2019, 8, 20),
            total_principal_fen=30_000_000, total_interest_fen=4_512_345,
            offset_agreement_ever=False,
        ),
        LoggedIn(identity_id=UUID(int=3), person_id=PERSON, channel="web", logged_in_at=WHEN),
    )
}  # fmt: skip


def text_of(event: Event) -> str:
    return TEMPLATES[type(event)].write(event)


def all_texts() -> list[str]:
    fixed = [template.write() for template in (UNKNOWN_PHONE, *REPLIES.values())]
    code = LOGIN_CODE.write(LoginCode("493021", 5))
    return [*map(text_of, FACTS.values()), *fixed, code]


def test_every_event_that_the_queues_bring_has_a_template() -> None:
    heard = {*topology.TEXT_CITIZENS.events, *topology.TEXT_LOGIN_CODES.events}
    assert set(TEMPLATES) == heard
    assert set(FACTS) | {LoginCodeIssued} == heard


def test_template_names_are_unique() -> None:
    templates: list[Template] = [*TEMPLATES.values(), UNKNOWN_PHONE, *REPLIES.values()]
    assert len({template.name for template in templates}) == len(templates)


def test_every_seal_reason_and_every_command_has_words() -> None:
    assert set(SEAL_REASONS) == set(SealReason)
    assert set(REPLIES) == set(Command) - {Command.BALANCE}
    assert CHANNELS["web"] == "网上大厅"


@pytest.mark.parametrize("text", all_texts())
def test_r_sms_4_no_long_number_no_link_and_always_signed(text: str) -> None:
    assert text.startswith(SIGNATURE)
    rest = text.removeprefix(SIGNATURE)
    assert not re.search(r"https?:|www\.|\.com|\.cn", rest)
    assert not re.search(r"\d{7,}", rest)
    assert segments.count(text) <= 3


def test_r_sms_2_the_withdrawal_text_names_principal_interest_and_balance() -> None:
    assert text_of(PAID) == (
        "【德州公积金12329】您的离退休提取已到账：本金50,000.00元，利息1.50元，共50,001.50元"
        "已转入尾号0007的银行卡，公积金账户（尾号3456）余额0.00元。"
    )


def test_r_wdr_7_the_approval_names_the_arrival_deadline() -> None:
    assert "1,701.59元将转入尾号0007的银行卡，最迟2019年9月3日到账。" in text_of(APPROVED)


def test_r_sms_3_a_refusal_names_the_reason_and_the_date() -> None:
    assert text_of(REJECTED).endswith(
        "您的解除劳动合同提取申请未通过：单位停缴未满六个月。最早可于2020年1月1日申请。"
    )


def test_a_refusal_that_names_the_date_itself_does_not_name_it_twice() -> None:
    told = REJECTED.model_copy(update={"reason_text": "停缴未满六个月，2020年1月1日起可以申请。"})
    assert text_of(told).count("2020年1月1日") == 1


def test_a_reason_from_elsewhere_cannot_make_a_text_endless() -> None:
    told = REJECTED.model_copy(update={"reason_text": "因" * 5_000})
    assert segments.count(text_of(told)) <= 4


def test_braces_in_a_reason_are_only_braces() -> None:
    told = REJECTED.model_copy(update={"reason_text": "户名{0}不符{x}"})
    assert "户名{0}不符{x}" in text_of(told)


def test_r_rep_9_the_withdrawal_is_offered_only_without_an_offset_agreement() -> None:
    paid_off = FACTS[LoanPaidOff]
    assert "偿还公积金贷款提取" in text_of(paid_off)
    signed = paid_off.model_copy(update={"offset_agreement_ever": True})
    assert "提取" not in text_of(signed)


def test_a_person_without_account_gets_an_answer_too() -> None:
    nothing = BalanceTold(
        inquiry_id=UUID(int=9), person_id=PERSON, account_tail=None, balance_fen=None,
        paid_up_to=None, told_at=WHEN,
    )  # fmt: skip
    assert text_of(nothing).endswith("未查询到您名下的公积金账户。")


def test_times_are_local_times() -> None:
    assert "8月29日09:05" in text_of(FACTS[LoggedIn])


def test_r_crt_4_money_and_logins_cannot_be_switched_off() -> None:
    optional = {template.name for template in TEMPLATES.values() if not template.mandatory}
    assert optional == {"account_sealed", "account_unsealed", "loan_paid_off"}
