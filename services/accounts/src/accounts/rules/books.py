"""The general ledger (总账): what a voucher may say, when a month closes, what a gain becomes (R-BK)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from accounts.domain import Month
from shared.base.money import yuan

ADDED_VALUE, DISTRIBUTION, RISK_RESERVE = "311", "321", "301"
MANAGEMENT_FEE, HOUSING_SUPPLEMENT = "21401", "21402"
SUSPENSE = "219"
LOANS = ("121", "122")
LAST_MONTH = 12
BASIS_POINTS = 10_000


class SubjectClass(StrEnum):
    """The classes of the chart (会计要素)."""

    ASSET = "asset"
    LIABILITY = "liability"
    NET_ASSET = "net_asset"
    INCOME = "income"
    EXPENSE = "expense"
    OPENING = "opening"

    @property
    def is_debit(self) -> bool:
        """Whether its balance stands on the debit side as a rule."""
        return self in (SubjectClass.ASSET, SubjectClass.EXPENSE)

    @property
    def is_result(self) -> bool:
        """Whether it is brought to nothing by the year's end."""
        return self in (SubjectClass.INCOME, SubjectClass.EXPENSE)


@dataclass(frozen=True)
class Subject:
    """A subject of the chart (会计科目)."""

    code: str
    name: str
    kind: SubjectClass
    by_hand: bool


@dataclass(frozen=True)
class Line:
    """One line of a voucher (分录), in fen: a debit (借) or a credit (贷)."""

    subject: str
    debit_fen: int
    credit_fen: int

    @property
    def credit(self) -> int:
        """Signed as the ledger signs it: a credit is positive."""
        return self.credit_fen - self.debit_fen


def debit(subject: str, fen: int) -> Line:
    """A debit; a negative one is a credit."""
    return Line(subject, max(fen, 0), max(-fen, 0))


def credit(subject: str, fen: int) -> Line:
    """A credit; a negative one is a debit."""
    return Line(subject, max(-fen, 0), max(fen, 0))


def voucher_flaw(
    lines: Sequence[Line], chart: Mapping[str, Subject], from_suspense_fen: int = 0
) -> str | None:
    """Say why a voucher by hand cannot be; `from_suspense_fen` is what it debits of a receipt of nobody's."""
    for line in lines:
        if why := _line_flaw(line, chart.get(line.subject)):
            return why
    if len({line.subject for line in lines}) < len(lines):
        return "同一科目只能有一行"
    if len(lines) + (from_suspense_fen > 0) <= 1:
        return "至少须有一借一贷"
    debits = from_suspense_fen + sum(line.debit_fen for line in lines)
    credits_fen = sum(line.credit_fen for line in lines)
    if debits != credits_fen:
        return f"借方合计{yuan(debits)}元与贷方合计{yuan(credits_fen)}元不相等"
    return None


def _line_flaw(line: Line, found: Subject | None) -> str | None:
    if found is None:
        return f"没有科目{line.subject}"
    if not found.by_hand:
        return f"{found.code} {found.name}只随业务记账，不能手工记账"
    if (line.debit_fen > 0) == (line.credit_fen > 0):
        return f"{found.code} {found.name}的一行只能有借方或贷方其一，且须大于0"
    return None


@dataclass(frozen=True)
class Standing:
    """What a month's closing (月结) rests on."""

    closed: bool
    earlier_open: int
    """Earlier months that are not closed."""
    days_without: int
    """Days of the month, or before it, whose entries no voucher has."""
    differences: int
    """Subjects that differ from the ledger."""
    verified_on: date | None
    """When the ledger was last verified."""
    found_by_verification: int


def may_close_from(month: Month) -> date:
    """The first day on which a month can be closed: its last day stays open over one night."""
    return month.plus(1).first + timedelta(days=1)


def period_flaws(month: Month, standing: Standing, today: date) -> list[str]:
    """Say everything that bars the closing of a month; empty where nothing does (R-BK-1)."""
    if standing.closed:
        return ["该月已结账"]
    flaws = []
    first = may_close_from(month)
    if today < first:
        flaws.append(f"{first}起方可结账")
    if standing.earlier_open:
        flaws.append(f"此前还有{standing.earlier_open}个月未结账")
    if standing.days_without:
        flaws.append(f"还有{standing.days_without}天的业务未生成凭证")
    if standing.differences:
        flaws.append(f"总账与明细账有{standing.differences}个科目不相等")
    if standing.verified_on is None or standing.verified_on < first:
        flaws.append("月末之后尚未核验明细账")
    elif standing.found_by_verification:
        flaws.append(f"明细账核验有{standing.found_by_verification}处差异")
    return flaws


@dataclass(frozen=True)
class DistributionPolicy:
    """How much of the added value must become risk reserve, in basis points."""

    reserve_share_bp: int
    """Of the year's added value."""
    reserve_loans_bp: int
    """Of the loans that run: enough reserve once it is that."""


@dataclass(frozen=True)
class Distribution:
    """What a year's added value becomes (增值收益分配), in fen; the rest supplements low-rent housing."""

    added_value_fen: int
    risk_reserve_fen: int
    management_fee_fen: int

    @property
    def housing_supplement_fen(self) -> int:
        """城市廉租住房建设补充资金: what is left."""
        return self.added_value_fen - self.risk_reserve_fen - self.management_fee_fen


def distribution_flaw(
    wanted: Distribution, policy: DistributionPolicy, reserve_fen: int, loans_fen: int
) -> str | None:
    """Say why a distribution cannot be; `reserve_fen` is the reserve so far, `loans_fen` what is lent."""
    if wanted.added_value_fen <= 0:
        if wanted.risk_reserve_fen or wanted.management_fee_fen:
            return f"本年增值收益为{yuan(wanted.added_value_fen)}元，无可分配"
        return None
    if wanted.housing_supplement_fen < 0:
        return f"分配合计超过本年增值收益{yuan(wanted.added_value_fen)}元"
    by_share = -(-wanted.added_value_fen * policy.reserve_share_bp // BASIS_POINTS)
    by_loans = max(0, -(-loans_fen * policy.reserve_loans_bp // BASIS_POINTS) - reserve_fen)
    least = min(by_share, by_loans)
    if wanted.risk_reserve_fen < least:
        return f"贷款风险准备金至少提取{yuan(least)}元"
    return None


def result_lines(results: Mapping[str, int]) -> list[Line]:
    """Bring income and expense to nothing: `results` is each subject's credit in fen, expenses negative."""
    lines = [debit(subject, fen) for subject, fen in sorted(results.items()) if fen]
    gain = sum(results.values())
    return [*lines, credit(ADDED_VALUE, gain)] if gain else lines


def distribution_lines(wanted: Distribution) -> list[list[Line]]:
    """The vouchers that distribute a gain, one after the other; none where there is no gain."""
    if wanted.added_value_fen <= 0:
        return []
    parts = (
        (RISK_RESERVE, wanted.risk_reserve_fen),
        (MANAGEMENT_FEE, wanted.management_fee_fen),
        (HOUSING_SUPPLEMENT, wanted.housing_supplement_fen),
    )
    return [
        [debit(ADDED_VALUE, wanted.added_value_fen), credit(DISTRIBUTION, wanted.added_value_fen)],
        [
            debit(DISTRIBUTION, wanted.added_value_fen),
            *(credit(subject, fen) for subject, fen in parts if fen),
        ],
    ]
