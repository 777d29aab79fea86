"""What transfers is about: letters (联系函), their states, whom they are about, what was told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from shared.messages.transfers import Direction


class LetterState(StrEnum):
    """How far a letter is (办理状态)."""

    ASKED = "asked"
    """转入: accounts is asked whether the account here may take it."""
    REVIEWED = "reviewed"
    """转入: the letter is good, and on its way; it can still be cancelled."""
    RECEIVED = "received"
    """The other centre has it; 转出: we have it, and look whose it is."""
    WAITING = "waiting"
    """转出: nothing is against it, two people decide."""
    RESERVING = "reserving"
    """转出: two people agreed, accounts freezes the money."""
    PAYING = "paying"
    """转出: frozen; the bank is to pay it."""
    PAID = "paid"
    """转出: paid, and the other centre is told what."""
    INFORMED = "informed"
    """转入: the other centre has told what it paid; the money is awaited."""
    CONSULTING = "consulting"
    """What was told and what was paid do not agree."""
    DONE = "done"
    DONE_AFTER_CONSULTING = "done_after_consulting"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    """The centre that has the account does not move it."""
    FAILED = "failed"
    NOT_SENT = "not_sent"
    """转入: the account here may take nothing, no letter was written."""


S = LetterState
ENDED = frozenset({S.DONE, S.DONE_AFTER_CONSULTING, S.CANCELLED, S.REFUSED, S.FAILED, S.NOT_SENT})
"""Nothing comes after these."""

STATE_TEXTS: Mapping[LetterState, str] = {
    S.ASKED: "正在核实本地账户",
    S.REVIEWED: "联系函已审核",
    S.RECEIVED: "联系函已接收",
    S.WAITING: "待复核转出",
    S.RESERVING: "正在核定转出金额",
    S.PAYING: "正在划转资金",
    S.PAID: "已划转，待转入中心确认",
    S.INFORMED: "账户信息已审核，待资金到账",
    S.CONSULTING: "协商中",
    S.DONE: "办结",
    S.DONE_AFTER_CONSULTING: "协商后办结",
    S.CANCELLED: "已撤销",
    S.REFUSED: "转出中心不予转出",
    S.FAILED: "转移失败",
    S.NOT_SENT: "未发出",
}

CODES: Mapping[LetterState, str] = {
    S.REVIEWED: "01",
    S.RECEIVED: "02",
    S.WAITING: "02",
    S.RESERVING: "02",
    S.PAYING: "08",
    S.PAID: "08",
    S.INFORMED: "08",
    S.CONSULTING: "06",
    S.DONE: "00",
    S.DONE_AFTER_CONSULTING: "20",
    S.CANCELLED: "05",
    S.REFUSED: "13",
    S.FAILED: "40",
}
"""The platform's code of a state (转移接续状态); what is not there the platform does not know."""


@dataclass(frozen=True, repr=False)
class Subject:
    """Whose account it is; kept sealed."""

    name: str
    id_type: str
    """Appendix A.1."""
    id_number: str
    account_there: str | None
    """Account at the other centre, or of a letter to us the one that it names here."""


@dataclass(frozen=True)
class Information:
    """What the centre that pays tells of the account and of the money (账户信息)."""

    amount_fen: int
    principal_fen: int
    interest_fen: int
    opened_on: date | None
    paid_up_to: str | None
    """Last contributed month, YYYY-MM."""
    six_months_in_a_row: bool
    loans: int
    loans_ended: bool
    fraud: bool
    contact: str


@dataclass(frozen=True)
class Centre:
    """A centre of the national list (公积金中心名录)."""

    code: str
    """First six digits of its letters' numbers (GB/T 2260)."""
    name: str
    account: str
    """Where money for it goes."""
    account_name: str


@dataclass(frozen=True)
class Letter:
    """A letter as it is stored."""

    letter_id: UUID
    direction: Direction
    state: LetterState
    centre_code: str
    """Of the other centre."""
    centre_name: str
    channel: str
    asked_at: datetime
    state_since: datetime
    number: str | None = None
    """Centre code, YYMMDD, four digits; none before it is written."""
    person_id: UUID | None = None
    """None while nobody knows whom another centre's letter is about."""
    id_number_hash: str | None = None
    subject_sealed: str | None = None
    account_number: str | None = None
    """The account here."""
    cancel_wanted: bool = False
    principal_fen: int | None = None
    interest_fen: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What was told besides: by the other centre (转入), by accounts and loans (转出). No personal data."""
    bank_serial: str | None = None
    """Of the receipt that is claimed, or of the payment."""
    proposal_id: UUID | None = None
    """By which two people agreed."""
    reason_text: str = ""
    ended_at: datetime | None = None

    @property
    def amount_fen(self) -> int | None:
        """Principal and interest."""
        if self.principal_fen is None or self.interest_fen is None:
            return None
        return self.principal_fen + self.interest_fen


@dataclass(frozen=True)
class Policy:
    """What the centre has decided (effective-dated)."""

    months_deposited: int
    """So many months of deposits an account here needs before it takes another one."""
    review_from_fen: int
    """From this sum on two people look before a receipt is booked."""
    overdue_days: int
    """A letter that stands still for longer is overdue."""


@dataclass(frozen=True)
class Seen:
    """A bank receipt that names a letter of ours."""

    bank_serial: str
    letter_id: UUID
    amount_fen: int
    value_date: date
    used: bool
    """Taken for this letter, or for something else."""
