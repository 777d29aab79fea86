"""What is read from the book: states for pain.002, entries for camt, lists for the control port."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from simulators.bank.inbound import Transfer
from simulators.bank.records import Entry, Receipt, State

PAGE_ROWS = 1_000
TOTALS = {
    "payout": "executed",
    "return": "returned",
    "debit": "debited",
    "reversal": "reversed",
    "receipt": "received",
}
"""Kind of an entry → what its totals are called."""

ENTRY = (
    "SELECT number, kind, amount_fen, serial, booked_on, value_on, end_to_end_id, party,"
    " remittance, reason_code, reason_text FROM entry"
)


class Views:
    """Reads only."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def transfers(self, end_to_end_ids: Iterable[str]) -> dict[str, Transfer]:
        """Read what was sent under those of these keys that are known."""
        rows = self._db.execute(
            "SELECT end_to_end_id, amount_fen, currency, card_number, holder_name, remittance, debit"
            " FROM payment WHERE end_to_end_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(end_to_end_ids)),),
        )
        return {row[0]: Transfer(*row) for row in rows}

    def states(self, end_to_end_ids: Iterable[str]) -> dict[str, State]:
        """Read the states of those of these keys that are known."""
        rows = self._db.execute(
            "SELECT end_to_end_id, status, COALESCE(reason_code, ''), COALESCE(reason_text, ''),"
            " COALESCE(serial, ''), COALESCE(final_at, '') FROM payment"
            " WHERE end_to_end_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(end_to_end_ids)),),
        )
        return {row[0]: State(*row[1:]) for row in rows}

    def last_number(self) -> int:
        """Read the number of the latest entry."""
        return int(self._db.execute("SELECT COALESCE(MAX(number), 0) FROM entry").fetchone()[0])

    def entries_after(self, number: int, limit: int) -> list[Entry]:
        """Read entries booked after a number, oldest first."""
        rows = self._db.execute(
            f"{ENTRY} WHERE number > ? ORDER BY number LIMIT ?", (number, limit)
        )
        return [Entry(*row) for row in rows]

    def entries_of_day(self, day: str, up_to: int) -> Iterator[Entry]:
        """Read the entries of a day, page by page, up to a number."""
        after = 0
        while True:
            page = self._db.execute(
                f"{ENTRY} WHERE booked_on = ? AND number > ? AND number <= ?"
                " ORDER BY number LIMIT ?",
                (day, after, up_to, PAGE_ROWS),
            ).fetchall()
            yield from (Entry(*row) for row in page)
            if len(page) < PAGE_ROWS:
                return
            after = page[-1][0]

    def balances(self, day: str) -> tuple[int, int]:
        """Read the opening and the closing booked balance of a day, in fen."""
        before, within = self._db.execute(
            "SELECT opening_fen + COALESCE((SELECT SUM(signed_fen) FROM entry WHERE booked_on < ?), 0),"
            " COALESCE((SELECT SUM(signed_fen) FROM entry WHERE booked_on = ?), 0)"
            " FROM special_account",
            (day, day),
        ).fetchone()
        return before, before + within

    def receipt(self, reference: str) -> tuple[int, Receipt] | None:
        """Read the receipt that was booked under a reference, with its number."""
        row = self._db.execute(
            "SELECT number, party, amount_fen, remittance, value_on, reference FROM entry"
            " WHERE reference = ?",
            (reference,),
        ).fetchone()
        return (row[0], Receipt(*row[1:])) if row else None

    def payments(
        self, end_to_end_id: str | None, card: str | None, after: int | None, limit: int
    ) -> list[dict[str, Any]]:
        """Read payments and debits: those after a number, oldest first; without one the latest first."""
        return self._rows(
            "SELECT payment_number, CASE debit WHEN 1 THEN 'debit' ELSE 'payout' END AS kind,"
            " p.end_to_end_id, p.amount_fen, card_number, holder_name,"
            " p.remittance AS remittance_information, status, p.reason_code, p.reason_text,"
            " p.serial, attempts, accepted_at, final_at, e.booked_on,"
            " r.number IS NOT NULL AS returned, r.reason_code AS return_reason_code"
            " FROM payment p LEFT JOIN entry e ON e.end_to_end_id = p.end_to_end_id"
            " AND e.kind IN ('payout', 'debit') LEFT JOIN entry r ON r.end_to_end_id = p.end_to_end_id"
            " AND r.kind IN ('return', 'reversal') WHERE (:key IS NULL OR p.end_to_end_id = :key)"
            " AND (:card IS NULL OR card_number = :card)"
            " AND (:after IS NULL OR payment_number > :after)"
            " ORDER BY payment_number * CASE WHEN :after IS NULL THEN -1 ELSE 1 END LIMIT :limit",
            {"key": end_to_end_id, "card": card, "after": after, "limit": limit},
        )

    def entries(self, after: int, limit: int) -> list[dict[str, Any]]:
        """Read entries as rows, oldest first."""
        return self._rows(
            f"{ENTRY} WHERE number > :after ORDER BY number LIMIT :limit",
            {"after": after, "limit": limit},
        )

    def totals(self) -> dict[str, int]:
        """Count and add up everything."""
        totals: dict[str, int] = {}
        for kind, name in TOTALS.items():
            count, total = self._db.execute(
                "SELECT COUNT(*), COALESCE(SUM(amount_fen), 0) FROM entry WHERE kind = ?", (kind,)
            ).fetchone()
            totals |= {f"{name}_count": count, f"{name}_fen": total}
        row = self._rows(
            "SELECT COUNT(*) AS payments_count, COALESCE(SUM(status = 'RJCT'), 0) AS refused_count,"
            " COALESCE(SUM(status = 'PDNG'), 0) AS pending_count,"
            " COALESCE(SUM(attempts), 0) AS attempts_count FROM payment",
            {},
        )
        account = self._rows("SELECT opening_fen, balance_fen FROM special_account", {})
        return {**totals, **row[0], **account[0]}

    def _rows(self, query: str, values: dict[str, Any]) -> list[dict[str, Any]]:
        cursor = self._db.execute(query, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]
