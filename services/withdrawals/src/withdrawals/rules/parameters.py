"""A policy row as people read and change it: each parameter in words, and what would differ; pure."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from shared.base.parameters import Difference, Form, Value, fits, in_words
from withdrawals.rules.limits import GROUPS


@dataclass(frozen=True)
class Title:
    """What a parameter is called, and what may be chosen where it is one of a few."""

    text: str
    choices: Mapping[str, str] | None = None
    accounts_judge: bool = False
    """Accounts decides by it: no trial here can."""


TITLES: Mapping[str, Title] = {
    "sealed_required": Title("账户须已封存", accounts_judge=True),
    "stop_period": Title("停缴期限", accounts_judge=True),
    "stop_period.months": Title("停缴须满几个月", accounts_judge=True),
    "stop_period.counted_from": Title(
        "停缴从何时算起", {"paid_up_to": "缴至年月", "sealed_on": "封存日期"}, accounts_judge=True
    ),
    "loan_cap": Title("贷款提取限额", accounts_judge=True),
    "loan_cap.retained_months": Title("账户须留存几个月缴存额", accounts_judge=True),
    "loan_cap.retained_by": Title(
        "留存额的算法",
        {"booked_deposits": "已入账的缴存额", "current_deposit": "现月缴存额"},
        accounts_judge=True,
    ),
    "unpaid_loan_bars": Title("有未还清的公积金贷款不得提取的人"),
    "review.always": Title("逐笔人工审核"),
    "review.from_fen": Title("达到多少转人工审核"),
    "review.seal_reason_mismatch": Title("封存原因不符转人工审核"),
    "review.months_behind": Title("存在欠缴转人工审核"),
    "ground.at_counter": Title("只在柜台办理"),
    "ground.exclusive_group": Title("每年只能选一类的类别", GROUPS),
    "ground.window_months": Title("几个月内办理"),
    "ground.cost_fen_per_square_metre": Title("每平方米造价"),
    "ground.bill_months": Title("几个月内的医疗费"),
    "ground.use": Title("用途"),
    "ground.share_bp": Title("按费用的多少"),
    "ground.household_year_fen": Title("每个家庭每年最多"),
    "ground.expenses_from": Title("从哪天起的费用"),
    "ground.homes_most": Title("最多几套住房"),
    "ground.strangers_wait_months": Title("非亲属共同购房须满几个月"),
    "ground.flat_most_fen": Title("每套住房最多"),
    "ground.again_after_months": Title("几个月后可以再次办理"),
    "ground.invoice_months": Title("几个月内的发票"),
    "ground.months_contributed": Title("须连续足额缴存几个月"),
    "ground.most_behind_months": Title("缴至年月最多落后几个月"),
    "ground.share_of_wages_bp": Title("房租须超过家庭工资收入的"),
    "ground.person_month_fen": Title("每人每月最多"),
    "ground.household_month_fen": Title("每个家庭每月最多"),
    "ground.back_months": Title("可以提取之前几个月的房租"),
    "ground.least_instalments": Title("须已还几期"),
    "ground.basis": Title("按什么还款额", {"past": "已还的", "ahead": "应还的"}),
    "ground.offset_shortfall_claimable": Title("冲抵不足部分可以提取"),
    "ground.once_a_year": Title("每年一次"),
    "ground.worst_grades": Title("伤残几级以内"),
    "decide_within_days": Title("几日内决定"),
    "pay_within_working_days": Title("几个工作日内到账"),
    "answer_within_minutes": Title("其他业务几分钟内应答复"),
    "employer_proof": Title(
        "单位证明", {"by_online_seal": "以网上封存代替", "not_needed": "不需要"}
    ),
    "false_materials_ban_years": Title("提供虚假材料限制几年"),
    "loan_fraud_ban_years": Title("骗取贷款限制几年"),
    "card_valid_months": Title("银行卡核验结果几个月有效"),
    "consent_months": Title("配偶授权几个月有效"),
    "kinds": Title("可以约定的提取类型"),
    "run_day": Title("每月几日办理"),
    "retry_working_days": Title("退票后几个工作日再付"),
    "end_after_failures": Title("连续失败几次终止"),
    "least_part_fen": Title("余额不足时最少付"),
    "spouse_signs_within_days": Title("配偶须在几日内签订"),
    "lift_after_hours": Title("解除锁定须等几小时"),
    "raise_after_hours": Title("提高限额须等几小时"),
    "cooling_hours": Title("换卡、换号后须等几小时"),
    "small_estate_fen": Title("小额继承的上限"),
    "hand_in_within_days": Title("几日内补正材料"),
    "papers_most": Title("一笔申请最多几份材料"),
}
"""By the path in the row."""


class NoParameter(LookupError):
    """The row has no parameter of that path, or it cannot hold such a value."""


@dataclass(frozen=True)
class Parameter:
    """One value of a row."""

    path: str
    form: Form
    value: Value

    @property
    def title(self) -> str:
        """What staff call it."""
        return TITLES[self.path].text

    @property
    def choices(self) -> Mapping[str, str]:
        """Code → word, where it is one of a few."""
        return TITLES[self.path].choices or {}

    @property
    def text(self) -> str:
        """The value in words."""
        return in_words(self.form, self.value, self.choices)


def parameters_of(row: Mapping[str, object]) -> list[Parameter]:
    """List a row's values in their order, each by its path."""
    return [Parameter(path, _form_of(path, value), value) for path, value in _leaves(row)]


def _leaves(row: Mapping[str, object], before: str = "") -> Iterator[tuple[str, Value]]:
    for name, value in row.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{before}{name}.")
        else:
            assert value is None or isinstance(value, bool | int | str | list)
            yield f"{before}{name}", value


NUMBERS = ("_months", "_years", "_days", "_hours", "_minutes", "_most", "_grades", ".months")


def _form_of(path: str, value: Value) -> Form:
    if path in TITLES and TITLES[path].choices is not None:
        return Form.CHOICE
    by_value = {bool: Form.FLAG, list: Form.LIST}.get(type(value))
    return by_value or _form_by_name(path, value)


def _form_by_name(path: str, value: Value) -> Form:
    if path in ("stop_period", "loan_cap"):
        return Form.LIST
    if path.endswith("_fen") or "_fen_" in path:
        return Form.FEN
    if path.endswith("_bp"):
        return Form.BASIS_POINTS
    if path.endswith("expenses_from"):
        return Form.DAY
    return Form.NUMBER if isinstance(value, int) or path.endswith(NUMBERS) else Form.TEXT


def changed(row: Mapping[str, object], changes: Mapping[str, Value]) -> dict[str, object]:
    """Make a row with other values; raises `NoParameter`."""
    known = {one.path: one for one in parameters_of(row)}
    made = deepcopy(dict(row))
    for path, value in changes.items():
        if path not in known or not fits(known[path].form, known[path].choices, value):
            raise NoParameter(path)
        *folders, name = path.split(".")
        place: dict[str, object] = made
        for folder in folders:
            inner = place[folder]
            assert isinstance(inner, dict)
            place = inner
        place[name] = value
    return made


def differences(before: Mapping[str, object], after: Mapping[str, object]) -> list[Difference]:
    """Say what would differ between two rows of the same parameters."""
    old = {one.path: one for one in parameters_of(before)}
    return [
        Difference(one.path, one.title, old[one.path].text, one.text)
        for one in parameters_of(after)
        if one.path in old and old[one.path].value != one.value
    ]


def untried(found: Sequence[Difference]) -> list[str]:
    """Name those of which no trial here can tell what they would do."""
    return [one.title for one in found if TITLES[one.path].accounts_judge]
