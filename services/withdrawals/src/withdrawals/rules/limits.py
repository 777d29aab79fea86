"""How much and within which time, as a citizen reads it: made of a policy row's own numbers; pure."""

from shared.base.money import yuan
from withdrawals.dossier import WHOLE_BP
from withdrawals.rules.build import BuildTerms
from withdrawals.rules.ground import GroundTerms
from withdrawals.rules.hardship import HardshipTerms
from withdrawals.rules.illness import IllnessTerms
from withdrawals.rules.other import OtherTerms
from withdrawals.rules.property_fee import PropertyFeeTerms
from withdrawals.rules.purchase import PurchaseTerms
from withdrawals.rules.renovation import RenovationTerms
from withdrawals.rules.rent import RentTerms
from withdrawals.rules.repay_running import RepayTerms
from withdrawals.rules.unable_to_work import UnableTerms

HUNDRED_BP = WHOLE_BP // 100
GROUPS = {"rent": "租房", "purchase": "购房、建房", "loan": "偿还住房贷款"}
"""What a household takes one of in a calendar year (R-WDR-25)."""


def limits_text(terms: GroundTerms) -> list[str]:
    """Word the numbers of a case of the law (R-WDR-28 to 44); raises `NotImplementedError`."""
    return [*_own(terms), *_group(terms)]


def _own(terms: GroundTerms) -> list[str]:  # noqa: PLR0911  A line a case.
    match terms:
        case RentTerms():
            return _rent(terms)
        case PurchaseTerms():
            return _purchase(terms)
        case BuildTerms():
            return [
                f"须在许可或者鉴定后{terms.window_months}个月内申请，最后一日算在内。",
                f"按每平方米{yuan(terms.cost_fen_per_square_metre)}元的造价计算。",
            ]
        case RepayTerms():
            return _repay(terms)
        case RenovationTerms():
            return [
                f"按{terms.invoice_months}个月内发票金额的{percent_of(terms.share_bp)}计算，"
                f"同一套住房最多{yuan(terms.flat_most_fen)}元。",
                f"同一套住房{terms.again_after_months}个月内不能再次办理。",
            ]
        case PropertyFeeTerms():
            return [f"每个家庭每年最多{yuan(terms.household_year_fen)}元。"]
        case IllnessTerms():
            return [f"按{terms.bill_months}个月内结算的自付费用计算。"]
        case UnableTerms():
            return [f"鉴定结论为一级至{terms.worst_grades}级的，提取全部余额和利息。"]
        case OtherTerms():
            return [
                f"按{terms.window_months}个月内票据金额的{percent_of(terms.share_bp)}计算，"
                f"每个家庭每年最多{yuan(terms.household_year_fen)}元。"
            ]
        case HardshipTerms():
            return ["每年可以提取一次。"]
    raise NotImplementedError(f"{type(terms).__name__} has no words")


def _rent(terms: RentTerms) -> list[str]:
    share = terms.share_of_wages_bp
    wages = [f"月租金须超过家庭工资收入的{percent_of(share)}。"] if share is not None else []
    return [
        f"须连续足额缴存满{terms.months_contributed}个月，缴至年月不早于受理前{terms.most_behind_months}个月。",
        *wages,
        f"租赁合同未备案的，每人每月最多{yuan(terms.person_month_fen)}元，"
        f"每个家庭每月最多{yuan(terms.household_month_fen)}元。",
        f"可以提取受理以前{terms.back_months}个月内的房租。",
    ]


def _purchase(terms: PurchaseTerms) -> list[str]:
    waits = terms.strangers_wait_months
    apart = [f"购房人之间没有亲属关系的，产权登记满{waits}个月后才能申请。"] if waits else []
    return [
        f"新建住房从发票开具之日、二手住房从产权登记之日起{terms.window_months}个月内申请，最后一日算在内。",
        f"限家庭前{terms.homes_most}套住房。",
        *apart,
    ]


def _repay(terms: RepayTerms) -> list[str]:
    ahead = terms.basis == "ahead"
    counted = (
        f"可以提前提取{terms.window_months}期的还款额。"
        if ahead
        else f"按受理以前{terms.window_months}个月内已经偿还的本息计算。"
    )
    shortfall = (
        ["签订冲抵协议的，由银行卡补足的部分也可以提取。"]
        if terms.offset_shortfall_claimable
        else []
    )
    yearly = ["每人每年限一次。"] if terms.once_a_year else []
    return [counted, f"须已还款满{terms.least_instalments}期。", *shortfall, *yearly]


def _group(terms: GroundTerms) -> list[str]:
    if terms.exclusive_group is None:
        return []
    others = "、".join(text for group, text in GROUPS.items() if group != terms.exclusive_group)
    return [f"每个家庭每年只能选一类：办理后，当年不能再办理{others}提取。"]


def percent_of(basis_points: int) -> str:
    """Write a share for people, 50%."""
    whole, rest = divmod(basis_points, HUNDRED_BP)
    return f"{whole}.{rest:02d}%".replace(".00", "") if rest else f"{whole}%"
