"""Why loans refuses something, as one table: stable code → HTTP status, rule and one Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why something is refused (拒绝的原因)."""

    AGREEMENT_DECIDES = "agreement-decides"
    AGREEMENT_ENDED = "agreement-ended"
    AGREEMENT_IN_FORCE = "agreement-in-force"
    AGREEMENT_NEEDED = "agreement-needed"
    ALREADY_SETTLED = "already-settled"
    AMOUNT = "amount"
    AMOUNT_NOT_POSITIVE = "amount-not-positive"
    APPLICATION_USED = "application-used"
    ARREARS_FIRST = "arrears-first"
    BALANCES_DIFFER = "balances-differ"
    BANNED_FOR_FALSE_MATERIALS = "banned-for-false-materials"
    BANNED_FOR_LOAN_FRAUD = "banned-for-loan-fraud"
    BEFORE_LAST_ENTRY = "before-last-entry"
    BEING_MERGED = "being-merged"
    BELOW_MINIMUM = "below-minimum"
    CARD_MISSING = "card-missing"
    CONTRACT_NUMBER_TAKEN = "contract-number-taken"
    DATE_IN_THE_FUTURE = "date-in-the-future"
    DEBIT_DATE = "debit-date"
    DISBURSED_BEFORE_SIGNED = "disbursed-before-signed"
    DISBURSEMENT_UNDER_WAY = "disbursement-under-way"
    DUE_FIRST = "due-first"
    EFFECT_MISSING = "effect-missing"
    ENDED_BEFORE_SIGNED = "ended-before-signed"
    HISTORY_ENDS_LATER = "history-ends-later"
    HISTORY_ROW = "history-row"
    IN_DEBIT_WINDOW = "in-debit-window"
    LAST_PERIOD = "last-period"
    LESS_THAN_PENALTY = "less-than-penalty"
    MONEY_UNDER_WAY = "money-under-way"
    MORE_THAN_OWED = "more-than-owed"
    MORE_THAN_PAYOFF = "more-than-payoff"
    MOVING_IN_NOT_READY = "moving-in-not-ready"
    MOVING_IN_STATE = "moving-in-state"
    NO_AGREEMENT = "no-agreement"
    NO_CARD = "no-card"
    NO_POLICY = "no-policy"
    NO_RATE = "no-rate"
    NOT_A_BORROWER = "not-a-borrower"
    DEATH_ANSWERED = "death-answered"
    NOT_FOUND = "not-found"
    NOT_PAID_OFF = "not-paid-off"
    NOT_THE_BORROWER = "not-the-borrower"
    NOT_THE_HOLDER = "not-the-holder"
    NOT_THE_PAYEE = "not-the-payee"
    NOT_THE_PAYOFF_AMOUNT = "not-the-payoff-amount"
    NOT_WHAT_IS_OWED = "not-what-is-owed"
    NOTHING_OWED = "nothing-owed"
    NOTHING_TO_PAY_OFF = "nothing-to-pay-off"
    ONCE_A_MONTH = "once-a-month"
    OVERDUE_REPAYMENT_FIRST = "overdue-repayment-first"
    PERSON_MISSING = "person-missing"
    PERSON_TWICE = "person-twice"
    PERSON_UNKNOWN = "person-unknown"
    QUOTE_CHANGED = "quote-changed"
    QUOTE_EXPIRED = "quote-expired"
    RECEIPT_TAKEN = "receipt-taken"
    REPAYMENT_OUT_OF_ORDER = "repayment-out-of-order"
    SERIAL_TAKEN = "serial-taken"
    SIGNED_BEFORE_CONTRACT = "signed-before-contract"
    STATE_DOES_NOT_ALLOW = "state-does-not-allow"
    TERMS_NOT_ACCEPTED = "terms-not-accepted"
    TOO_EARLY = "too-early"
    USE_PAYOFF = "use-payoff"


WORDINGS: Mapping[Reason, Wording] = {
    Reason.AGREEMENT_DECIDES: Wording(422, "R-REP-3", "部分还款的调整方式由冲抵协议确定。"),
    Reason.AGREEMENT_ENDED: Wording(409, "R-LOAN-7", "该冲抵协议已经终止。"),
    Reason.AGREEMENT_IN_FORCE: Wording(409, "R-LOAN-7", "该借款人在此日期已有生效的冲抵协议。"),
    Reason.AGREEMENT_NEEDED: Wording(
        422,
        "R-REP-3",
        "未签订冲抵协议的贷款不能网上部分还款，请到柜面办理；签订冲抵协议后可网上办理，"
        "但结清后不能再办理偿还公积金贷款提取。",
    ),
    Reason.ALREADY_SETTLED: Wording(409, "R-REP-9", "该贷款已结清，不能再办理还款。"),
    Reason.AMOUNT: Wording(422, "R-REP-1", "部分还款须填写金额，全部结清不填金额。"),
    Reason.AMOUNT_NOT_POSITIVE: Wording(422, "R-REP-7", "还款金额必须大于零。"),
    Reason.APPLICATION_USED: Wording(409, None, "该贷款申请已签订借款合同，不能重复使用。"),
    Reason.ARREARS_FIRST: Wording(
        422,
        "R-REP-7",
        "该贷款有逾期欠款{owed}元，请先还清逾期款项，或到柜面办理提前还款。",
    ),
    Reason.BALANCES_DIFFER: Wording(
        422,
        "R-LOAN-1",
        "与原系统不一致：{differences}。请更正还款记录或余额，或由两人确认按还款记录计算。",
    ),
    Reason.BANNED_FOR_FALSE_MATERIALS: Wording(
        422,
        "R-WDR-14",
        "借款人或共同借款人因提供虚假材料提取住房公积金，在{until:%Y年%m月%d日}前（含当日）不得贷款。",
    ),
    Reason.BANNED_FOR_LOAN_FRAUD: Wording(
        422,
        "R-WDR-14",
        "借款人或共同借款人因骗取住房公积金贷款，在{until:%Y年%m月%d日}前（含当日）不得贷款。",
    ),
    Reason.BEFORE_LAST_ENTRY: Wording(422, "R-REP-5", "试算日期不能早于最后一笔业务日期。"),
    Reason.BEING_MERGED: Wording(
        409, "R-ACC-8", "该职工的账户正在并入或已并入其另一账户，请以保留的账户办理。"
    ),
    Reason.BELOW_MINIMUM: Wording(422, "R-REP-6", "部分提前还款每次不少于{minimum}元。"),
    Reason.CARD_MISSING: Wording(422, "R-REP-2", "请登记还款银行卡，放款后将从该卡扣款。"),
    Reason.CONTRACT_NUMBER_TAKEN: Wording(409, None, "该合同编号已存在。"),
    Reason.DATE_IN_THE_FUTURE: Wording(422, None, "{what}不能晚于今天。"),
    Reason.DEBIT_DATE: Wording(422, "R-REP-5", "扣款日期应为今天起{days}天内的日期。"),
    Reason.DISBURSED_BEFORE_SIGNED: Wording(422, None, "放款日期不能早于合同签订日期。"),
    Reason.DISBURSEMENT_UNDER_WAY: Wording(
        409, None, "该贷款的放款正在办理，不能重复放款或另行登记放款。"
    ),
    Reason.DUE_FIRST: Wording(422, "R-REP-7", "{day}有到期未还款项，应先登记到期还款。"),
    Reason.EFFECT_MISSING: Wording(422, "R-REP-3", "没有冲抵协议，请选择缩短年限或减少月还款额。"),
    Reason.ENDED_BEFORE_SIGNED: Wording(422, "R-LOAN-7", "终止日期不能早于签订日期。"),
    Reason.HISTORY_ENDS_LATER: Wording(
        422, None, "最后一笔还款日期{last}晚于余额日期{as_of}，请填写还款之后的余额。"
    ),
    Reason.HISTORY_ROW: Wording(422, "R-LOAN-1", "第{row}笔还款（流水号{serial}）：{why}"),
    Reason.IN_DEBIT_WINDOW: Wording(
        422, "R-REP-6", "{due_on}的应还款正在扣款期内，请在扣款成功后再办理提前还款。"
    ),
    Reason.LAST_PERIOD: Wording(
        422, "R-REP-6", "该贷款只剩最后一期，不能部分还款，请办理全部结清。"
    ),
    Reason.LESS_THAN_PENALTY: Wording(
        422, "R-REP-7", "{day}应还罚息{penalty}元，还款金额不足罚息。"
    ),
    Reason.MONEY_UNDER_WAY: Wording(
        409, "R-REP-6", "该贷款有一笔扣款或冲抵正在办理，请等待结果后再办理。"
    ),
    Reason.MORE_THAN_OWED: Wording(422, "R-REP-7", "{day}应还{owed}元，还款金额超过应还金额。"),
    Reason.MORE_THAN_PAYOFF: Wording(422, "R-REP-7", "还款金额超过结清金额。"),
    Reason.MOVING_IN_NOT_READY: Wording(422, "R-LOAN-1", "期初批次还不能复核：{why}。"),
    Reason.MOVING_IN_STATE: Wording(409, "R-LOAN-1", "期初批次{state}，不能再这样办理。"),
    Reason.NO_AGREEMENT: Wording(422, "R-LOAN-7", "{day}没有生效的冲抵协议。"),
    Reason.NO_CARD: Wording(422, "R-REP-2", "该贷款没有登记还款银行卡，请到柜面登记后办理。"),
    Reason.NO_POLICY: Wording(422, "R-LOAN-6", "系统中没有{day:%Y年%m月%d日}的贷款政策。"),
    Reason.NO_RATE: Wording(422, "R-LOAN-1", "系统中没有{day:%Y年%m月%d日}的贷款利率。"),
    Reason.NOT_A_BORROWER: Wording(422, "R-LOAN-7", "只有借款人或共同借款人可以签订冲抵协议。"),
    Reason.DEATH_ANSWERED: Wording(409, "R-WDR-45", "该笔贷款的还款安排已经答复。"),
    Reason.NOT_FOUND: NOT_FOUND,
    Reason.NOT_PAID_OFF: Wording(409, "R-WDR-4", "该贷款尚未结清，不能出具结清证明。"),
    Reason.NOT_THE_BORROWER: Wording(422, "R-REP-2", "只有主借款人可以网上办理还款。"),
    Reason.NOT_THE_HOLDER: Wording(422, "R-REP-2", "还款银行卡的户名须为借款人或共同借款人本人。"),
    Reason.NOT_THE_PAYEE: Wording(
        422, None, "收款人须为借款人、共同借款人本人，或合同约定的售房人。"
    ),
    Reason.NOT_THE_PAYOFF_AMOUNT: Wording(422, "R-REP-5", "{day}结清金额应为{total}元。"),
    Reason.NOT_WHAT_IS_OWED: Wording(
        422, "R-REP-7", "今天应还{owed}元（含罚息{penalty}元），请核对金额。"
    ),
    Reason.NOTHING_OWED: Wording(409, "R-REP-7", "该贷款今天没有应还款项。"),
    Reason.NOTHING_TO_PAY_OFF: Wording(409, "R-REP-1", "该贷款没有需要结清的余额。"),
    Reason.ONCE_A_MONTH: Wording(422, "R-REP-6", "每月最多提前还款{times}次，请下月办理。"),
    Reason.OVERDUE_REPAYMENT_FIRST: Wording(422, "R-REP-7", "{day}有逾期未还，应先登记逾期还款。"),
    Reason.PERSON_MISSING: Wording(422, None, "请指定要查询的职工。"),
    Reason.PERSON_TWICE: Wording(422, "R-LOAN-8", "同一人在一份合同中只能有一种身份。"),
    Reason.PERSON_UNKNOWN: Wording(
        422, "R-LOAN-8", "借款人、共同借款人和担保人须为本中心登记的职工，请核对。"
    ),
    Reason.QUOTE_CHANGED: Wording(
        409, "R-REP-5", "贷款情况已变化，现应还{total}元，请重新试算后确认。"
    ),
    Reason.QUOTE_EXPIRED: Wording(409, "R-REP-5", "试算只在扣款当日有效，请重新试算。"),
    Reason.RECEIPT_TAKEN: Wording(409, "R-BK-2", "该来款已用于还款或正在办理，不能重复使用。"),
    Reason.REPAYMENT_OUT_OF_ORDER: Wording(
        422, "R-BK-2", "还款日期{day}早于已登记的最后业务日期{earliest}。"
    ),
    Reason.SERIAL_TAKEN: Wording(409, "R-BK-2", "该业务流水号已登记过。"),
    Reason.SIGNED_BEFORE_CONTRACT: Wording(422, "R-LOAN-7", "冲抵协议不能早于借款合同签订。"),
    Reason.STATE_DOES_NOT_ALLOW: Wording(
        409, None, "该贷款合同目前为“{state}”状态，不能办理{step}。"
    ),
    Reason.TERMS_NOT_ACCEPTED: Wording(
        409,
        "R-REP-10",
        "请先阅读并确认冲抵协议的最新条款：签订后不能再办理偿还公积金贷款提取。",
    ),
    Reason.TOO_EARLY: Wording(422, "R-REP-6", "放款当日不能提前还款，请在放款次日以后办理。"),
    Reason.USE_PAYOFF: Wording(422, "R-REP-6", "还款金额不少于结清金额，应登记为结清。"),
}


class Refused(WordedError):
    """Loans refuses it (拒绝)."""

    wordings = WORDINGS
