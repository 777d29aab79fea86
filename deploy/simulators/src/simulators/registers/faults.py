"""What the registers can be told to do wrong."""

from pydantic import Field

from simulators.faults import Levers, Times


class Faults(Levers):
    """Each number says how many of the next questions go wrong (-1: all)."""

    away: int = Times
    """A question is answered with HTTP 503."""
    wrong: int = Times
    """A question is answered with what makes no sense."""
    slow: int = Times
    """A question is answered `slow_seconds` later."""
    slow_seconds: float = Field(default=10.0, ge=0.0)
    only_register: str | None = None
    """The others go well."""

    def strike(self, name: str, register: str) -> bool:
        """Use up one occasion of a fault; False when all goes well."""
        if self.only_register and self.only_register != register:
            return False
        return self.use_up(name)
