"""What is proposed to be published, and what staff are shown."""

import unicodedata
from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from portal.domain import Notice, QuestionTopic, Topic
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds


def _readable(text: str) -> str:
    """Refuse what no reader can show; a line's end is none of it."""
    if any(unicodedata.category(one) in ("Cc", "Cs", "Co") and one not in "\r\n\t" for one in text):
        raise ValueError("文字中有不可见的控制字符，请重新输入")
    return text


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=200, pattern=r"^[^\r\n]*$"),
    AfterValidator(_readable),
]
Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=4_000),
    AfterValidator(_readable),
]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{2,40}$"), Field(examples=["decheng"])]
Position = Annotated[int, Field(ge=0, le=9_999)]


class NewNotice(Grounds):
    """A notice as it is to be published (拟发布的公告)."""

    title: Annotated[
        str,
        StringConstraints(
            strip_whitespace=True, min_length=4, max_length=80, pattern=r"^[^\r\n]*$"
        ),
        AfterValidator(_readable),
        Field(examples=["关于元旦放假期间业务办理的公告"]),
    ]
    """Its heading, one line."""
    topic: Topic
    """`policy`, `business`, `holiday`, `system` or `disclosure`."""
    body: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=10, max_length=8_000),
        AfterValidator(_readable),
    ]
    """What it says; each line is a paragraph."""
    shown_from: date
    """First day on which it is shown."""
    shown_until: date | None = None
    """Last day on which it is shown; null: for good."""


class NoticeWithdrawal(Grounds):
    """A notice that is to be withdrawn; the reason is shown in its stead (拟撤回的公告)."""

    notice_id: UUID
    """Its number."""


class PlaceChange(Grounds):
    """A place as it is to be shown (服务网点)."""

    code: Code
    """Short name; an existing place is changed."""
    name: Line
    """What it is called."""
    address: Line
    """Where it is."""
    telephone: Line
    """By which number it is called."""
    hours: Text
    """When it is open; each line of its own."""
    services: Text
    """What is done there; each line of its own."""
    position: Position = 100
    """Where in the list it stands."""
    closed: bool = False
    """Whether it is not shown any more."""


class QuestionChange(Grounds):
    """A question and its answer as they are to be shown (常见问题)."""

    code: Code
    """Short name; an existing question is changed."""
    topic: QuestionTopic
    """`withdrawals`, `loans`, `deposits`, `online` or `fraud`."""
    question: Line
    """What many ask."""
    answer: Text
    """What is answered; each line is a paragraph."""
    position: Position = 100
    """Where under its topic it stands."""
    removed: bool = False
    """Whether it is not shown any more."""


class PlaceAnswer(Shape):
    """A place as staff see it, shown or not (服务网点)."""

    code: str
    """Its short name."""
    name: str
    """What it is called."""
    address: str
    """Where it is."""
    telephone: str
    """By which number it is called."""
    hours: str
    """When it is open; each line of its own."""
    services: str
    """What is done there; each line of its own."""
    position: int
    """Where in the list it stands."""
    closed: bool
    """Whether it is not shown any more."""
    changed_at: datetime
    """When the second person agreed to it as it is, UTC."""


class PlaceList(Shape):
    """Every place, in the order in which they are shown."""

    items: list[PlaceAnswer]
    """The places."""


class QuestionAnswer(Shape):
    """A question as staff see it, shown or not (常见问题)."""

    code: str
    """Its short name."""
    topic: QuestionTopic
    """What it is about."""
    topic_text: str
    """The same in Chinese."""
    question: str
    """What many ask."""
    answer: str
    """What is answered; each line is a paragraph."""
    position: int
    """Where under its topic it stands."""
    removed: bool
    """Whether it is not shown any more."""
    changed_at: datetime
    """When the second person agreed to it as it is, UTC."""


class QuestionList(Shape):
    """Every question, by topic, in the order in which they are shown."""

    items: list[QuestionAnswer]
    """The questions."""


class NoticeAnswer(Shape):
    """A notice as staff see it, shown or not (公告)."""

    notice_id: UUID
    """Its number."""
    title: str
    """Its heading."""
    topic: Topic
    """What it is about."""
    topic_text: str
    """The same in Chinese."""
    body: str
    """What it says."""
    shown_from: date
    """First day on which it is shown."""
    shown_until: date | None
    """Last day on which it is shown; null: for good."""
    published_at: datetime
    """When the second person agreed, UTC."""
    withdrawn_at: datetime | None
    """When it was withdrawn, UTC."""
    withdrawal_reason: str | None
    """Why."""

    @classmethod
    def of(cls, notice: Notice) -> Self:
        """Show one."""
        return cls(
            notice_id=notice.notice_id,
            title=notice.title,
            topic=notice.topic,
            topic_text=notice.topic.text,
            body=notice.body,
            shown_from=notice.shown_from,
            shown_until=notice.shown_until,
            published_at=notice.published_at,
            withdrawn_at=notice.withdrawn_at,
            withdrawal_reason=notice.withdrawal_reason,
        )


class NoticePage(Shape):
    """Notices, newest first."""

    items: list[NoticeAnswer]
    """The notices."""
    next_cursor: str | None
    """Give it back as `cursor` for the next page; null on the last."""
