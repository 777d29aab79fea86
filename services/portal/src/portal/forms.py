"""What is typed into a calculator (试算表单): read as people write amounts, or refused; pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from shared.base.cleaning import clean_number

FEN_PER_YUAN = 100
DIGITS_MAX = 11
AMOUNT = re.compile(rf"(\d{{1,{DIGITS_MAX}}})(?:\.(\d{{1,2}}))?")
NUMBER = re.compile(r"\d{1,6}")
RATIO = re.compile(r"(\d{1,2})(?:\.(\d{1,2}))?")


@dataclass(frozen=True)
class Choice:
    """One of several."""

    value: str
    text: str


@dataclass(frozen=True)
class Field:
    """One field of a form: its name is the parameter of its owner's calculator."""

    name: str
    label: str
    kind: str = "yuan"
    """`yuan`, `number`, `percent` or `choice`."""
    hint: str = ""
    start: str = ""
    """What stands in it at first."""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Form:
    """One calculator: whom it asks, what it asks of the person."""

    code: str
    title: str
    lead: str
    service: str
    calculator: str
    fields: tuple[Field, ...]
    fixed: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Entered:
    """What was typed, as the owner is asked, and what is wrong with it by field."""

    asked: Mapping[str, str | int]
    wrong: Mapping[str, str]


def entered(form: Form, typed: Mapping[str, str]) -> Entered:
    """Read a form; fields that are wrong are named with a sentence each."""
    asked: dict[str, str | int] = dict(form.fixed)
    wrong: dict[str, str] = {}
    for one in form.fields:
        value = read(one, typed.get(one.name, ""))
        if value is None:
            wrong[one.name] = WRONG[one.kind].format(label=one.label)
        else:
            asked[one.name] = value
    return Entered(asked, wrong)


WRONG = {
    "yuan": "请填写{label}，例如 3000 或 3000.50",
    "number": "请填写{label}，只写数字",
    "percent": "请填写{label}，例如 8 或 8.5",
    "choice": "请选择{label}",
}


def read(one: Field, text: str) -> str | int | None:
    """Read one field: fen, a number, basis points or a choice; None where it is none of these."""
    plain = clean_number(text).replace(",", "").replace("，", "")
    if one.kind == "choice":
        return text if text in {choice.value for choice in one.choices} else None
    if one.kind == "number":
        return int(plain) if NUMBER.fullmatch(plain) and plain.isascii() else None
    found = (AMOUNT if one.kind == "yuan" else RATIO).fullmatch(plain)
    if found is None or not plain.isascii():
        return None
    # Fen of a yuan and basis points of a percent are both hundredths.
    return int(found[1]) * FEN_PER_YUAN + int((found[2] or "").ljust(2, "0"))


METHODS = (
    Choice("01", "等额本息：每月还款额相同"),
    Choice("02", "等额本金：每月本金相同，逐月减少"),
)
HOMES = (Choice("first", "首套"), Choice("second", "二套"))
METHOD = Field("method", "还款方式", "choice", start="01", choices=METHODS)
HOME = Field("home", "套数", "choice", start="first", choices=HOMES)

FORMS = {
    form.code: form
    for form in (
        Form(
            "loan", "贷款计算器", "贷多少、贷几年，每月还多少，一共付多少利息。", "loans", "loan",
            (
                Field("amount_fen", "贷款金额（元）"),
                Field("periods", "期限（月）", "number", "年数乘以 12"),
                METHOD,
                HOME,
            ),
        ),
        Form(
            "early-repayment", "提前还款计算器", "提前还一部分，缩短期限和减少月供各省多少利息。",
            "loans", "early-repayment",
            (
                Field("balance_fen", "贷款余额（元）"),
                Field("periods_left", "剩余期数（月）", "number"),
                Field("term_periods", "贷款总期数（月）", "number", "借款合同约定的期限"),
                Field("amount_fen", "提前还款金额（元）"),
                Field("days", "距上一还款日的天数", "number", "刚还过的填 1", "1"),
                METHOD,
                HOME,
            ),
        ),
        Form(
            "deposit", "缴存计算器", "按工资和比例，单位和个人每月各缴多少。", "accounts", "deposit",
            (
                Field("wage_fen", "上年度月平均工资（元）"),
                Field("employer_ratio_bp", "单位缴存比例（%）", "percent"),
                Field("employee_ratio_bp", "个人缴存比例（%）", "percent"),
            ),
        ),
        Form(
            "rent", "租房提取计算器", "按房租和月缴存额，最多能提取多少。", "withdrawals", "rent",
            (
                Field("amount_fen", "月租金（元）"),
                Field("deposit_fen", "本人月缴存额（元）", "yuan", "单位和个人合计"),
                Field(
                    "registered", "租赁合同是否备案", "choice", start="true",
                    choices=(Choice("true", "已登记备案"), Choice("false", "未备案")),
                ),
            ),
        ),
        Form(
            "purchase", "购房提取计算器", "按房价和贷款，最多能提取多少。", "withdrawals", "purchase",
            (
                Field("amount_fen", "房价（元）"),
                Field("less_fen", "全部购房贷款（元）", "yuan", "没有贷款的填 0"),
            ),
        ),
        Form(
            "renovation", "装修提取计算器", "按发票金额，最多能提取多少。", "withdrawals", "renovation",
            (Field("amount_fen", "装修发票合计（元）"),),
        ),
        Form(
            "property-fee", "物业费提取计算器", "按已缴物业费，最多能提取多少。", "withdrawals",
            "property_fee", (Field("amount_fen", "本年已缴物业费（元）"),),
        ),
    )
}  # fmt: skip
"""Every calculator, by its address."""
