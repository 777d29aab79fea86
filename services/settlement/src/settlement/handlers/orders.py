"""What others want of the bank becomes orders, one a key; no commit here."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeVar
from uuid import UUID

from settlement.domain import Kind
from settlement.sealed import CARD, HOLDER
from settlement.store import orders as store
from shared.base.clock import BUSINESS_ZONE
from shared.messages.base import Event
from shared.messages.loans import DebitPurpose, LoanDebitRequested, LoanDisbursementApproved
from shared.messages.refunds import RefundApproved
from shared.messages.transfers import TransferOutApproved
from shared.messages.withdrawals import WithdrawalApproved
from shared.messaging.unit import Received, Unit
from shared.sealing.personal_data import PersonalData

E = TypeVar("E", bound=Event)

_TAIL = re.compile(r"[0-9]{4}")

PURPOSE_TEXTS: dict[DebitPurpose, str] = {
    DebitPurpose.INSTALMENT: "当期还款",
    DebitPurpose.ARREARS: "逾期还款",
    DebitPurpose.EARLY_REPAYMENT: "提前部分还款",
    DebitPurpose.PAYOFF: "提前结清",
}


@dataclass(frozen=True, repr=False)
class Wanted:
    """What an event asks for."""

    kind: Kind
    order_id: UUID
    amount_fen: int
    card: str
    holder_name: str
    remittance: str
    requested_on: date
    deadline_on: date | None = None


async def withdrawal_approved(unit: Unit, batch: Sequence[Received[WithdrawalApproved]]) -> None:
    """Make one payment order of each approval (R-WDR-13)."""
    await _order(unit, batch, _payout)


async def disbursement_approved(
    unit: Unit, batch: Sequence[Received[LoanDisbursementApproved]]
) -> None:
    """Make one payment order of each loan that is to be paid out (R-WDR-13)."""
    await _order(unit, batch, _disbursement)


async def refund_approved(unit: Unit, batch: Sequence[Received[RefundApproved]]) -> None:
    """Make one payment order of each refund out of suspense (R-DEP-7, R-WDR-13)."""
    await _order(unit, batch, _refund)


async def transfer_approved(unit: Unit, batch: Sequence[Received[TransferOutApproved]]) -> None:
    """Make one payment order of each account that moves to another centre (R-TRF-4, R-WDR-13)."""
    await _order(unit, batch, _transfer)


async def debit_requested(unit: Unit, batch: Sequence[Received[LoanDebitRequested]]) -> None:
    """Make one debit order of each attempt to collect a repayment (R-REP-2, R-WDR-13)."""
    await _order(unit, batch, _debit)


def _payout(event: WithdrawalApproved) -> Wanted:
    return Wanted(
        kind=Kind.PAYOUT,
        order_id=event.application_id,
        amount_fen=event.amount_fen,
        card=event.card,
        holder_name=event.holder_name,
        remittance=f"住房公积金提取 {event.kind_text}",
        requested_on=event.approved_on,
        deadline_on=event.deadline_on,
    )


def _disbursement(event: LoanDisbursementApproved) -> Wanted:
    return Wanted(
        kind=Kind.DISBURSEMENT,
        order_id=event.disbursement_id,
        amount_fen=event.amount_fen,
        card=event.payee_account,
        holder_name=event.payee_name,
        remittance=f"住房公积金贷款放款 {event.contract_number}",
        requested_on=event.approved_on,
    )


def _refund(event: RefundApproved) -> Wanted:
    return Wanted(
        kind=Kind.REFUND,
        order_id=event.refund_id,
        amount_fen=event.amount_fen,
        card=event.payee_account,
        holder_name=event.payee_name,
        remittance=f"住房公积金退款 {event.bank_serial}",
        requested_on=event.approved_on,
    )


def _transfer(event: TransferOutApproved) -> Wanted:
    return Wanted(
        kind=Kind.TRANSFER,
        order_id=event.letter_id,
        amount_fen=event.amount_fen,
        card=event.payee_account,
        holder_name=event.payee_name,
        remittance=f"住房公积金异地转移 {event.letter_number}",
        requested_on=event.approved_on,
    )


def _debit(event: LoanDebitRequested) -> Wanted:
    return Wanted(
        kind=Kind.DEBIT,
        order_id=event.debit_id,
        amount_fen=event.amount_fen,
        card=event.card,
        holder_name=event.holder_name,
        remittance=f"住房公积金贷款{PURPOSE_TEXTS[event.purpose]} {event.contract_number}",
        requested_on=event.debit_on,
    )


async def _order(unit: Unit, batch: Sequence[Received[E]], read: Callable[[E], Wanted]) -> None:
    """Make an order of each promise, also of one that no bank can execute: the sender finds out, and says so.

    Set aside are an amount that promises nothing, and other content for a key: its one order speaks for it.
    """
    orders: list[tuple[Received[E], store.NewOrder]] = []
    for received in batch:
        wanted = read(received.event)
        if wanted.amount_fen <= 0:
            unit.park(received, "there is no such amount of money")
            continue
        orders.append((received, _new(unit, wanted, received.traceparent)))
    if not orders:
        return
    await store.insert(unit.connection, [order for _, order in orders], unit.clock.now())
    known = await store.contents(unit.connection, {order.order_id for _, order in orders})
    for received, order in orders:
        if not _is_about(unit.personal_data, known[order.order_id], order):
            unit.park(received, "this key has an order with other content")


def _new(unit: Unit, wanted: Wanted, trace: str) -> store.NewOrder:
    seal = unit.personal_data.seal
    content = _content(wanted.kind, wanted.amount_fen, wanted.card, wanted.holder_name)
    return store.NewOrder(
        order_id=wanted.order_id,
        kind=wanted.kind,
        amount_fen=wanted.amount_fen,
        card_sealed=seal(wanted.card, CARD, wanted.order_id),
        card_tail=_tail(wanted.card),
        holder_sealed=seal(wanted.holder_name, HOLDER, wanted.order_id),
        remittance=wanted.remittance,
        content_hash=unit.personal_data.lookup_hash(content),
        requested_on=wanted.requested_on,
        deadline_on=wanted.deadline_on,
        wait_seconds=_seconds_until(wanted.requested_on, unit.clock.now()),
        traceparent=trace,
    )


def _content(kind: Kind, amount_fen: int, card: str, holder_name: str) -> str:
    content = f"{amount_fen}\n{card}\n{holder_name}"
    return content if kind is Kind.PAYOUT else f"{kind}\n{content}"


def _is_about(data: PersonalData, known: store.Contents, order: store.NewOrder) -> bool:
    """Whether an order is the one that is known; its hash may be of before the lookup key was replaced."""
    if known["content_hash"] == order.content_hash:
        return True
    card = data.open(known["card_sealed"], CARD, order.order_id)
    holder = data.open(known["holder_sealed"], HOLDER, order.order_id)
    content = _content(Kind(known["kind"]), known["amount_fen"], card, holder)
    return data.lookup_hash(content) == order.content_hash


def _tail(card: str) -> str:
    tail = card[-4:]
    return tail if _TAIL.fullmatch(tail) else ""


def _seconds_until(day: date, now: datetime) -> float:
    """Return how long it is until a business day begins; 0 for one that has begun."""
    begins = datetime.combine(day, time(), BUSINESS_ZONE)
    return max(0.0, (begins - now).total_seconds())
