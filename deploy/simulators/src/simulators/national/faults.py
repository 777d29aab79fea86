"""What the national platform can be told to do wrong."""

from pydantic import Field

from simulators.faults import Levers, Times


class Faults(Levers):
    """Each number says how many of the next questions go wrong (-1: all)."""

    away: int = Times
    """A question is answered with HTTP 503, and nothing is done."""
    lost: int = Times
    """A question is done, and its answer lost: HTTP 502."""
    wrong: int = Times
    """A question is answered with what makes no sense."""
    stranger: int = Times
    """A question is answered with what another person's code stands for."""
    slow: int = Times
    """A question is answered `slow_seconds` later."""
    slow_seconds: float = Field(default=10.0, ge=0.0)
