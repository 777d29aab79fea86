"""What the telephone speaks of: calls, how they end, what a caller asks."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

Row = Any
"""A row of the database."""

CHANNEL = "hotline"
"""As access tokens and books of all services have it (R-ACC-5); callers know it as 12329."""


class Task(StrEnum):
    """What a caller wants done (来电事项)."""

    BALANCE = "balance"
    """账户余额."""
    LAST_DEPOSIT = "last_deposit"
    """最近一次缴存."""
    WITHDRAWAL = "withdrawal"
    """提取进度."""
    LOAN = "loan"
    """下期还款和逾期."""


class Guide(StrEnum):
    """How-to that anybody may hear (办事指南)."""

    WITHDRAW = "withdraw"
    BORROW = "borrow"
    DEPOSIT = "deposit"
    TRANSFER = "transfer"


class Wish(StrEnum):
    """What a caller wants done, beside being told something."""

    TEXT = "text"
    """短信接收查询结果."""
    LOST_PHONE = "lost_phone"
    """手机丢失挂失."""


class CallState(StrEnum):
    """Where a call stands (通话状态)."""

    MENU = "menu"
    """Answered by the menu (语音导航)."""
    QUEUED = "queued"
    """Waits for an agent (排队)."""
    AGENT = "agent"
    """Speaks with an agent (人工接听)."""
    ENDED = "ended"


class AgentState(StrEnum):
    """How an agent stands (坐席状态)."""

    FREE = "free"
    """Takes the next caller (空闲)."""
    BUSY = "busy"
    """Speaks, or writes the note of the last call (通话或小结)."""
    BREAK = "break"
    """Comes back soon (小休)."""
    AWAY = "away"
    """Not on duty: no line, or left the chair (离席)."""


class Ending(StrEnum):
    """How a call ended (结束原因)."""

    CALLER = "caller"
    """The caller hung up, anywhere but in the queue."""
    GIVEN_UP = "given_up"
    """The caller hung up while waiting for an agent (放弃)."""
    SERVED = "served"
    """We hung up after what was to be said."""
    AGENT = "agent"
    """The agent hung up."""
    CALL_BACK = "call_back"
    """The caller asked to be called back."""
    SILENT = "silent"
    """Nothing was heard of the caller's end any more (lost BYE)."""
    FAILED = "failed"
    """A defect of ours, or a process that was killed."""


@dataclass(frozen=True)
class AccountFacts:
    """What accounts says of somebody's account."""

    balance_fen: int
    frozen_fen: int


@dataclass(frozen=True)
class DepositFacts:
    """The last contribution that was booked."""

    booked_on: date
    amount_fen: int


@dataclass(frozen=True)
class WithdrawalFacts:
    """The latest application."""

    accepted_on: date
    state: str
    """As withdrawals has it."""
    amount_fen: int | None


@dataclass(frozen=True)
class LoanFacts:
    """A loan that is not repaid."""

    next_due_on: date | None
    next_fen: int | None
    overdue_fen: int
