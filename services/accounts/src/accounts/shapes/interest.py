"""What goes in and out about the yearly interest settlement."""

from datetime import datetime
from typing import Self

from pydantic import Field

from accounts.shapes.fields import Body, Row
from shared.base.shape import Shape


class FundYearBody(Body):
    """A fund year, by the calendar year in which it ends."""

    fund_year: int = Field(strict=True, ge=1992, le=2199, examples=[2026])


RUN_STATES = {"running": "结息中", "finished": "已完成"}


class InterestRun(Shape):
    """How far the interest settlement of a fund year is."""

    fund_year: int
    state: str
    """How far the run is, as a stable code."""
    state_text: str
    settled: int
    """Accounts whose interest is booked (结息)."""
    interest_fen: int
    """Interest that was booked."""
    left_out: int
    """Accounts that a closing withdrawal holds; each is settled by itself once it is free."""
    requested_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        names = set(cls.model_fields) & set(row.keys())
        held = row["left_out"] if row["state"] == "finished" else 0
        text = RUN_STATES[row["state"]] + (f"，{held}户待提取办结后结息" if held else "")
        return cls(state_text=text, **{name: row[name] for name in names})
