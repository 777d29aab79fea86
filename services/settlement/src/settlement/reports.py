"""The report of a day (资金日报): what the bank did, what was compared, what was open when it was made."""

from collections.abc import Sequence
from datetime import date

from settlement import views
from settlement.process import DEEDS
from settlement.shapes import FiguresShown, PaidOf, Reconciliation
from shared.base.db import Pool
from shared.base.sheets import Cells, Column, Table

DAILY = Table(
    "资金日报",
    (
        Column("栏目", width=14),
        Column("事项", width=32),
        Column("笔数", Cells.COUNT, 10),
        Column("金额（元）", Cells.YUAN, 20),
        Column("说明", width=26),
    ),
)
Row = tuple[str, str, int | None, int | None, str]
STATES = {"waiting": "等待对账", "failed": "对账没有完成", "finished": "已对账"}


async def daily(pool: Pool, day: date) -> Sequence[Row]:
    """Give the rows of a business day."""
    figures = await views.day_figures(pool, day)
    returned = await views.returned_on(pool, day)
    compared = await views.reconciliations(pool, day, 1)
    return [
        *_moved("当日办理", figures.paid),
        *_moved("当日退回", returned),
        *_compared(compared[0] if compared else None),
        *_open(figures),
    ]


def _moved(part: str, moved: Sequence[PaidOf]) -> list[Row]:
    """Every kind has its line: one that is not there was not forgotten."""
    known = {one.kind: one for one in moved}
    return [
        (part, name, known[kind].orders, known[kind].amount_fen, "")
        if kind in known
        else (part, name, 0, 0, "")
        for kind, name in DEEDS.items()
    ]


def _compared(day: Reconciliation | None) -> list[Row]:
    part = "银行对账"
    if day is None:
        return [(part, "对账状态", None, None, "尚未对账，次日自动进行")]
    return [
        (part, "对账状态", None, None, STATES[day.state]),
        (part, "对账单期初余额", None, day.opening_fen, ""),
        (part, "对账单期末余额", None, day.closing_fen, ""),
        (part, "已核对", day.compared, None, ""),
        (part, "差异，已说明", day.explained_differences, None, ""),
        (part, "差异，未说明", day.open_differences, None, ""),
    ]


def _open(figures: FiguresShown) -> list[Row]:
    part, now = "未完事项", "制表时"
    return [
        (part, "等待发送的指令", figures.unsent, None, now),
        (part, "结果未知的指令", figures.unknown, None, now),
        (part, "与银行说法矛盾的指令", figures.flagged, None, now),
        (part, "无法采信的银行记录", figures.odd, None, now),
    ]
