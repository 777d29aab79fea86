"""What goes in and out about the yearly interest settlement."""

from datetime import datetime
from typing import Self

from pydantic import BaseModel, Field

from accounts.shapes.fields import Body, Row


class FundYearBody(Body):
    """A fund year, by the calendar year in which it ends."""

    fund_year: int = Field(strict=True, ge=1992, le=2199, examples=[2026])


RUN_STATES = {"running": "结息中", "finished": "已完成"}


class InterestRun(BaseModel):
    """How far the interest settlement of a fund year is."""

    fund_year: int
    state: str
    state_text: str
    settled: int
    interest_fen: int
    left_out: int
    """Accounts that a closing withdrawal holds: ask for the run again when it has ended."""
    requested_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        names = set(cls.model_fields) & set(row.keys())
        return cls(state_text=RUN_STATES[row["state"]], **{name: row[name] for name in names})
