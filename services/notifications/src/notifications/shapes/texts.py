"""What goes in and out over HTTP: a person's own texts and switch, delivery states for staff."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Self

from pydantic import ConfigDict, Field, model_validator

from notifications.carriers import Route
from notifications.rules.topics import Topic
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds


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


ROUTE_TEXTS = {Route.SMPP: "SMPP通道", Route.CMPP: "CMPP通道"}


class Channel(StrEnum):
    """By which way somebody is told."""

    WECHAT = "wechat"
    SMS = "sms"


CHANNEL_TEXTS = {Channel.WECHAT: "微信", Channel.SMS: "短信"}
PUSH_TEXTS = {"asked": "待发送", "accepted": "已送达", "texted": "未送达"}


class Way(Shape):
    """How a message went by one channel."""

    channel: Channel
    """Which, as a stable code."""
    channel_text: str = Field(examples=["微信"])
    """Which, as people call it."""
    state: str = Field(examples=["delivered"])
    """What became of it there, as a stable code: that of a text; of WeChat `asked`, `accepted`, `texted`."""
    state_text: str = Field(examples=["已送达"])
    at: datetime | None
    """When that was known; none while it waits."""
    failure: str | None = Field(examples=["wechat_43101"])
    """Why it did not arrive that way, as a stable code."""


def ways_of(row: Mapping[str, Any]) -> list[Way]:
    """Read from a row of `views.texts_of_person` by which ways a message went, in their order."""
    found = []
    if row["push_state"] is not None:
        state = row["push_state"]
        found.append(
            Way(
                channel=Channel.WECHAT, channel_text=CHANNEL_TEXTS[Channel.WECHAT], state=state,
                state_text=PUSH_TEXTS[state], at=row["push_ended_at"], failure=row["push_failure"],
            )
        )  # fmt: skip
    if row["sms_state"] is not None:
        state = State(row["sms_state"])
        found.append(
            Way(
                channel=Channel.SMS, channel_text=CHANNEL_TEXTS[Channel.SMS], state=state,
                state_text=STATE_TEXTS[state], at=row["sms_at"], failure=row["sms_failure"],
            )
        )  # fmt: skip
    return found[::-1] if row["after_sms"] else found


class MessageOfPerson(Shape):
    """What somebody was told, and by which ways; without its content."""

    text_id: uuid.UUID
    template: str = Field(examples=["withdrawal_paid"])
    about: str = Field(description="引发消息的业务编号")
    state: State
    """What became of it at last, as a stable code."""
    state_text: str = Field(examples=["已送达"])
    phone_tail: str = Field(examples=["5678"])
    ways: list[Way]
    """In the order in which they were tried."""
    created_at: datetime


class MessagesOfPerson(Shape):
    """One page."""

    items: list[MessageOfPerson]
    next_cursor: str | None


class OwnText(Shape):
    """What the person was told."""

    text_id: uuid.UUID
    template: str = Field(examples=["withdrawal_paid"])
    state: State
    """What became of it, as a stable code."""
    state_text: str = Field(examples=["已送达"])
    phone_tail: str = Field(examples=["5678"])
    body: str
    """The text as it was sent."""
    ways: list[Way]
    """By which ways it went, in the order in which they were tried."""
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
    route: Route
    """By which carrier's link it went, or will go."""
    message_ids: list[str] = Field(description="短信中心给出的编号")
    created_at: datetime
    submitted_at: datetime | None
    """When the SMS centre took it."""
    ended_at: datetime | None


class Deliveries(Shape):
    """One page."""

    items: list[Delivery]
    next_cursor: str | None


class RouteChange(Grounds):
    """By which carrier texts to some numbers are to go (短信通道): by a prefix, or to one number."""

    prefix: str | None = Field(default=None, pattern=r"^1\d{2,6}$", examples=["139"])
    """With which 3 to 7 digits the numbers begin (号段); the longest that fits holds."""
    phone: str | None = Field(default=None, pattern=r"^1[3-9]\d{9}$", examples=["13912345678"])
    """One number that was taken along to another carrier (携号转网); holds before every prefix."""
    route: Route
    """By which carrier's link."""
    effective_from: date
    """First day on which it holds; from a later row's first day on that one does."""

    @model_validator(mode="after")
    def one_of_the_two_is_named(self) -> Self:
        """Else nobody knows what it is about."""
        if (self.prefix is None) == (self.phone is None):
            raise ValueError("号段和手机号必须且只能填写一项")
        return self


class RouteChanged(Shape):
    """What was changed."""

    route_id: uuid.UUID
    """Number of the new row."""


class RouteShown(Shape):
    """A row of the table of routes (短信通道)."""

    route_id: uuid.UUID
    """Its number."""
    prefix: str | None = Field(examples=["139"])
    """With which digits the numbers begin; none for a single number."""
    phone_tail: str | None = Field(examples=["5678"])
    """Last four digits of the single number."""
    route: Route
    """By which carrier's link."""
    route_text: str = Field(examples=["CMPP通道"])
    """The same as people say it."""
    effective_from: date
    """First day on which it holds."""
    proposal_id: uuid.UUID
    """By which proposal: who proposed and who decided stand there."""
    decided_at: datetime
    """When the second person agreed, UTC."""


class RoutePage(Shape):
    """One page."""

    items: list[RouteShown]
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


class PreferenceChange(Shape):
    """How one wants to be told of a topic."""

    model_config = ConfigDict(extra="forbid")

    first_channel: Channel
    """What is tried first; where it does not arrive the other follows."""
    optional: bool
    """Whether reminders (提醒类消息) about it are wanted; what must be told always comes."""


class PreferenceShown(PreferenceChange):
    """How one is told of a topic."""

    topic: Topic
    """Which, as a stable code."""
    topic_text: str = Field(examples=["提取"])
    """Which, as people call it."""


class Preferences(Shape):
    """All topics, chosen or not."""

    items: list[PreferenceShown]


class SubscriptionChange(Shape):
    """The switch as it should be."""

    model_config = ConfigDict(extra="forbid")

    optional_texts: bool
    """Whether reminders (提醒类短信) are wanted; codes and texts about money always come."""
