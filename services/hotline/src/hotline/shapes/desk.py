"""The telephone desk (电话台) as an agent sees it: who waits, how one stands, whose call it is."""

from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from pydantic import ConfigDict, Field

from hotline.domain import AgentState, Row
from shared.base.shape import Shape

AGENT_TEXTS = {
    AgentState.FREE: "空闲",
    AgentState.BUSY: "通话或小结",
    AgentState.BREAK: "小休",
    AgentState.AWAY: "离席",
}


class NewCode(Shape):
    """What proves a telephone to be the agent's, once (接入码)."""

    code: str = Field(repr=False)
    """Eight digits, keyed in at the telephone."""
    extension: str
    """Number that the telephone calls."""
    expires_at: datetime
    """When it is void; another one makes it void at once."""


class NewState(Shape):
    """How an agent wants to stand."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    state: Literal["free", "break", "away"]
    """Who speaks is busy by itself."""


class OwnCall(Shape):
    """The call that an agent speaks in, or writes the note of."""

    call_id: UUID
    began_at: datetime
    """When it was answered by the menu."""
    speaking: bool
    """Goes on; else its note is to be written."""
    person_id: UUID | None
    """Whom the caller has proved to be; none: nobody's page may be opened for this call."""
    asked: list[str]
    """What was asked for, in order, as stable codes."""
    noted: bool
    """Its note is written."""

    @classmethod
    def of(cls, row: Row) -> Self | None:
        """Show a row; None where the agent has no call."""
        if row["call_id"] is None:
            return None
        names = ("call_id", "began_at", "speaking", "person_id", "asked", "noted")
        return cls(**{name: row[name] for name in names})


class OwnSeat(Shape):
    """How the agent stands."""

    state: str
    """`free`, `busy`, `break` or `away`."""
    state_text: str
    since: datetime | None
    """Since when; none of whom never had a line."""
    on_line: bool
    """The telephone stands by."""
    call: OwnCall | None
    """The call in which the agent is, or of which a note is still to be written."""

    @classmethod
    def of(cls, row: Row | None) -> Self:
        """Show a row; None is somebody who never had a line."""
        state = AgentState(row["state"]) if row is not None else AgentState.AWAY
        return cls(
            state=state.value,
            state_text=AGENT_TEXTS[state],
            since=row["since"] if row is not None else None,
            on_line=row is not None and row["on_line"],
            call=OwnCall.of(row) if row is not None else None,
        )


class WaitingLine(Shape):
    """Somebody who waits for an agent; nobody is named."""

    queued_at: datetime
    """Since when."""
    proved: bool
    """Has proved who it is."""
    asked: list[str]
    """What was asked for, in order, as stable codes."""


class Desk(Shape):
    """The telephone desk as it is now."""

    at: datetime
    """Now, by the clock that the other times are of."""
    me: OwnSeat
    """How the agent who asks stands."""
    waiting: list[WaitingLine]
    """Who waits, the next one first."""
    free: int
    """Agents who are free."""
    busy: int
    """Agents who speak or write notes."""
    on_break: int
    """Agents who come back soon."""
