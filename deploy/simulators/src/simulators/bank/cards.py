"""The cards the bank has issued, and which transfer it refuses for its card."""

import json
import sqlite3
from collections.abc import Iterable

from simulators.bank.inbound import Transfer
from simulators.bank.records import Card

CARD_DIGITS = range(16, 20)


class Cards:
    """The register of cards; the caller owns the transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def put(self, cards: Iterable[Card]) -> None:
        """Register cards, or change what is registered."""
        self._db.executemany(
            "INSERT INTO card (card_number, holder_name, kind, state) VALUES (?,?,?,?)"
            " ON CONFLICT (card_number) DO UPDATE SET holder_name = excluded.holder_name,"
            " kind = excluded.kind, state = excluded.state",
            [(card.card_number, card.holder_name, card.kind, card.state) for card in cards],
        )

    def find(self, numbers: Iterable[str]) -> dict[str, Card]:
        """Read those of these that are registered."""
        rows = self._db.execute(
            "SELECT card_number, holder_name, kind, state FROM card"
            " WHERE card_number IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        )
        return {row[0]: Card(*row) for row in rows}


class Desk:
    """Checks the transfers of one file, in their order, and issues cards it has not seen."""

    def __init__(self, cards: Cards, transfers: Iterable[Transfer]) -> None:
        self._cards = cards.find({item.card_number for item in transfers})
        self.issued: list[Card] = []

    def refusal(self, transfer: Transfer) -> str | None:
        """Say why it cannot be paid; None when it can."""
        if not transfer.well_formed:
            return "FF01"
        if not is_card_number(transfer.card_number):
            return "AC01"
        card = self._cards.get(transfer.card_number)
        if card is None:
            card = Card(transfer.card_number, transfer.holder_name)
            self._cards[card.card_number] = card
            self.issued.append(card)
        if card.holder_name != transfer.holder_name:
            return "BE01"
        if card.kind != "debit":
            return "AC13"
        return "AC04" if card.state == "closed" else None


def is_card_number(text: str) -> bool:
    """Whether it has the digits of a card and a good check digit (Luhn)."""
    if not (text.isascii() and text.isdigit() and len(text) in CARD_DIGITS):
        return False
    digits = [int(digit) for digit in reversed(text)]
    doubled = (sum(divmod(digit * 2, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
