"""The cards the bank has issued, what is on them, and which transfer it refuses for its card."""

import json
import sqlite3
from collections.abc import Iterable
from hashlib import sha256

from simulators.bank.inbound import Asked, Transfer
from simulators.bank.records import Card

CARD_DIGITS = range(16, 20)
PLENTIFUL_FEN = 10_000_000_000
"""On a card that nobody said anything about."""


class Cards:
    """The register of cards; the caller owns the transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def put(self, cards: Iterable[Card]) -> None:
        """Register cards, or change what is registered."""
        self._db.executemany(
            "INSERT INTO card (card_number, holder_name, kind, state, balance_fen)"
            " VALUES (:number, :holder, :kind, :state, COALESCE(:balance, :plentiful))"
            " ON CONFLICT (card_number) DO UPDATE SET holder_name = excluded.holder_name,"
            " kind = excluded.kind, state = excluded.state,"
            " balance_fen = COALESCE(:balance, balance_fen)",
            [
                {
                    "number": card.card_number, "holder": card.holder_name, "kind": card.kind,
                    "state": card.state, "balance": card.balance_fen, "plentiful": PLENTIFUL_FEN,
                }
                for card in cards
            ],
        )  # fmt: skip

    def find(self, numbers: Iterable[str]) -> dict[str, Card]:
        """Read those of these that are registered."""
        rows = self._db.execute(
            "SELECT card_number, holder_name, kind, state, balance_fen FROM card"
            " WHERE card_number IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        )
        return {row[0]: Card(*row) for row in rows}

    def take(self, number: str, amount_fen: int) -> bool:
        """Take the whole amount from a card; False, and nothing taken, when it has less."""
        return bool(
            self._db.execute(
                "UPDATE card SET balance_fen = balance_fen - :fen"
                " WHERE card_number = :number AND balance_fen >= :fen",
                {"fen": amount_fen, "number": number},
            ).rowcount
        )

    def give_back(self, number: str, amount_fen: int) -> None:
        """Give a card back what was taken."""
        self._db.execute(
            "UPDATE card SET balance_fen = balance_fen + ? WHERE card_number = ?",
            (amount_fen, number),
        )


def account_of(payer: str) -> str:
    """Give the one account that a payer has: always the same for a name, a number as cards have it."""
    digits = f"6217{int.from_bytes(sha256(payer.encode()).digest()) % 10**14:014}"
    return next(number for check in range(10) if is_card_number(number := f"{digits}{check}"))


class Desk:
    """Checks the transfers of one file, in their order, and issues cards it has not seen."""

    def __init__(self, cards: Cards, about: Iterable[Transfer | Asked]) -> None:
        self.cards = cards
        self._known = cards.find({item.card_number for item in about})

    def refusal(self, transfer: Transfer) -> str | None:
        """Say why its card does not allow it; None when it does."""
        if not transfer.well_formed:
            return "FF01"
        flaw = self.flaw_of(transfer)
        blocked = flaw is None and self._known[transfer.card_number].state == "blocked"
        return "AC06" if blocked else flaw

    def flaw_of(self, item: Transfer | Asked) -> str | None:
        """Say what is wrong with card or holder; None when they belong together."""
        if not is_card_number(item.card_number):
            return "AC01"
        card = self._known.get(item.card_number)
        if card is None:
            card = Card(item.card_number, item.holder_name)
            self._known[card.card_number] = card
            self.cards.put([card])
        if card.holder_name != item.holder_name:
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
