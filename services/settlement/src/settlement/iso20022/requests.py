"""What settlement asks the bank: to pay (pain.001.001.09), to debit cards (pain.008.001.08), and what
became of keys (pacs.028.001.03).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from lxml import etree

from settlement.domain import Flaw, OrderId, Transaction
from settlement.iso20022.xml import (
    CURRENCY,
    NAMESPACE,
    is_writable,
    tag,
    write_amount,
    write_key,
)
from shared.base.clock import BUSINESS_ZONE

PAIN_001 = "pain.001.001.09"
PAIN_008 = "pain.008.001.08"
PACS_028 = "pacs.028.001.03"
NAME_MAX_CHARACTERS = 140
REMITTANCE_MAX_CHARACTERS = 140
REQUEST_MAX_KEYS = 1_000
"""What the bank takes in one request."""

_METHODS = {PAIN_001: "TRF", PAIN_008: "DD"}
ACCOUNT = re.compile(r"[0-9]{4,34}")


@dataclass(frozen=True)
class Centre:
    """The one side of every transaction: the centre with the special account (专户)."""

    name: str
    account: str


def flaw_of(transaction: Transaction) -> Flaw | None:
    """Tell why a transaction does not fit into a message; one that does not would spoil its whole batch."""
    if ACCOUNT.fullmatch(transaction.counterparty.card_number) is None:
        return Flaw.ACCOUNT
    if not is_writable(transaction.counterparty.holder_name, NAME_MAX_CHARACTERS):
        return Flaw.HOLDER
    if not is_writable(transaction.remittance_information, REMITTANCE_MAX_CHARACTERS):
        return Flaw.PURPOSE
    return None


def payment_initiation(
    message_id: UUID, transactions: Sequence[Transaction], centre: Centre, now: datetime
) -> bytes:
    """Write a pain.001: one `PmtInf`, money from the special account to each counterparty."""
    build = Builder(PAIN_001)
    content = build.child(build.document(), "CstmrCdtTrfInitn")
    batch = _batch(build, content, message_id, transactions, centre=centre, now=now)
    day = build.child(build.child(batch, "ReqdExctnDt"), "Dt")
    day.text = _today(now)
    _centre(build, batch, "Dbtr", centre)
    for transaction in transactions:
        item = build.child(batch, "CdtTrfTxInf")
        build.child(build.child(item, "PmtId"), "EndToEndId", write_key(transaction.key))
        _amount(build, build.child(item, "Amt"), transaction)
        _counterparty(build, item, "Cdtr", transaction)
    return build.bytes(content)


def debit_initiation(
    message_id: UUID, transactions: Sequence[Transaction], centre: Centre, now: datetime
) -> bytes:
    """Write a pain.008: one `PmtInf`, money from each counterparty to the special account."""
    build = Builder(PAIN_008)
    content = build.child(build.document(), "CstmrDrctDbtInitn")
    batch = _batch(build, content, message_id, transactions, centre=centre, now=now)
    build.child(batch, "ReqdColltnDt", _today(now))
    _centre(build, batch, "Cdtr", centre)
    for transaction in transactions:
        item = build.child(batch, "DrctDbtTxInf")
        build.child(build.child(item, "PmtId"), "EndToEndId", write_key(transaction.key))
        _amount(build, item, transaction)
        build.agent(item, "DbtrAgt")
        _counterparty(build, item, "Dbtr", transaction)
    return build.bytes(content)


def _batch(
    build: "Builder",
    content: "etree._Element",
    message_id: UUID,
    transactions: Sequence[Transaction],
    *,
    centre: Centre,
    now: datetime,
) -> "etree._Element":
    """Write the header and the beginning of the one batch."""
    assert 0 < len(transactions) <= REQUEST_MAX_KEYS
    count = str(len(transactions))
    total = write_amount(sum(transaction.amount_fen for transaction in transactions))
    header = build.child(content, "GrpHdr")
    build.header(header, message_id, now)
    build.child(header, "NbOfTxs", count)
    build.child(header, "CtrlSum", total)
    build.child(build.child(header, "InitgPty"), "Nm", centre.name)
    batch = build.child(content, "PmtInf")
    build.child(batch, "PmtInfId", write_key(message_id))
    build.child(batch, "PmtMtd", _METHODS[build.message])
    build.child(batch, "NbOfTxs", count)
    build.child(batch, "CtrlSum", total)
    return batch


def _centre(build: "Builder", batch: "etree._Element", side: str, centre: Centre) -> None:
    build.child(build.child(batch, side), "Nm", centre.name)
    build.account(build.child(batch, f"{side}Acct"), centre.account)
    build.agent(batch, f"{side}Agt")


def _amount(build: "Builder", parent: "etree._Element", transaction: Transaction) -> None:
    amount = build.child(parent, "InstdAmt", write_amount(transaction.amount_fen))
    amount.set("Ccy", CURRENCY)


def _counterparty(
    build: "Builder", item: "etree._Element", side: str, transaction: Transaction
) -> None:
    build.child(build.child(item, side), "Nm", transaction.counterparty.holder_name)
    build.account(build.child(item, f"{side}Acct"), transaction.counterparty.card_number)
    build.child(build.child(item, "RmtInf"), "Ustrd", transaction.remittance_information)


def _today(now: datetime) -> str:
    return now.astimezone(BUSINESS_ZONE).date().isoformat()


def status_request(message_id: UUID, keys: Sequence[OrderId], now: datetime) -> bytes:
    """Write a pacs.028 that asks about keys."""
    assert 0 < len(keys) <= REQUEST_MAX_KEYS
    build = Builder(PACS_028)
    content = build.child(build.document(), "FIToFIPmtStsReq")
    build.header(build.child(content, "GrpHdr"), message_id, now)
    for key in keys:
        build.child(build.child(content, "TxInf"), "OrgnlEndToEndId", write_key(key))
    return build.bytes(content)


class Builder:
    """Makes elements in the namespace of one message type."""

    def __init__(self, message: str) -> None:
        self.message = message
        self._prefix = tag(message, "")

    def document(self) -> "etree._Element":
        """Begin a document."""
        return etree.Element(
            self._prefix + "Document", nsmap=cast(dict[str, str], {None: NAMESPACE + self.message})
        )

    def child(
        self, parent: "etree._Element", name: str, text: str | None = None
    ) -> "etree._Element":
        """Add an element."""
        made = etree.SubElement(parent, self._prefix + name)
        made.text = text
        return made

    def path(self, parent: "etree._Element", *names: str) -> "etree._Element":
        """Add elements, each in the one before; return the innermost."""
        for name in names:
            parent = self.child(parent, name)
        return parent

    def header(self, parent: "etree._Element", message_id: UUID, now: datetime) -> None:
        """Say which message this is, and of when."""
        self.child(parent, "MsgId", write_key(message_id))
        local = now.astimezone(BUSINESS_ZONE)
        self.child(parent, "CreDtTm", local.isoformat(timespec="milliseconds"))

    def account(self, parent: "etree._Element", number: str) -> None:
        """Name an account by its number."""
        self.child(self.path(parent, "Id", "Othr"), "Id", number)

    def agent(self, parent: "etree._Element", name: str) -> None:
        """Name a bank: there is only the one that is spoken to."""
        self.child(self.path(parent, name, "FinInstnId", "Othr"), "Id", "NOTPROVIDED")

    def bytes(self, content: "etree._Element") -> bytes:
        """Write the document that an element is in."""
        written: bytes = etree.tostring(
            content.getroottree(), xml_declaration=True, encoding="UTF-8"
        )
        return written
