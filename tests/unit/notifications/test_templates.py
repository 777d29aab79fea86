"""Every fact has its text (R-SMS-2, R-SMS-3), and none gives anything away (R-SMS-4)."""

import re
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from notifications.rules import segments
from notifications.rules.bookings import OF_MANY
from notifications.rules.commands import Business, Command, understand
from notifications.rules.registrations import REGISTRATION_CODE, RegistrationCode
from notifications.rules.replies import GUIDES, REPLIES, UNKNOWN_PHONE
from notifications.rules.template import SIGNATURE, Priority, Template
from notifications.rules.templates import (
    CONFIRMATION_CODE,
    LOGIN_CODE,
    PHONE_CHANGED,
    TEMPLATES,
    ConfirmationCode,
    LoginCode,
    PhoneChange,
)
from notifications.rules.words import CHANNELS, SEAL_REASONS
from shared.messages import Event
from shared.messages.accounts import (
    BalanceTold,
    EmployerReminded,
    IndividualAccountSealed,
    IndividualAccountUnsealed,
    SealReason,
)
from shared.messages.changes import (
    EmployerAsked,
    HardshipAnswered,
    IndividualAccountTransferred,
    TransferAsked,
)
from shared.messages.consents import ConsentNews, LookUpConsentTold
from shared.messages.deposits import (
    ComplaintAnswered,
    ContributionMissed,
    DepositCorrected,
    DisputeAnswered,
    DisputeMade,
)
from shared.messages.documents import DocumentIssued, DocumentKind, DocumentWithdrawn
from shared.messages.employers import EmployerReminder, EmployerRequest, Hardship
from shared.messages.estates import DeathRevoked
from shared.messages.gateway import (
    IdentityCorrectionTold,
    LoggedIn,
    PersonIdentityChanged,
)
from shared.messages.hotline import AnswerTextAsked
from shared.messages.loans import (
    DebitPurpose,
    LoanChange,
    LoanChanged,
    LoanDebitFailed,
    LoanDisbursed,
    LoanEarlyRepaymentAccepted,
    LoanEarlyRepaymentFailed,
    LoanOverdue,
    LoanPaidOff,
    LoanRepaid,
    LoanRepaymentDueSoon,
    LoanRepaymentReversed,
    RepaymentSource,
)
from shared.messages.registrations import RegistrationAnswered
from shared.messages.transfers import Direction, TransferNews, TransferTold
from shared.messages.wechat import WechatBindingChanged
from shared.messages.withdrawals import (
    WithdrawalAgreementTold,
    WithdrawalApproved,
    WithdrawalBrakesTold,
    WithdrawalCancelled,
    WithdrawalFailed,
    WithdrawalOverdue,
    WithdrawalPaid,
    WithdrawalPapersAsked,
    WithdrawalRejected,
    WithdrawalReminded,
    WithdrawalReturned,
)
from shared.messaging import topology

PERSON = UUID(int=7)
APPLICATION = UUID(int=8)
WHEN = datetime(2019, 8, 29, 1, 5, tzinfo=UTC)
CASE: dict[str, Any] = {"application_id": APPLICATION, "person_id": PERSON}
ACCOUNT = "371400000000123456"

LOAN: dict[str, Any] = {"contract_number": "DK2015000981", "person_id": PERSON}
DEBIT: dict[str, Any] = LOAN | {
    "debit_id": UUID(int=11), "purpose": DebitPurpose.INSTALMENT, "amount_fen": 170_159,
    "card_tail": "6788",
}  # fmt: skip
REPAID = LoanRepaid(
    **LOAN, entry_number=38, serial="S38", kind="04", amount_fen=170_505, principal_fen=98_001,
    interest_fen=72_158, penalty_fen=346, balance_after_fen=26_544_810, card_tail="6788",
    source=RepaymentSource.CARD, source_id=UUID(int=11), repaid_on=date(2019, 10, 5),
)  # fmt: skip
SHORT_OF_MONEY = LoanDebitFailed(
    **DEBIT, reason_code="AM04", reason_text="余额不足。", next_try_on=date(2019, 9, 21)
)
DUE_SOON = LoanRepaymentDueSoon(
    **LOAN, due_on=date(2019, 9, 20), amount_fen=170_159, card_tail="6788", offset="account_first"
)

LATE = EmployerReminded(
    employer_number="100007", name="德州某某纺织有限公司", phone="sealed",
    kind=EmployerReminder.REMITTANCE_LATE, month="2019-08", due_on=date(2019, 8, 15), days=5,
)  # fmt: skip
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
MOVED_IN = TransferTold(
    letter_id=UUID(int=21), person_id=PERSON, direction=Direction.IN, what=TransferNews.BOOKED,
    centre_name="济南住房公积金中心", amount_fen=1_234_567, reason_text="", told_on=date(2019, 8, 29),
)  # fmt: skip
FACTS: dict[type[Event], Event] = {
    type(event): event
    for event in (
        APPROVED,
        PAID,
        REJECTED,
        LATE,
        MOVED_IN,
        WithdrawalFailed(
            **CASE, kind_text="离退休提取", reason_code="AC04", reason_text="账户已销户",
            card_tail="0007",
        ),
        WithdrawalCancelled(**CASE, kind_text="离退休提取"),
        WithdrawalReminded(
            **CASE, kind_text="解除劳动合同关系提取", possible_from=date(2020, 1, 1)
        ),
        WithdrawalPapersAsked(
            **CASE, kind_text="购房提取", text="购房合同缺少签字页，请补传。", registers=("homes",),
            sent_back=True, by_on=date(2019, 9, 16),
        ),
        WithdrawalAgreementTold(
            agreement_id=APPLICATION, person_id=PERSON, kind_text="租房提取", what="failed",
            text="当月缴存尚未入账。", told_on=date(2019, 8, 29), state="active",
            next_run_on=date(2019, 9, 20),
        ),
        WithdrawalBrakesTold(
            change_id=APPLICATION, person_id=PERSON, told_at=WHEN,
            text="收到解除提取锁定的申请，2026年10月15日09:00起生效",
        ),
        LookUpConsentTold(
            telling_id=APPLICATION, person_id=PERSON, what=ConsentNews.GIVEN,
            told_on=date(2026, 9, 20), ends_on=date(2027, 9, 20),
        ),
        DeathRevoked(
            death_id=APPLICATION, person_id=PERSON, died_on=date(2019, 8, 1),
            recorded_by=UUID(int=3),
        ),
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
        WechatBindingChanged(
            binding_id=UUID(int=15), person_id=PERSON, bound=True, cause="hall",
            changed_at=datetime(2019, 8, 29, 1, 5, tzinfo=UTC),
        ),
        PersonIdentityChanged(
            change_id=UUID(int=18), person_id=PERSON, name="sealed", id_type="01", id_number="sealed",
            name_changed=True, number_changed=True, by_whom="oneself", changed_at=WHEN,
        ),
        IdentityCorrectionTold(
            correction_id=UUID(int=19), person_id=PERSON, by_whom="employer", outcome="referred",
            reason="unknown", reason_text="登记系统中没有该证件号码，请本人带身份证件和证明材料到柜台办理",
            told_at=WHEN,
        ),
        TransferAsked(
            transfer_id=UUID(int=14), account_number=ACCOUNT, person_id=PERSON,
            to_employer_name="德州新单位有限公司", consent_by=date(2019, 9, 13),
        ),
        IndividualAccountTransferred(
            account_number=ACCOUNT, person_id=PERSON, from_employer="100001", to_employer="100002",
            to_employer_name="德州新单位有限公司", effective_month="2019-09",
        ),
        EmployerAsked(
            employer_number="100001", name="德州市某某纺织有限公司", phone="sealed",
            kind=EmployerRequest.TRANSFER, due_on=date(2019, 9, 5),
        ),
        HardshipAnswered(
            request_id=UUID(int=18), employer_number="100001", name="德州市某某纺织有限公司", phone="sealed",
            kind=Hardship.LOWERING, from_month="2019-08", until_month="2019-10", agreed=True,
            answered_at=WHEN,
        ),
        RegistrationAnswered(
            registration_id=UUID(int=19), version=1, name="德州市某某纺织有限公司", phone="sealed",
            employer_number="100001", answered_at=WHEN,
        ),
        AnswerTextAsked(
            answer_id=APPLICATION, call_id=PERSON, person_id=PERSON, asked_at=WHEN,
            text="住房公积金账户余额23,420.00元，其中冻结100.00元",
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
        LoanDisbursed(
            **LOAN, disbursement_id=UUID(int=12), amount_fen=30_000_000, payee_account_tail="9001",
            disbursed_on=date(2019, 8, 20), first_due_on=date(2019, 9, 20),
            first_amount_fen=170_159,
        ),
        REPAID,
        LoanRepaymentReversed(
            **LOAN, entry_number=39, serial="S39", kind="02", amount_fen=-170_159,
            principal_fen=-98_001, interest_fen=-72_158, penalty_fen=0,
            balance_after_fen=26_642_811, card_tail="6788", source=RepaymentSource.CARD,
            source_id=UUID(int=11), repaid_on=date(2019, 9, 20),
        ),
        DUE_SOON,
        LoanOverdue(
            **LOAN, since=date(2019, 9, 20), told_on=date(2019, 9, 23), instalments=1,
            amount_fen=170_228, penalty_fen=69,
        ),
        LoanEarlyRepaymentAccepted(**DEBIT, debit_on=date(2019, 8, 29)),
        LoanEarlyRepaymentFailed(**DEBIT, reason_code="AM04", reason_text="余额不足"),
        SHORT_OF_MONEY,
        LoanChanged(
            **LOAN, change_id=UUID(int=13), change=LoanChange.RATE, changed_on=date(2026, 1, 1),
            annual_rate="2.60%", level_fen=164_937,
        ),
        ContributionMissed(
            account_number=ACCOUNT, person_id=PERSON, account_tail="3456", months=["2019-05", "2019-07"],
            employer_name="德州某某纺织有限公司", due_on=date(2019, 7, 15),
        ),
        ComplaintAnswered(complaint_id=UUID(int=14), person_id=PERSON),
        DocumentIssued(
            request_id=UUID(int=17), person_id=PERSON, kind=DocumentKind.PAYOFF,
            number="GJJ20190829000000017", issued_at=WHEN, facts_at=WHEN,
        ),
        DocumentWithdrawn(number="GJJ20190829000000017", person_id=PERSON, withdrawn_at=WHEN),
        DisputeMade(
            dispute_id=UUID(int=16), person_id=PERSON, account_tail="3456", due_on=date(2019, 7, 22)
        ),
        DisputeAnswered(
            dispute_id=UUID(int=16), person_id=PERSON, account_tail="3456", by_bank=True
        ),
        DepositCorrected(
            correction_id=UUID(int=15), person_id=PERSON, account_tail="3456", month="2019-07",
            amount_fen=-96_000,
        ),
        LoggedIn(identity_id=UUID(int=3), person_id=PERSON, channel="web", logged_in_at=WHEN),
    )
}  # fmt: skip


def text_of(event: Event) -> str:
    return TEMPLATES[type(event)].write(event)


def all_texts() -> list[str]:
    fixed = [template.write() for template in (UNKNOWN_PHONE, *REPLIES.values(), *GUIDES.values())]
    code = LOGIN_CODE.write(LoginCode("493021", 5))
    moved = [PHONE_CHANGED.write(PhoneChange("0001", "0002", at_old=one)) for one in (True, False)]
    return [*map(text_of, FACTS.values()), *fixed, code, *moved]


def test_every_event_that_the_queues_bring_has_a_template() -> None:
    queues = (topology.TEXT_CITIZENS, topology.TEXT_REMINDERS, topology.TEXT_LOGIN_CODES)
    heard = {event for queue in queues for event in queue.events}
    assert set(TEMPLATES) == heard
    assert set(FACTS) | set(topology.CODES) == heard


def test_a_confirmation_says_what_it_is_for_before_it_says_for_how_long() -> None:
    told = CONFIRMATION_CODE.write(ConfirmationCode("提前还款12,345.67元", "493021", 5))
    assert told == (
        "【德州公积金12329】验证码493021，用于确认：提前还款12,345.67元。5分钟内有效。"
        "如非本人操作，切勿告诉他人，并请立即致电12329。"
    )


@pytest.mark.parametrize("what", ConsentNews)
def test_r_wdr_20_each_news_of_a_consent_has_words_and_no_more_of_the_applicant_than_a_character(
    what: ConsentNews,
) -> None:
    told = LookUpConsentTold(
        telling_id=APPLICATION, person_id=PERSON, what=what, told_on=date(2026, 9, 20),
        ends_on=date(2027, 9, 20), applicant="张",
    )  # fmt: skip
    text = text_of(told)
    assert segments.count(text) <= 2
    assert ("您的配偶张某申请提取住房公积金" in text) == (what is ConsentNews.INVITED)
    assert ("2027年9月20日前有效" in text) == (what is ConsentNews.GIVEN)


def test_template_names_are_unique() -> None:
    # What is no command is answered with the menu, as is the wish for it.
    replies = [*set(REPLIES.values()), *GUIDES.values()]
    alone = (PHONE_CHANGED, UNKNOWN_PHONE)
    templates: list[Template] = [*TEMPLATES.values(), *alone, *replies]
    assert len({template.name for template in templates}) == len(templates)


def test_every_seal_reason_and_every_command_has_words() -> None:
    assert set(SEAL_REASONS) == set(SealReason)
    assert set(REPLIES) == set(Command) - {Command.BALANCE, Command.GUIDE}
    assert set(GUIDES) == set(Business)
    assert CHANNELS["web"] == "网上大厅"


@pytest.mark.parametrize("text", all_texts())
def test_a_text_of_ours_that_was_sent_back_is_no_command(text: str) -> None:
    assert understand(text) in (Command.UNKNOWN, Command.GUIDE)


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


def test_r_sms_2_the_repayment_text_names_the_split_and_the_balance() -> None:
    assert text_of(REPAID) == (
        "【德州公积金12329】您的公积金贷款（合同尾号0981）已于2019年10月5日从尾号6788的银行卡扣款还款"
        "1,705.05元：本金980.01元，利息721.58元、罚息3.46元，贷款余额265,448.10元。"
    )
    by_account = REPAID.model_copy(update={"source": RepaymentSource.ACCOUNT, "card_tail": None})
    assert "用公积金账户余额冲抵还款" in text_of(by_account)


def test_r_sms_2_a_due_soon_text_says_which_money_goes_first() -> None:
    assert "将先用公积金账户余额冲抵，不足部分从尾号6788的银行卡扣款" in text_of(DUE_SOON)
    by_card = DUE_SOON.model_copy(update={"offset": "none"})
    assert "将从尾号6788的银行卡扣款，请提前存足" in text_of(by_card)


def test_r_sms_2_an_employer_is_told_what_is_late_with_its_month_and_days() -> None:
    assert text_of(LATE) == (
        "【德州公积金12329】德州某某纺织有限公司的经办人：贵单位2019年8月的住房公积金应在发薪日后5日内"
        "汇缴，期限为2019年8月15日，目前尚未入账。请尽快办理；已经办理的，请忽略本短信，详询12329。"
    )


def test_r_acc_6_an_employer_without_accounts_is_told_so() -> None:
    missing = LATE.model_copy(
        update={
            "kind": EmployerReminder.ACCOUNTS_MISSING,
            "month": None,
            "due_on": date(2019, 9, 18),
            "days": 20,
        }
    )
    said = "贵单位应在登记后20日内为职工设立住房公积金账户，期限为2019年9月18日，目前尚未设立。"
    assert said in text_of(missing)
    assert TEMPLATES[EmployerReminded].key(missing) != TEMPLATES[EmployerReminded].key(LATE)


def test_r_sms_3_a_failed_debit_says_when_it_is_tried_again_or_that_penalty_interest_runs() -> None:
    assert "扣款失败：余额不足。将于2019年9月21日再次扣款" in text_of(SHORT_OF_MONEY)
    last = SHORT_OF_MONEY.model_copy(update={"next_try_on": None})
    assert "逾期将产生罚息" in text_of(last)


@pytest.mark.parametrize("change", LoanChange)
def test_r_sms_3_every_change_of_a_loan_has_words(change: LoanChange) -> None:
    changed = LoanChanged(
        **LOAN, change_id=UUID(int=13), change=change, changed_on=date(2026, 1, 1),
        card_tail="6788", annual_rate="2.60%",
    )  # fmt: skip
    assert "自2026年1月1日起生效" in text_of(changed)


@pytest.mark.parametrize(
    ("direction", "what", "said"),
    [
        (
            "in",
            "sent",
            "您申请将济南住房公积金中心的公积金账户转入本中心，联系函已发出，详询12329。",
        ),
        ("in", "received", "济南住房公积金中心已接收您的异地转入联系函，详询12329。"),
        ("in", "on_the_way", "已审核您的账户信息并划转资金12,345.67元，到账后将记入您的账户，"),
        ("in", "booked", "济南住房公积金中心转来的公积金12,345.67元已记入您的账户，"),
        ("in", "refused", "您从济南住房公积金中心转入公积金的申请未能办理：账户已冻结，"),
        ("in", "cancelled", "您从济南住房公积金中心转入公积金的申请已撤销，"),
        ("out", "asked_for", "来函申请转出您在本中心的公积金账户，如非本人申请请立即致电12329，"),
        ("out", "paid_out", "您的公积金12,345.67元已划转至济南住房公积金中心，"),
        ("out", "refused", "济南住房公积金中心申请转出您的公积金账户，未予办理：账户已冻结，"),
        ("out", "cancelled", "济南住房公积金中心已撤销转出您公积金账户的申请，"),
        ("out", "came_back", "未能划转至济南住房公积金中心：账户已冻结，资金仍在您的账户，"),
    ],
)
def test_r_trf_4_the_person_hears_what_became_of_a_letter(
    direction: str, what: str, said: str
) -> None:
    moved = what in ("on_the_way", "booked", "paid_out", "came_back")
    told = MOVED_IN.model_copy(
        update={
            "direction": Direction(direction), "what": TransferNews(what), "reason_text": "账户已冻结。",
            "amount_fen": 1_234_567 if moved else None,
        }
    )  # fmt: skip
    assert said in text_of(told)


def test_r_wdr_7_the_approval_names_the_arrival_deadline() -> None:
    assert "1,701.59元将转入尾号0007的银行卡，最迟2019年9月3日到账。" in text_of(APPROVED)


def test_r_wdr_7_an_approval_after_the_day_that_was_told_promises_no_day_that_is_over() -> None:
    late = APPROVED.model_copy(update={"approved_on": date(2019, 9, 4)})
    assert text_of(late).endswith("转入尾号0007的银行卡，到账后将短信通知您。")
    last_day = APPROVED.model_copy(update={"approved_on": date(2019, 9, 3)})
    assert "最迟2019年9月3日到账" in text_of(last_day)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("submitted", "您的离退休提取申请的核查时间比平时长，"),
        ("funds_requested", "您的离退休提取申请的核查时间比平时长，"),
        ("in_review", "您的离退休提取申请已过审核期限2019年9月2日，尚未审结，"),
        ("approved", "您的离退休提取申请已过最迟到账日2019年9月2日，尚未到账，"),
    ],
)
def test_r_wdr_8_a_late_step_names_the_date_that_was_told_for_it_and_no_other(
    state: str, said: str
) -> None:
    """A deadline is the instant at which its day ends in Shanghai."""
    over = WithdrawalOverdue(
        **CASE, kind_text="离退休提取", state=state, known="unknown",
        deadline_at=datetime(2019, 9, 2, 16, tzinfo=UTC),
    )  # fmt: skip
    assert said in text_of(over)


@pytest.mark.parametrize("text", all_texts())
def test_r_sms_2_a_text_is_whole_sentences_that_say_nothing_twice(text: str) -> None:
    assert text.endswith("。")
    assert not re.search(r"[{}]|None|。。|，，|，。", text)
    clauses = [c for c in re.split("[，。；：、]", text) if len(c) >= 4]
    assert len(clauses) == len(set(clauses))


def test_r_wdr_7_only_what_is_approved_is_told_by_when_money_arrives() -> None:
    promising = {type(event) for event in FACTS.values() if "最迟" in text_of(event)}
    assert promising == {WithdrawalApproved, WithdrawalOverdue}, "the late one here is approved"


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
    reminders = {"loan_due_soon", "employer_reminder", "employer_asked", "contribution_missed"}
    states = {"account_sealed", "account_unsealed", "account_transferred"}
    assert optional == {"loan_paid_off"} | states | reminders


def test_r_acc_6_who_registers_a_company_is_told_the_code_and_the_answer() -> None:
    code = REGISTRATION_CODE.write(RegistrationCode("493021", 5))
    assert code == (
        f"{SIGNATURE}验证码493021，用于单位缴存登记，5分钟内有效。如非本人操作，请勿告诉他人。"
    )
    answered = FACTS[RegistrationAnswered]
    assert text_of(answered) == (
        f"{SIGNATURE}德州市某某纺织有限公司的单位缴存登记已办结，单位账号100001，"
        "登录激活码另发短信，激活后即可网上办理，详询12329。"
    )
    back = answered.model_copy(update={"employer_number": None})
    assert "的单位缴存登记已退回，请在网上大厅" in text_of(back)


def test_r_dep_9_the_operator_is_told_how_a_request_in_hardship_was_answered() -> None:
    answered = FACTS[HardshipAnswered]
    assert text_of(answered) == (
        f"{SIGNATURE}德州市某某纺织有限公司的经办人：贵单位2019年8月至2019年10月的降低缴存比例申请已批准，"
        "详情见网上大厅“业务提交”，详询12329。"
    )
    back = answered.model_copy(update={"agreed": False, "until_month": "2019-08"})
    assert "贵单位2019年8月的降低缴存比例申请已退回，请登录网上大厅" in text_of(back)


def test_r_sms_2_a_missed_month_and_a_corrected_one_in_words() -> None:
    assert text_of(FACTS[ContributionMissed]).startswith(
        f"{SIGNATURE}您的公积金账户（尾号3456）2019年5月至2019年7月中的2个月应由单位在2019年7月15日前缴存，至今未到账。"
    )
    assert text_of(FACTS[DepositCorrected]) == (
        f"{SIGNATURE}您的公积金账户（尾号3456）2019年7月的缴存经核实已更正，转出960.00元，详询12329。"
    )


def test_what_a_days_work_makes_for_many_has_a_queue_and_a_rank_behind_what_somebody_waits_for() -> (
    None
):
    many = {*topology.BY_A_DAYS_WORK}
    assert {event for event in TEMPLATES if TEMPLATES[event].priority is Priority.BULK} == many
    assert {template.priority for template in OF_MANY} == {Priority.BULK}
    assert not many & {*topology.TEXT_CITIZENS.events, *topology.TEXT_LOGIN_CODES.events}
    # By hand: whoever withdraws, repays early or asks waits; whoever is reminded does not.
    assert {WithdrawalPaid, LoanEarlyRepaymentAccepted, BalanceTold}.isdisjoint(many)
    assert {LoanRepaymentDueSoon, LoanOverdue, LoanRepaid, EmployerReminded} <= many
