"""Why accounts refuses something, as one table: stable code → HTTP status, rule, Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why something is refused (拒绝的原因)."""

    NOT_FOUND = "not-found"
    """It does not exist, or is a stranger's."""
    RIGHT_ENDED = "right-ended"
    """The operator's right has ended since the login."""
    OTHER_TOTAL = "other-total"
    """What was confirmed is not what the list comes to."""
    CONFIRM_RIGHT = "right-missing"
    """Only who may bind the employer takes back what binds it."""
    NO_AGREEMENT = "agreement-required"
    """No online work without an agreement, or after its end."""
    EMPLOYER_KNOWN = "employer-known"
    """The social credit code is registered already."""
    RATIO_NOT_ALLOWED = "ratio-not-allowed"
    """A ratio outside the policy's limits."""
    ACCOUNTS_KNOWN = "account-exists"
    """Somebody on the list has an open account: unseal it instead."""
    PHONE_TAKEN = "phone-taken"
    """Somebody else on record, or an operator, has the phone."""
    FLAWED_ROWS = "invalid-identifier"
    """Rows of a list of people that cannot be; every flaw is told with its row."""
    REPEATED_PERSON = "repeated-person"
    """The same ID twice in one request."""
    WRONG_STATE = "wrong-account-state"
    """The account's state does not allow it."""
    MONEY_FROZEN = "withdrawal-in-progress"
    """A withdrawal is in progress."""
    ON_CONFIRMED_LIST = "on-confirmed-list"
    """A confirmed list that is not booked yet has this account."""
    MONTH_ALREADY_PAID = "month-already-paid"
    """Contributions resume after the paid-up-to month."""
    MONTH_NOT_ALLOWED = "month-not-allowed"
    """A seal from a month that is paid already, or later than it can be."""
    TOO_EARLY_FOR_CENTRE = "employer-has-time"
    """The employer still has its 30 days."""
    BASE_PAID = "base-month-paid"
    """A base for a month that is paid already."""
    BASE_REASON = "base-reason-required"
    """A base change outside July without a reason."""
    BASE_FROZEN = "base-month-frozen"
    """A confirmed list of that month has the account."""
    RATIO_PAID = "ratio-month-paid"
    """A ratio for a month that the employer has paid already."""
    RATIO_FROZEN = "ratio-month-frozen"
    """A confirmed list of that month stands on the ratio before."""
    RATIO_ONCE_A_YEAR = "ratio-once-a-year"
    """The ratio was changed in that fund year already."""
    RATIO_REASON = "ratio-reason-required"
    """A ratio change outside July without a reason."""
    RATIO_LOWERED = "ratio-lowered"
    """A lower ratio outside July, which is for hardship."""
    ROUND_INCOMPLETE = "base-round-incomplete"
    """The July list leaves people of the employer out."""
    TRANSFER_OPEN = "transfer-open"
    """A same-city transfer of the account has not ended."""
    NOBODY_TO_TRANSFER = "nobody-to-transfer"
    """No open account of that ID number and name."""
    OWN_STAFF_ALREADY = "own-staff-already"
    """The account is the asking employer's own: unseal it."""
    TRANSFER_MONTH = "transfer-month"
    """A first month that is paid or frozen, of the person or of the new employer."""
    TRANSFER_ENDED = "transfer-ended"
    """The transfer is past this step."""
    TRANSFER_WAITS = "transfer-waits"
    """The centre decides once the person agrees and the former employer is out of time."""
    SET_UP_LATER = "set-up-after-registration"
    """An employer that registered before it was set up."""
    NOTHING_TO_CORRECT = "nothing-to-correct"
    """Name and number are on file so already."""
    TOO_MANY_CORRECTIONS = "too-many-corrections"
    """The register is no means to try names and numbers."""
    SEAL_ASKED = "seal-asked"
    """The same person has asked already."""
    REPEATED_ACCOUNT = "repeated-account"
    """The same account twice in one request."""
    PAST_DATE_BY_EMPLOYER = "past-date-by-staff-only"
    """Only staff may date something back further than this."""
    DATE_BEFORE_OPENING = "date-before-opening"
    """Sealed before it was opened."""
    FUTURE_DATE = "future-date"
    """A date after today."""
    LIST_MONTH = "list-month"
    """A list for a month that is not next, in the future, or beside an open list."""
    NOBODY_TO_REMIT = "nobody-to-remit"
    """Nobody is on the list."""
    LIST_STATE = "list-state"
    """The list is past this step."""
    LIST_HAS_MONEY = "list-has-money"
    """A confirmed list of which money has come: the centre takes it back, by two people."""
    NOT_TO_PAY_BACK = "not-to-pay-back"
    """A month that is paid, comes with a list, or was no month of employment."""
    NOTHING_OWED = "nothing-owed"
    """No month that could be paid back."""
    CANNOT_FINE = "cannot-fine"
    """A fine that the law of its day has not."""
    PENALTY_KNOWN = "penalty-known"
    """A fine stands under the number of the document."""
    PENALTY_LIFTED = "penalty-lifted"
    """It was taken back already."""
    CANNOT_DEFER = "cannot-defer"
    """A deferral that may not be agreed."""
    CANNOT_LOWER = "cannot-lower"
    """A lower ratio in hardship that may not be agreed."""
    HARDSHIP_OPEN = "hardship-open"
    """Another request of the employer, of the same kind, is not answered yet."""
    REQUEST_STATE = "request-state"
    """The request was answered or taken back."""
    REQUEST_PROPOSED = "request-proposed"
    """The request waits for a checker."""
    REGISTRATION_OPEN = "registration-open"
    """Another registration of the same company waits for the centre."""
    NO_PAPERS = "no-papers"
    """A registration without a file."""
    CODE_TOO_SOON = "code-too-soon"
    """Too many codes to a phone, or for a network."""
    CODE_WRONG = "code-wrong"
    """Another code than the one that was sent, or one that is used up or too old."""
    PAPERS_UNKNOWN = "papers-unknown"
    """Files that are not there any more, or are named by another request."""
    TOO_MANY_PAPERS = "too-many-papers"
    """Files that no request names."""
    PAPER_DAMAGED = "paper-damaged"
    """Nothing can be seen of a file, or not in time."""
    PAPER_LOCKED = "paper-locked"
    """A file that wants a password."""
    PAPER_TOO_LARGE = "paper-too-large"
    """A picture of too many pixels."""
    PAPER_TOO_LONG = "paper-too-long"
    """A file of too many pages."""
    PAPERS_BUSY = "papers-busy"
    """No worker is free to redraw a file."""
    RATIO_IN_HARDSHIP = "ratio-in-hardship"
    """A lower ratio was agreed for that month, or ends in it."""
    CANNOT_CORRECT = "cannot-correct"
    """A contribution that is not there, or not there any more."""
    CANNOT_ERASE = "cannot-erase"
    """The law or something under way still needs the person's data."""
    CANNOT_MERGE = "cannot-merge"
    """Two accounts that are not shown to be one person's, or of which something is under way."""
    MERGE_ENDED = "merge-ended"
    """It is done, or was ended before."""
    NOT_OWED = "not-owed"
    """A complaint about months that nobody owes."""
    COMPLAINT_OPEN = "complaint-open"
    """Another complaint of the account waits for its answer."""
    COMPLAINT_ANSWERED = "complaint-answered"
    """It was answered before."""
    DISPUTE_OPEN = "dispute-open"
    """The same row is being looked into."""
    DISPUTE_STATE = "dispute-state"
    """The dispute is past this step, or not there yet."""
    OWN_DISPUTE = "own-dispute"
    """Nobody answers oneself."""
    CANNOT_ALLOT = "cannot-allot"
    """What lies in suspense does not book the list to the fen."""
    CANNOT_REFUND = "cannot-refund"
    """More than lies there, or nobody knows where it came from."""
    FILE_STATE = "list-file-state"
    """An uploaded list that is not ready to be accepted, or was."""
    FILE_DIGEST = "list-file-digest"
    """Another digest than that of the preview."""
    FILE_NOT_MENDABLE = "list-file-not-mendable"
    """An uploaded list with hidden or merged cells, which only its own file can show."""
    DRAFT_CHANGED = "draft-changed"
    """Another operator has filled in the page otherwise meanwhile."""
    FILE_OUTDATED = "list-file-outdated"
    """People, bases, ratios or limits changed after the preview."""
    LIST_OUTDATED = "list-outdated"
    """Somebody on the draft was sealed, closed or left since it was made."""
    CANNOT_MOVE_IN = "cannot-move-in"
    """Rows of former books that cannot be booked; every one is told."""
    BOOKS_DIFFER = "books-differ"
    """The rows and the control sums of the former books do not agree."""
    MOVING_IN_STATE = "moving-in-state"
    """A moving in by files that is not as far, or is over."""
    MOVING_IN_NOT_READY = "moving-in-not-ready"
    """Files that are not read, or are flawed, or differ from the former books."""
    BAD_VOUCHER = "voucher-not-possible"
    """A voucher by hand that cannot be: not balanced, or a subject that moves by business alone."""
    PERIOD_CLOSED = "period-closed"
    """The month of a voucher is closed."""
    CANNOT_CLOSE = "period-cannot-be-closed"
    """What bars the closing of a month; everything is told."""
    BAD_DISTRIBUTION = "distribution-not-possible"
    """A year's added value cannot be distributed so."""
    FUND_YEAR_NOT_OVER = "fund-year-not-over"
    """Interest is settled when the fund year has ended."""
    OLDER_YEAR_UNSETTLED = "older-fund-year-unsettled"
    """The interest of an older year is principal of this one."""


WORDINGS: Mapping[Reason, Wording] = {
    Reason.NOT_FOUND: NOT_FOUND,
    Reason.RIGHT_ENDED: Wording(
        403, "R-ACC-1", "您办理此业务的权限已终止，请重新登录或联系本单位。"
    ),
    Reason.OTHER_TOTAL: Wording(409, "R-DEP-6", "确认的金额与清册合计不一致，请核对后重新确认。"),
    Reason.CONFIRM_RIGHT: Wording(
        403, "R-ACC-1", "您没有本单位的确认权限，已确认的清册只能由有该权限的经办人撤回。"
    ),
    Reason.NO_AGREEMENT: Wording(
        403, "R-ACC-1", "单位尚未签订网上业务协议或协议已终止，请先到住房公积金管理中心签订。"
    ),
    Reason.EMPLOYER_KNOWN: Wording(409, "R-ACC-6", "该统一社会信用代码已经登记。"),
    Reason.RATIO_NOT_ALLOWED: Wording(422, "R-DEP-2", "缴存比例应在{lowest}%至{highest}%之间。"),
    Reason.ACCOUNTS_KNOWN: Wording(
        409,
        "R-ACC-8",
        "第{positions}行的职工已有个人账户，每人只能有一个账户；本单位封存的请启封，在其他单位的请办理同城转移。",
    ),
    Reason.PHONE_TAKEN: Wording(
        409,
        "R-INF-2",
        "第{positions}行{more}的手机号已登记在他人或单位经办人名下，请填写职工本人的手机号，或由职工本人到柜台办理。",
    ),
    Reason.FLAWED_ROWS: Wording(422, "R-CHK-1", "名单中有{count}处错误：{first}{more}。"),
    Reason.REPEATED_PERSON: Wording(
        422, "R-ACC-8", "名单中同一证件号码出现了多次：{first}{more}。"
    ),
    Reason.WRONG_STATE: Wording(409, "R-SEAL-2", "账户{number}当前状态为{state}，不能办理此业务。"),
    Reason.MONEY_FROZEN: Wording(
        409, "R-SEAL-2", "账户{number}有提取资金冻结待付，办结后才能办理此业务。"
    ),
    Reason.ON_CONFIRMED_LIST: Wording(
        409,
        "R-CHG-6",
        "账户{number}在{frozen}已确认、尚未入账的汇缴清册中，该月不能变更，请从{following}起办理。",
    ),
    Reason.MONTH_ALREADY_PAID: Wording(
        422, "R-SEAL-5", "账户{number}的启封年月应晚于缴至年月{paid_up_to}。"
    ),
    Reason.MONTH_NOT_ALLOWED: Wording(
        422, "R-SEAL-3", "账户{number}的封存年月应在{first}至{last}之间。"
    ),
    Reason.TOO_EARLY_FOR_CENTRE: Wording(
        409, "R-SEAL-7", "单位应在劳动关系终止后{days}日内办理，{first_day}起方可由中心封存。"
    ),
    Reason.BASE_PAID: Wording(
        422, "R-CHG-2", "账户{number}的基数生效年月应晚于{paid_up_to}（职工或单位的缴至年月）。"
    ),
    Reason.BASE_REASON: Wording(422, "R-CHG-3", "基数每年7月调整一次，其他月份调整请填写原因。"),
    Reason.BASE_FROZEN: Wording(
        409, "R-CHG-6", "{month}的汇缴清册已确认，该月基数不能变更，请从{following}起调整。"
    ),
    Reason.RATIO_PAID: Wording(
        422, "R-CHG-2", "缴存比例的生效年月应晚于单位的缴至年月{paid_up_to}。"
    ),
    Reason.RATIO_FROZEN: Wording(
        409, "R-CHG-6", "{month}的汇缴清册已确认，该月缴存比例不能变更，请从{following}起调整。"
    ),
    Reason.RATIO_ONCE_A_YEAR: Wording(
        409,
        "R-CHG-4",
        "本公积金年度内已自{month}起调整过缴存比例，每年度只能自行调整一次，请到住房公积金管理中心办理。",
    ),
    Reason.RATIO_REASON: Wording(
        422, "R-CHG-4", "缴存比例一般随年度基数一并调整，其他月份调整请填写原因。"
    ),
    Reason.RATIO_LOWERED: Wording(
        409,
        "R-DEP-9",
        "年度调整以外降低缴存比例，须经职工代表大会或工会讨论通过，并向住房公积金管理中心申请。",
    ),
    Reason.ROUND_INCOMPLETE: Wording(
        422,
        "R-CHG-3",
        "年度基数调整应包括全部在缴职工，还有{count}人没有填报基数：{first}{more}。",
    ),
    Reason.TRANSFER_OPEN: Wording(
        409, "R-TRF-3", "账户{number}有未办结的同城转移申请，办结后才能办理此业务。"
    ),
    Reason.NOBODY_TO_TRANSFER: Wording(
        404, "R-TRF-2", "没有找到证件号码与姓名一致、可以转移的个人账户，请核对后重新填写。"
    ),
    Reason.OWN_STAFF_ALREADY: Wording(
        409, "R-TRF-2", "账户{number}已在本单位，无须转移；已封存的请办理启封。"
    ),
    Reason.TRANSFER_MONTH: Wording(
        422,
        "R-TRF-2",
        "转入后首次汇缴年月应不早于{first}，即晚于职工和本单位的缴至年月及已确认清册。",
    ),
    Reason.TRANSFER_ENDED: Wording(409, "R-TRF-3", "该转移申请当前状态为{state}，不能办理此操作。"),
    Reason.TRANSFER_WAITS: Wording(
        409, "R-TRF-3", "职工同意且原单位逾期（{release_by}）未办理的，才能由中心决定。"
    ),
    Reason.SET_UP_LATER: Wording(422, "R-ACC-6", "单位设立日期不能晚于缴存登记日期，请核对。"),
    Reason.NOTHING_TO_CORRECT: Wording(
        409, "R-INF-2", "该职工现登记的姓名和证件号码就是这样，无须更正。"
    ),
    Reason.TOO_MANY_CORRECTIONS: Wording(
        429,
        "R-INF-2",
        "同一职工一天内最多提交{most}次更正，请明天再试，或请本人带身份证件到柜台办理。",
    ),
    Reason.SEAL_ASKED: Wording(409, "R-SEAL-7", "您已提出封存申请，请等待办理。"),
    Reason.REPEATED_ACCOUNT: Wording(422, "R-SEAL-2", "名单中同一个人账号出现了多次。"),
    Reason.PAST_DATE_BY_EMPLOYER: Wording(
        403, "R-ACC-7", "开户日期早于今天的，请到住房公积金管理中心办理。"
    ),
    Reason.DATE_BEFORE_OPENING: Wording(422, "R-SEAL-3", "账户{number}的封存日期早于开户日期。"),
    Reason.FUTURE_DATE: Wording(422, "R-SEAL-3", "日期不能晚于今天。"),
    Reason.LIST_MONTH: Wording(422, "R-DEP-6", "{why}"),
    Reason.NOBODY_TO_REMIT: Wording(409, "R-DEP-6", "该月没有需要汇缴的在缴职工。"),
    Reason.LIST_STATE: Wording(409, "R-DEP-6", "清册当前状态为{state}，不能办理此操作。"),
    Reason.LIST_HAS_MONEY: Wording(
        409, "R-CHG-6", "该清册已有到账款项，不能自行撤回，请联系住房公积金管理中心撤销。"
    ),
    Reason.NOT_TO_PAY_BACK: Wording(422, "R-CHG-2", "账户{number}不能补缴：{why}。"),
    Reason.NOTHING_OWED: Wording(409, "R-DEP-10", "该单位没有可以补缴的月份。"),
    Reason.CANNOT_FINE: Wording(422, "R-CRD-4", "不能作出处罚：{why}。"),
    Reason.PENALTY_KNOWN: Wording(409, "R-CRD-4", "该文书号的处罚决定已登记。"),
    Reason.PENALTY_LIFTED: Wording(409, "R-CRD-4", "该处罚决定已撤销。"),
    Reason.CANNOT_DEFER: Wording(422, "R-DEP-9", "不能办理缓缴：{why}。"),
    Reason.CANNOT_ERASE: Wording(409, None, "现在还不能删除：{why}。"),
    Reason.CANNOT_MERGE: Wording(409, "R-ACC-8", "这两个账户不能合并：{why}。"),
    Reason.MERGE_ENDED: Wording(409, None, "该合并已经办结（{state}）。"),
    Reason.CANNOT_LOWER: Wording(422, "R-DEP-9", "不能降低缴存比例：{why}。"),
    Reason.HARDSHIP_OPEN: Wording(
        409, "R-DEP-9", "单位已有一件同类申请正在办理，办结或撤回后才能再次申请。"
    ),
    Reason.REQUEST_STATE: Wording(409, None, "该申请{state}，不能办理此操作。"),
    Reason.REQUEST_PROPOSED: Wording(409, None, "该申请已提交复核，请等待复核。"),
    Reason.REGISTRATION_OPEN: Wording(409, "R-ACC-6", "该单位已有一件登记申请正在办理。"),
    Reason.NO_PAPERS: Wording(422, "R-ACC-6", "请先上传营业执照等登记材料，再提交申请。"),
    Reason.CODE_TOO_SOON: Wording(429, None, "获取验证码过于频繁，请{seconds}秒后再试。"),
    Reason.CODE_WRONG: Wording(422, None, "验证码不正确或已失效，请核对，或重新获取。"),
    Reason.PAPERS_UNKNOWN: Wording(
        422, "R-DEP-9", "上传的材料已过期或已用于其他申请，请重新上传。"
    ),
    Reason.TOO_MANY_PAPERS: Wording(
        409, "R-DEP-9", "尚未提交的材料最多{most}份，请先提交申请，或一天后再上传。"
    ),
    Reason.PAPER_DAMAGED: Wording(422, "R-DEP-9", "文件已损坏或无法打开，请重新拍照或扫描后上传。"),
    Reason.PAPER_LOCKED: Wording(422, "R-DEP-9", "文件有密码保护，请去除密码后重新上传。"),
    Reason.PAPER_TOO_LARGE: Wording(422, "R-DEP-9", "图片尺寸过大，请缩小后重新上传。"),
    Reason.PAPER_TOO_LONG: Wording(422, "R-DEP-9", "文件超过20页，请分成几份上传。"),
    Reason.PAPERS_BUSY: Wording(503, "R-DEP-9", "上传的人较多，请稍后再试。"),
    Reason.RATIO_IN_HARDSHIP: Wording(
        409,
        "R-DEP-9",
        "该单位已批准降低缴存比例至{until}，期满自动恢复，{following}起可以另行调整。",
    ),
    Reason.CANNOT_CORRECT: Wording(409, "R-BK-2", "账户{number}不能办理错缴更正：{why}。"),
    Reason.NOT_OWED: Wording(409, "R-DEP-10", "没有欠缴的月份可以反映{months}。"),
    Reason.COMPLAINT_OPEN: Wording(409, "R-DEP-10", "您已有一件投诉正在处理，请等待答复。"),
    Reason.COMPLAINT_ANSWERED: Wording(409, "R-DEP-10", "该投诉已经答复。"),
    Reason.DISPUTE_OPEN: Wording(409, "R-QRY-4", "您对该笔记录的异议正在核实，请等待答复。"),
    Reason.DISPUTE_STATE: Wording(409, "R-QRY-4", "该异议当前状态为{state}，不能办理此操作。"),
    Reason.OWN_DISPUTE: Wording(403, "R-QRY-4", "本人提出的异议须由其他工作人员答复。"),
    Reason.CANNOT_ALLOT: Wording(409, "R-DEP-7", "不能以暂收款缴纳该清册：{why}。"),
    Reason.CANNOT_REFUND: Wording(409, "R-DEP-7", "不能退款：{why}。"),
    Reason.FILE_STATE: Wording(409, "R-DEP-6", "上传的清册当前状态为{state}，不能办理此操作。"),
    Reason.FILE_DIGEST: Wording(409, "R-CHG-5", "确认的内容与预览不一致，请重新查看预览后再确认。"),
    Reason.FILE_NOT_MENDABLE: Wording(
        409, "R-DEP-6", "文件里有隐藏的行、列或合并单元格，请在原文件中改正后重新上传。"
    ),
    Reason.DRAFT_CHANGED: Wording(
        409, None, "{name}在{at}修改了这份草稿，请先读入最新的草稿，再继续填写。"
    ),
    Reason.FILE_OUTDATED: Wording(
        409, "R-CHG-5", "预览后职工、基数、比例或限额有变更，请重新上传清册。"
    ),
    Reason.LIST_OUTDATED: Wording(
        409, "R-DEP-6", "清册编制后有{count}名职工发生变更，请撤回后重新编制。"
    ),
    Reason.CANNOT_MOVE_IN: Wording(422, "R-BK-1", "期初明细中有{count}行不能录入：{first}。"),
    Reason.BOOKS_DIFFER: Wording(422, "R-BK-1", "期初余额未录入：{difference}，请核对。"),
    Reason.MOVING_IN_STATE: Wording(409, "R-BK-1", "期初批次{state}，不能再这样办理。"),
    Reason.MOVING_IN_NOT_READY: Wording(422, "R-BK-1", "期初批次还不能复核：{why}。"),
    Reason.BAD_VOUCHER: Wording(422, "R-BK-1", "凭证不能记账：{why}。"),
    Reason.PERIOD_CLOSED: Wording(409, "R-BK-2", "{month}已结账，请记入未结账的月份。"),
    Reason.CANNOT_CLOSE: Wording(409, "R-BK-1", "{month}不能结账：{why}。"),
    Reason.BAD_DISTRIBUTION: Wording(422, "R-BK-1", "增值收益不能这样分配：{why}。"),
    Reason.FUND_YEAR_NOT_OVER: Wording(
        422, "R-INT-2", "{fund_year}公积金年度尚未结束，6月30日结息。"
    ),
    Reason.OLDER_YEAR_UNSETTLED: Wording(
        409,
        "R-INT-2",
        "{older}公积金年度尚未结息完毕，不能先办理{fund_year}公积金年度结息，请按年度顺序办理。",
    ),
}


class Refused(WordedError):
    """Accounts refuses it (拒绝)."""

    wordings = WORDINGS
