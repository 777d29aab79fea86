"""What goes in and out over HTTP, for staff alone; personal data is masked (R-QRY-5)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pydantic import ConfigDict, Field

from settlement.domain import Attention, Kind, Outcome
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

ATTENTION_TEXTS: dict[Attention, str] = {
    Attention.KEY_CONFLICT: "银行已有相同编号、内容不同的指令，请与银行核实",
    Attention.CONTRADICTION: "银行的说法与本系统记录矛盾，请与银行核实",
    Attention.UNREADABLE: "对方账户信息无法解密，请检查密钥配置",
}

CROSS_TEXTS: dict[str, str] = {
    "disbursed": "贷款发放金额不一致",
    "repaid": "贷款还款金额不一致",
    "debited": "还款扣款金额不一致",
    "silent_loans": "贷款服务未报送当日数据",
    "silent_accounts": "账务服务未报送当日数据",
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


class PaymentOrder(Shape):
    """An order to the bank (付款, 放款 or 扣款指令)."""

    order_id: UUID
    """Of a payout: the application's id."""
    kind: str
    """`payout`, `disbursement`, `refund`, `transfer` or `debit`."""
    kind_text: str
    amount_fen: int
    card_tail: str
    """Last four digits of the card or account."""
    holder_name: str
    """Who is paid or debited, masked."""
    purpose: str
    """What the bank writes on the statement (附言)."""
    state: str
    """State of the order (指令状态): to_send, sent, succeeded, failed, unknown or returned."""
    state_text: str
    attention: str | None
    """Why an operator should look at it, as a stable code; none as a rule."""
    attention_text: str | None
    """The same in Chinese."""
    requested_on: date
    """The day from which it may be executed: of the approval, or of the debit."""
    deadline_on: date | None
    """The last day for a payout (R-WDR-7)."""
    created_at: datetime
    unknown_since: datetime | None
    """When its outcome first became unknown, if ever."""
    times_sent: int
    """How often it was sent; above 1 only where the bank said that it never got it."""
    times_asked: int
    """Questions to the bank since it became unknown."""
    bank_serial: str | None
    paid_on: date | None
    reason_code: str | None
    """ISO 20022 external status reason, for example AC01."""
    reason_text: str | None
    return_serial: str | None
    """The bank's serial number of the money that came back."""
    returned_on: date | None


class PaymentOrderPage(Shape):
    """Orders, newest first; unknown ones longest first."""

    items: list[PaymentOrder]
    next_cursor: str | None


class OrderLine(Shape):
    """One line of the history of an order."""

    at: datetime
    step: str
    state: str
    """State of the order from then on."""
    text: str


class EntryLine(Shape):
    """What the bank booked under the key of an order."""

    number: int
    """Number of the bank's entry in this system."""
    serial: str
    """The bank's serial number (银行流水号)."""
    kind: str
    """What the entry is: payout, return, debit or reversal."""
    amount_fen: int
    booked_on: date
    fate: str | None
    """What this system made of it, as a stable code; none while it waits."""


class Conclusion(Shape):
    """What a member of staff proposed to conclude (处理结论), and what another decided."""

    outcome: str
    """`not_executed` or `explained`."""
    outcome_text: str
    explanation: str
    proposed_by_name: str
    proposed_at: datetime
    decided_by_name: str | None
    """Who decided, masked; none while nobody has."""
    decided_at: datetime | None
    """When it was decided."""
    agreed: bool | None
    """Whether the second person agreed; none while it waits."""


class PaymentOrderDetail(PaymentOrder):
    """An order with everything that happened to it."""

    history: list[OrderLine]
    bank_entries: list[EntryLine]
    """What the bank booked under its key."""
    conclusions: list[Conclusion]
    """What staff concluded of it."""


class Reconciliation(Shape):
    """The comparison (对账) of a business day."""

    business_date: date
    state: str
    """`waiting`, `finished`, or `failed` where the last attempt did not come to an end."""
    requested_at: datetime
    finished_at: datetime | None
    problem: str | None
    """Why the last attempt did not come to an end, in words."""
    opening_fen: int | None
    """Opening balance on the bank's statement."""
    closing_fen: int | None
    """Closing balance on the bank's statement."""
    compared: int | None
    open_differences: int
    """Differences that nobody has explained."""
    explained_differences: int
    """Differences that have been explained."""


class PaidOf(Shape):
    """What the bank did on a day, of one kind of order."""

    kind: Kind
    """Kind of order."""
    kind_text: str
    """The kind in Chinese."""
    orders: int
    """How many the bank executed."""
    amount_fen: int
    """Their sum, in fen."""


class FiguresShown(Shape):
    """How orders to the bank stand (付款概况); nobody is named."""

    day: date
    """Business date of `paid`."""
    paid: list[PaidOf]
    """What the bank executed on it, by kind; debits come in, everything else goes out."""
    unsent: int
    """Orders that wait to be sent."""
    oldest_unsent_seconds: int
    """For how long the oldest of them has waited, in seconds."""
    unknown: int
    """Orders whose outcome nobody knows (R-WDR-13)."""
    flagged: int
    """Orders that somebody should look at."""
    odd: int
    """Odd entries of the bank that nobody has explained."""


class ReconciliationList(Shape):
    """Business days, newest first."""

    items: list[Reconciliation]


class Difference(Shape):
    """Something that one side has otherwise than another, with its reason."""

    id: UUID
    business_date: date
    kind: str
    """What differs: payout, disbursement, debit, receipt, return and so on."""
    key: str
    """The key of an order, the bank serial of anything else."""
    reason: str
    """Why it is a difference, as a stable code."""
    reason_text: str
    bank_fen: int | None
    """The amount on the bank's statement; none where the bank has nothing."""
    order_fen: int | None
    """The amount of the order; none where there is no order."""
    ledger_fen: int | None
    """The amount in the ledger; none where the ledger has nothing."""
    state: str
    """`open` or `explained`."""
    found_at: datetime
    """When it was found."""
    explanation: str | None
    explained_by_name: str | None
    """Who explained it, masked."""
    explained_at: datetime | None
    """When it was explained."""


class CrossState(StrEnum):
    """What became of a difference between services."""

    NEW = "new"
    """Seen once: its money may have been under way at midnight."""
    OPEN = "open"
    """It stood on a second date, or a side is silent: somebody must answer."""
    EXPLAINED = "explained"
    """Answered by two of the staff; it holds while the gap stays the same."""
    CLOSED = "closed"
    """The services agree again."""


class CrossDifference(Shape):
    """A loan's money of which loans, ledger and orders do not say the same."""

    id: UUID
    contract_number: str | None
    """The contract; the disbursement where no order says of which it is; none where a side is silent."""
    what: str
    """What differs: `disbursed`, `repaid`, `debited`, `silent_loans` or `silent_accounts`."""
    what_text: str
    """The same, in words."""
    as_of: date
    """At the beginning of this business date, the last on which it was seen."""
    loans_fen: int | None
    """The sum in loans' books; none where a side is silent."""
    accounts_fen: int | None
    """The sum in the ledger; none where a side is silent."""
    settlement_fen: int | None
    """The sum of the orders; none for what no order moves alone."""
    first_seen_on: date
    """The business date of the comparison that found it."""
    state: CrossState
    """What became of it."""
    found_at: datetime
    """When it was found."""
    closed_on: date | None
    """The business date on which it was gone."""
    explanation: str | None
    explained_by_name: str | None
    """Who explained it, masked."""
    explained_at: datetime | None
    """When it was explained."""


class CrossDifferenceList(Shape):
    """Differences between services."""

    items: list[CrossDifference]
    next_cursor: str | None


class OddEntryLine(Shape):
    """What the bank told of its account and nobody can believe as it stands."""

    id: int
    number: int | None
    """The bank's running number, where it can be read."""
    flaw: str
    """What is wrong with it."""
    content: str
    """The entry, word for word as the bank wrote it."""
    noted_at: datetime
    """When it was set aside."""
    explanation: str | None
    """What became of it, in the words of the staff; none while nobody has looked."""
    explained_by_name: str | None
    explained_at: datetime | None


class OddEntryList(Shape):
    """Odd entries, newest first."""

    items: list[OddEntryLine]
    next_cursor: str | None


class ReconciliationDetail(Reconciliation):
    """A business day with a page of its differences."""

    differences: list[Difference]
    """A page of the differences."""
    next_cursor: str | None


class Body(Shape):
    """A request body; what is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ReconciliationBody(Body):
    """Which ended business day is to be compared."""

    business_date: date = Field(examples=["2026-10-12"])
    """An ended business day."""


class ConclusionBody(Grounds):
    """What is to be concluded of an order; the reason says on whose word."""

    outcome: Outcome
    """What is concluded (处理结论)."""


class ConclusionProposal(ConclusionBody):
    """What is to be concluded of which order."""

    order_id: UUID
    """The order's key."""


class OddExplanationProposal(Grounds):
    """Which odd entry of the bank is dealt with; the reason says how."""

    odd_id: int
    """The entry's number here."""


class ExplanationProposal(Grounds):
    """Which difference is none, or is being dealt with; the reason says why."""

    difference_id: UUID
    """The difference."""


class CrossExplanationProposal(Grounds):
    """Which difference between services is none, or is being dealt with; the reason says why."""

    difference_id: UUID
    """The difference between services."""
