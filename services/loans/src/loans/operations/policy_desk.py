"""Policies of loans on the desk: what each column is called, and what a draft is tried on (ADR 61)."""

from decimal import ROUND_HALF_UP, Decimal

from loans import policies
from loans.domain.contracts import Home
from loans.rules.rates import SHORT_BAND_MONTHS, RateType
from loans.views import policy_trials as views
from shared.base.db import Connection
from shared.base.money import Fen, yuan
from shared.base.parameters import Form
from shared.operations.policy_desk.drafts import operation_of
from shared.operations.policy_desk.tables import Desk, DeskTable, Parameter, Trial, Values

SHORT_BAND_YEARS = SHORT_BAND_MONTHS // 12
HOMES = {Home.FIRST.value: "首套住房", Home.SECOND.value: "第二套住房"}
BANDS = {
    RateType.UP_TO_FIVE_YEARS.value: f"{SHORT_BAND_YEARS}年以下（含）",
    RateType.OVER_FIVE_YEARS.value: f"{SHORT_BAND_YEARS}年以上",
}


async def _try_rate(connection: Connection, before: Values, after: Values) -> Trial:
    short = RateType(str(after["rate_type"])) is RateType.UP_TO_FIVE_YEARS
    there = await views.owed(connection, Home(str(after["home"])), SHORT_BAND_MONTHS, short=short)
    old, new = (_of_a_year(there["fen"], str(one["annual_rate"])) for one in (before, after))
    verdict = (
        f"还款中的{there['loans']}笔这类贷款本金余额{yuan(there['fen'])}元，全年利息约由{yuan(old)}元变为"
        f"{yuan(new)}元；已发放的贷款按合同约定的日期起执行新利率。"
    )
    return Trial(verdict, there["loans"], there["loans"], old, new)


def _of_a_year(principal_fen: int, rate: str) -> Fen:
    return Fen(int((principal_fen * Decimal(rate)).quantize(Decimal(1), ROUND_HALF_UP)))


DESK = Desk(
    (
        DeskTable(
            policies.LOAN_RATE,
            "贷款利率",
            {"annual_rate": Parameter("年利率", Form.RATE)},
            beside={"home": HOMES, "rate_type": BANDS},
            document="source",
            trial=_try_rate,
        ),
        DeskTable(
            policies.LOAN_POLICY,
            "贷款管理规定",
            {
                "penalty_factor": Parameter("罚息为贷款利率的几倍", Form.DECIMAL),
                "penalty_on_interest": Parameter("拖欠的利息也计罚息", Form.FLAG),
                "payoff_for_co_borrower": Parameter("共同借款人可以凭结清提取", Form.FLAG),
                "debit_days": Parameter("到期后连续扣款几日"),
                "due_soon_days": Parameter("到期前几日提醒"),
                "early_per_month": Parameter("每月可以提前还款几次"),
                "early_minimum_fen": Parameter("提前还款最少", Form.FEN),
                "decide_days": Parameter("贷款申请几日内决定"),
            },
            document="source",
        ),
    )
)
ENACT = operation_of(DESK.examined)
OPERATIONS = (ENACT,)
