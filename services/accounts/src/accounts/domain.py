"""What accounts is about: codes of the standard (JGJ/T 320), months, and the values that rules work on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NewType, Protocol
from uuid import UUID

from shared.base.id_documents import IdDocument
from shared.base.identifiers import Phone

AccountNumber = NewType("AccountNumber", str)
EmployerNumber = NewType("EmployerNumber", str)


class Row(Protocol):
    """What a query has returned, by column."""

    def __getitem__(self, column: str, /) -> Any:
        """The value of a column."""


class BusinessType(StrEnum):
    """Collection and withdrawal type (归集和提取业务类型), appendix A.5."""

    REMITTANCE = "01"
    BACK_PAYMENT = "02"
    OPENED = "03"
    UNSEALED = "04"
    SEALED = "05"
    TRANSFERRED = "06"
    MOVED_ELSEWHERE = "07"
    MOVED_HERE = "08"
    INTEREST = "09"
    BASE_CHANGED = "10"
    PARTIAL_WITHDRAWAL = "11"
    CLOSING_WITHDRAWAL = "12"
    FROZEN = "14"
    UNFROZEN = "15"
    OPENING_BALANCE = "77"
    """Of this system alone: A.5 has no code for it."""
    OTHER = "99"

    @property
    def text(self) -> str:
        """For statements."""
        return BUSINESS_TEXTS[self]


BUSINESS_TEXTS: Mapping[str, str] = {
    BusinessType.REMITTANCE: "汇缴",
    BusinessType.BACK_PAYMENT: "补缴",
    BusinessType.OPENED: "开户",
    BusinessType.UNSEALED: "启封",
    BusinessType.SEALED: "封存",
    BusinessType.TRANSFERRED: "内部转移",
    BusinessType.MOVED_ELSEWHERE: "外部转出",
    BusinessType.MOVED_HERE: "外部转入",
    BusinessType.INTEREST: "结息",
    BusinessType.BASE_CHANGED: "基数调整",
    BusinessType.PARTIAL_WITHDRAWAL: "部分提取",
    BusinessType.CLOSING_WITHDRAWAL: "销户提取",
    BusinessType.FROZEN: "冻结",
    BusinessType.UNFROZEN: "解冻",
    BusinessType.OPENING_BALANCE: "期初余额",
    BusinessType.OTHER: "其他",
}


WITHDRAWAL_REASONS = {"06": "偿还住房贷款本息"}
"""Withdrawal reason (提取原因), appendix A.7, where the ledger knows it: of an offset (冲还贷)."""


class AccountState(StrEnum):
    """Personal account state (个人账户状态), appendix A.6; what 汇缴状态 shows."""

    NORMAL = "01"
    SEALED = "02"
    MERGED = "03"
    TRANSFERRED_OUT = "04"
    CLOSED_BY_WITHDRAWAL = "05"
    FROZEN = "06"

    @property
    def text(self) -> str:
        """For pages."""
        return _STATE_TEXTS[self]

    @property
    def closed(self) -> bool:
        """No money can be on it any more."""
        return self in CLOSED_STATES


_STATE_TEXTS = {
    AccountState.NORMAL: "正常",
    AccountState.SEALED: "封存",
    AccountState.MERGED: "合并销户",
    AccountState.TRANSFERRED_OUT: "外部转出销户",
    AccountState.CLOSED_BY_WITHDRAWAL: "提取销户",
    AccountState.FROZEN: "冻结",
}

CLOSED_STATES = frozenset(
    {AccountState.MERGED, AccountState.TRANSFERRED_OUT, AccountState.CLOSED_BY_WITHDRAWAL}
)


LIST_STATES = {"draft": "草稿", "confirmed": "已确认", "booked": "已入账", "withdrawn": "已撤回"}
"""The states of a remittance list (汇缴清册), for pages."""
FILE_STATES = {
    "received": "待读取",
    "reading": "正在读取",
    "flawed": "有错误",
    "unreadable": "无法读取",
    "ready": "待确认采用",
    "accepted": "已采用",
    "superseded": "已作废",
}
"""The states of an uploaded list, for pages."""


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month that a day lies in."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read YYYY-MM, already checked by its pattern."""
        year, month = text.split("-")
        return cls(int(year), int(month))

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.month, 1)

    def plus(self, months: int) -> "Month":
        """Return the month so many months later."""
        index = self.year * 12 + self.month - 1 + months
        return Month(index // 12, index % 12 + 1)

    def since(self, other: "Month") -> int:
        """Return how many months this one is later than the other."""
        return (self.year - other.year) * 12 + self.month - other.month

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def month_text(first: date | None) -> str | None:
    """Write the month of a stored first day as YYYY-MM."""
    return first.isoformat()[:7] if first is not None else None


@dataclass(frozen=True, repr=False)
class Operator:
    """The unit operator (单位经办人)."""

    name: str
    document: IdDocument
    phone: Phone


@dataclass(frozen=True)
class NewEmployer:
    """An employer to be registered."""

    name: str
    social_credit_code: str
    payday: int
    employer_ratio_bp: int
    employee_ratio_bp: int
    operator_name_sealed: str
    operator_id_number_sealed: str
    operator_phone_sealed: str
    registered_on: date
    set_up_on: date | None = None
    """Where it is known."""


@dataclass(frozen=True)
class AccountFacts:
    """What decides about a reservation, all of one instant, under lock."""

    person_id: UUID
    account_number: AccountNumber
    ledger_account_id: int
    state: AccountState
    balance_fen: int
    frozen_fen: int
    opened_on: date
    paid_up_to: date | None
    sealed_on: date | None
    sealed_month: date | None
    """First of the month from which nothing is contributed."""
    seal_reason: str | None
    in_confirmed_list: bool
    """A confirmed list that is not booked yet has this account on it."""
    interest_fen: int
    """Due up to the business date; below 0 is what was booked too much. Of a partial withdrawal only that."""
    retained_deposits_fen: int
    """Booked for the contribution months that must stay (reading A)."""
    current_deposit_fen: int
    """Today's monthly deposit, both sides (reading B)."""


@dataclass(frozen=True)
class Reserved:
    """The amounts of a reservation, fen."""

    principal_fen: int
    interest_fen: int
    retained_fen: int
    taken_back_fen: int = 0
    """Interest that was booked and should not have been: the fund keeps it as the account closes."""

    @property
    def amount_fen(self) -> int:
        """What the bank is to pay."""
        return self.principal_fen + self.interest_fen


@dataclass(frozen=True)
class Refused:
    """Why nothing is frozen."""

    reason_code: str
    rule: str
    eligible_from: date | None = None
    retained_fen: int | None = None


class ReservationState(StrEnum):
    """How the money of an application stands."""

    RESERVED = "reserved"
    POSTED = "posted"
    RELEASED = "released"
    RESTORED = "restored"
    """The bank sent it back, and it is on the account again (退票)."""
    REFUSED = "refused"


class Purpose(StrEnum):
    """What money is frozen for."""

    WITHDRAWAL = "withdrawal"
    TRANSFER_OUT = "transfer_out"
    """The account moves to another centre (异地转出)."""
    MERGE = "merge"
    """The account goes into the person's other one (合并)."""


@dataclass(frozen=True, slots=True)
class Reservation:
    """The money frozen for an application; a tombstone, which nothing is frozen for, has no account."""

    application_id: UUID
    person_id: UUID
    account_number: str | None
    transfer_id: UUID | None
    state: ReservationState
    round: int
    closing: bool
    principal_fen: int
    interest_fen: int
    reserved_on: date | None
    interest_from: date | None = None
    """Up to which day the account's interest is settled."""

    @property
    def frozen_fen(self) -> int:
        """What the bank is to pay."""
        return self.principal_fen + self.interest_fen

    def priced_before(self, day: date) -> bool:
        """Whether its interest runs on from the day of its price to this one."""
        return self.reserved_on is not None and self.reserved_on < day


class OffsetState(StrEnum):
    """How the money of an offset stands."""

    RESERVED = "reserved"
    POSTED = "posted"
    RELEASED = "released"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Offset:
    """The money frozen for a repayment; a tombstone, which nothing is frozen for, has no account."""

    offset_id: UUID
    person_id: UUID
    account_number: str | None
    transfer_id: UUID | None
    state: OffsetState
    reserved_fen: int
    posted_fen: int
