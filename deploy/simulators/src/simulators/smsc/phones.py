"""The simulated phones: what they received and sent, parts joined as handsets join them."""

import sqlite3
from typing import Any

from simulators.smsc.handset import UCS2, Segment, read_text

SAME_PART_SECONDS = 86_400
"""A part of a long text that came within this time is the same part again."""


class Phones:
    """Writes and reads the tables text and text_part; the caller owns the transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def receive(
        self, phone: str, peer: str, segment: Segment, data_coding: int, now: float
    ) -> None:
        """Take one part; a part that the handset already has is dropped."""
        text_id = None
        if segment.total > 1:
            known = self._db.execute(
                "SELECT t.text_id, p.characters FROM text t LEFT JOIN text_part p"
                " ON p.text_id = t.text_id AND p.number = ? WHERE t.phone = ? AND t.peer = ?"
                " AND t.reference = ? AND t.total = ? AND t.sent = 0 AND t.at > ?"
                " ORDER BY t.text_id DESC LIMIT 1",
                (
                    segment.number,
                    phone,
                    peer,
                    segment.reference,
                    segment.total,
                    now - SAME_PART_SECONDS,
                ),
            ).fetchone()
            if known and known["characters"] == segment.characters:
                return
            if known and known["characters"] is None:
                text_id = known["text_id"]
        if text_id is None:
            text_id = self._new_text(
                phone, peer, segment, sent=False, data_coding=data_coding, now=now
            )
        self._db.execute(
            "INSERT INTO text_part VALUES (?,?,?)", (text_id, segment.number, segment.characters)
        )

    def _new_text(
        self, phone: str, peer: str, segment: Segment, *, sent: bool, data_coding: int, now: float
    ) -> int:
        cursor = self._db.execute(
            "INSERT INTO text (phone, peer, sent, reference, total, data_coding, at)"
            " VALUES (?,?,?,?,?,?,?)",
            (phone, peer, int(sent), segment.reference, segment.total, data_coding, now),
        )
        return cursor.lastrowid or 0

    def keep_sent(self, phone: str, to: str, text: str, now: float) -> int:
        """Keep a text that the phone's owner typed."""
        whole = Segment(0, 1, 1, text.encode("utf-16-be"))
        text_id = self._new_text(phone, to, whole, sent=True, data_coding=UCS2, now=now)
        self._db.execute("INSERT INTO text_part VALUES (?,1,?)", (text_id, whole.characters))
        return text_id

    def texts(self, phone: str | None, limit: int) -> list[dict[str, Any]]:
        """Read what phones show, newest first, parts joined."""
        rows = self._db.execute(
            "SELECT t.*, p.number, p.characters FROM (SELECT * FROM text"
            " WHERE :phone IS NULL OR phone = :phone ORDER BY text_id DESC LIMIT :limit) t"
            " JOIN text_part p USING (text_id) ORDER BY t.text_id DESC, p.number",
            {"phone": phone, "limit": limit},
        ).fetchall()
        texts: dict[int, dict[str, Any]] = {}
        parts: dict[int, dict[int, bytes]] = {}
        for row in rows:
            parts.setdefault(row["text_id"], {})[row["number"]] = row["characters"]
            texts[row["text_id"]] = {
                "text_id": row["text_id"],
                "phone": row["phone"],
                "peer": row["peer"],
                "sent_by_phone": bool(row["sent"]),
                "at": row["at"],
                "total_parts": row["total"],
                "text": read_text(parts[row["text_id"]], row["data_coding"]),
                "complete": len(parts[row["text_id"]]) == row["total"],
            }
        return list(texts.values())
