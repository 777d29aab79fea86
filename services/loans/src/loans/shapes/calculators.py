"""What the calculators answer."""

from datetime import date
from typing import Self

from loans.rules.calculator import Costs
from loans.rules.early import EarlyQuote
from loans.rules.schedule import Instalment
from shared.base.money import percent
from shared.base.shape import Shape


class CalculatedInstalment(Shape):
    """One instalment of a calculated loan (期)."""

    number: int
    """Which, from 1."""
    due_on: date
    """When it would fall due."""
    principal_fen: int
    """Principal in it."""
    interest_fen: int
    """Interest in it."""
    total_fen: int
    """Both."""

    @classmethod
    def of(cls, line: Instalment) -> Self:
        """Show one."""
        return cls(
            number=line.number,
            due_on=line.due_on,
            principal_fen=line.principal_fen,
            interest_fen=line.interest_fen,
            total_fen=line.total_fen,
        )


class LoanCosts(Shape):
    """A loan as it would be repaid (贷款试算)."""

    annual_rate: str
    """Today's rate for it, as people read it."""
    first_fen: int
    """The first instalment."""
    last_fen: int
    """The last one."""
    interest_fen: int
    """All interest."""
    total_fen: int
    """All that is repaid."""
    instalments: list[CalculatedInstalment]
    """Every instalment."""

    @classmethod
    def of(cls, costs: Costs) -> Self:
        """Show them."""
        return cls(
            annual_rate=percent(costs.annual_rate),
            first_fen=costs.lines[0].total_fen,
            last_fen=costs.lines[-1].total_fen,
            interest_fen=costs.interest_fen,
            total_fen=costs.total_fen,
            instalments=[CalculatedInstalment.of(line) for line in costs.lines],
        )


class Way(Shape):
    """What an early repayment changes, one way (提前还款试算)."""

    principal_fen: int
    """Principal that is repaid with it."""
    interest_fen: int
    """Interest on that principal since the last due date."""
    instalment_before_fen: int
    """The next instalment without it."""
    instalment_after_fen: int
    """The next instalment with it."""
    periods_before: int
    """Instalments without it."""
    periods_after: int
    """Instalments with it."""
    last_due_after: date | None
    """When the loan would be paid off."""
    interest_saved_fen: int
    """Interest that need not be paid."""
    balance_after_fen: int
    """Principal that is left."""

    @classmethod
    def of(cls, found: EarlyQuote) -> Self:
        """Show one."""
        return cls(
            principal_fen=found.principal_fen,
            interest_fen=found.interest_fen,
            instalment_before_fen=found.instalment_before_fen,
            instalment_after_fen=found.instalment_after_fen,
            periods_before=found.periods_before,
            periods_after=found.periods_after,
            last_due_after=found.last_due_after,
            interest_saved_fen=found.interest_saved_fen,
            balance_after_fen=found.balance_after_fen,
        )


class BothWays(Shape):
    """Both ways side by side."""

    shorten: Way
    """Fewer months, the same instalment (缩短期限)."""
    reduce: Way
    """The same months, a smaller instalment (减少月供)."""
