"""What a process table says about a fact that came by message: facts may repeat, overtake and contradict."""

from enum import StrEnum


class Reception(StrEnum):
    """What to do with a fact in a state."""

    ACT = "act"
    STALE = "stale"
    """Known already, or overtaken: ignore."""
    EARLY = "early"
    """What must come before it has not been recorded yet: look again later."""
    CONTRADICTION = "contradiction"
    """Cannot be true beside what is recorded: set it aside for the operators, money may be wrong."""


ACT, STALE, EARLY, NEVER = Reception
"""As they stand in the tables, a word a cell."""
