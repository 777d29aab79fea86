"""What loans publishes: guides to repaying made of the policy, rates, the figures of a month; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from loans.domain.contracts import Home
from loans.rules.early import EarlyKind, consequence
from loans.rules.rates import SHORT_BAND_MONTHS, RateType
from loans.rules.repayment import Policy
from loans.rules.schedule import DAYS_PER_YEAR, MAX_PERIODS
from shared.base.calendar import MONTHS_PER_YEAR
from shared.base.money import percent, yuan
from shared.messages.published import (
    Figure,
    GuideVersion,
    LoanFiguresTold,
    LoanGuideTold,
    Passage,
    TableTold,
)

ONLINE = ["网上服务厅", "柜台"]
HOMES = {Home.FIRST: "首套", Home.SECOND: "二套"}
YEARS = SHORT_BAND_MONTHS // MONTHS_PER_YEAR
BANDS = {
    RateType.UP_TO_FIVE_YEARS: f"{YEARS}年以下（含）",
    RateType.OVER_FIVE_YEARS: f"{YEARS}年以上",
}


@dataclass(frozen=True)
class PublishedRate:
    """A row of the table of rates (利率表)."""

    effective_from: date
    source: str
    home: Home
    rate_type: RateType
    annual_rate: Decimal


def guides(
    policies: Sequence[Policy],
    sources: Mapping[date, str],
    rates: Sequence[PublishedRate],
    now: datetime,
) -> list[LoanGuideTold]:
    """Make every guide, each version from one policy."""
    ordered = sorted(policies, key=lambda policy: policy.effective_from)
    written = (
        ("repay", "按月还款", "怎样按月还款，逾期怎样计息。", "/hall/loan", _monthly),
        ("early", "提前还款", "部分提前还款或者一次结清。", "/hall/loan", _early),
    )
    told = [
        LoanGuideTold(
            code=code,
            title=title,
            position=position,
            lead=lead,
            channels=ONLINE,
            address=address,
            versions=[
                GuideVersion(
                    effective_from=policy.effective_from,
                    document_number=sources[policy.effective_from],
                    passages=words(policy),
                )
                for policy in ordered
            ],
            tables=[],
            told_at=now,
        )
        for position, (code, title, lead, address, words) in enumerate(written)
    ]
    return [*told, _rates(rates, len(told), now)]


def _monthly(policy: Policy) -> list[Passage]:
    base = "逾期的本金和利息" if policy.penalty_on_interest else "逾期的本金"
    return [
        Passage(
            heading="怎样扣款",
            sentences=[
                "每月还款日与放款日相同，当月没有这一天的，为当月最后一日。",
                f"还款日从还款卡扣款；没有扣成的，连续扣{policy.debit_days}日。",
                f"还款日前{policy.due_soon_days}日短信提醒。",
            ],
        ),
        Passage(
            heading="逾期怎样计息",
            sentences=[
                f"对{base}按合同利率的{_factor(policy.penalty_factor)}倍按日计收罚息，日利率为年利率除以{DAYS_PER_YEAR}。"
            ],
        ),
        Passage(
            heading="利率变动",
            sentences=["利率调整的，已放款的贷款从次年1月1日起按新利率计算，还款额随之调整。"],
        ),
    ]


def _early(policy: Policy) -> list[Passage]:
    return [
        Passage(
            heading="办理条件",
            sentences=[
                "有逾期的，先还清逾期款项。",
                "网上部分提前还款，先签订冲抵协议；一次结清不需要。",
                f"每月最多提前还款{policy.early_per_month}次。",
            ],
        ),
        Passage(
            heading="金额",
            sentences=[
                f"部分提前还款每次不少于{yuan(policy.early_minimum_fen)}元，一次结清按当日应还总额。",
                "提前偿还的本金，从上一还款日起按实际天数计息到还款当日。",
            ],
        ),
        Passage(
            heading="部分提前还款的两种方式",
            sentences=[
                "缩短期限：每月还款额不变，提前还清。",
                "减少月供：还款期限不变，每月还款额减少。",
            ],
        ),
        Passage(
            heading="注意事项",
            sentences=[
                consequence(EarlyKind.PARTIAL, agreement_ever=True),
                consequence(EarlyKind.PAYOFF, agreement_ever=False),
            ],
        ),
    ]


def _rates(rates: Sequence[PublishedRate], position: int, now: datetime) -> LoanGuideTold:
    return LoanGuideTold(
        code="rates",
        title="贷款利率",
        position=position,
        lead="公布的住房公积金贷款利率，按放款日适用。",
        channels=[],
        address=None,
        versions=[
            GuideVersion(
                effective_from=day,
                document_number=_document(rates, day),
                passages=[Passage(heading="年利率", sentences=_sentences(rates, day))],
            )
            for day in sorted({rate.effective_from for rate in rates})
        ],
        tables=[
            TableTold(
                heading="贷款年利率",
                columns=["起始日", "套数", "期限", "年利率", "依据"],
                rows=[
                    [
                        rate.effective_from.isoformat(),
                        HOMES[rate.home],
                        BANDS[rate.rate_type],
                        percent(rate.annual_rate),
                        rate.source,
                    ]
                    for rate in rates
                ],
            )
        ],
        told_at=now,
    )


def _document(rates: Iterable[PublishedRate], day: date) -> str:
    return "；".join(dict.fromkeys(rate.source for rate in rates if rate.effective_from == day))


def _sentences(rates: Iterable[PublishedRate], day: date) -> list[str]:
    return [
        f"{HOMES[rate.home]}，期限{BANDS[rate.rate_type]}：{percent(rate.annual_rate)}。"
        for rate in rates
        if rate.effective_from == day
    ] + [f"贷款期限最长{MAX_PERIODS // MONTHS_PER_YEAR}年。"]


def _factor(factor: Decimal) -> str:
    return f"{factor.normalize():f}"


def figures(
    month: str, loans: int, lent_fen: int, *, principal_fen: int, interest_fen: int, now: datetime
) -> LoanFiguresTold:
    """Make the figures of a month: what was lent, and what was repaid."""
    return LoanFiguresTold(
        month=month,
        figures=[
            Figure(code="loans", text="发放贷款笔数", unit="times", value=loans),
            Figure(code="lent_fen", text="发放贷款金额", unit="fen", value=lent_fen),
            Figure(code="principal_fen", text="收回贷款本金", unit="fen", value=principal_fen),
            Figure(code="interest_fen", text="收回利息和罚息", unit="fen", value=interest_fen),
        ],
        told_at=now,
    )
