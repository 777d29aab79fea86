"""What WeChat can be told to do wrong."""

from pydantic import Field

from simulators.faults import Levers, Times


class Faults(Levers):
    """Each number says how many of the next calls go wrong (-1: all)."""

    away: int = Times
    """A call is answered with HTTP 503; nothing is done."""
    lose_answer: int = Times
    """A notice or answer is delivered, and the call answered with HTTP 502."""
    refuse: int = Times
    """A notice or answer is refused with `errcode`."""
    errcode: int = 43101
    forget_token: int = Times
    """The token of a call is no longer good, whatever was promised."""
    undelivered: int = Times
    """A notice is taken, and later said not to have arrived (user block)."""
    no_receipt: int = Times
    """Nothing is said later of a notice."""
    slow_seconds: float = Field(default=0.0, ge=0, le=60)
    """How late a notice is answered that was delivered at once."""
    only_path: str | None = Field(default=None, max_length=100)
    """Other calls go well."""
