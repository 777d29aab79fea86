"""Figures of months as a table and charts (业务数据); pure. Amounts are fen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.guides import OWNERS
from shared.base.money import yuan
from shared.messages.published import Figure, FiguresTold

UNITS = {"fen": "元", "people": "人", "times": "笔"}
CHART_WIDTH, CHART_HEIGHT, FOOT = 640, 200, 24
"""Of a chart, in units of its own; the foot holds the names of the months."""
GAP = 6


@dataclass(frozen=True)
class Column:
    """What is counted, with a value a month; None where nothing was told."""

    owner: str
    code: str
    text: str
    unit: str
    values: tuple[int | None, ...]

    @property
    def heading(self) -> str:
        """With its unit."""
        return f"{self.text}（{UNITS[self.unit]}）"

    @property
    def total(self) -> int | None:
        """The sum over all months; people of different months are no sum."""
        return None if self.unit == "people" else sum(value or 0 for value in self.values)

    def show(self, value: int | None) -> str:
        """Write a value as people read it."""
        if value is None:
            return "—"
        return yuan(value) if self.unit == "fen" else f"{value:,}"


@dataclass(frozen=True)
class Bar:
    """A bar of a chart, in the chart's own units."""

    x: int
    y: int
    width: int
    height: int
    label: str


@dataclass(frozen=True)
class Chart:
    """One column as bars."""

    column: Column
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Table:
    """Months, oldest first, and what is counted of each."""

    months: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def charts(self) -> list[Chart]:
        """Draw each column of money of which there is anything."""
        money = [column for column in self.columns if column.unit == "fen"]
        return [Chart(one, bars(self.months, one.values)) for one in money if any(one.values)]


def table(told: Iterable[tuple[str, FiguresTold]]) -> Table:
    """Put together what owners told of months, each owner's figures in the order of the newest month."""
    found = list(told)
    months = tuple(sorted({one.month for _, one in found}))
    values = {
        (owner, one.month, figure.code): figure.value
        for owner, one in found
        for figure in one.figures
    }
    heads: dict[tuple[str, str], Figure] = {}
    for owner in OWNERS:
        for told_by, one in found:
            if told_by == owner:
                heads |= {(owner, figure.code): figure for figure in one.figures}
    columns = tuple(
        Column(
            owner, code, figure.text, figure.unit,
            tuple(values.get((owner, month, code)) for month in months),
        )
        for (owner, code), figure in heads.items()
    )  # fmt: skip
    return Table(months, columns)


def bars(months: Sequence[str], values: Sequence[int | None]) -> tuple[Bar, ...]:
    """Draw values as bars beside each other, the largest as high as the chart."""
    largest = max((value or 0 for value in values), default=0)
    room = CHART_HEIGHT - FOOT
    step = CHART_WIDTH // max(1, len(months))
    made = []
    for position, (month, value) in enumerate(zip(months, values, strict=True)):
        height = room * max(0, value or 0) // largest if largest > 0 else 0
        label = f"{int(month[5:])}月"
        made.append(Bar(position * step + GAP // 2, room - height, step - GAP, height, label))
    return tuple(made)
