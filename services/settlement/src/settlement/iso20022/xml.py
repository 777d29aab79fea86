"""Reading XML that came over a wire: nothing is resolved or fetched, and every flaw is a `BadMessage`."""

import re
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from lxml import etree

from settlement.domain import OrderId
from shared.base.clock import BUSINESS_ZONE
from shared.base.money import FEN_PER_YUAN, Fen

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:"
CURRENCY = "CNY"
REFERENCE_MAX_CHARACTERS = 35
"""Max35Text, of references, codes and numbers."""

_AMOUNT = re.compile(r"[0-9]{1,13}(?:\.[0-9]{1,2}0{0,3})?")
"""ISO 20022 has up to five decimals; a part of a fen is no amount."""
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KEY = re.compile(r"[0-9a-f]{32}")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class BadMessage(Exception):
    """What the bank sent is not the message that it should be."""


def parse(body: bytes, message: str) -> "etree._Element":
    """Read a document of the given message type, for example `pain.002.001.10`; return its content."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadMessage(f"no XML: {type(error).__name__}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadMessage("a document type declaration is not allowed")
    if root.tag != tag(message, "Document") or len(root) != 1:
        raise BadMessage(f"no {message}")
    return root[0]


def tag(message: str, name: str) -> str:
    """Write an element's name with the namespace of its message type."""
    return f"{{{NAMESPACE}{message}}}{name}"


class Reader:
    """Reads fields of one message type by their path of plain names."""

    def __init__(self, message: str) -> None:
        self.message = message
        self._prefix = f"{{{NAMESPACE}{message}}}"

    def name(self, name: str) -> str:
        """An element's full name."""
        return self._prefix + name

    def find(self, element: "etree._Element", *path: str) -> "etree._Element | None":
        """Go down a path, always to the first child of that name; None where it ends early."""
        found: etree._Element | None = element
        for name in path:
            if found is None:
                return None
            found = found.find(self._prefix + name)
        return found

    def text(self, element: "etree._Element", *path: str) -> str:
        """Return the text of an element, empty where there is none."""
        found = self.find(element, *path)
        return "" if found is None or found.text is None else found.text.strip()

    def need(self, element: "etree._Element", *path: str) -> str:
        """Return the text of an element that must be there, as short as codes and references are."""
        text = self.text(element, *path)
        if not text:
            raise BadMessage(f"{'/'.join(path)} is missing")
        if len(text) > REFERENCE_MAX_CHARACTERS:
            raise BadMessage(f"{'/'.join(path)} is too long")
        return text

    def amount(self, element: "etree._Element", *path: str) -> Fen:
        """Return a positive amount in the one currency."""
        amount = self.balance(element, *path)
        if amount <= 0:
            raise BadMessage(f"{'/'.join(path)} is not above zero")
        return amount

    def balance(self, element: "etree._Element", *path: str) -> Fen:
        """Return an amount, zero allowed, in the one currency."""
        found = self.find(element, *path)
        if found is None or found.get("Ccy") != CURRENCY:
            raise BadMessage(f"{'/'.join(path)} is not in {CURRENCY}")
        text = self.need(element, *path)
        if not _AMOUNT.fullmatch(text):
            raise BadMessage(f"{'/'.join(path)} is no amount")
        return Fen(int(Decimal(text) * FEN_PER_YUAN))

    def day(self, element: "etree._Element", *path: str) -> date:
        """Return a business date."""
        text = self.need(element, *path)
        if not _DATE.fullmatch(text):
            raise BadMessage(f"{'/'.join(path)} is no date")
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise BadMessage(f"{'/'.join(path)} is no date") from error

    def business_date(self, element: "etree._Element", *path: str) -> date:
        """Return the business date of an instant; one without a zone is the bank's own time."""
        text = self.need(element, *path)
        try:
            instant = datetime.fromisoformat(text)
            aware = instant if instant.tzinfo else instant.replace(tzinfo=BUSINESS_ZONE)
            return aware.astimezone(BUSINESS_ZONE).date()
        except (ValueError, OverflowError) as error:
            raise BadMessage(f"{'/'.join(path)} is no time") from error


def read_key(text: str) -> OrderId | None:
    """Read an `EndToEndId`; None when it is none of ours."""
    return OrderId(UUID(text)) if _KEY.fullmatch(text) else None


def write_key(key: UUID) -> str:
    """Write a key or a message id as the bank gets it."""
    return key.hex


def write_amount(fen: int) -> str:
    """Write yuan with two decimals, as ISO 20022 wants it."""
    whole, rest = divmod(fen, FEN_PER_YUAN)
    return f"{whole}.{rest:02d}"


def is_writable(text: str, max_characters: int) -> bool:
    """Tell whether a text can stand in a message: not empty, not too long, only XML characters."""
    return 0 < len(text) <= max_characters and not _ILLEGAL.search(text)
