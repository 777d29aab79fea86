"""Policies of accounts on the desk: what each column is called, and what a draft is tried on (ADR 61)."""

from decimal import ROUND_HALF_UP, Decimal

from accounts import policies
from accounts.views import policy_trials as views
from shared.base.db import Connection
from shared.base.money import Fen, yuan
from shared.base.parameters import Form
from shared.messages.penalties import PenaltyCause
from shared.operations.policy_desk.drafts import operation_of
from shared.operations.policy_desk.tables import Desk, DeskTable, Parameter, Trial, Values

ROUNDINGS = {
    "fen_half_up": "四舍五入到分",
    "yuan_half_up": "四舍五入到元",
    "yuan_up": "见分进元",
}
CAUSES = {
    PenaltyCause.NOT_REGISTERED: "不办理缴存登记",
    PenaltyCause.ACCOUNTS_NOT_OPENED: "不为职工设立账户",
}


async def _try_limits(connection: Connection, _before: Values, after: Values) -> Trial:
    bases = await views.outside_base(
        connection, int(str(after["base_min_fen"])), int(str(after["base_max_fen"]))
    )
    ratios = await views.outside_ratio(
        connection, int(str(after["ratio_min_bp"])), int(str(after["ratio_max_bp"]))
    )
    verdict = (
        f"正常缴存的{bases['accounts']}个账户中，基数低于草案下限的{bases['below']}个，高于上限的"
        f"{bases['above']}个；正常缴存的{ratios['employers']}个单位中，比例不在草案范围内的"
        f"{ratios['outside']}个。已核定的基数和比例到下次调整前不变。"
    )
    tried = bases["accounts"] + ratios["employers"]
    return Trial(verdict, tried, bases["below"] + bases["above"] + ratios["outside"])


async def _try_interest(connection: Connection, before: Values, after: Values) -> Trial:
    there = await views.balances(connection)
    old, new = (_of_a_year(there["fen"], str(one["rate"])) for one in (before, after))
    verdict = (
        f"{there['accounts']}个账户现有余额{yuan(there['fen'])}元，全年利息约由{yuan(old)}元变为"
        f"{yuan(new)}元；只结转生效日以后的天数按新利率计。"
    )
    return Trial(verdict, there["accounts"], there["accounts"], old, new)


def _of_a_year(principal_fen: int, rate: str) -> Fen:
    return Fen(int((principal_fen * Decimal(rate)).quantize(Decimal(1), ROUND_HALF_UP)))


DAYS = Form.NUMBER
DESK = Desk(
    (
        DeskTable(
            policies.DEPOSIT_POLICY,
            "缴存比例和基数",
            {
                "ratio_min_bp": Parameter("缴存比例下限", Form.BASIS_POINTS),
                "ratio_max_bp": Parameter("缴存比例上限", Form.BASIS_POINTS),
                "base_min_fen": Parameter("缴存基数下限", Form.FEN),
                "base_max_fen": Parameter("缴存基数上限", Form.FEN),
                "rounding": Parameter("月缴存额的进位", Form.CHOICE, ROUNDINGS),
            },
            document="document_number",
            trial=_try_limits,
        ),
        DeskTable(
            policies.INTEREST_RATE,
            "个人账户计息利率",
            {"rate": Parameter("年利率", Form.RATE)},
            document="document_number",
            trial=_try_interest,
        ),
        DeskTable(
            policies.MISSED_MONTH_POLICY,
            "欠缴提醒",
            {"tell_after_days": Parameter("逾期几日后告知职工", DAYS)},
            document="document_number",
        ),
        DeskTable(
            policies.DUNNING_POLICY,
            "催缴文书",
            {
                "first_after_days": Parameter("逾期几日后催告", DAYS),
                "second_after_days": Parameter("逾期几日后再次催告", DAYS),
                "pay_within_days": Parameter("限几日内补缴", DAYS),
            },
        ),
        DeskTable(
            policies.TRANSFER_POLICY,
            "市内转移",
            {
                "consent_days": Parameter("职工几日内确认", DAYS),
                "release_working_days": Parameter("原单位几个工作日内办理", DAYS),
            },
        ),
        DeskTable(
            policies.DISTRIBUTION_POLICY,
            "增值收益分配",
            {
                "reserve_share_bp": Parameter("风险准备金占增值收益至少", Form.BASIS_POINTS),
                "reserve_loans_bp": Parameter("风险准备金占贷款余额至少", Form.BASIS_POINTS),
            },
            document="document_number",
        ),
        DeskTable(
            policies.PENALTY_POLICY,
            "单位罚款幅度",
            {
                "least_fen": Parameter("最低", Form.FEN),
                "most_fen": Parameter("最高", Form.FEN),
            },
            beside={"cause": {cause.value: text for cause, text in CAUSES.items()}},
            document="basis",
        ),
    )
)
ENACT = operation_of(DESK.examined)
OPERATIONS = (ENACT,)
