"""What a service refuses: a stable code, one Chinese sentence, and the rule where there is one.

Every service's errors are one table, `Reason` → `Wording`, and one exception, `Refused`; `shared.http`
answers it with problem details.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar


class ServiceError(Exception):
    """Something asked for that is not possible in this situation."""

    status = 409
    code = "not-possible"
    rule: str | None = None
    detail = "当前无法办理此操作。"

    def __init__(self, **extra: object) -> None:
        """`extra` is told to the caller beside the sentence."""
        super().__init__()
        self.extra = extra

    def __str__(self) -> str:
        return self.detail


@dataclass(frozen=True, slots=True)
class Wording:
    """What a refusal is answered with: HTTP status, rule number where there is one, one Chinese sentence."""

    status: int
    rule: str | None
    sentence: str
    """May use the values with which it is refused."""


class WordedError(ServiceError):
    """A refusal in the words of its service's table; its code is its reason's value."""

    wordings: ClassVar[Mapping[Any, Wording]]

    def __init__(
        self, reason: StrEnum, *, told: Mapping[str, object] | None = None, **values: object
    ) -> None:
        """`values` fill the sentence; `told` goes to the caller beside it."""
        super().__init__(**(told or {}))
        wording = self.wordings[reason]
        self.reason = reason
        self.code = reason.value
        self.status = wording.status
        self.rule = wording.rule
        self.detail = wording.sentence.format(**values)


NOT_FOUND = Wording(404, None, "没有找到您要的内容。")
"""What does not exist, and what is a stranger's: the same answer for both."""
