"""What the bank hears: pain.001.001.09, pain.008.001.08, pacs.028.001.03, acmt.023.001.02; no trust in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from simulators.bank.money import read_yuan
from simulators.bank.xml_writer import NAMESPACE

PAYMENTS = "pain.001.001.09"
DEBITS = "pain.008.001.08"
STATUS_REQUEST = "pacs.028.001.03"
VERIFICATIONS = "acmt.023.001.02"


MAX_TRANSACTIONS = 1_000
"""In one file, and keys in one question."""
MAX_BODY_OCTETS = 4 * 1024 * 1024

KEY = re.compile(r"[0-9a-f]{32}")
MAX_TEXT = 35
"""Longest identification, in characters (Max35Text)."""


class NotUnderstoodError(ValueError):
    """The body is not the message that the address expects."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """One CdtTrfTxInf, or one DrctDbtTxInf."""

    end_to_end_id: str
    amount_fen: int
    currency: str
    card_number: str
    holder_name: str
    remittance: str
    debit: bool = False
    """Money is taken from the card, not paid to it."""

    @property
    def well_formed(self) -> bool:
        """Whether the bank can tell what is wanted."""
        return bool(
            KEY.fullmatch(self.end_to_end_id)
            and self.amount_fen > 0
            and self.currency == "CNY"
            and self.card_number
            and self.holder_name
        )


@dataclass(frozen=True, slots=True)
class PaymentFile:
    """One pain.001 or pain.008."""

    message: str
    message_id: str
    batch_id: str
    defect: str | None
    """AM18 or AM10 when its count or sum does not hold: then nothing of it is executed."""
    transfers: tuple[Transfer, ...]


@dataclass(frozen=True, slots=True)
class StatusRequest:
    """One pacs.028."""

    message_id: str
    end_to_end_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One Vrfctn: does this card exist, and is it this holder's?"""

    id: str
    card_number: str
    holder_name: str


@dataclass(frozen=True, slots=True)
class Verifications:
    """One acmt.023."""

    message_id: str
    created_at: str
    asked: tuple[Asked, ...]


class _Shape(NamedTuple):
    """Where a file has what."""

    message: str
    root: str
    item: str
    amount: str
    name: str
    account: str


_CREDITS_CARDS = _Shape(
    PAYMENTS, "CstmrCdtTrfInitn", "CdtTrfTxInf", "Amt/InstdAmt", "Cdtr/Nm", "CdtrAcct/Id/Othr/Id"
)
_DEBITS_CARDS = _Shape(
    DEBITS, "CstmrDrctDbtInitn", "DrctDbtTxInf", "InstdAmt", "Dbtr/Nm", "DbtrAcct/Id/Othr/Id"
)


def read_payments(body: bytes) -> PaymentFile:
    """Read a pain.001.001.09."""
    return _read_file(body, _CREDITS_CARDS)


def read_debits(body: bytes) -> PaymentFile:
    """Read a pain.008.001.08."""
    return _read_file(body, _DEBITS_CARDS)


def _read_file(body: bytes, shape: _Shape) -> PaymentFile:
    read = _Reader(body, shape.message)
    header = read.one(read.root, f"{shape.root}/GrpHdr")
    batch = read.one(read.root, f"{shape.root}/PmtInf")
    elements = list(read.all(batch, shape.item))
    amounts = [read_yuan(read.text(element, shape.amount)) for element in elements]
    defect = None
    for level in (header, batch):
        defect = defect or _defect(read, level, amounts, required=level is header)
    transfers = (
        ()
        if defect
        else tuple(
            read.transfer(element, amount, shape)
            for element, amount in zip(elements, amounts, strict=True)
        )
    )
    return PaymentFile(
        message=shape.message,
        message_id=read.identification(header, "MsgId"),
        batch_id=read.identification(batch, "PmtInfId"),
        defect=defect,
        transfers=transfers,
    )


def read_status_request(body: bytes) -> StatusRequest:
    """Read a pacs.028.001.03."""
    read = _Reader(body, STATUS_REQUEST)
    request = read.one(read.root, "FIToFIPmtStsReq")
    keys = tuple(
        read.identification(asked, "OrgnlEndToEndId") for asked in read.all(request, "TxInf")
    )
    return StatusRequest(read.identification(request, "GrpHdr/MsgId"), keys)


def read_verifications(body: bytes) -> Verifications:
    """Read an acmt.023.001.02."""
    read = _Reader(body, VERIFICATIONS)
    request = read.one(read.root, "IdVrfctnReq")
    asked = tuple(
        Asked(
            read.identification(one, "Id"),
            read.text(one, "PtyAndAcctId/Acct/Othr/Id"),
            read.text(one, "PtyAndAcctId/Pty/Nm"),
        )
        for one in read.all(request, "Vrfctn")
    )
    return Verifications(
        read.identification(request, "Assgnmt/MsgId"),
        read.identification(request, "Assgnmt/CreDtTm"),
        asked,
    )


def _defect(
    read: "_Reader", level: etree._Element, amounts: list[int | None], *, required: bool
) -> str | None:
    count, total = read.text(level, "NbOfTxs"), read.text(level, "CtrlSum")
    if (required or count) and count != str(len(amounts)):
        return "AM18"
    known = [amount for amount in amounts if amount is not None]
    if (required or total) and (len(known) < len(amounts) or read_yuan(total) != sum(known)):
        return "AM10"
    return None


class _Reader:
    """Finds elements of one message by their short names."""

    def __init__(self, body: bytes, message: str) -> None:
        self._prefix = f"{{{NAMESPACE}{message}}}"
        self._paths: dict[str, str] = {}
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True, remove_blank_text=True,
        )  # fmt: skip
        try:
            self.root = etree.fromstring(body, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise NotUnderstoodError("not well-formed XML") from error
        if self.root.getroottree().docinfo.internalDTD is not None:
            raise NotUnderstoodError("a document type is not accepted")
        if self.root.tag != f"{self._prefix}Document":
            raise NotUnderstoodError(f"not a {message}")

    def _path(self, path: str) -> str:
        if path not in self._paths:
            self._paths[path] = "/".join(self._prefix + name for name in path.split("/"))
        return self._paths[path]

    def one(self, parent: etree._Element, path: str) -> etree._Element:
        """Find an element that must be there once."""
        found = parent.findall(self._path(path))
        if len(found) != 1:
            raise NotUnderstoodError(f"{path} is there {len(found)} times, not once")
        return found[0]

    def all(self, parent: etree._Element, name: str) -> Iterator[etree._Element]:
        """Find repeated elements, up to the agreed number."""
        found = parent.findall(self._path(name))
        if not 1 <= len(found) <= MAX_TRANSACTIONS:
            raise NotUnderstoodError(f"{name} is there {len(found)} times")
        return iter(found)

    def text(self, parent: etree._Element, path: str) -> str:
        """Read a text; empty when there is none."""
        return (parent.findtext(self._path(path)) or "").strip()

    def identification(self, parent: etree._Element, path: str) -> str:
        """Read an identification that must be there."""
        text = self.text(parent, path)
        if not 1 <= len(text) <= MAX_TEXT:
            raise NotUnderstoodError(f"{path} has no 1 to {MAX_TEXT} characters")
        return text

    def transfer(self, element: etree._Element, amount_fen: int | None, shape: _Shape) -> Transfer:
        """Read one transaction whose amount has been read."""
        assert amount_fen is not None
        amount = element.find(self._path(shape.amount))
        return Transfer(
            end_to_end_id=self.identification(element, "PmtId/EndToEndId"),
            amount_fen=amount_fen,
            currency="" if amount is None else (amount.get("Ccy") or ""),
            card_number=self.text(element, shape.account),
            holder_name=self.text(element, shape.name),
            remittance=self.text(element, "RmtInf/Ustrd"),
            debit=shape is _DEBITS_CARDS,
        )
