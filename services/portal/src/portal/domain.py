"""What the front door shows (门户栏目); pure."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Topic(StrEnum):
    """What a notice is about (公告类别)."""

    POLICY = "policy"
    BUSINESS = "business"
    HOLIDAY = "holiday"
    SYSTEM = "system"
    DISCLOSURE = "disclosure"

    @property
    def text(self) -> str:
        """In Chinese."""
        return _TOPICS[self]


_TOPICS = {
    Topic.POLICY: "政策法规",
    Topic.BUSINESS: "业务通知",
    Topic.HOLIDAY: "节假日安排",
    Topic.SYSTEM: "系统维护",
    Topic.DISCLOSURE: "信息公开",
}


class QuestionTopic(StrEnum):
    """What a question is about (问题类别)."""

    WITHDRAWALS = "withdrawals"
    LOANS = "loans"
    DEPOSITS = "deposits"
    ONLINE = "online"
    FRAUD = "fraud"

    @property
    def text(self) -> str:
        """In Chinese."""
        return _QUESTION_TOPICS[self]


_QUESTION_TOPICS = {
    QuestionTopic.WITHDRAWALS: "提取",
    QuestionTopic.LOANS: "贷款",
    QuestionTopic.DEPOSITS: "缴存",
    QuestionTopic.ONLINE: "网上办理",
    QuestionTopic.FRAUD: "识别诈骗",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice (公告) as it was published."""

    notice_id: UUID
    title: str
    topic: Topic
    body: str
    shown_from: date
    shown_until: date | None
    published_at: datetime
    withdrawn_at: datetime | None
    withdrawal_reason: str | None

    @property
    def paragraphs(self) -> list[str]:
        """What it says, a paragraph a line."""
        return lines_of(self.body)


@dataclass(frozen=True, slots=True)
class Place:
    """Where people are served (服务网点)."""

    code: str
    name: str
    address: str
    telephone: str
    hours: str
    services: str
    position: int
    closed: bool
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Question:
    """A question that many ask, and its answer (常见问题)."""

    code: str
    topic: QuestionTopic
    question: str
    answer: str
    position: int
    removed: bool
    changed_at: datetime


def lines_of(text: str) -> list[str]:
    """Split a text into its lines, without empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]
