"""Every event that settlement makes: what became of an order, by its kind, and what the bank booked; pure."""

from datetime import date
from uuid import UUID

from settlement.domain import Compared, Entry, Kind, Order
from shared.messages.cards import CardChecked, CardVerdict
from shared.messages.cross_city import (
    TransferPaymentEvent,
    TransferPaymentFailed,
    TransferPaymentReturned,
    TransferPaymentSucceeded,
    TransferPaymentUnknown,
)
from shared.messages.refunds import (
    RefundEvent,
    RefundFailed,
    RefundReturned,
    RefundSucceeded,
    RefundUnknown,
)
from shared.messages.settlement import (
    DebitEvent,
    DebitFailed,
    DebitReversed,
    DebitSucceeded,
    DebitUnknown,
    DisbursementEvent,
    DisbursementFailed,
    DisbursementReturned,
    DisbursementSucceeded,
    DisbursementUnknown,
    PaymentEvent,
    PaymentFailed,
    PaymentReturned,
    PaymentSucceeded,
    PaymentUnknown,
    ReceiptCredited,
    ReconciliationFinished,
)

OrderEvent = PaymentEvent | DisbursementEvent | RefundEvent | TransferPaymentEvent | DebitEvent

_KEY_FIELDS = {
    Kind.PAYOUT: "application_id",
    Kind.DISBURSEMENT: "disbursement_id",
    Kind.REFUND: "refund_id",
    Kind.TRANSFER: "letter_id",
    Kind.DEBIT: "debit_id",
}
_SUCCEEDED: dict[Kind, tuple[type[OrderEvent], str]] = {
    Kind.PAYOUT: (PaymentSucceeded, "paid_on"),
    Kind.DISBURSEMENT: (DisbursementSucceeded, "paid_on"),
    Kind.REFUND: (RefundSucceeded, "paid_on"),
    Kind.TRANSFER: (TransferPaymentSucceeded, "paid_on"),
    Kind.DEBIT: (DebitSucceeded, "debited_on"),
}
_FAILED: dict[Kind, type[OrderEvent]] = {
    Kind.PAYOUT: PaymentFailed,
    Kind.DISBURSEMENT: DisbursementFailed,
    Kind.REFUND: RefundFailed,
    Kind.TRANSFER: TransferPaymentFailed,
    Kind.DEBIT: DebitFailed,
}
_UNKNOWN: dict[Kind, type[OrderEvent]] = {
    Kind.PAYOUT: PaymentUnknown,
    Kind.DISBURSEMENT: DisbursementUnknown,
    Kind.REFUND: RefundUnknown,
    Kind.TRANSFER: TransferPaymentUnknown,
    Kind.DEBIT: DebitUnknown,
}
_CAME_BACK: dict[Kind, tuple[type[OrderEvent], str]] = {
    Kind.PAYOUT: (PaymentReturned, "returned_on"),
    Kind.DISBURSEMENT: (DisbursementReturned, "returned_on"),
    Kind.REFUND: (RefundReturned, "returned_on"),
    Kind.TRANSFER: (TransferPaymentReturned, "returned_on"),
    Kind.DEBIT: (DebitReversed, "reversed_on"),
}


def succeeded(order: Order) -> OrderEvent:
    """The bank moved the money (成功)."""
    event, day_field = _SUCCEEDED[order.kind]
    return event.model_validate(
        _key(order)
        | {
            "amount_fen": order.amount_fen,
            "bank_serial": order.bank_serial,
            day_field: order.paid_on,
        }
    )


def failed(order: Order) -> OrderEvent:
    """The bank refused for good (失败)."""
    return _FAILED[order.kind].model_validate(
        _key(order) | {"reason_code": order.reason_code, "reason_text": order.reason_text}
    )


def unknown(order: Order) -> OrderEvent:
    """Nobody knows the outcome (结果未知)."""
    return _UNKNOWN[order.kind].model_validate(_key(order) | {"since": order.unknown_since})


def came_back(order: Order) -> OrderEvent:
    """The money went the other way again (退票, 扣款退回)."""
    event, day_field = _CAME_BACK[order.kind]
    return event.model_validate(
        _key(order)
        | {
            "amount_fen": order.amount_fen,
            "bank_serial": order.return_serial,
            "reason_code": order.reason_code,
            "reason_text": order.reason_text,
            day_field: order.returned_on,
        }
    )


def receipt_credited(entry: Entry) -> ReceiptCredited:
    """Somebody paid into the special account (专户入账), from an account that is given sealed."""
    return ReceiptCredited(
        bank_serial=entry.serial,
        amount_fen=entry.amount_fen,
        payer_name=entry.payer_name,
        remittance_information=entry.remittance_information,
        value_date=entry.value_on,
        payer_account=entry.payer_account or None,
    )


def reconciliation_finished(business_date: date, compared: Compared) -> ReconciliationFinished:
    """A business day was compared (对账完成)."""
    return ReconciliationFinished(
        business_date=business_date,
        compared=compared.payments,
        differences=compared.differences,
    )


def card_checked(
    check_id: UUID, verdict: CardVerdict, reason_code: str | None, today: date
) -> CardChecked:
    """The bank said whose card it is, or did not in time (账户核验)."""
    return CardChecked(
        check_id=check_id, verdict=verdict, reason_code=reason_code, checked_on=today
    )


def _key(order: Order) -> dict[str, object]:
    return {_KEY_FIELDS[order.kind]: order.order_id}
