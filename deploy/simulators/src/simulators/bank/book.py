"""The bank's durable book (SQLite, synchronous FULL): tests ask it what was really paid."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from simulators.bank.cards import Cards, Desk
from simulators.bank.clock import BankClock
from simulators.bank.faults import Fate
from simulators.bank.inbound import Asked, Transfer
from simulators.bank.payments import Payments, judge
from simulators.bank.posting import Posting
from simulators.bank.records import Card, Receipt, State
from simulators.bank.views import Views


class ConflictError(Exception):
    """The key, or the reference, was used before for something else."""


class NotPaidError(Exception):
    """There is no such payment, or it was not paid, or it came back already."""


class Book:
    """All writes of one file are one transaction. One thread at a time may use it."""

    def __init__(self, path: Path, opening_fen: int, clock: BankClock) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._clock = clock
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("PRAGMA foreign_keys = ON")
        self._db.executescript(_schema(self._db))
        self._db.execute(
            "INSERT OR IGNORE INTO special_account VALUES (1, ?, ?)", (opening_fen, opening_fen)
        )
        self._cards = Cards(self._db)
        self._payments = Payments(self._db)
        self.views = Views(self._db)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[Posting]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            posting = Posting(self._db, self._clock.today())
            yield posting
            posting.write()
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def execute(
        self, transfers: Sequence[Transfer], fate_of: Callable[[str], Fate]
    ) -> dict[str, State]:
        """Execute each key that is new, at most once for ever; give the state of all.

        One that was used for something else refuses the whole file.
        """
        self.settle_due()
        with self._transaction() as posting:
            new = self._new(transfers)
            desk = Desk(self._cards, new)
            judged = [judge(item, desk, posting, fate_of) for item in new]
            self._payments.insert(judged, self._clock.instant())
            again = Counter(item.end_to_end_id for item in transfers)
            again.subtract(item.end_to_end_id for item in new)
            self._payments.count_attempts([(times, key) for key, times in again.items() if times])
        return self.views.states(item.end_to_end_id for item in transfers)

    def _new(self, transfers: Sequence[Transfer]) -> list[Transfer]:
        known = self.views.transfers(item.end_to_end_id for item in transfers)
        new = []
        for item in transfers:
            first = known.setdefault(item.end_to_end_id, item)
            if first is item:
                new.append(item)
            elif first != item:
                raise ConflictError(item.end_to_end_id)
        return new

    def states(self, end_to_end_ids: Sequence[str]) -> dict[str, State]:
        """Read the states of those of these keys that ever arrived."""
        self.settle_due()
        return self.views.states(end_to_end_ids)

    def settle_due(self) -> None:
        """Make final what was pending long enough; book what comes back."""
        if due := self._payments.due():
            with self._transaction() as posting:
                self._payments.settle(due, self._cards, posting, self._clock.instant())
        if returned := self._payments.due_back():
            with self._transaction() as posting:
                self._payments.bring_back(returned, self._cards, posting)

    def bring_back(self, end_to_end_id: str, code: str, text: str | None) -> None:
        """Book now that a paid payment, or a debit, came back (退票, 扣款退回)."""
        paid = self._payments.paid(end_to_end_id)
        if paid is None:
            raise NotPaidError(end_to_end_id)
        with self._transaction() as posting:
            if not self._payments.bring_back([(*paid, code)], self._cards, posting, text):
                raise NotPaidError(end_to_end_id)

    def receive(self, receipt: Receipt) -> int:
        """Book money that comes in; gives the entry's number. A reference is booked once."""
        known = self.views.receipt(receipt.reference) if receipt.reference else None
        if known is not None:
            number, first = known
            if first != receipt:
                raise ConflictError(receipt.reference)
            return number
        with self._transaction() as posting:
            posting.add(
                "receipt", receipt.amount_fen, receipt.payer_name, receipt.remittance,
                value_on=receipt.value_on, reference=receipt.reference,
            )  # fmt: skip
            return posting.last_number

    def verify(self, asked: Sequence[Asked]) -> dict[str, str | None]:
        """Say of each question what is wrong with the card, None when it is the holder's; moves no money."""
        with self._transaction():
            desk = Desk(self._cards, asked)
            return {one.id: desk.flaw_of(one) for one in asked}

    def put_card(self, card: Card) -> None:
        """Register a card, or change one."""
        with self._transaction():
            self._cards.put([card])

    def card(self, number: str) -> Card | None:
        """Read a registered card."""
        return self._cards.find([number]).get(number)


HAS_DEBITS = "SELECT sql LIKE '%reversal%' FROM sqlite_master WHERE name = 'entry'"


def _schema(db: sqlite3.Connection) -> str:
    """Give what makes a new book, completes one, or brings an old one up to now, in one transaction."""
    folder = resources.files(__package__)
    schema = folder.joinpath("book.sql").read_text("utf-8")
    found = db.execute(HAS_DEBITS).fetchone()
    if found is not None and not found[0]:
        upgrade = folder.joinpath("upgrade.sql").read_text("utf-8")
        old = "ALTER TABLE entry RENAME TO entry_before; DROP INDEX entry_of_day;"
        schema = f"{old}\n{schema}\n{upgrade}"
    return f"BEGIN IMMEDIATE;\n{schema}\nCOMMIT;"
