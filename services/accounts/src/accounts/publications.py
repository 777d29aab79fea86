"""What accounts publishes: guides to contributing made of the policy, rates, figures of a month; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from accounts.rules.deposit import BASIS_POINTS, DepositPolicy
from accounts.rules.transfer import Term
from shared.base.money import percent, yuan
from shared.messages.published import (
    DepositFiguresTold,
    DepositGuideTold,
    Figure,
    GuideVersion,
    Passage,
    TableTold,
)

ROUNDED: Mapping[str, str] = {
    "fen_half_up": "计算到分，分以下四舍五入",
    "yuan_half_up": "计算到元，元以下四舍五入",
    "yuan_up": "计算到元，不足一元的进为一元",
}


@dataclass(frozen=True)
class Dated:
    """From when something holds, and by which document."""

    effective_from: date
    document_number: str


@dataclass(frozen=True)
class Book:
    """Everything that is published, oldest first."""

    deposits: Sequence[tuple[Dated, DepositPolicy]]
    interest: Sequence[tuple[Dated, Decimal]]
    transfers: Sequence[tuple[Dated, Term]]


def guides(book: Book, now: datetime) -> list[DepositGuideTold]:
    """Make every guide, each version from one row of policy."""
    return [
        DepositGuideTold(
            code="deposit", title="单位缴存", position=0,
            lead="单位每月为职工缴存，职工本人缴存的部分由单位代扣。",
            channels=["网上服务厅（单位）", "柜台"], address="/hall/employers/",
            versions=[_version(dated, _deposit(policy)) for dated, policy in book.deposits],
            tables=[_limits(book)], told_at=now,
        ),
        DepositGuideTold(
            code="transfer", title="同城转移", position=1, lead="换了工作单位的，账户随人转到新单位。",
            channels=["网上服务厅", "网上服务厅（单位）", "柜台"], address="/hall/account",
            versions=[_version(dated, _transfer(terms)) for dated, terms in book.transfers],
            tables=[], told_at=now,
        ),
        DepositGuideTold(
            code="interest", title="账户结息", position=2, lead="账户余额按公布的利率计息，每年结息一次。",
            channels=[], address=None,
            versions=[_version(dated, _interest(rate)) for dated, rate in book.interest],
            tables=[_rates(book)], told_at=now,
        ),
    ]  # fmt: skip


def _version(dated: Dated, passages: list[Passage]) -> GuideVersion:
    return GuideVersion(
        effective_from=dated.effective_from,
        document_number=dated.document_number,
        passages=passages,
    )


def _deposit(policy: DepositPolicy) -> list[Passage]:
    limits = f"{yuan(policy.base_min_fen)}元至{yuan(policy.base_max_fen)}元"
    ratios = f"{share(policy.ratio_min_bp)}至{share(policy.ratio_max_bp)}"
    return [
        Passage(
            heading="基数和比例",
            sentences=[
                f"缴存基数为职工上年度月平均工资，限{limits}；低于下限的按下限、高于上限的按上限核定。",
                f"单位和职工的缴存比例各为{ratios}。",
            ],
        ),
        Passage(
            heading="月缴存额",
            sentences=[f"缴存基数分别乘以单位、职工比例，{ROUNDED[policy.rounding]}，两项相加。"],
        ),
        Passage(
            heading="怎样办理",
            sentences=[
                "单位每月编制汇缴清册，确认后按清册金额和附言汇款；到账金额与清册一致的即时入账。"
            ],
        ),
    ]


def _transfer(terms: Term) -> list[Passage]:
    return [
        Passage(
            heading="怎样办理",
            sentences=[
                "由新单位在网上申请，短信通知本人，本人在网上服务厅同意。",
                "原单位办理封存后转出；原单位没有缴清的，须先缴清或者说明。",
            ],
        ),
        Passage(
            heading="办理时限",
            sentences=[
                f"本人须在{terms.consent_days}日内同意，过期作废，可以重新申请。",
                f"原单位须在{terms.release_working_days}个工作日内办理，逾期由中心处理。",
            ],
        ),
    ]


def _interest(rate: Decimal) -> list[Passage]:
    return [
        Passage(heading="利率", sentences=[f"年利率{percent(rate)}。"]),
        Passage(
            heading="怎样计息",
            sentences=[
                "存款从入账次日起计息，每年6月30日结息，利息并入本金。",
                "销户提取的，利息算到付款当日。",
            ],
        ),
    ]


def _limits(book: Book) -> TableTold:
    return TableTold(
        heading="缴存基数和比例",
        columns=["起始日", "基数下限（元）", "基数上限（元）", "比例下限", "比例上限", "依据"],
        rows=[
            [
                dated.effective_from.isoformat(), yuan(policy.base_min_fen), yuan(policy.base_max_fen),
                share(policy.ratio_min_bp), share(policy.ratio_max_bp), dated.document_number,
            ]
            for dated, policy in reversed(book.deposits)
        ],
    )  # fmt: skip


def _rates(book: Book) -> TableTold:
    return TableTold(
        heading="个人账户存款利率",
        columns=["起始日", "年利率", "依据"],
        rows=[
            [dated.effective_from.isoformat(), percent(rate), dated.document_number]
            for dated, rate in reversed(book.interest)
        ],
    )


def share(basis_points: int) -> str:
    """Write a ratio for people, 8%."""
    return percent(Decimal(basis_points) / BASIS_POINTS)


def figures(month: str, people: int, deposited_fen: int, now: datetime) -> DepositFiguresTold:
    """Make the figures of a month: for how many people, how much."""
    return DepositFiguresTold(
        month=month,
        figures=[
            Figure(code="people", text="缴存人数", unit="people", value=people),
            Figure(code="deposited_fen", text="缴存金额", unit="fen", value=deposited_fen),
        ],
        told_at=now,
    )
