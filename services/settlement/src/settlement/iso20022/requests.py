"""What settlement asks the bank: pain.001.001.09 to pay, pacs.028.001.03 to learn what became of keys."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from lxml import etree

from settlement.domain import ApplicationId, Payment
from settlement.iso20022.xml import (
    CURRENCY,
    NAMESPACE,
    is_writable,
    tag,
    write_amount,
    write_key,
)
from shared.clock import BUSINESS_ZONE

PAIN_001 = "pain.001.001.09"
PACS_028 = "pacs.028.001.03"
NAME_MAX_CHARACTERS = 140
REMITTANCE_MAX_CHARACTERS = 140
REQUEST_MAX_KEYS = 1_000
"""What the bank takes in one request."""

_ACCOUNT = re.compile(r"[0-9]{4,34}")


@dataclass(frozen=True)
class Debtor:
    """Who pays: the centre, from the special account (专户)."""

    name: str
    account: str


def can_be_written(payment: Payment) -> bool:
    """Tell whether a payment fits into a message; one that does not would spoil its whole batch."""
    return (
        is_writable(payment.payee.holder_name, NAME_MAX_CHARACTERS)
        and _ACCOUNT.fullmatch(payment.payee.card_number) is not None
        and is_writable(payment.remittance_information, REMITTANCE_MAX_CHARACTERS)
    )


def payment_initiation(
    message_id: UUID, payments: Sequence[Payment], debtor: Debtor, now: datetime
) -> bytes:
    """Write a pain.001: one `PmtInf` with a transaction per payment."""
    assert 0 < len(payments) <= REQUEST_MAX_KEYS
    build = _Builder(PAIN_001)
    content = build.child(build.document(), "CstmrCdtTrfInitn")
    total = write_amount(sum(payment.amount_fen for payment in payments))
    header = build.child(content, "GrpHdr")
    build.header(header, message_id, now)
    build.child(header, "NbOfTxs", str(len(payments)))
    build.child(header, "CtrlSum", total)
    build.child(build.child(header, "InitgPty"), "Nm", debtor.name)
    batch = build.child(content, "PmtInf")
    build.child(batch, "PmtInfId", write_key(message_id))
    build.child(batch, "PmtMtd", "TRF")
    build.child(batch, "NbOfTxs", str(len(payments)))
    build.child(batch, "CtrlSum", total)
    today = now.astimezone(BUSINESS_ZONE).date().isoformat()
    build.child(build.child(batch, "ReqdExctnDt"), "Dt", today)
    build.child(build.child(batch, "Dbtr"), "Nm", debtor.name)
    build.account(build.child(batch, "DbtrAcct"), debtor.account)
    build.child(build.path(batch, "DbtrAgt", "FinInstnId", "Othr"), "Id", "NOTPROVIDED")
    for payment in payments:
        _transaction(build, batch, payment)
    return build.bytes(content)


def _transaction(build: "_Builder", batch: "etree._Element", payment: Payment) -> None:
    item = build.child(batch, "CdtTrfTxInf")
    build.child(build.child(item, "PmtId"), "EndToEndId", write_key(payment.key))
    amount = build.path(item, "Amt", "InstdAmt")
    amount.set("Ccy", CURRENCY)
    amount.text = write_amount(payment.amount_fen)
    build.child(build.child(item, "Cdtr"), "Nm", payment.payee.holder_name)
    build.account(build.child(item, "CdtrAcct"), payment.payee.card_number)
    build.child(build.child(item, "RmtInf"), "Ustrd", payment.remittance_information)


def status_request(message_id: UUID, keys: Sequence[ApplicationId], now: datetime) -> bytes:
    """Write a pacs.028 that asks about keys."""
    assert 0 < len(keys) <= REQUEST_MAX_KEYS
    build = _Builder(PACS_028)
    content = build.child(build.document(), "FIToFIPmtStsReq")
    build.header(build.child(content, "GrpHdr"), message_id, now)
    for key in keys:
        build.child(build.child(content, "TxInf"), "OrgnlEndToEndId", write_key(key))
    return build.bytes(content)


class _Builder:
    """Makes elements in the namespace of one message type."""

    def __init__(self, message: str) -> None:
        self._message = message
        self._prefix = tag(message, "")

    def document(self) -> "etree._Element":
        return etree.Element(
            self._prefix + "Document", nsmap=cast(dict[str, str], {None: NAMESPACE + self._message})
        )

    def child(
        self, parent: "etree._Element", name: str, text: str | None = None
    ) -> "etree._Element":
        made = etree.SubElement(parent, self._prefix + name)
        made.text = text
        return made

    def path(self, parent: "etree._Element", *names: str) -> "etree._Element":
        for name in names:
            parent = self.child(parent, name)
        return parent

    def header(self, parent: "etree._Element", message_id: UUID, now: datetime) -> None:
        self.child(parent, "MsgId", write_key(message_id))
        local = now.astimezone(BUSINESS_ZONE)
        self.child(parent, "CreDtTm", local.isoformat(timespec="milliseconds"))

    def account(self, parent: "etree._Element", number: str) -> None:
        self.child(self.path(parent, "Id", "Othr"), "Id", number)

    def bytes(self, content: "etree._Element") -> bytes:
        written: bytes = etree.tostring(
            content.getroottree(), xml_declaration=True, encoding="UTF-8"
        )
        return written
