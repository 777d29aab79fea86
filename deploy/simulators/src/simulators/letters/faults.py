"""What the transfer platform can be told to do wrong."""

from pydantic import Field

from simulators.faults import Levers, Times


class Faults(Levers):
    """Each number says how many of the next occasions go wrong (-1: all)."""

    away: int = Times
    """A sign-on is cut off."""
    lost: int = Times
    """A request is done, and not answered."""
    deaf: int = Times
    """A request is neither done nor answered."""
    wrong: int = Times
    """A request is answered with what is no message."""
    slow: int = Times
    """A request is answered `slow_seconds` later."""
    slow_seconds: float = Field(default=5.0, ge=0.0)
    refuse: int = Times
    """A request is refused without a reason that could be known."""
    silent: int = Times
    """A push is lost: the platform thinks that it was heard."""
    twice: int = Times
    """A push is sent again though it was answered."""
