"""What goes in and out over HTTP, for staff alone; personal data is masked (R-QRY-5)."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from settlement.domain import Attention, Outcome

ATTENTION_TEXTS: dict[Attention, str] = {
    Attention.KEY_CONFLICT: "银行已有相同编号、内容不同的指令，请与银行核实",
    Attention.CONTRADICTION: "银行的说法与本系统记录矛盾，请与银行核实",
    Attention.UNREADABLE: "对方账户信息无法解密，请检查密钥配置",
}

REASON_TEXTS: dict[str, str] = {
    "missing_in_bank": "银行对账单没有此笔",
    "missing_in_orders": "没有对应的付款指令",
    "missing_in_ledger": "账务系统没有此笔",
    "amount_differs": "金额不一致",
    "order_state_differs": "付款指令的状态与银行或账务不符",
    "serial_differs": "银行流水号不一致",
    "booked_twice": "银行重复入账",
    "unexpected_entry": "银行有本系统不认识的入账",
    "not_on_statement": "银行曾通知入账，当日对账单却没有",
    "balance_differs": "对账单期初、发生额与期末不平",
}


class PaymentOrder(BaseModel):
    """An order to the bank (付款, 放款 or 扣款指令)."""

    order_id: UUID
    """Of a payout: the application's id."""
    kind: str
    """`payout`, `disbursement` or `debit`."""
    kind_text: str
    amount_fen: int
    card_tail: str
    holder_name: str
    """Who is paid or debited, masked."""
    purpose: str
    state: str
    state_text: str
    attention: str | None
    attention_text: str | None
    requested_on: date
    """The day from which it may be executed: of the approval, or of the debit."""
    deadline_on: date | None
    """The last day for a payout (R-WDR-7)."""
    created_at: datetime
    unknown_since: datetime | None
    """When its outcome first became unknown, if ever."""
    times_sent: int
    times_asked: int
    """Questions to the bank since it became unknown."""
    bank_serial: str | None
    paid_on: date | None
    reason_code: str | None
    reason_text: str | None
    return_serial: str | None
    returned_on: date | None


class PaymentOrderPage(BaseModel):
    """Orders, newest first; unknown ones longest first."""

    items: list[PaymentOrder]
    next_cursor: str | None


class OrderLine(BaseModel):
    """One line of the history of an order."""

    at: datetime
    step: str
    state: str
    text: str


class EntryLine(BaseModel):
    """What the bank booked under the key of an order."""

    number: int
    serial: str
    kind: str
    amount_fen: int
    booked_on: date
    fate: str | None


class Conclusion(BaseModel):
    """What a member of staff proposed to conclude (处理结论), and what another decided."""

    outcome: str
    """`not_executed` or `explained`."""
    outcome_text: str
    explanation: str
    proposed_by_name: str
    proposed_at: datetime
    decided_by_name: str | None
    decided_at: datetime | None
    agreed: bool | None


class PaymentOrderDetail(PaymentOrder):
    """An order with everything that happened to it."""

    history: list[OrderLine]
    bank_entries: list[EntryLine]
    conclusions: list[Conclusion]


class Reconciliation(BaseModel):
    """The comparison (对账) of a business day."""

    business_date: date
    state: str
    """`waiting`, `finished`, or `failed` where the last attempt did not come to an end."""
    requested_at: datetime
    finished_at: datetime | None
    problem: str | None
    opening_fen: int | None
    closing_fen: int | None
    compared: int | None
    open_differences: int
    explained_differences: int


class ReconciliationList(BaseModel):
    """Business days, newest first."""

    items: list[Reconciliation]


class Difference(BaseModel):
    """Something that one side has otherwise than another, with its reason."""

    id: UUID
    business_date: date
    kind: str
    key: str
    """The key of an order, the bank serial of anything else."""
    reason: str
    reason_text: str
    bank_fen: int | None
    order_fen: int | None
    ledger_fen: int | None
    state: str
    """`open` or `explained`."""
    found_at: datetime
    explanation: str | None
    explained_by_name: str | None
    explained_at: datetime | None


class ReconciliationDetail(Reconciliation):
    """A business day with a page of its differences."""

    differences: list[Difference]
    next_cursor: str | None


class Body(BaseModel):
    """A request body; what is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ReconciliationBody(Body):
    """Which ended business day is to be compared."""

    business_date: date = Field(examples=["2026-10-12"])


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=500)]


class ConclusionBody(Body):
    """What is to be concluded of an order, on whose word."""

    outcome: Outcome
    explanation: Words = Field(examples=["银行10月14日书面确认未付款，函号2026-118"])


class DecisionBody(Body):
    """Whether the second person agrees."""

    agree: bool


class ExplanationBody(Body):
    """Why a difference is none, or what is being done about it."""

    explanation: Words = Field(examples=["银行10月13日补记，流水号B000123"])
