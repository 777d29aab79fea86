"""One believable instance of every event, as its owner emits it, with every optional field filled."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from shared.messages import Event
from shared.messages import accounts as a
from shared.messages import changes as c
from shared.messages import credit as cr
from shared.messages import cross_city as x
from shared.messages import documents as d
from shared.messages import employers as e
from shared.messages import erasures as er
from shared.messages import facts as f
from shared.messages import gateway as g
from shared.messages import hotline as h
from shared.messages import inquiries as i
from shared.messages import loans as ln
from shared.messages import notifications as n
from shared.messages import penalties as pn
from shared.messages import portal as pt
from shared.messages import registrations as rg
from shared.messages import settlement as s
from shared.messages import transfers as t
from shared.messages import wechat as wx
from shared.messages import withdrawals as w
from shared.messages.cards import CardCheckAsked, CardChecked, CardMovedIn, CardVerdict
from shared.messages.consents import ConsentNews, LookUpConsentTold, PersonFound, PersonSought
from shared.messages.credit_checks import (
    CategoryCount,
    CreditChecked,
    CreditMatter,
    EmployerCreditAsked,
    LoanCreditAsked,
    WithdrawalCreditAsked,
)
from shared.messages.deposits import (
    BackPaymentBooked,
    ComplaintAnswered,
    ContributionBooked,
    ContributionMissed,
    ContributionsBooked,
    DepositCorrected,
    DisputeAnswered,
    DisputeMade,
    InterestOfPerson,
    InterestSettled,
)
from shared.messages.dunning import DunningLetterDue
from shared.messages.estates import (
    DeathRecorded,
    DeathRevoked,
    EstateFundsRefused,
    EstateFundsRequested,
    EstateFundsReserved,
    EstateRefusal,
    EstateShare,
    ReservedShare,
)
from shared.messages.merges import (
    LoansMergeTold,
    MergeAsked,
    MergeEnded,
    PersonMerged,
    WithdrawalsMergeTold,
)
from shared.messages.published import (
    DayTold,
    DepositFiguresTold,
    DepositGuideTold,
    Figure,
    GuideVersion,
    LoanFiguresTold,
    LoanGuideTold,
    Passage,
    TableTold,
    WithdrawalFiguresTold,
    WithdrawalGuideTold,
    WorkingYearTold,
)
from shared.messages.receipts import (
    LoanReceiptClaimed,
    ReceiptAllotted,
    ReceiptRefusal,
    ReceiptWithheld,
)
from shared.messages.refunds import (
    RefundApproved,
    RefundFailed,
    RefundPosted,
    RefundRestored,
    RefundReturned,
    RefundSucceeded,
    RefundUnknown,
)
from shared.messages.totals import LoanMoneyTotalsTold, LoanTotalsTold, MoneyTotal

APPLICATION = UUID("5f3c2b1e-7a54-4a2f-9a6e-0d3a1d9f7c01")
PERSON = UUID("0c8a3f52-63b5-4c8e-8f5b-7f1f6f0b9a02")
INQUIRY = UUID("77a1f1f4-3f0e-4f7b-8c57-58c3f8f7aa03")
OFFSET = UUID("3a9f5c11-8f0d-4c58-9d0a-51a6f0c2be05")
DEBIT = UUID("b4d1c7aa-2c1e-4f6a-8a77-9e0b7c6d1f06")
DISBURSEMENT = UUID("c95e2b80-60b9-4f0e-a1f3-7d5d2a3b4c07")
IDENTITY = UUID("f2b87a1e-91a5-4d8b-b6b4-26a6be0d6604")
AT = datetime(2019, 8, 29, 1, 5, 30, 250_000, tzinfo=UTC)
TODAY, DEADLINE = date(2019, 8, 29), date(2019, 9, 3)
CASE: dict[str, Any] = {"application_id": APPLICATION, "person_id": PERSON}
SEALED = "k1.c2VhbGVkIHBlcnNvbmFsIGRhdGE="
HASH = "9f" * 32
ACCOUNT, EMPLOYER, LOAN = "371400000000123456", "371400000007", "DK2015000981"
SERIAL = "20190829000000012345"
LETTER = "3714001908290001"
CARD_DEBIT: dict[str, Any] = {
    "debit_id": INQUIRY, "contract_number": LOAN, "person_id": PERSON,
    "purpose": ln.DebitPurpose.PAYOFF, "amount_fen": 26_664_458, "card_tail": "6788",
}  # fmt: skip
CLAIM: dict[str, Any] = {
    "claim_id": INQUIRY, "contract_number": LOAN, "bank_serial": "B2026112800001",
}  # fmt: skip
ENTRY: dict[str, Any] = {
    "contract_number": LOAN, "person_id": PERSON, "source": ln.RepaymentSource.CARD,
    "source_id": INQUIRY, "repaid_on": TODAY, "card_tail": "6788",
}  # fmt: skip

FINE: dict[str, Any] = {
    "penalty_id": APPLICATION,
    "social_credit_code": "91371400MA3C0AB128",
    "document_number": "德公积金罚字〔2026〕1号",
}
BAN: dict[str, Any] = {
    "ban_id": APPLICATION, "person_id": PERSON, "cause": w.BanCause.LOAN_FRAUD,
    "found_on": TODAY, "ends_on": DEADLINE,
}  # fmt: skip
MERGE: dict[str, Any] = {
    "merge_id": INQUIRY,
    "goes_person_id": IDENTITY,
    "stays_person_id": PERSON,
}
DEATH: dict[str, Any] = {
    "death_id": INQUIRY, "person_id": PERSON, "died_on": TODAY, "recorded_by": IDENTITY,
}  # fmt: skip
GUIDE = {
    "code": "rent", "title": "租房提取", "position": 5, "lead": "提取账户余额的一部分。",
    "channels": ["网上服务厅"], "address": "/hall/apply/rent", "told_at": AT,
    "versions": [
        GuideVersion(
            effective_from=date(2026, 9, 20), document_number="国务院令第844号",
            passages=[Passage(heading="办理条件", sentences=["您和配偶在本市没有住房。"])],
        )
    ],
    "tables": [
        TableTold(heading="贷款年利率", columns=["起始日", "年利率"], rows=[["2025-05-08", "2.6%"]])
    ],
}  # fmt: skip
FIGURES = {
    "month": "2026-09", "told_at": AT,
    "figures": [Figure(code="paid_fen", text="提取金额", unit="fen", value=123_456)],
}  # fmt: skip

EVENTS: tuple[Event, ...] = (
    n.WechatNoticeRequested(
        notice_id=INQUIRY, person_id=PERSON, template="withdrawal_paid", fields=SEALED,
        not_before=AT, send_before=AT,
    ),
    n.WechatBulkNoticeRequested(
        notice_id=INQUIRY, person_id=PERSON, template="loan_due_soon", fields=SEALED,
        not_before=AT, send_before=AT,
    ),
    n.WechatAnswerWritten(message_id=INQUIRY, text=SEALED, page="account"),
    n.SubscriberPhoneChanged(person_id=PERSON, changed_at=AT),
    wx.WechatTextReceived(message_id=INQUIRY, person_id=PERSON, text=SEALED, received_at=AT),
    wx.WechatNoticeAccepted(notice_id=INQUIRY, accepted_at=AT),
    WithdrawalGuideTold.model_validate(GUIDE),
    LoanGuideTold.model_validate(GUIDE),
    DepositGuideTold.model_validate(GUIDE),
    WithdrawalFiguresTold.model_validate(FIGURES),
    LoanFiguresTold.model_validate(FIGURES),
    DepositFiguresTold.model_validate(FIGURES),
    WorkingYearTold(
        year=2026, published=True, told_at=AT, days=[DayTold(day=date(2026, 2, 14), is_workday=True)]
    ),
    t.TransferInAsked(letter_id=INQUIRY, person_id=PERSON),
    t.TransferInClaimed(
        letter_id=INQUIRY, letter_number=LETTER, person_id=PERSON, bank_serial=SERIAL,
        principal_fen=1_234_500, interest_fen=67,
    ),
    t.TransferOutAsked(
        letter_id=INQUIRY, name=SEALED, id_type="01", id_number=SEALED, account_number=ACCOUNT
    ),
    t.TransferOutLoansAsked(letter_id=INQUIRY, person_id=PERSON),
    t.TransferOutFundsRequested(letter_id=INQUIRY, person_id=PERSON),
    t.TransferOutApproved(
        letter_id=INQUIRY, letter_number=LETTER, amount_fen=1_234_567, payee_account=SEALED,
        payee_name=SEALED, approved_on=TODAY,
    ),
    t.TransferTold(
        letter_id=INQUIRY, person_id=PERSON, direction=t.Direction.OUT, what=t.TransferNews.PAID_OUT,
        centre_name="济南住房公积金中心", amount_fen=1_234_567, reason_text="", told_on=TODAY,
    ),
    x.TransferInAccountTold(
        letter_id=INQUIRY, person_id=PERSON, told_at=AT, name=SEALED, id_number=SEALED, id_type="01",
        account_number=ACCOUNT, months_deposited=6,
    ),
    x.TransferInBooked(
        letter_id=INQUIRY, person_id=PERSON, bank_serial=SERIAL, amount_fen=1_234_567,
        booked_on=TODAY, account_tail="3456", balance_after_fen=5_000_000,
    ),
    x.TransferInWithheld(
        letter_id=INQUIRY, person_id=PERSON, bank_serial=SERIAL,
        reason_code=x.TransferInRefusal.RECEIPT_USED,
    ),
    x.TransferOutAccountTold(
        letter_id=INQUIRY, told_at=AT, person_id=PERSON, account_number=ACCOUNT, refusal=None,
        balance_fen=1_234_500, interest_fen=67, paid_up_to="2019-07", opened_on=TODAY,
        months_in_a_row=6,
    ),
    x.TransferOutReserved(
        letter_id=INQUIRY, person_id=PERSON, principal_fen=1_234_500, interest_fen=67,
        amount_fen=1_234_567, reserved_on=TODAY, account_tail="3456",
    ),
    x.TransferOutRefused(
        letter_id=INQUIRY, person_id=PERSON, reason_code=x.TransferOutRefusal.ACCOUNT_FROZEN
    ),
    x.TransferOutPosted(
        letter_id=INQUIRY, person_id=PERSON, amount_fen=1_234_567, posted_on=TODAY,
        account_closed=True,
    ),
    x.TransferOutRestored(
        letter_id=INQUIRY, person_id=PERSON, amount_fen=1_234_567, restored_on=TODAY
    ),
    x.TransferOutLoansTold(letter_id=INQUIRY, person_id=PERSON, loans=1, unpaid=0, fraud=False),
    x.TransferPaymentSucceeded(
        letter_id=INQUIRY, amount_fen=1_234_567, bank_serial=SERIAL, paid_on=TODAY
    ),
    x.TransferPaymentFailed(letter_id=INQUIRY, reason_code="AC01", reason_text="收款账号不存在"),
    x.TransferPaymentUnknown(letter_id=INQUIRY, since=AT),
    x.TransferPaymentReturned(
        letter_id=INQUIRY, amount_fen=1_234_567, bank_serial=SERIAL, reason_code="AC04",
        reason_text="收款账户已销户", returned_on=DEADLINE,
    ),
    pt.NoticePublished(
        notice_id=INQUIRY, title="关于元旦放假的公告", topic="holiday", shown_from=date(2026, 12, 25),
        shown_until=date(2027, 1, 3), published_at=AT,
    ),
    pt.NoticeWithdrawn(notice_id=INQUIRY, withdrawn_at=AT),
    wx.WechatNoticeRefused(notice_id=INQUIRY, reason_code="wechat_43101", refused_at=AT),
    wx.WechatReachChanged(
        person_id=PERSON, templates=["withdrawal_approved", "withdrawal_paid"], version=2,
    ),
    wx.WechatBindingChanged(
        binding_id=APPLICATION, person_id=PERSON, bound=True, cause="hall", changed_at=AT
    ),
    d.DocumentRequested(
        request_id=INQUIRY, person_id=PERSON, kind=d.DocumentKind.PAYOFF, as_of=TODAY,
        entries_from=TODAY, entries_until=DEADLINE, loans_wanted=True, contract_number=LOAN,
    ),
    d.DocumentIssued(
        request_id=INQUIRY, person_id=PERSON, kind=d.DocumentKind.PAYOFF,
        number="GJJ20190829000000116", issued_at=AT, facts_at=AT,
    ),
    d.SheetFiled(
        reading_id=INQUIRY, application_id=APPLICATION, person_id=PERSON,
        number="GJJ20190829000000116", centre_name="山城市住房公积金管理中心", filed_at=AT,
    ),
    h.AnswerTextAsked(
        answer_id=APPLICATION,
        call_id=INQUIRY,
        person_id=PERSON,
        text="住房公积金账户余额23,420.00元，其中冻结100.00元",
        asked_at=AT,
    ),
    h.CallEnded(call_id=INQUIRY, person_id=PERSON, ending="served", ended_at=AT),
    d.DocumentWithdrawn(number="GJJ20190829000000116", person_id=PERSON, withdrawn_at=AT),
    EmployerCreditAsked(
        check_id=INQUIRY, matter=CreditMatter.DEFERRAL, matter_id=EMPLOYER, asked_on=TODAY,
        social_credit_code="91371400MA3C0AB128", name="德州某某纺织有限公司", person_id=None,
    ),
    LoanCreditAsked(
        check_id=INQUIRY, matter=CreditMatter.LOAN_CONTRACT, matter_id=LOAN, asked_on=TODAY,
        person_id=PERSON,
    ),
    WithdrawalCreditAsked(
        check_id=APPLICATION, matter=CreditMatter.WITHDRAWAL, matter_id=str(APPLICATION),
        asked_on=TODAY, person_id=PERSON,
    ),
    CreditChecked(
        check_id=INQUIRY, matter=CreditMatter.DEFERRAL, matter_id=EMPLOYER, round=1, result="hits",
        match="exact", categories=(CategoryCount(category="penalty", count=1),), data_as_of=AT,
        valid_until=TODAY, digest="9f" * 32,
    ),
    cr.CreditRecordHidden(record_id=INQUIRY, how=cr.Hidden.REPAIRED, hidden_at=AT),
    a.ContributionFactsTold(
        request_id=INQUIRY, person_id=PERSON, told_at=AT, name=SEALED, id_number=SEALED,
        id_type_text="居民身份证", opening_balance_fen=1_200_000,
        account=f.ContributionAccount(
            account_number=ACCOUNT, employer_number=EMPLOYER, employer_name="德州某某纺织有限公司",
            state_text="正常", opened_on=TODAY, paid_up_to="2019-07", base_fen=600_000,
            employer_ratio_bp=800, employee_ratio_bp=800, monthly_deposit_fen=96_000,
            balance_fen=1_296_000, frozen_fen=0, months_in_a_row=14,
        ),
        entries=[
            f.ContributionEntry(
                booked_on=TODAY, business_text="汇缴", month="2019-07", amount_fen=96_000,
                balance_after_fen=1_296_000,
            )
        ],
    ),
    ln.LoanFactsTold(
        request_id=INQUIRY, person_id=PERSON, told_at=AT,
        loans=[
            f.LoanShown(
                contract_number=LOAN, role_text="借款人", amount_fen=30_000_000,
                method_text="等额本息", periods=240, annual_rate="3.25%", disbursed_on=TODAY,
                balance_fen=26_664_458, principal_repaid_fen=3_335_542,
                interest_repaid_fen=4_712_311, settled_on=DEADLINE,
            )
        ],
        plan=[
            f.PlanLine(number=48, due_on=DEADLINE, principal_fen=98_000, interest_fen=72_216)
        ],
    ),
    w.WithdrawalFactsAsked(
        inquiry_id=INQUIRY, person_id=PERSON, round=2, as_of=TODAY, loans_wanted=True,
        wanted=(
            w.FundsWanted(
                kind="rent",
                conditions=w.FundsConditions(closing=False, sealed_required=False, cap_fen=120_000),
            ),
        ),
    ),
    w.WithdrawalPapersAsked(
        **CASE, kind_text="购买自住住房提取", text="租赁合同缺少签字页，请补传。", registers=("homes",),
        sent_back=True, by_on=DEADLINE,
    ),
    w.WithdrawalPapersHandedIn(**CASE, papers=2, handed_in_on=TODAY),
    CardCheckAsked(check_id=INQUIRY, card=SEALED, holder_name=SEALED, asked_on=TODAY),
    CardChecked(
        check_id=INQUIRY, verdict=CardVerdict.REFUSED, reason_code="BE01", checked_on=TODAY
    ),
    CardMovedIn(person_id=PERSON, card=SEALED, moved_in_on=TODAY),
    w.WithdrawalBrakesTold(
        change_id=INQUIRY, person_id=PERSON, text="提取已锁定，即时生效", told_at=AT,
        brakes=w.BrakesHeld(
            locked_at=AT, lifts_at=AT, limit_fen=100_000, next_limit_fen=200_000, next_limit_at=AT
        ),
    ),
    PersonSought(inquiry_id=INQUIRY, id_number=SEALED, sought_on=TODAY),
    PersonFound(inquiry_id=INQUIRY, person_id=PERSON),
    LookUpConsentTold(
        telling_id=INQUIRY, person_id=PERSON, what=ConsentNews.INVITED, told_on=TODAY,
        ends_on=DEADLINE, applicant=SEALED,
    ),
    DeathRecorded(**DEATH),
    DeathRevoked(**DEATH),
    EstateFundsRequested(
        estate_id=APPLICATION, request_id=INQUIRY, person_id=PERSON, instead_of=OFFSET,
        shares=(EstateShare(share_id=DEBIT, parts=1),), most_fen=5_000_000, asked_on=TODAY,
        staff=(IDENTITY,), heirs=SEALED,
    ),
    EstateFundsReserved(
        estate_id=APPLICATION, request_id=INQUIRY, account_tail="0017", principal_fen=10_000_000,
        interest_fen=59_167, shares=(ReservedShare(share_id=DEBIT, amount_fen=3_353_057),),
        reserved_on=TODAY,
    ),
    EstateFundsRefused(
        estate_id=APPLICATION, request_id=INQUIRY, reason_code=EstateRefusal.TOO_MUCH,
        amount_fen=5_000_001,
    ),
    DunningLetterDue(
        letter_id=INQUIRY, employer_number="0000123", employer_name="德州某某有限公司", stage=1,
        from_month="2026-07", until_month="2026-08", people=2, owed_fen=192_000, due_on=TODAY,
        pay_by=DEADLINE, due_at=AT,
    ),
    er.ErasureAsked(erasure_id=INQUIRY, person_id=PERSON),
    er.LoansErasureTold(
        erasure_id=INQUIRY, person_id=PERSON, under_way=False, last_settled_on=TODAY
    ),
    er.PersonErased(
        person_id=PERSON, erasure_id=INQUIRY, whole=True, erased_at=AT, erased_on=TODAY
    ),
    MergeAsked(**MERGE, answer_by=AT),
    MergeEnded(**MERGE, ended_at=AT),
    PersonMerged(
        **MERGE, goes_account_tail="0016", stays_account_tail="0017", principal_fen=1_296_000,
        interest_fen=7_290, balance_after_fen=2_599_290, merged_on=TODAY, merged_at=AT,
    ),
    WithdrawalsMergeTold(merge_id=INQUIRY, free=False, reason_text="有提取申请在办"),
    LoansMergeTold(merge_id=INQUIRY, free=True, reason_text=""),
    w.WithdrawalReminded(**CASE, kind_text="解除劳动合同关系提取", possible_from=DEADLINE),
    w.WithdrawalAgreementTold(
        agreement_id=INQUIRY, person_id=PERSON, kind_text="租房提取", what="failed",
        text="当月缴存尚未入账。", told_on=TODAY, state="active", next_run_on=DEADLINE,
    ),
    i.AccountFactsTold(
        inquiry_id=INQUIRY, person_id=PERSON, round=2, told_at=AT, name=SEALED, id_number=SEALED,
        account=f.AccountFigures(
            balance_fen=1_296_000, base_fen=600_000, opened_on=TODAY, paid_up_to="2019-07",
            deposits=[f.MonthDeposit(month="2019-07", fen=96_000)],
        ),
        funds=[
            f.FundsTold(
                kind="rent", principal_fen=120_000, interest_fen=0, balance_after_fen=1_176_000,
                retained_fen=0, reason_code="not_sealed", eligible_from=DEADLINE,
                balance_fen=1_296_000, seal_reason="retired",
            )
        ],
    ),
    i.LoanStandingTold(
        inquiry_id=INQUIRY, person_id=PERSON, told_at=AT, unpaid_as_borrower=1,
        unpaid_as_co_borrower=0, unpaid_as_guarantor=0, payoff_denied="loan_not_paid_off",
        payoff_contract=LOAN, payoff_settled_on=TODAY, payoff_repaid_fen=22_125_422,
        payoff_offset_ever=False,
        loans=[
            f.HomeLoanTold(
                contract_number=LOAN, instalment_fen=170_159, balance_fen=26_664_458,
                arrears=False, offset=False, paid_off_on=DEADLINE,
                payments=[
                    f.LoanPaymentTold(
                        number=SERIAL, paid_on=TODAY, fen=170_159, own_fen=170_159
                    )
                ],
            )
        ],
    ),
    a.EmployerRegistered(
        employer_number=EMPLOYER, name="德州某某纺织有限公司", operator_name=SEALED,
        operator_id_number=SEALED, operator_id_number_hash=HASH, operator_phone=SEALED,
    ),
    c.EmployerAsked(
        employer_number=EMPLOYER, name="德州某某纺织有限公司", phone=SEALED,
        kind=e.EmployerRequest.TRANSFER, due_on=DEADLINE,
    ),
    c.HardshipAnswered(
        request_id=INQUIRY, employer_number=EMPLOYER, name="德州某某纺织有限公司", phone=SEALED,
        kind=e.Hardship.DEFERRAL, from_month="2019-08", until_month="2019-10", agreed=True, answered_at=AT,
    ),
    a.EmployerReminded(
        employer_number=EMPLOYER, name="德州某某纺织有限公司", phone=SEALED,
        kind=e.EmployerReminder.REMITTANCE_LATE, month="2019-08", due_on=DEADLINE, days=5,
    ),
    a.IndividualAccountOpened(
        account_number=ACCOUNT, person_id=PERSON, employer_number=EMPLOYER, name=SEALED,
        id_number=SEALED, id_number_hash=HASH, phone=SEALED, phone_hash=HASH, opened_on=TODAY,
    ),
    a.IndividualAccountSealed(
        account_number=ACCOUNT, person_id=PERSON, reason=a.SealReason.RETIRED, sealed_on=TODAY,
        paid_up_to="2019-07",
    ),
    a.IndividualAccountUnsealed(
        account_number=ACCOUNT, person_id=PERSON, effective_month="2019-09"
    ),
    c.TransferAsked(
        transfer_id=INQUIRY, account_number=ACCOUNT, person_id=PERSON,
        to_employer_name="德州某某纺织有限公司", consent_by=DEADLINE,
    ),
    c.IdentityCorrectionProposed(
        correction_id=INQUIRY, person_id=PERSON, employer_number=EMPLOYER, name=SEALED, id_type="01",
        id_number=SEALED, evidence=["户籍证明 1 号"], proposed_at=AT,
    ),
    c.IndividualAccountTransferred(
        account_number=ACCOUNT, person_id=PERSON, from_employer=EMPLOYER, to_employer="100002",
        to_employer_name="德州某某纺织有限公司", effective_month="2019-09", base_fen=480_000,
    ),
    a.RemittanceListBooked(
        list_id=INQUIRY, employer_number=EMPLOYER, month="2019-08", head_count=129,
        total_fen=12_415_250, bank_serial=SERIAL,
    ),
    a.ReceiptRecorded(bank_serial=SERIAL, amount_fen=12_415_250, value_date=TODAY),
    a.FundsReserved(
        **CASE, round=1, account_number=ACCOUNT, account_tail="3456", holder_name=SEALED,
        closing=True, principal_fen=5_000_000, interest_fen=150, amount_fen=5_000_150,
        balance_after_fen=0, retained_fen=0, reserved_on=TODAY,
        seal_reason=a.SealReason.RETIRED, sealed_on=TODAY, paid_up_to="2019-07", months_behind=1,
    ),
    a.FundsRefused(
        **CASE, round=1, reason_code=a.RefusalReason.STOP_PERIOD_NOT_OVER, rule="R-WDR-2",
        eligible_from=date(2020, 2, 1), balance_fen=5_000_000, retained_fen=0,
    ),
    a.FundsPosted(**CASE, amount_fen=5_000_150, posted_on=TODAY, account_closed=True),
    a.FundsReleased(**CASE, amount_fen=5_000_150),
    ContributionsBooked(
        booking_id=INQUIRY, back_payment=True,
        people=[
            ContributionBooked(
                person_id=PERSON, account_tail="3456", months=["2019-07"], amount_fen=96_000,
                balance_fen=1_296_000,
            )
        ],
    ),
    InterestSettled(
        fund_year=2019,
        people=[
            InterestOfPerson(
                person_id=PERSON, account_tail="3456", interest_fen=24_232, balance_fen=2_176_232
            )
        ],
    ),
    ContributionMissed(
        account_number=ACCOUNT, person_id=PERSON, account_tail="3456", months=["2019-07"],
        employer_name="德州某某纺织有限公司", due_on=TODAY,
    ),
    ComplaintAnswered(complaint_id=INQUIRY, person_id=PERSON),
    DisputeMade(dispute_id=INQUIRY, person_id=PERSON, account_tail="3456", due_on=TODAY),
    DisputeAnswered(dispute_id=INQUIRY, person_id=PERSON, account_tail="3456", by_bank=True),
    DepositCorrected(
        correction_id=INQUIRY, person_id=PERSON, account_tail="6788", month="2019-07",
        amount_fen=-96_000,
    ),
    BackPaymentBooked(
        back_payment_id=INQUIRY, employer_number=EMPLOYER, head_count=2, total_fen=192_000,
        bank_serial=SERIAL,
    ),
    RefundApproved(
        refund_id=INQUIRY, bank_serial=SERIAL, amount_fen=1, payee_account=SEALED, payee_name=SEALED,
        approved_on=TODAY,
    ),
    RefundPosted(refund_id=INQUIRY, amount_fen=1, posted_on=TODAY),
    RefundRestored(refund_id=INQUIRY, amount_fen=1, restored_on=TODAY),
    RefundSucceeded(refund_id=INQUIRY, amount_fen=1, bank_serial=SERIAL, paid_on=TODAY),
    RefundFailed(refund_id=INQUIRY, reason_code="AC04", reason_text="原付款账户已销户"),
    RefundUnknown(refund_id=INQUIRY, since=AT),
    RefundReturned(
        refund_id=INQUIRY, amount_fen=1, bank_serial=SERIAL, reason_code="AC04",
        reason_text="原付款账户已销户", returned_on=TODAY,
    ),
    a.FundsRestored(**CASE, amount_fen=5_000_150, restored_on=TODAY),
    a.OffsetReserved(
        offset_id=OFFSET, person_id=PERSON, amount_fen=125_000, account_tail="3456",
        balance_after_fen=0,
    ),
    a.OffsetRefused(
        offset_id=OFFSET, person_id=PERSON, reason_code=a.OffsetRefusal.ACCOUNT_FROZEN,
        reason_text="公积金账户已冻结",
    ),
    ReceiptAllotted(**CLAIM, amount_fen=26_664_458, value_date=TODAY),
    ReceiptWithheld(
        **CLAIM, reason_code=ReceiptRefusal.UNKNOWN_RECEIPT, reason_text="没有这笔来款"
    ),
    LoanTotalsTold(
        part="2019-08-29/1", as_of=TODAY, chunk=1, chunks=1,
        totals=[
            MoneyTotal(
                contract_number=LOAN, disbursement_id=None, disbursed_fen=30_000_000,
                repaid_fen=3_335_542, debited_fen=3_335_542,
            )
        ],
    ),
    LoanMoneyTotalsTold(
        part="2019-08-29/1", as_of=TODAY, chunk=1, chunks=1,
        totals=[
            MoneyTotal(
                contract_number=None, disbursement_id=DEBIT, disbursed_fen=30_000_000,
                repaid_fen=0, debited_fen=0,
            )
        ],
    ),
    a.LoanMoneyBooked(
        key=DEBIT, kind=a.LoanMoney.DEBIT, amount_fen=26_664_458, booked_on=TODAY
    ),
    a.BalanceTold(
        inquiry_id=INQUIRY, person_id=PERSON, account_tail="3456", balance_fen=5_000_000,
        paid_up_to="2019-07", told_at=AT,
    ),
    rg.RegistrationCodeIssued(code_id=INQUIRY, phone=SEALED, code=SEALED, expires_at=AT),
    rg.RegistrationAnswered(
        registration_id=INQUIRY, version=1, name="德州某某纺织有限公司", phone=SEALED,
        employer_number=EMPLOYER, answered_at=AT,
    ),
    g.LoginCodeIssued(challenge_id=INQUIRY, phone=SEALED, code=SEALED, expires_at=AT),
    g.ConfirmationCodeIssued(
        confirmation_id=INQUIRY, phone=SEALED, code=SEALED,
        what="离退休提取，转入尾号6788的银行卡", expires_at=AT,
    ),
    g.LoggedIn(identity_id=IDENTITY, person_id=PERSON, channel="web", logged_in_at=AT),
    g.StaffActivationIssued(
        identity_id=IDENTITY, login="zhang.san", phone=SEALED, code=SEALED, expires_at=AT
    ),
    g.OperatorChanged(
        operator_id=IDENTITY, employer_number=EMPLOYER, name=SEALED, id_type="01", id_number=SEALED,
        phone=SEALED, rights=["confirm", "look"], active=True, appointed_at=AT, changed_at=AT,
    ),
    g.PersonPhoneChanged(
        change_id=IDENTITY, person_id=PERSON, phone=SEALED, phone_before=SEALED, by_whom="oneself",
        changed_at=AT,
    ),
    g.PersonIdentityChanged(
        change_id=IDENTITY, person_id=PERSON, name=SEALED, id_type="01", id_number=SEALED,
        name_changed=True, number_changed=True, by_whom="oneself", changed_at=AT,
    ),
    g.IdentityCorrectionTold(
        correction_id=IDENTITY, person_id=PERSON, by_whom="oneself", outcome="refused",
        reason="no-match", reason_text="公安登记的姓名与该证件号码不一致，请核对后重新提交", told_at=AT,
    ),
    g.StaffChanged(
        identity_id=IDENTITY, role="staff_maker", active=True, person_id=PERSON, since=AT, changed_at=AT
    ),
    ln.LoanPayoffCertified(
        **CASE, contract_number=LOAN, settled_on=TODAY, total_principal_fen=20_000_000,
        total_interest_fen=2_125_422, offset_agreement_ever=False,
    ),
    ln.LoanPayoffDenied(**CASE, reason_code="loan_not_paid_off", contract_number=LOAN),
    ln.LoanDebtChecked(
        **CASE, unpaid_as_borrower=1, unpaid_as_co_borrower=0, unpaid_as_guarantor=0,
        contract_number=LOAN,
    ),
    ln.LoanPaidOff(
        contract_number=LOAN, person_id=PERSON, settled_on=TODAY, total_principal_fen=20_000_000,
        total_interest_fen=2_125_422, offset_agreement_ever=False,
    ),
    ln.LoanDisbursementApproved(
        disbursement_id=INQUIRY, contract_number=LOAN, person_id=PERSON, amount_fen=30_000_000,
        payee_account=SEALED, payee_account_tail="9001", payee_name=SEALED, approved_on=TODAY,
    ),
    ln.LoanDisbursed(
        contract_number=LOAN, person_id=PERSON, disbursement_id=INQUIRY, amount_fen=30_000_000,
        payee_account_tail="9001", disbursed_on=TODAY, first_due_on=date(2019, 9, 29),
        first_amount_fen=170_159,
    ),
    ln.LoanDebitRequested(
        **CARD_DEBIT, card=SEALED, holder_name=SEALED, debit_on=TODAY,
    ),
    ln.LoanOffsetRequested(
        offset_id=INQUIRY, person_id=PERSON, contract_number=LOAN, amount_fen=170_159,
        all_or_nothing=False, business_date=TODAY,
    ),
    ln.LoanOffsetApplied(
        offset_id=INQUIRY, person_id=PERSON, contract_number=LOAN, amount_fen=125_000,
        applied_on=TODAY,
    ),
    ln.LoanOffsetReleased(offset_id=INQUIRY, person_id=PERSON),
    LoanReceiptClaimed(**CLAIM, person_id=PERSON, amount_fen=26_664_458, value_date=TODAY),
    ln.LoanRepaid(
        **ENTRY, entry_number=38, serial=str(INQUIRY), kind="02", amount_fen=170_159,
        principal_fen=98_001, interest_fen=72_158, penalty_fen=0, balance_after_fen=26_544_810,
    ),
    ln.LoanRepaymentReversed(
        **ENTRY, entry_number=39, serial=f"{INQUIRY}-R", kind="02", amount_fen=-170_159,
        principal_fen=-98_001, interest_fen=-72_158, penalty_fen=0, balance_after_fen=26_642_811,
    ),
    ln.LoanHistoryRecorded(
        contract_number=LOAN, person_id=PERSON, entry_number=37, principal_fen=-3_357_189,
        balance_after_fen=26_642_811, recorded_on=TODAY,
    ),
    ln.LoanRepaymentDueSoon(
        contract_number=LOAN, person_id=PERSON, due_on=date(2019, 9, 20), amount_fen=170_159,
        card_tail="6788", offset="account_first",
    ),
    ln.LoanOverdue(
        contract_number=LOAN, person_id=PERSON, since=date(2019, 8, 20), told_on=TODAY,
        instalments=1, amount_fen=170_366, penalty_fen=207,
    ),
    ln.LoanEarlyRepaymentAccepted(**CARD_DEBIT, debit_on=TODAY),
    ln.LoanEarlyRepaymentFailed(**CARD_DEBIT, reason_code="AM04", reason_text="余额不足"),
    ln.LoanDebitFailed(
        **CARD_DEBIT, reason_code="AM04", reason_text="余额不足", next_try_on=date(2019, 8, 30)
    ),
    ln.LoanChanged(
        contract_number=LOAN, person_id=PERSON, change_id=INQUIRY, change=ln.LoanChange.CARD,
        changed_on=TODAY, card_tail="6788", annual_rate="2.85%", level_fen=164_937,
    ),
    n.BalanceAsked(inquiry_id=INQUIRY, person_id=PERSON, asked_at=AT),
    s.PaymentSucceeded(
        application_id=APPLICATION, amount_fen=5_000_150, bank_serial=SERIAL, paid_on=TODAY
    ),
    s.PaymentFailed(application_id=APPLICATION, reason_code="AC01", reason_text="账号不存在"),
    s.PaymentUnknown(application_id=APPLICATION, since=AT),
    s.PaymentReturned(
        application_id=APPLICATION, amount_fen=5_000_150, bank_serial=SERIAL, reason_code="AC04",
        reason_text="账户已销户", returned_on=TODAY,
    ),
    s.DisbursementSucceeded(
        disbursement_id=DISBURSEMENT, amount_fen=30_000_000, bank_serial=SERIAL, paid_on=TODAY
    ),
    s.DisbursementFailed(
        disbursement_id=DISBURSEMENT, reason_code="AC01", reason_text="账号不存在"
    ),
    s.DisbursementUnknown(disbursement_id=DISBURSEMENT, since=AT),
    s.DisbursementReturned(
        disbursement_id=DISBURSEMENT, amount_fen=30_000_000, bank_serial=SERIAL,
        reason_code="AC04", reason_text="账户已销户", returned_on=TODAY,
    ),
    s.DebitSucceeded(
        debit_id=DEBIT, amount_fen=26_664_458, bank_serial=SERIAL, debited_on=TODAY
    ),
    s.DebitFailed(debit_id=DEBIT, reason_code="AM04", reason_text="还款卡余额不足"),
    s.DebitUnknown(debit_id=DEBIT, since=AT),
    s.DebitReversed(
        debit_id=DEBIT, amount_fen=26_664_458, bank_serial=SERIAL, reason_code="MD06",
        reason_text="付款人要求退回", reversed_on=TODAY,
    ),
    s.ReceiptCredited(
        bank_serial=SERIAL, amount_fen=12_415_250, payer_name="德州某某纺织有限公司",
        remittance_information="HJ201908-371400000007", value_date=TODAY,
    ),
    s.ReconciliationFinished(business_date=TODAY, compared=1_204, differences=0),
    w.WithdrawalSubmitted(
        **CASE, kind="loan_repaid", loan_question=w.LoanQuestion.PAYOFF,
        loan_contract_number=LOAN, accepted_on=TODAY, deadline_on=DEADLINE, channel="web",
    ),
    w.WithdrawalFundsRequested(
        **CASE, round=1, business_date=TODAY,
        conditions=w.FundsConditions(
            closing=False, sealed_required=False, unpaid_months_required=6,
            stop_counted_from="paid_up_to", cap_fen=22_125_422, retained_months=3,
            retained_before="2019-08", retained_by="booked_deposits", minimum_left_fen=1,
        ),
        claims=SEALED,
    ),
    w.WithdrawalReviewRequired(**CASE, reasons=("amount_above_threshold",)),
    w.WithdrawalApproved(
        **CASE, kind_text="离退休提取", amount_fen=5_000_150, card=SEALED, card_tail="6788",
        holder_name=SEALED, account_tail="3456", approved_on=TODAY, deadline_on=DEADLINE,
    ),
    w.WithdrawalRejected(
        **CASE, kind_text="解除劳动合同提取", reason_code="stop_period_not_over",
        reason_text="单位停缴未满六个月。", rule="R-WDR-2", eligible_from=date(2020, 2, 1),
        decided_by="rules",
    ),
    w.WithdrawalCancelled(**CASE, kind_text="离退休提取"),
    w.WithdrawalPaid(
        **CASE, kind_text="离退休提取", amount_fen=5_000_150, principal_fen=5_000_000,
        interest_fen=150, balance_after_fen=0, card_tail="6788", account_tail="3456",
        paid_on=TODAY, bank_serial=SERIAL,
    ),
    w.WithdrawalFailed(
        **CASE, kind_text="离退休提取", reason_code="AC01", reason_text="账号不存在",
        card_tail="6788",
    ),
    w.WithdrawalReturned(
        **CASE, kind_text="离退休提取", amount_fen=5_000_150, principal_fen=5_000_000,
        interest_fen=150, reason_text="账户已销户", card_tail="6788", returned_on=TODAY,
    ),
    w.BanImposed(**BAN),
    w.BanLifted(**BAN),
    pn.EmployerPenaltyImposed(
        **FINE, name="德州某某商贸有限公司", legal_representative="李四",
        cause=pn.PenaltyCause.NOT_REGISTERED, facts="责令限期办理缴存登记后仍不办理",
        basis="《住房公积金管理条例》第三十七条", fine_fen=2_000_000, decided_on=TODAY,
    ),
    pn.EmployerPenaltyLifted(**FINE),
    w.WithdrawalOverdue(
        **CASE, kind_text="离退休提取", state="approved", deadline_at=AT, known="payment_unknown"
    ),
)  # fmt: skip
