"""What the law's cases say to people, one entry a type: why not, and which later doors a withdrawal closes.

A sentence may use the values that `refuse_case` is given; `dated` replaces it where a first day is known.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from withdrawals.domain import Refusal
from withdrawals.dossier import Register
from withdrawals.refusals import Wording, chinese_date

REGISTER_NAMES: Mapping[Register, str] = {
    Register.MARRIAGE: "民政部门婚姻登记",
    Register.HOMES: "不动产登记和房屋网签备案",
    Register.LEASES: "住房租赁登记和公共租赁住房登记",
    Register.INVOICES: "税务部门发票",
    Register.BANK_LOANS: "商业银行住房贷款",
    Register.WORKING_ABILITY: "人社部门劳动能力鉴定",
    Register.HARDSHIP: "民政部门最低生活保障",
    Register.ILLNESS: "医疗保障结算",
}

NOT_A_COUPLE = "couple_not_on_record"
"""The code where two signed together and the register does not have them as spouses (R-WDR-49)."""

SPOUSE_TO_AGREE = (
    "您的配偶尚未授权查询其登记信息。请配偶登录网上服务，在“提取安全设置”中授权，或到柜台提交书面授权；"
    "也可以上传证明材料，由工作人员审核。"
)
"""R-WDR-20: a spouse's data is asked for with the spouse's consent only."""
SPOUSE_SILENT = "spouse_not_agreed"
"""The code of the same where nobody can hand papers in: of a run of an agreement."""

COMMON: Mapping[str, Wording] = {
    "at_counter": Wording("R-WDR-18", "此类提取须由本人携带材料到柜台办理。"),
    "other_group": Wording(
        "R-WDR-25",
        "您家庭{year}年已办理过另一类住房提取，当年不能再办理此类提取。",
        "您家庭{year}年已办理过另一类住房提取，{date}起才能办理此类提取。",
    ),
    "nothing_open": Wording("R-WDR-19", "没有可以提取的金额：{numbers}。"),
    "above_ceiling": Wording(
        "R-WDR-19", "申请金额{wanted}元超过可提取金额{ceiling}元，请按不超过该金额申请。"
    ),
    "unpaid_fund_loan": Wording(
        "R-WDR-24", "您有尚未还清的住房公积金贷款，还清之前只能办理偿还住房贷款本息提取。"
    ),
    "document_needed": Wording(
        "R-WDR-21", "{registers}没有查到您的信息，请携带证明材料到柜台办理。"
    ),
    SPOUSE_SILENT: Wording(
        "R-WDR-20",
        "您的配偶尚未授权查询其登记信息，请配偶在网上服务“提取安全设置”中授权，或到柜台提交书面授权。",
    ),
    NOT_A_COUPLE: Wording(
        "R-WDR-49", "婚姻登记中没有查到共同签订约定的双方是夫妻，由您一人提取须重新确认银行卡。"
    ),
    "not_in_this_book": Wording("R-WDR-17", "受理当日的规定没有此类提取。"),
}
"""Reasons that every case shares."""


@dataclass(frozen=True)
class CaseTexts:
    """The words of one type."""

    closes: tuple[str, ...]
    """Which later doors a withdrawal closes (R-WDR-27, R-REP-10)."""
    reasons: Mapping[str, Wording] = field(default_factory=dict)


BALANCE = "余额减少后，以后申请住房公积金贷款时可贷额度可能降低。"

TEXTS: Mapping[str, CaseTexts] = {
    "rent": CaseTexts(
        closes=("本年内您和配偶不能再办理购房、建房或偿还住房贷款提取。", BALANCE),
        reasons={
            "owns_home": Wording("R-WDR-28", "您或配偶在本市名下有住房，不能办理租房提取。"),
            "month_missing": Wording(
                "R-WDR-28", "须连续足额缴存满{months}个月，{month}的缴存入账后即可申请。"
            ),
            "rent_too_low": Wording(
                "R-WDR-31", "月租金{rent}元未超过家庭工资收入规定比例对应的{limit}元，不能提取。"
            ),
            "no_account": Wording("R-WDR-28", "没有查到您的缴存记录，请先向单位核实。"),
        },
    ),
    "purchase": CaseTexts(
        closes=("本年内您和配偶不能再办理租房或偿还住房贷款提取。", BALANCE),
        reasons={
            "no_contract": Wording("R-WDR-32", "没有查到您或配偶的购房网签合同或产权登记。"),
            "window_over": Wording(
                "R-WDR-32", "购房提取须在{months}个月内申请，最后一日为{last}，现已超过期限。"
            ),
            "too_many_homes": Wording("R-WDR-32", "购买第{ordinal}套住房不能提取，限前{most}套。"),
            "not_relatives": Wording(
                "R-WDR-33",
                "购房人之间没有亲属关系的，产权登记满{months}个月后才能申请。",
                "购房人之间没有亲属关系，{date}起才能申请。",
            ),
        },
    ),
    "build": CaseTexts(
        closes=("本年内您和配偶不能再办理租房或偿还住房贷款提取。", BALANCE),
        reasons={
            "no_permit": Wording(
                "R-WDR-35", "没有查到规划许可或房屋安全鉴定，不能办理建造、翻建、大修提取。"
            ),
            "window_over": Wording(
                "R-WDR-35", "须在许可或鉴定后{months}个月内申请，最后一日为{last}，现已超过期限。"
            ),
        },
    ),
    "renovation": CaseTexts(
        closes=("同一套住房在规定年限内不能再次办理此类提取。", BALANCE),
        reasons={
            "not_own_home": Wording("R-WDR-36", "没有查到您或配偶名下的自有住房。"),
            "no_invoice": Wording("R-WDR-36", "没有查到符合期限的装修发票。"),
            "flat_again": Wording(
                "R-WDR-36",
                "该住房{months}个月内已办理过装修提取。",
                "该住房{months}个月内已办理过装修提取，{date}起才能再次申请。",
            ),
        },
    ),
    "property_fee": CaseTexts(
        closes=("本年内您家庭的其他住房不能再办理此类提取。", BALANCE),
        reasons={
            "not_own_home": Wording("R-WDR-37", "没有查到您或配偶名下的自有住房。"),
            "no_receipt": Wording("R-WDR-37", "没有查到本年度已缴物业费的票据。"),
            "other_flat": Wording(
                "R-WDR-37",
                "您家庭本年度已选定另一套住房办理物业费提取，每年限一套。",
                "您家庭本年度已选定另一套住房办理物业费提取，每年限一套，{date}起可以另选。",
            ),
            "once_a_year": Wording(
                "R-WDR-37",
                "物业费提取每人每年限一次。",
                "物业费提取每人每年限一次，{date}起可以再次申请。",
            ),
        },
    ),
    "repay_running": CaseTexts(
        closes=(
            "本年内您和配偶不能再办理租房、购房或建房提取。",
            "为公积金贷款提取的金额，会减少贷款结清后可提取的金额。",
            BALANCE,
        ),
        reasons={
            "no_loan": Wording("R-WDR-38", "没有查到您或配偶正在偿还的住房贷款。"),
            "in_arrears": Wording("R-WDR-39", "您的住房公积金贷款有逾期，还清逾期后才能申请。"),
            "offset_in_force": Wording(
                "R-WDR-39", "该笔公积金贷款已签订冲抵协议，还款由账户直接冲抵，不能另行提取。"
            ),
            "too_few_instalments": Wording(
                "R-WDR-38", "须已还款满{least}期，您已还{paid}期，还差{left}期。"
            ),
            "once_a_year": Wording(
                "R-WDR-38",
                "偿还住房贷款提取每人每年限一次。",
                "偿还住房贷款提取每人每年限一次，{date}起可以再次申请。",
            ),
            "bought_in_advance": Wording(
                "R-WDR-43",
                "您已提前提取{bought}期还款额，期满后才能再次申请。",
                "您已提前提取{bought}期还款额，{date}起才能再次申请。",
            ),
            "less_than_one": Wording(
                "R-WDR-43", "可提取金额{most}元不足一期还款额{instalment}元。"
            ),
        },
    ),
    "unable_to_work": CaseTexts(
        closes=("账户随之销户。",),
        reasons={
            "not_total": Wording(
                "R-WDR-44", "劳动能力鉴定等级不属于完全丧失劳动能力，不能办理此类提取。"
            ),
            "not_assessed": Wording("R-WDR-44", "没有查到您的劳动能力鉴定结论。"),
        },
    ),
    "death": CaseTexts(
        closes=("账户随之销户。",),
        reasons={
            "heirs_at_counter": Wording(
                "R-WDR-45", "职工去世的，由继承人或受遗赠人携带材料到柜台办理。"
            )
        },
    ),
    "illness": CaseTexts(
        closes=(BALANCE,),
        reasons={
            "no_bill": Wording("R-WDR-47", "没有查到期限内的医疗自付费用结算。"),
            "once_a_year": Wording(
                "R-WDR-47",
                "此类提取每人每年限一次。",
                "此类提取每人每年限一次，{date}起可以再次申请。",
            ),
        },
    ),
    "hardship": CaseTexts(
        closes=(BALANCE,),
        reasons={
            "not_listed": Wording("R-WDR-47", "没有查到您家庭享受最低生活保障的登记。"),
            "once_a_year": Wording(
                "R-WDR-47",
                "此类提取每年限一次。",
                "此类提取每年限一次，{date}起可以再次申请。",
            ),
        },
    ),
    "other": CaseTexts(
        closes=(BALANCE,),
        reasons={
            "not_own_home": Wording("R-WDR-47", "没有查到您或配偶名下的该处住房。"),
            "no_receipt": Wording("R-WDR-47", "没有查到期限内的相关费用票据。"),
        },
    ),
}


def refuse_case(
    kind: str, code: str, *, eligible_from: date | None = None, **values: str
) -> Refusal:
    """Word a refusal of a case of the law: its own entry, else what all share."""
    own = TEXTS.get(kind, CaseTexts(())).reasons
    wording = own.get(code) or COMMON[code]
    if eligible_from is not None and wording.dated is not None:
        text = wording.dated.format(date=chinese_date(eligible_from), **values)
    else:
        text = wording.sentence.format(**values)
    return Refusal(code, wording.rule, text, eligible_from)


def not_known(kind: str, registers: Iterable[Register], *, unasked: bool) -> Refusal:
    """Refuse for what registers do not know, or may not be asked about the spouse, where no paper helps."""
    if unasked:
        return refuse_case(kind, SPOUSE_SILENT)
    names = "、".join(REGISTER_NAMES[one] for one in registers)
    return refuse_case(kind, "document_needed", registers=names)
