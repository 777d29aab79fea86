"""Entries of the special account (专户) that are booked in one transaction."""

import sqlite3
from datetime import date

OUTGOING = frozenset({"payout", "reversal"})


class Posting:
    """Numbers entries without gaps, keeps the balance, writes both at the end."""

    def __init__(self, db: sqlite3.Connection, today: date) -> None:
        self._db = db
        self._today = today
        self._entries: list[tuple[object, ...]] = []
        found = db.execute(
            "SELECT balance_fen, (SELECT COALESCE(MAX(number), 0) FROM entry) FROM special_account"
        )
        self.balance_fen: int
        self.last_number: int
        self.balance_fen, self.last_number = found.fetchone()

    def covers(self, amount_fen: int) -> bool:
        """Whether the special account can pay this."""
        return amount_fen <= self.balance_fen

    def add(
        self,
        kind: str,
        amount_fen: int,
        party: str,
        remittance: str,
        *,
        end_to_end_id: str | None = None,
        value_on: str | None = None,
        reason: tuple[str, str] | tuple[None, None] = (None, None),
        reference: str | None = None,
    ) -> str:
        """Add an entry; gives the bank serial (流水号)."""
        self.last_number += 1
        self.balance_fen += -amount_fen if kind in OUTGOING else amount_fen
        assert self.balance_fen >= 0
        serial = f"{self._today:%Y%m%d}{self.last_number:012}"
        booked_on = self._today.isoformat()
        self._entries.append((
            self.last_number, kind, amount_fen, serial, booked_on, value_on or booked_on,
            end_to_end_id, party, remittance, *reason, reference,
        ))  # fmt: skip
        return serial

    def write(self) -> None:
        """Write what was added."""
        self._db.executemany(
            "INSERT INTO entry (number, kind, amount_fen, serial, booked_on, value_on,"
            " end_to_end_id, party, remittance, reason_code, reason_text, reference)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            self._entries,
        )
        self._db.execute("UPDATE special_account SET balance_fen = ?", (self.balance_fen,))
