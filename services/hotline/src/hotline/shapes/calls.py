"""Calls and call-backs as staff see them."""

from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from pydantic import ConfigDict

from hotline.domain import Row
from hotline.sealed import CALLER
from shared.base.identifiers import mask_phone
from shared.base.shape import Shape
from shared.sealing.personal_data import PersonalData

STATE_TEXTS = {"menu": "语音导航", "queued": "排队", "agent": "人工接听", "ended": "已结束"}
ENDING_TEXTS = {
    "caller": "来电人挂机",
    "given_up": "排队中放弃",
    "served": "服务完毕",
    "agent": "坐席挂机",
    "call_back": "登记回电",
    "silent": "线路中断",
    "failed": "系统中断",
}


class CallLine(Shape):
    """A call (来电记录)."""

    call_id: UUID
    channel: str
    began_at: datetime
    """When it was answered."""
    caller: str | None
    """Number of the telephone, masked; none where it was withheld."""
    state: str
    """Where it stands, as a stable code."""
    state_text: str
    person_id: UUID | None
    """Whom the caller has proved to be."""
    proved_by: str | None
    """By what the caller has proved it: `password` or `code`."""
    asked: list[str]
    """What was asked for, in order, as stable codes."""
    ended_at: datetime | None
    """When it was over; none while it goes on."""
    ending: str | None
    """How it ended, as a stable code."""
    ending_text: str | None

    @classmethod
    def of(cls, row: Row, data: PersonalData) -> Self:
        """Show a row."""
        known = {
            name: row[name] for name in ("call_id", "channel", "began_at", "state", "person_id")
        }
        return cls(
            **known,
            caller=_masked(row, data),
            state_text=STATE_TEXTS[row["state"]],
            proved_by=row["proved_by"],
            asked=row["asked"],
            ended_at=row["ended_at"],
            ending=row["ending"],
            ending_text=ENDING_TEXTS.get(row["ending"]),
        )


def _masked(row: Row, data: PersonalData) -> str | None:
    sealed = row["caller_sealed"]
    return mask_phone(data.open(sealed, CALLER, row["call_id"])) if sealed is not None else None


class CallPage(Shape):
    """Calls, latest first."""

    items: list[CallLine]
    next_cursor: str | None


class CallBackLine(Shape):
    """Somebody who waits to be called back (待回电)."""

    call_id: UUID
    asked_at: datetime
    """When the caller asked for it."""
    phone: str | None
    """Number to call, in full."""
    person_id: UUID | None
    """Whom the caller has proved to be."""
    asked: list[str]
    """What was asked for, in order, as stable codes."""

    @classmethod
    def of(cls, row: Row, data: PersonalData) -> Self:
        """Show a row."""
        sealed = row["caller_sealed"]
        return cls(
            call_id=row["call_id"],
            asked_at=row["asked_at"],
            phone=data.open(sealed, CALLER, row["call_id"]) if sealed is not None else None,
            person_id=row["person_id"],
            asked=row["asked"],
        )


class CallBackList(Shape):
    """Who waits, the first one first."""

    items: list[CallBackLine]


class CalledBack(Shape):
    """How calling back went."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outcome: Literal["reached", "not_reached"]
    """Whether somebody answered."""


class PromptLine(Shape):
    """A prompt (提示音)."""

    prompt_id: str
    """Name of its recording, without `.wav`."""
    text: str
    """The words, as they are spoken."""
    recorded: bool
    """Whether a person has recorded it; else it is synthetic."""


class PromptList(Shape):
    """Every prompt there is."""

    items: list[PromptLine]
