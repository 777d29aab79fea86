"""What becomes of payments and debits: judged once when new, settled later when pending."""

import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from simulators.bank.cards import Cards, Desk
from simulators.bank.faults import Fate
from simulators.bank.inbound import Transfer
from simulators.bank.posting import Posting
from simulators.bank.reasons import words

DUE_AT_A_TIME = 5_000


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is written of a new payment."""

    transfer: Transfer
    status: str
    reason_code: str | None = None
    serial: str | None = None
    due_at: float | None = None
    due_reason: str | None = None
    return_at: float | None = None
    return_code: str | None = None

    @property
    def reason_text(self) -> str | None:
        """The words of a refusal."""
        return self.reason_code and words(self.reason_code, debit=self.transfer.debit)


class Payments:
    """Writes the table payment; the caller owns the transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def insert(self, judged: Sequence[Judgement], now: str) -> None:
        """Write new payments."""
        self._db.executemany(
            "INSERT INTO payment (end_to_end_id, amount_fen, currency, card_number, holder_name,"
            " remittance, status, reason_code, reason_text, serial, accepted_at, final_at,"
            " due_at, due_reason, return_at, return_code, debit)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            [
                (
                    item.transfer.end_to_end_id, item.transfer.amount_fen, item.transfer.currency,
                    item.transfer.card_number, item.transfer.holder_name, item.transfer.remittance,
                    item.status, item.reason_code, item.reason_text, item.serial, now,
                    None if item.status == "PDNG" else now,
                    item.due_at, item.due_reason, item.return_at, item.return_code,
                    item.transfer.debit,
                )
                for item in judged
            ],
        )  # fmt: skip

    def count_attempts(self, again: Sequence[tuple[int, str]]) -> None:
        """Count how often keys came again; the first time is the payment's own row."""
        self._db.executemany(
            "UPDATE payment SET attempts = attempts + ? WHERE end_to_end_id = ?", again
        )

    def due(self) -> list[Any]:
        """Read pending payments whose time has come."""
        return self._db.execute(
            "SELECT payment_number, end_to_end_id, amount_fen, holder_name, remittance, due_reason,"
            " card_number, debit FROM payment WHERE status = 'PDNG' AND due_at <= ?"
            " ORDER BY due_at, payment_number LIMIT ?",
            (time.time(), DUE_AT_A_TIME),
        ).fetchall()

    def settle(self, due: Sequence[Any], cards: Cards, posting: Posting, now: str) -> None:
        """Make pending payments and debits final."""
        settled = []
        for number, key, amount_fen, holder, remittance, reason, card, debit in due:
            covered = not reason and _covered(posting, cards, card if debit else None, amount_fen)
            code = reason or (None if covered else "AM04")
            serial = None
            if code is None:
                kind = "debit" if debit else "payout"
                serial = posting.add(kind, amount_fen, holder, remittance, end_to_end_id=key)
            status = "RJCT" if code else "ACSC"
            why = code and words(code, debit=bool(debit))
            settled.append((status, code, why, serial, now, number))
        self._db.executemany(
            "UPDATE payment SET status = ?, reason_code = ?, reason_text = ?, serial = ?,"
            " final_at = ? WHERE payment_number = ?",
            settled,
        )

    def due_back(self) -> list[Any]:
        """Read paid payments whose time to come back has come."""
        return self._db.execute(
            "SELECT end_to_end_id, amount_fen, holder_name, remittance, card_number, debit,"
            " return_code FROM payment"
            " WHERE return_at <= ? AND status = 'ACSC' ORDER BY return_at, payment_number LIMIT ?",
            (time.time(), DUE_AT_A_TIME),
        ).fetchall()

    def paid(self, end_to_end_id: str) -> Any | None:
        """Read a payment, or a debit, that was executed and did not come back."""
        return self._db.execute(
            "SELECT end_to_end_id, amount_fen, holder_name, remittance, card_number, debit"
            " FROM payment p"
            " WHERE end_to_end_id = ? AND status = 'ACSC' AND NOT EXISTS (SELECT 1 FROM entry e"
            " WHERE e.end_to_end_id = p.end_to_end_id AND kind IN ('return', 'reversal'))",
            (end_to_end_id,),
        ).fetchone()

    def bring_back(
        self, returned: Sequence[Any], cards: Cards, posting: Posting, text: str | None = None
    ) -> int:
        """Book what came back (退票, 扣款退回); give how many the special account could cover."""
        done = []
        for key, amount_fen, holder, remittance, card, debit, code in returned:
            if debit and not posting.covers(amount_fen):
                continue
            if debit:
                cards.give_back(card, amount_fen)
            kind = "reversal" if debit else "return"
            reason = (code, text or words(code, debit=bool(debit)))
            posting.add(kind, amount_fen, holder, remittance, end_to_end_id=key, reason=reason)
            done.append((key,))
        self._db.executemany("UPDATE payment SET return_at = NULL WHERE end_to_end_id = ?", done)
        return len(done)


def _covered(posting: Posting, cards: Cards, card: str | None, amount_fen: int) -> bool:
    """Take the money from a card that is debited; for a payment, see if the special account has it."""
    return cards.take(card, amount_fen) if card is not None else posting.covers(amount_fen)


def judge(
    item: Transfer, desk: Desk, posting: Posting, fate_of: Callable[[str], Fate]
) -> Judgement:
    """Decide about one new payment or debit: the rules first, then what the bank was told to do wrong."""
    refusal = desk.refusal(item)
    fate = Fate() if refusal else fate_of(item.card_number)
    refusal = refusal or fate.refuse_code
    if refusal:
        return Judgement(item, "RJCT", refusal)
    due_at = return_at = None
    if fate.pending_seconds is not None:
        due_at = time.time() + fate.pending_seconds
    if fate.return_seconds is not None:
        return_at = (due_at or time.time()) + fate.return_seconds
    if due_at is not None:
        return Judgement(
            item, "PDNG", due_at=due_at, due_reason=fate.pending_code,
            return_at=return_at, return_code=fate.return_code,
        )  # fmt: skip
    card = item.card_number if item.debit else None
    if not _covered(posting, desk.cards, card, item.amount_fen):
        return Judgement(item, "RJCT", "AM04")
    serial = posting.add(
        "debit" if item.debit else "payout", item.amount_fen, item.holder_name, item.remittance,
        end_to_end_id=item.end_to_end_id,
    )  # fmt: skip
    return Judgement(item, "ACSC", serial=serial, return_at=return_at, return_code=fate.return_code)
