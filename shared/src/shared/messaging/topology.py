"""The one table of exchanges and queues: what each service hears, and under which queue name.

`deploy/rabbitmq/definitions.json` and `docs/asyncapi.json` are made of it, and a test compares them.

A queue `q` is a durable quorum queue with three stages `q.retry.<n>` (TTL, then back to `q`) and `q.parked`.
"""

from shared.messages import accounts as a
from shared.messages import changes as c
from shared.messages import credit_checks as ck
from shared.messages import deposits as dp
from shared.messages import documents as d
from shared.messages import erasures as er
from shared.messages import estates as es
from shared.messages import gateway as g
from shared.messages import hotline as h
from shared.messages import loans as ln
from shared.messages import notifications as n
from shared.messages import penalties as pn
from shared.messages import published as p
from shared.messages import refunds as r
from shared.messages import settlement as s
from shared.messages import wechat as wx
from shared.messages import withdrawals as w
from shared.messages.cards import CardCheckAsked, CardChecked, CardMovedIn
from shared.messages.consents import LookUpConsentTold, PersonFound, PersonSought
from shared.messages.inquiries import AccountFactsTold, LoanStandingTold
from shared.messages.receipts import LoanReceiptClaimed, ReceiptAllotted, ReceiptWithheld
from shared.messages.totals import LoanMoneyTotalsTold, LoanTotalsTold
from shared.messaging import account_queues, calendar_queues, letter_queues
from shared.messaging.days_work import BY_A_DAYS_WORK, CODES
from shared.messaging.queue import BROKER_DELIVERY_LIMIT as BROKER_DELIVERY_LIMIT  # noqa: PLC0414
from shared.messaging.queue import MAX_ATTEMPTS as MAX_ATTEMPTS  # noqa: PLC0414
from shared.messaging.queue import RETRY_STAGES_MS as RETRY_STAGES_MS  # noqa: PLC0414
from shared.messaging.queue import Queue as Queue  # noqa: PLC0414
from shared.messaging.queue import exchange_of as exchange_of  # noqa: PLC0414
from shared.messaging.queue import returns_of as returns_of  # noqa: PLC0414

SERVICES = (
    "accounts",
    "withdrawals",
    "loans",
    "settlement",
    "notifications",
    "documents",
    "credit",
    "hotline",
    "wechat",
    "portal",
    "transfers",
    "gateway",
)
DEATHS = (es.DeathRecorded, es.DeathRevoked)
GONE = (*DEATHS, er.PersonErased)

RESERVE_WITHDRAWAL_FUNDS = Queue(
    "accounts.reserve-withdrawal-funds",
    (w.WithdrawalFundsRequested,),
    "freeze the money of a withdrawal, or say why not",
)
SETTLE_WITHDRAWAL_FUNDS = Queue(
    "accounts.settle-withdrawal-funds",
    (
        w.WithdrawalCancelled,
        w.WithdrawalRejected,
        w.WithdrawalFailed,
        w.WithdrawalPaid,
        w.WithdrawalReturned,
    ),
    "post, release or restore the frozen money",
)
BOOK_BANK_RECEIPTS = Queue(
    "accounts.book-bank-receipts",
    (s.ReceiptCredited,),
    "record receipts in the ledger and book matched remittance lists",
)
OFFSET_LOAN_REPAYMENTS = Queue(
    "accounts.offset-loan-repayments",
    (ln.LoanOffsetRequested, ln.LoanOffsetApplied, ln.LoanOffsetReleased),
    "freeze, post or release the fund money that repays a loan",
)
ALLOT_RECEIPTS = Queue(
    "accounts.allot-receipts",
    (LoanReceiptClaimed,),
    "take a bank receipt out of suspense for the loan that it repays",
)
BOOK_LOAN_MONEY = Queue(
    "accounts.book-loan-money",
    (
        s.DisbursementSucceeded,
        s.DisbursementReturned,
        s.DebitSucceeded,
        ln.LoanRepaid,
        ln.LoanRepaymentReversed,
        ln.LoanHistoryRecorded,
        s.DebitReversed,
    ),
    "book what was lent, collected, repaid and taken back",
)
SETTLE_REFUNDS = Queue(
    "accounts.settle-refunds",
    (r.RefundUnknown, r.RefundSucceeded, r.RefundFailed, r.RefundReturned),
    "post, release or take back what is sent back out of suspense",
)
SETTLE_ESTATES = Queue(
    "accounts.settle-estates",
    (*DEATHS, es.EstateFundsRequested),
    "seal the accounts of the dead, and set aside what is inherited",
)
ANSWER_BALANCE_INQUIRIES = Queue(
    "accounts.answer-balance-inquiries", (n.BalanceAsked,), "answer 余额 texts"
)
KNOW_OPERATORS = Queue(
    "accounts.know-operators",
    (g.OperatorChanged, g.PersonPhoneChanged, g.PersonIdentityChanged, g.IdentityCorrectionTold),
    "know who may do what for an employer, whom to tell, who has which phone, how proposals of names stand",
)
TELL_CONTRIBUTION_FACTS = Queue(
    "accounts.tell-document-facts",
    (d.DocumentRequested,),
    "tell what a document says about contributions",
)
TELL_WITHDRAWAL_FACTS = Queue(
    "accounts.tell-withdrawal-facts",
    (w.WithdrawalFactsAsked, PersonSought),
    "tell what a withdrawal asks of an account, what would be frozen, and whose a number is",
)
GATHER_WITHDRAWAL_FACTS = Queue(
    "withdrawals.gather-facts",
    (AccountFactsTold, LoanStandingTold, PersonFound),
    "gather what is known before an application or an estimate is decided",
)
FOLLOW_APPLICATIONS = Queue(
    "withdrawals.follow-applications",
    (
        ln.LoanPayoffCertified,
        ln.LoanPayoffDenied,
        ln.LoanDebtChecked,
        a.FundsReserved,
        a.FundsRefused,
        s.PaymentUnknown,
        s.PaymentSucceeded,
        s.PaymentFailed,
        s.PaymentReturned,
        a.FundsPosted,
        a.FundsRestored,
        es.EstateFundsReserved,
        es.EstateFundsRefused,
    ),
    "move applications along by what the other services answered",
)
LEARN_OF_CARDS = Queue(
    "withdrawals.learn-of-cards",
    (CardChecked, CardMovedIn, n.SubscriberPhoneChanged, g.PersonIdentityChanged),
    "know which cards are in their owner's name, and whose phone or name changed",
)
KNOW_SHEETS = Queue(
    "withdrawals.know-sheets",
    (d.SheetFiled,),
    "know which sheets of other centres lie with which application",
)
ANSWER_LOAN_QUESTIONS = Queue(
    "loans.answer-withdrawal-questions",
    (w.WithdrawalSubmitted, w.WithdrawalFactsAsked),
    "certify a payoff or report unpaid loans for a withdrawal",
)
TELL_LOAN_FACTS = Queue(
    "loans.tell-document-facts", (d.DocumentRequested,), "tell what a document says about loans"
)
KNOW_BORROWERS = Queue(
    "loans.know-borrowers",
    (a.IndividualAccountOpened, g.PersonIdentityChanged, er.ErasureAsked, *DEATHS),
    "know with whom the fund may lend, who of them has died, and say who still has a loan",
)
KNOW_BANS = Queue("loans.know-bans", (w.BanImposed, w.BanLifted), "know who may have no loan")
FOLLOW_DEBITS_AND_OFFSETS = Queue(
    "loans.follow-debits-and-offsets",
    (
        s.DisbursementUnknown,
        s.DisbursementSucceeded,
        s.DisbursementFailed,
        s.DisbursementReturned,
        a.OffsetReserved,
        a.OffsetRefused,
        ReceiptAllotted,
        ReceiptWithheld,
        s.DebitUnknown,
        s.DebitSucceeded,
        s.DebitFailed,
        s.DebitReversed,
    ),
    "book what the bank and the fund accounts did for loans",
)
PAY_APPROVED_WITHDRAWALS = Queue(
    "settlement.pay-approved-withdrawals",
    (w.WithdrawalApproved,),
    "turn each approval into one payment order",
)
CHECK_CARDS = Queue(
    "settlement.check-cards", (CardCheckAsked,), "ask the bank whether a card is in a name"
)
PAY_DISBURSEMENTS = Queue(
    "settlement.pay-disbursements",
    (ln.LoanDisbursementApproved,),
    "turn each approved loan into one payment order",
)
PAY_REFUNDS = Queue(
    "settlement.pay-refunds", (r.RefundApproved,), "turn each refund out of suspense into one order"
)
DEBIT_REPAYMENT_CARDS = Queue(
    "settlement.debit-repayment-cards",
    (ln.LoanDebitRequested,),
    "turn each attempt to collect a repayment into one debit order",
)
COMPARE_WITH_LEDGER = Queue(
    "settlement.compare-with-ledger",
    (
        a.ReceiptRecorded,
        a.FundsPosted,
        a.FundsRestored,
        a.LoanMoneyBooked,
        r.RefundPosted,
        r.RefundRestored,
        *letter_queues.BOOKED,
    ),
    "remember what the ledger booked, for the three-way reconciliation",
)
COMPARE_SERVICES = Queue(
    "settlement.compare-services",
    (LoanTotalsTold, LoanMoneyTotalsTold),
    "hold what loans and ledger say of each loan's money against the orders",
)
KNOW_SUBSCRIBERS = Queue(
    "notifications.know-subscribers",
    (a.IndividualAccountOpened, g.PersonPhoneChanged, *GONE),
    "know whom a text goes to, and whom none any more",
)
TEXT_LOGIN_CODES = Queue(
    "notifications.text-login-codes",
    (*CODES, g.LoggedIn),
    "send one-time codes and login notices, ahead of everything else",
)
TEXT_CITIZENS = Queue(
    "notifications.text-citizens",
    (
        w.WithdrawalApproved,
        w.WithdrawalRejected,
        w.WithdrawalCancelled,
        w.WithdrawalPaid,
        w.WithdrawalFailed,
        w.WithdrawalReturned,
        w.WithdrawalOverdue,
        w.WithdrawalPapersAsked,
        es.DeathRevoked,
        w.WithdrawalBrakesTold,
        LookUpConsentTold,
        g.PersonIdentityChanged,
        g.IdentityCorrectionTold,
        c.TransferAsked,
        a.BalanceTold,
        h.AnswerTextAsked,
        dp.ComplaintAnswered,
        dp.DisputeMade,
        dp.DisputeAnswered,
        d.DocumentIssued,
        d.DocumentWithdrawn,
        dp.DepositCorrected,
        ln.LoanPaidOff,
        ln.LoanDisbursed,
        ln.LoanRepaymentReversed,
        ln.LoanEarlyRepaymentAccepted,
        ln.LoanEarlyRepaymentFailed,
        ln.LoanChanged,
        wx.WechatBindingChanged,
        letter_queues.TOLD,
    ),
    "turn facts into 12329 texts",
    left=BY_A_DAYS_WORK,
)
TEXT_REMINDERS = Queue(
    "notifications.text-reminders",
    BY_A_DAYS_WORK,
    "turn what a day's work makes for many at once into 12329 texts, beside what somebody waits for",
)
TEXT_DEPOSITS = Queue(
    "notifications.text-deposits",
    (dp.ContributionsBooked, dp.InterestSettled),
    "tell people of their deposits and their interest, spread over the day, beside everything else",
)
ANSWER_WECHAT = Queue(
    "notifications.answer-wechat", (wx.WechatTextReceived,), "answer what people type in WeChat"
)
FOLLOW_WECHAT = Queue(
    "notifications.follow-wechat",
    (wx.WechatReachChanged, wx.WechatNoticeAccepted, wx.WechatNoticeRefused),
    "know who is reached by WeChat, and text what did not go that way",
)
DELIVER_NOTICES = Queue(
    "wechat.deliver-notices",
    (n.WechatNoticeRequested, n.WechatAnswerWritten),
    "hand notices and answers to WeChat",
)
DELIVER_BULK_NOTICES = Queue(
    "wechat.deliver-bulk-notices", (n.WechatBulkNoticeRequested,), "hand bulk texts to WeChat"
)
UNBIND_CHANGED_PHONES = Queue(
    "wechat.unbind-changed-phones", (n.SubscriberPhoneChanged, er.PersonErased), "unbind phones"
)
GATHER_FACTS = Queue(
    "documents.gather-facts",
    (a.ContributionFactsTold, ln.LoanFactsTold),
    "gather what the owners of the facts say, and have the document printed",
)
ANSWER_CHECKS = Queue(
    "credit.answer-checks",
    (ck.EmployerCreditAsked, ck.LoanCreditAsked, ck.WithdrawalCreditAsked),
    "answer what the fund asks about somebody's credit while it handles a matter",
)
DRAFT_DECISIONS = Queue("credit.draft-decisions", (*w.BANS, *pn.EVENTS), "draft rows of the fund")
KEEP_GUIDES = Queue(
    "portal.keep-guides",
    (p.WithdrawalGuideTold, p.LoanGuideTold, p.DepositGuideTold),
    "show guides, rates and limits as the owners of the rules tell them",
)
KEEP_FIGURES = Queue(
    "portal.keep-figures",
    (p.WithdrawalFiguresTold, p.LoanFiguresTold, p.DepositFiguresTold),
    "show the figures of each month as the owners of the books tell them",
)
KNOW_IDENTITIES = Queue(
    "gateway.know-identities",
    (a.EmployerRegistered, a.IndividualAccountOpened, c.IdentityCorrectionProposed, *GONE),
    "create the identities that may log in, stop those of the dead, hear what employers propose to correct",
)

KNOW_STAFF = {
    service: Queue(
        f"{service}.know-staff",
        (g.StaffChanged,),
        "know who of the staff may still have a proposal executed",
    )
    for service in SERVICES
    if service != "gateway"
}
"""By service; the gateway, which says it, knows."""

QUEUES: tuple[Queue, ...] = (
    RESERVE_WITHDRAWAL_FUNDS,
    SETTLE_WITHDRAWAL_FUNDS,
    BOOK_BANK_RECEIPTS,
    OFFSET_LOAN_REPAYMENTS,
    ALLOT_RECEIPTS,
    BOOK_LOAN_MONEY,
    SETTLE_REFUNDS,
    SETTLE_ESTATES,
    ANSWER_BALANCE_INQUIRIES,
    KNOW_OPERATORS,
    TELL_CONTRIBUTION_FACTS,
    TELL_WITHDRAWAL_FACTS,
    GATHER_WITHDRAWAL_FACTS,
    FOLLOW_APPLICATIONS,
    LEARN_OF_CARDS,
    KNOW_SHEETS,
    ANSWER_LOAN_QUESTIONS,
    TELL_LOAN_FACTS,
    KNOW_BORROWERS,
    KNOW_BANS,
    FOLLOW_DEBITS_AND_OFFSETS,
    PAY_APPROVED_WITHDRAWALS,
    CHECK_CARDS,
    PAY_DISBURSEMENTS,
    PAY_REFUNDS,
    DEBIT_REPAYMENT_CARDS,
    COMPARE_WITH_LEDGER,
    COMPARE_SERVICES,
    KNOW_SUBSCRIBERS,
    TEXT_LOGIN_CODES,
    TEXT_CITIZENS,
    TEXT_REMINDERS,
    TEXT_DEPOSITS,
    ANSWER_WECHAT,
    FOLLOW_WECHAT,
    DELIVER_NOTICES,
    DELIVER_BULK_NOTICES,
    UNBIND_CHANGED_PHONES,
    GATHER_FACTS,
    ANSWER_CHECKS,
    DRAFT_DECISIONS,
    KEEP_GUIDES,
    KEEP_FIGURES,
    *letter_queues.QUEUES,
    *account_queues.QUEUES,
    *calendar_queues.QUEUES,
    KNOW_IDENTITIES,
    *KNOW_STAFF.values(),
)

HEARD: frozenset[str] = frozenset(event.type for queue in QUEUES for event in queue.events)
"""Types with at least one listener: for these, an unroutable publish is an alarm."""
