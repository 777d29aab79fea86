"""What accounts refuses, each with a stable code, its rule and one Chinese sentence; the API maps them."""

from shared.base.errors import ServiceError


class AccountsError(ServiceError):
    """A request that a rule refuses."""

    code = "refused"
    sentence = "无法办理此业务。"

    def __init__(self, **values: object) -> None:
        super().__init__()
        self.detail = self.sentence.format(**values)


class NotFound(AccountsError):
    """It does not exist, or is a stranger's."""

    status = 404
    code = "not-found"
    sentence = "没有找到您要的内容。"


class NoAgreement(AccountsError):
    """No online work without an agreement, or after its end."""

    status = 403
    code = "agreement-required"
    rule = "R-ACC-1"
    sentence = "单位尚未签订网上业务协议或协议已终止，请先到住房公积金管理中心签订。"


class EmployerKnown(AccountsError):
    """The social credit code is registered already."""

    code = "employer-known"
    rule = "R-ACC-6"
    sentence = "该统一社会信用代码已经登记。"


class RatioNotAllowed(AccountsError):
    """A ratio outside the policy's limits."""

    status = 422
    code = "ratio-not-allowed"
    rule = "R-DEP-2"
    sentence = "缴存比例应在{lowest}%至{highest}%之间。"


class AccountsKnown(AccountsError):
    """Somebody on the list has an open account: transfer or unseal instead."""

    code = "account-exists"
    rule = "R-ACC-8"
    sentence = "第{positions}行的职工已有个人账户，每人只能有一个账户，请办理转移或启封。"


class RepeatedPerson(AccountsError):
    """The same ID twice in one request."""

    status = 422
    code = "repeated-person"
    rule = "R-ACC-8"
    sentence = "名单中同一身份证号出现了多次。"


class WrongState(AccountsError):
    """The account's state does not allow it."""

    code = "wrong-account-state"
    rule = "R-SEAL-2"
    sentence = "账户{number}当前状态为{state}，不能办理此业务。"


class MoneyFrozen(AccountsError):
    """A withdrawal is in progress."""

    code = "withdrawal-in-progress"
    rule = "R-SEAL-2"
    sentence = "账户{number}有提取资金冻结待付，办结后才能办理此业务。"


class OnConfirmedList(AccountsError):
    """A confirmed list that is not booked yet has this account."""

    code = "on-confirmed-list"
    rule = "R-CHG-6"
    sentence = "账户{number}在已确认、尚未入账的汇缴清册中，入账后才能办理。"


class MonthAlreadyPaid(AccountsError):
    """Contributions resume after the paid-up-to month."""

    status = 422
    code = "month-already-paid"
    rule = "R-SEAL-5"
    sentence = "启封年月应晚于缴至年月{paid_up_to}。"


class MonthNotAllowed(AccountsError):
    """A seal from a month that is paid already, or later than it can be."""

    status = 422
    code = "month-not-allowed"
    rule = "R-SEAL-3"
    sentence = "账户{number}的封存年月应在{first}至{last}之间。"


class TooEarlyForCentre(AccountsError):
    """The employer still has its 30 days."""

    code = "employer-has-time"
    rule = "R-SEAL-7"
    sentence = "单位应在劳动关系终止后30日内办理，{first_day}起方可由中心封存。"


class BasePaid(AccountsError):
    """A base for a month that is paid already."""

    status = 422
    code = "base-month-paid"
    rule = "R-CHG-2"
    sentence = "账户{number}的基数生效年月应晚于职工和单位的缴至年月。"


class BaseReason(AccountsError):
    """A base change outside July without a reason."""

    status = 422
    code = "base-reason-required"
    rule = "R-CHG-3"
    sentence = "基数每年7月调整一次，其他月份调整请填写原因。"


class BaseFrozen(AccountsError):
    """A confirmed list of that month has the account."""

    code = "base-month-frozen"
    rule = "R-CHG-6"
    sentence = "{month}的汇缴清册已确认，该月基数不能变更，请从下一个月起调整。"


class RepeatedAccount(AccountsError):
    """The same account twice in one request."""

    status = 422
    code = "repeated-account"
    rule = "R-SEAL-2"
    sentence = "名单中同一个人账号出现了多次。"


class PastDateByEmployer(AccountsError):
    """Only staff may date something back further than this."""

    status = 403
    code = "past-date-by-staff-only"
    rule = "R-ACC-7"
    sentence = "开户日期早于今天的，请到住房公积金管理中心办理。"


class DateBeforeOpening(AccountsError):
    """Sealed before it was opened."""

    status = 422
    code = "date-before-opening"
    rule = "R-SEAL-3"
    sentence = "账户{number}的封存日期早于开户日期。"


class FutureDate(AccountsError):
    """A date after today."""

    status = 422
    code = "future-date"
    rule = "R-SEAL-3"
    sentence = "日期不能晚于今天。"


class ListMonth(AccountsError):
    """A list for a month that is not next, in the future, or beside an open list."""

    status = 422
    code = "list-month"
    rule = "R-DEP-6"
    sentence = "{why}"


class NobodyToRemit(AccountsError):
    """Nobody is on the list."""

    code = "nobody-to-remit"
    rule = "R-DEP-6"
    sentence = "该月没有需要汇缴的在缴职工。"


class ListState(AccountsError):
    """The list is past this step."""

    code = "list-state"
    rule = "R-DEP-6"
    sentence = "清册当前状态为{state}，不能办理此操作。"


class ListOutdated(AccountsError):
    """Somebody on the draft was sealed, closed or left since it was made."""

    code = "list-outdated"
    rule = "R-DEP-6"
    sentence = "清册编制后有{count}名职工发生变更，请撤回后重新编制。"


class FundYearNotOver(AccountsError):
    """Interest is settled when the fund year has ended."""

    status = 422
    code = "fund-year-not-over"
    rule = "R-INT-2"
    sentence = "{fund_year}公积金年度尚未结束，6月30日结息。"


class OlderYearUnsettled(AccountsError):
    """The interest of an older year is principal of this one."""

    code = "older-fund-year-unsettled"
    rule = "R-INT-2"
    sentence = (
        "{older}公积金年度尚未结息完毕，不能先办理{fund_year}公积金年度结息，请按年度顺序办理。"
    )
