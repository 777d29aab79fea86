"""The tables of a loan that are exported as spreadsheets: headings, and how a row becomes a row of each."""

from collections.abc import Sequence

import asyncpg

from loans.shapes.answers import InstalmentAnswer
from loans.shapes.entries import kind_text
from shared.base.sheets import Cells, Column, Table

ENTRIES = Table(
    "贷款还款明细",
    (
        Column("记账日期", Cells.DAY),
        Column("业务类型"),
        Column("发生额（元）", Cells.YUAN),
        Column("本金（元）", Cells.YUAN),
        Column("利息（元）", Cells.YUAN),
        Column("罚息（元）", Cells.YUAN),
        Column("贷款余额（元）", Cells.YUAN),
    ),
)


def entry(row: asyncpg.Record) -> Sequence[object]:
    """A loan entry."""
    text = kind_text(row["kind"])
    return (
        row["booked_on"],
        text if row["reverses"] is None else f"{text}（冲账）",
        row["amount_fen"],
        row["principal_fen"],
        row["interest_fen"],
        row["penalty_fen"],
        row["balance_after_fen"],
    )


PLAN = Table(
    "还款计划",
    (
        Column("期次", Cells.COUNT),
        Column("应还日期", Cells.DAY),
        Column("本金（元）", Cells.YUAN),
        Column("利息（元）", Cells.YUAN),
        Column("合计（元）", Cells.YUAN),
        Column("状态"),
    ),
)
STATES = {
    "paid": "已还",
    "overdue": "逾期",
    "due": "今日应还",
    "coming": "未到期",
    "cancelled": "已取消",
}


def instalment(line: InstalmentAnswer) -> Sequence[object]:
    """A line of the plan in force."""
    return (
        line.number,
        line.due_on,
        line.principal_fen,
        line.interest_fen,
        line.total_fen,
        STATES.get(line.state or "", ""),
    )
