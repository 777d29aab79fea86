"""What goes in and out over HTTP: a person's own texts and switch, delivery states for staff."""

import uuid
from datetime import datetime
from enum import StrEnum

from pydantic import ConfigDict, Field

from shared.base.shape import Shape


class State(StrEnum):
    """Where a text is."""

    QUEUED = "queued"
    SUBMITTING = "submitting"
    SUBMITTED = "submitted"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    EXPIRED = "expired"
    FAILED = "failed"
    PUSHED = "pushed"
    """Told by WeChat; no text was sent."""


STATE_TEXTS = {
    State.QUEUED: "待发送",
    State.SUBMITTING: "发送中",
    State.SUBMITTED: "已提交运营商",
    State.DELIVERED: "已送达",
    State.UNDELIVERED: "未送达",
    State.EXPIRED: "已过期",
    State.FAILED: "发送失败",
    State.PUSHED: "已由微信通知",
}


class OwnText(Shape):
    """A text that the person received."""

    text_id: uuid.UUID
    template: str = Field(examples=["withdrawal_paid"])
    state: State
    """What became of it, as a stable code."""
    state_text: str = Field(examples=["已送达"])
    phone_tail: str = Field(examples=["5678"])
    body: str
    """The text as it was sent."""
    created_at: datetime
    ended_at: datetime | None


class OwnTexts(Shape):
    """One page."""

    items: list[OwnText]
    next_cursor: str | None


class Delivery(Shape):
    """What became of a text; without its content."""

    text_id: uuid.UUID
    template: str = Field(examples=["withdrawal_paid"])
    about: str = Field(description="引发短信的业务编号")
    state: State
    """What became of it, as a stable code."""
    state_text: str = Field(examples=["未送达"])
    phone_tail: str = Field(examples=["5678"])
    segments: int
    attempts: int
    """How often it was handed to the SMS centre."""
    failure: str | None = Field(examples=["no_answer"])
    """Why it did not arrive, as a stable code."""
    message_ids: list[str] = Field(description="短信中心给出的编号")
    created_at: datetime
    submitted_at: datetime | None
    """When the SMS centre took it."""
    ended_at: datetime | None


class Deliveries(Shape):
    """One page."""

    items: list[Delivery]
    next_cursor: str | None


class Counter(Shape):
    """Texts of one template in one state."""

    template: str
    state: State
    """What became of them, as a stable code."""
    state_text: str
    texts: int
    """Number of texts."""
    segments: int


class Counters(Shape):
    """What was texted lately."""

    since: datetime
    """From when on they are counted."""
    oldest_queued_at: datetime | None
    """Since when the oldest text has waited; none when nothing waits."""
    counters: list[Counter]
    """The numbers, a line for each template and state."""


class Subscription(Shape):
    """A person's SMS switch (R-CRT-4)."""

    phone_tail: str = Field(examples=["5678"])
    optional_texts: bool = Field(description="是否接收提醒类短信；验证码和资金变动短信总会发送")


class SubscriptionChange(Shape):
    """The switch as it should be."""

    model_config = ConfigDict(extra="forbid")

    optional_texts: bool
    """Whether reminders (提醒类短信) are wanted; codes and texts about money always come."""
