"""What a document says, of the facts that the owners told (R-CRT-2): the same for the same facts."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from documents.domain import KIND_TEXTS, Period, Wanted
from documents.errors import Reason, Refused
from documents.rules.capitals import capitals
from documents.rules.kinds import CROSS_CITY_MONTHS, entries_wanted
from shared.base.clock import BUSINESS_ZONE
from shared.base.identifiers import mask_id_number
from shared.base.money import yuan
from shared.messages.accounts import ContributionFactsTold
from shared.messages.documents import DocumentKind
from shared.messages.facts import ContributionAccount, ContributionEntry, LoanShown, PlanLine
from shared.messages.loans import LoanFactsTold

BASIS_POINTS_OF_PERCENT = 100


@dataclass(frozen=True)
class Pair:
    """A label and what stands beside it."""

    label: str
    value: str
    wide: bool = False
    """Takes the whole line."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    title: str
    number: bool = False
    stretches: bool = False


@dataclass(frozen=True)
class Section:
    """A part of a document: pairs, a table, or both."""

    title: str
    pairs: Sequence[Pair] = ()
    columns: Sequence[Column] = ()
    rows: Sequence[Sequence[str]] = ()


@dataclass(frozen=True)
class Contents:
    """What is printed, without number and times: the same facts give the same contents."""

    title: str
    opening: str
    sections: Sequence[Section]
    closing: str
    remarks: Sequence[str] = field(default=())

    def plain(self) -> dict[str, Any]:
        """As the form reads it."""
        return asdict(self)


@dataclass(frozen=True)
class Holder:
    """Whom a document is about, opened."""

    name: str
    id_type_text: str
    id_number: str

    @property
    def said(self) -> str:
        """In a sentence; the number is masked."""
        return f"{self.name}（{self.id_type_text}，证件号码{mask_id_number(self.id_number)}）"


def contents_of(
    wanted: Wanted,
    as_of: date,
    holder: Holder | None,
    contributions: ContributionFactsTold,
    loans: LoanFactsTold | None,
) -> Contents:
    """Say what is printed; raises `Refused` where the facts do not bear what is asked for."""
    account = contributions.account
    if holder is None or account is None:
        raise Refused(Reason.NO_ACCOUNT)
    if wanted.kind is DocumentKind.CONTRIBUTION:
        return _contribution(holder, account)
    if wanted.kind in (DocumentKind.STATEMENT, DocumentKind.ENTRIES):
        period = entries_wanted(wanted, as_of)
        assert period is not None, "these kinds have entries"
        return _statement(wanted.kind, holder, account, contributions, period)
    assert loans is not None, "these kinds wait for loans"
    if wanted.kind is DocumentKind.CROSS_CITY:
        return _cross_city(holder, account, contributions, loans)
    if not loans.loans:
        raise Refused(Reason.NO_SUCH_LOAN)
    if wanted.kind is DocumentKind.PAYOFF:
        return _payoff(holder, loans.loans[0])
    return _plan(holder, loans.loans[0], loans.plan)


def _contribution(holder: Holder, account: ContributionAccount) -> Contents:
    return Contents(
        KIND_TEXTS[DocumentKind.CONTRIBUTION],
        f"兹证明{holder.said}在本中心缴存住房公积金，截至数据时间的缴存情况如下：",
        [account_section(account)],
        "特此证明。",
        ["本证明仅反映数据截至时间的缴存情况，不作为担保，涂改无效。"],
    )


def account_section(account: ContributionAccount) -> Section:
    """Say how an account stands."""
    return Section(
        "个人账户",
        [
            Pair("个人账号", account.account_number),
            Pair("账户状态", account.state_text),
            Pair("缴存单位", f"{account.employer_name}（单位账号{account.employer_number}）", True),
            Pair("开户日期", day_text(account.opened_on)),
            Pair("缴至年月", month_text(account.paid_up_to)),
            Pair("缴存基数", f"{yuan(account.base_fen)}元"),
            Pair("月缴存额", f"{yuan(account.monthly_deposit_fen)}元"),
            Pair("单位缴存比例", ratio_text(account.employer_ratio_bp)),
            Pair("个人缴存比例", ratio_text(account.employee_ratio_bp)),
            Pair("连续缴存", f"{account.months_in_a_row}个月"),
            Pair("其中冻结", f"{yuan(account.frozen_fen)}元"),
            Pair("账户余额", sum_text(account.balance_fen), True),
        ],
    )


def _cross_city(
    holder: Holder,
    account: ContributionAccount,
    contributions: ContributionFactsTold,
    loans: LoanFactsTold,
) -> Contents:
    owed = [loan for loan in loans.loans if loan.settled_on is None]
    said = [
        Pair("公积金贷款次数", f"{len(loans.loans)}次"),
        Pair("未结清贷款", f"{len(owed)}笔"),
        Pair("贷款余额", sum_text(sum(loan.balance_fen for loan in owed)), True),
    ]
    return Contents(
        KIND_TEXTS[DocumentKind.CROSS_CITY],
        f"兹证明{holder.said}在本中心缴存住房公积金，缴存及使用情况如下，"
        "供其向贷款城市住房公积金管理中心申请贷款使用：",
        [
            account_section(account),
            Section("贷款使用情况", said),
            Section(
                f"近{CROSS_CITY_MONTHS}个月缴存明细",
                (),
                ENTRY_COLUMNS,
                [_entry_row(entry) for entry in contributions.entries],
            ),
        ],
        "特此证明。",
        ["本证明供住房公积金管理中心之间核实贷款申请使用，不作为担保，涂改无效。"],
    )


ENTRY_COLUMNS = (
    Column("记账日期"),
    Column("业务类型", stretches=True),
    Column("所属年月"),
    Column("增加（元）", number=True),
    Column("减少（元）", number=True),
    Column("余额（元）", number=True),
)


def _statement(
    kind: DocumentKind,
    holder: Holder,
    account: ContributionAccount,
    contributions: ContributionFactsTold,
    period: Period,
) -> Contents:
    entries = contributions.entries
    increase = sum(entry.amount_fen for entry in entries if entry.amount_fen > 0)
    decrease = -sum(entry.amount_fen for entry in entries if entry.amount_fen < 0)
    opening = contributions.opening_balance_fen
    between = f"{day_text(period.first)}至{day_text(period.last)}"
    return Contents(
        KIND_TEXTS[kind],
        f"{holder.said}{between}的住房公积金账户收支如下：",
        [
            Section(
                "账户与合计",
                [
                    Pair("个人账号", account.account_number),
                    Pair("账户状态", account.state_text),
                    Pair("缴存单位", account.employer_name, True),
                    Pair("期初余额", f"{yuan(opening)}元"),
                    Pair("明细笔数", f"{len(entries)}笔"),
                    Pair("本期增加", f"{yuan(increase)}元"),
                    Pair("本期减少", f"{yuan(decrease)}元"),
                    Pair("期末余额", sum_text(opening + increase - decrease), True),
                    *_by_business(entries),
                ],
            ),
            Section("收支明细", (), ENTRY_COLUMNS, [_entry_row(entry) for entry in entries]),
        ],
        "",
        ["对账单上的记载与您的记录不一致的，请携带有关凭证到受托银行或本中心核实。"],
    )


def _by_business(entries: Sequence[ContributionEntry]) -> list[Pair]:
    """The sum of each business type of the period, in the order in which they first come."""
    sums: dict[str, int] = {}
    for entry in entries:
        sums[entry.business_text] = sums.get(entry.business_text, 0) + entry.amount_fen
    said = "；".join(f"{text}{yuan(fen)}元" for text, fen in sums.items())
    return [Pair("分类合计", said, True)] if said else []


def _entry_row(entry: ContributionEntry) -> list[str]:
    amount = yuan(abs(entry.amount_fen))
    return [
        entry.booked_on.isoformat(),
        entry.business_text,
        entry.month or "",
        amount if entry.amount_fen > 0 else "",
        amount if entry.amount_fen < 0 else "",
        yuan(entry.balance_after_fen),
    ]


def _payoff(holder: Holder, loan: LoanShown) -> Contents:
    if loan.settled_on is None:
        raise Refused(Reason.LOAN_NOT_PAID_OFF)
    return Contents(
        KIND_TEXTS[DocumentKind.PAYOFF],
        f"兹证明{holder.said}作为{loan.role_text}在本中心办理的住房公积金贷款"
        f"（借款合同编号{loan.contract_number}）已于{day_text(loan.settled_on)}全部还清，"
        "与本中心的该笔借款关系终止：",
        [
            Section(
                "贷款情况",
                [
                    *_loan_pairs(loan),
                    Pair("结清日期", day_text(loan.settled_on)),
                    Pair("贷款余额", f"{yuan(loan.balance_fen)}元"),
                    Pair("归还本金合计", sum_text(loan.principal_repaid_fen), True),
                    Pair("归还利息合计", sum_text(loan.interest_repaid_fen), True),
                ],
            )
        ],
        "特此证明。",
        ["利息合计不含罚息。", "本证明可用于办理抵押权注销登记，涂改无效。"],
    )


def _loan_pairs(loan: LoanShown) -> list[Pair]:
    return [
        Pair("借款合同编号", loan.contract_number),
        Pair("借款身份", loan.role_text),
        Pair("贷款金额", sum_text(loan.amount_fen), True),
        Pair("放款日期", day_text(loan.disbursed_on)),
        Pair("贷款期数", f"{loan.periods}期"),
        Pair("还款方式", loan.method_text),
        Pair("年利率", loan.annual_rate),
    ]


PLAN_COLUMNS = (
    Column("期次"),
    Column("应还日期", stretches=True),
    Column("本金（元）", number=True),
    Column("利息（元）", number=True),
    Column("合计（元）", number=True),
    Column("还后本金余额（元）", number=True),
)


def _plan(holder: Holder, loan: LoanShown, plan: Sequence[PlanLine]) -> Contents:
    if loan.settled_on is not None:
        raise Refused(Reason.LOAN_PAID_OFF)
    rows, balance = [], loan.balance_fen
    for line in plan:
        balance -= line.principal_fen
        rows.append(_plan_row(line, balance))
    interest = sum(line.interest_fen for line in plan)
    return Contents(
        KIND_TEXTS[DocumentKind.REPAYMENT_PLAN],
        f"{holder.said}的住房公积金贷款，按数据截至时间的利率，尚未归还的各期如下：",
        [
            Section(
                "贷款情况",
                [
                    *_loan_pairs(loan),
                    Pair("未还期数", f"{len(plan)}期"),
                    Pair("未还利息", f"{yuan(interest)}元"),
                    Pair("贷款余额", sum_text(loan.balance_fen), True),
                ],
            ),
            Section("未还各期", (), PLAN_COLUMNS, rows),
        ],
        "",
        ["利率调整、提前还款或逾期会改变以后各期，以届时的还款计划为准。"],
    )


def _plan_row(line: PlanLine, balance_fen: int) -> list[str]:
    return [
        str(line.number),
        line.due_on.isoformat(),
        yuan(line.principal_fen),
        yuan(line.interest_fen),
        yuan(line.principal_fen + line.interest_fen),
        yuan(balance_fen),
    ]


def sum_text(fen: int) -> str:
    """Write an amount in figures and in capitals."""
    return f"{yuan(fen)}元（大写：{capitals(fen)}）"


def day_text(day: date) -> str:
    """Write a day for people."""
    return f"{day.year}年{day.month}月{day.day}日"


def month_text(month: str | None) -> str:
    """Write a month for people, 2026-09 → 2026年9月."""
    if month is None:
        return "尚未缴存"
    year, number = month.split("-")
    return f"{year}年{int(number)}月"


def ratio_text(basis_points: int) -> str:
    """Write a ratio, 850 → 8.5%."""
    whole, rest = divmod(basis_points, BASIS_POINTS_OF_PERCENT)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") + "%"


def instant_text(at: datetime) -> str:
    """Write an instant in Beijing time, to the second."""
    return f"{at.astimezone(BUSINESS_ZONE):%Y-%m-%d %H:%M:%S}"
