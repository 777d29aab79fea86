"""What anybody is told of a document: three words, and nothing else (R-CRT-3)."""

from enum import StrEnum

from shared.base.shape import Shape


class Outcome(StrEnum):
    """What a check comes to (核验结果)."""

    MATCH = "match"
    """相符."""
    NO_MATCH = "no_match"
    """不相符: another number, another code, another file; which, nobody is told."""
    WITHDRAWN = "withdrawn"
    """已作废."""


OUTCOME_TEXTS = {
    Outcome.MATCH: "相符",
    Outcome.NO_MATCH: "不相符",
    Outcome.WITHDRAWN: "已作废",
}


class CheckAnswer(Shape):
    """What a check comes to, and nothing about anybody."""

    outcome: Outcome
    """What it comes to, as a stable code."""
    outcome_text: str

    @classmethod
    def of(cls, outcome: Outcome) -> "CheckAnswer":
        """Say it."""
        return cls(outcome=outcome, outcome_text=OUTCOME_TEXTS[outcome])
