"""The SMSC's durable book (SQLite, synchronous FULL): tests ask it what was really sent."""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from simulators.smsc.handset import UCS2, Form, Segment, read_segment, read_text, write_text
from simulators.smsc.pdu import ShortMessage, Tag, absolute_time
from simulators.smsc.phones import Phones

RECEIPT = 0x04
"""esm_class of deliver_sm: this is a delivery receipt."""
WANTS_RECEIPT = 0x03
MESSAGE_STATES = {"ENROUTE": 1, "DELIVERED": 2, "EXPIRED": 3, "UNDELIVERABLE": 5}
CHINA = ZoneInfo("Asia/Shanghai")
RECEIPT_WORDS = {"DELIVERED": "DELIVRD", "UNDELIVERABLE": "UNDELIV", "EXPIRED": "EXPIRED"}


CMPP_IDS = 0xB5E0_0000_0000_0000
"""What a Msg_Id has beside its row: the highest bit is set, as from August on."""
ADDED = {
    "submission": {
        "user_reference": "BLOB NOT NULL DEFAULT x''",
        "carrier": "TEXT NOT NULL DEFAULT 'smpp'",
    },
    "delivery": {
        "user_reference": "BLOB NOT NULL DEFAULT x''",
        "carrier": "TEXT NOT NULL DEFAULT 'smpp'",
        "parameters": "TEXT NOT NULL DEFAULT '{}'",
    },
}
"""Columns that a book of an earlier version lacks."""


@dataclass(frozen=True)
class Acceptance:
    """A submit_sm that is to be booked, and what will become of it."""

    system_id: str
    message: ShortMessage
    fate: str
    due_at: float
    user_reference: bytes = b""
    """What the receipt repeats."""
    carrier: str = "smpp"


@dataclass(frozen=True)
class Delivery:
    """A deliver_sm that 12329 has not acknowledged yet."""

    delivery_id: int
    message: ShortMessage


class Book:
    """All writes of one batch are one transaction."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.row_factory = sqlite3.Row
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.executescript(resources.files(__package__).joinpath("book.sql").read_text())
        self._add_columns()
        self.phones = Phones(self._db)

    def _add_columns(self) -> None:
        """Give a book from before there were some columns these."""
        for table, added in ADDED.items():
            columns = {row["name"] for row in self._db.execute(f"PRAGMA table_info({table})")}
            for name, kind in added.items():
                if name not in columns:
                    self._db.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind}")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def accept(self, acceptances: Sequence[Acceptance]) -> list[str]:
        """Book submissions durably; give their message ids."""
        with self._transaction():
            return [self._accept(item) for item in acceptances]

    def _accept(self, item: Acceptance) -> str:
        message, segment = item.message, read_segment(item.message)
        cursor = self._db.execute(
            "INSERT INTO submission (system_id, source, phone, data_coding, esm_class, priority,"
            " validity_period, payload, reference, total, number, characters, receipt_wanted,"
            " user_reference, fate, accepted_at, due_at, carrier)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                item.system_id,
                message.source,
                message.destination,
                message.data_coding,
                message.esm_class,
                message.priority,
                message.validity_period,
                message.payload,
                segment.reference,
                segment.total,
                segment.number,
                segment.characters,
                int(message.registered_delivery & WANTS_RECEIPT == 1),
                item.user_reference,
                item.fate,
                time.time(),
                item.due_at,
                item.carrier,
            ),
        )
        return public_id(cursor.lastrowid or 0, item.carrier)

    def deliver_due(self, limit: int) -> int:
        """Bring what is due to the handsets and queue the receipts; say how many."""
        now = time.time()
        rows = self._db.execute(
            "SELECT * FROM submission WHERE state = 'ENROUTE' AND due_at <= ?"
            " ORDER BY due_at, message_id LIMIT ?",
            (now, limit),
        ).fetchall()
        if not rows:
            return 0
        with self._transaction():
            for row in rows:
                self._finish(row, now)
        return len(rows)

    def _finish(self, row: sqlite3.Row, now: float) -> None:
        fate = row["fate"]
        state = {"lose": "LOST", "undeliverable": "UNDELIVERABLE"}.get(fate, "DELIVERED")
        if state == "DELIVERED" and now > absolute_time(row["validity_period"]):
            state = "EXPIRED"
        self._db.execute(
            "UPDATE submission SET state = ?, final_at = ? WHERE message_id = ?",
            (state, now, row["message_id"]),
        )
        if state == "DELIVERED":
            segment = Segment(row["reference"], row["total"], row["number"], row["characters"])
            self.phones.receive(row["phone"], row["source"], segment, row["data_coding"], now)
        if row["receipt_wanted"] and fate in ("deliver", "undeliverable"):
            self._queue_receipt(row, state, now)

    def _queue_receipt(self, row: sqlite3.Row, state: str, now: float) -> None:
        write = _cmpp_report if row["carrier"] == "cmpp" else _smpp_receipt
        message = ShortMessage(row["phone"], row["source"], write(row, state, now), RECEIPT)
        message_id = public_id(row["message_id"], row["carrier"])
        self._queue(
            message, row["carrier"], message_id, MESSAGE_STATES[state], row["user_reference"]
        )

    def _queue(
        self,
        message: ShortMessage,
        carrier: str,
        receipted_id: str | None = None,
        message_state: int | None = None,
        user_reference: bytes = b"",
    ) -> None:
        self._db.execute(
            "INSERT INTO delivery (source, destination, esm_class, data_coding, payload,"
            " receipted_id, message_state, user_reference, carrier, parameters)"
            " VALUES (?,?,?,?,?,?,?,?,?,?)",
            (
                message.source,
                message.destination,
                message.esm_class,
                message.data_coding,
                message.payload,
                receipted_id,
                message_state,
                user_reference,
                carrier,
                json.dumps({tag: value.hex() for tag, value in message.tlvs.items()}),
            ),
        )

    def send_from_phone(
        self, phone: str, to: str, text: str, carrier: str = "smpp", data_coding: int = UCS2,
        *, form: Form = Form.UDH8, bring: Sequence[int] | None = None,
        reference: int | None = None,
    ) -> None:  # fmt: skip
        """A citizen typed a text: keep it on the phone and queue it for 12329.

        `bring`: which of its parts come, from 1, in this order; all of them in theirs, if nothing is said.
        `reference`: what they have in common; a number of the text's own, if nothing is said.
        """
        now = time.time()
        with self._transaction():
            text_id = self.phones.keep_sent(phone, to, text, now)
            written = write_text(text, reference or text_id, data_coding, form)
            for number in bring or range(1, len(written) + 1):
                part = written[number - 1]
                message = ShortMessage(
                    phone, to, part.payload, part.esm_class, data_coding, tlvs=part.parameters
                )
                self._queue(message, carrier)

    def due_deliveries(self, carrier: str, limit: int) -> list[Delivery]:
        """Read what a carrier has brought and 12329 not acknowledged yet, in the order it came up."""
        rows = self._db.execute(
            "SELECT * FROM delivery WHERE acknowledged = 0 AND carrier = ?"
            " ORDER BY delivery_id LIMIT ?",
            (carrier, limit),
        )
        return [Delivery(row["delivery_id"], _delivery_message(row)) for row in rows]

    def acknowledge(self, delivery_ids: Iterable[int]) -> None:
        """12329 confirmed these deliver_sm."""
        with self._transaction():
            self._db.executemany(
                "UPDATE delivery SET acknowledged = 1 WHERE delivery_id = ?",
                [(delivery_id,) for delivery_id in delivery_ids],
            )

    def message_state(self, message_id: str) -> tuple[int, float | None] | None:
        """Answer query_sm: state and final time, None when the id is unknown (or forgotten)."""
        row = self._db.execute(
            "SELECT state, final_at FROM submission WHERE message_id = ?", (row_id(message_id),)
        ).fetchone()
        if row is None or row["state"] == "LOST":
            return None
        return MESSAGE_STATES[row["state"]], row["final_at"]

    def submissions(self, phone: str | None, limit: int) -> list[dict[str, Any]]:
        """Read what was accepted, submit_sm by submit_sm, oldest first."""
        rows = self._db.execute(
            "SELECT * FROM submission WHERE :phone IS NULL OR phone = :phone"
            " ORDER BY message_id DESC LIMIT :limit",
            {"phone": phone, "limit": limit},
        ).fetchall()
        return [
            {
                "message_id": public_id(row["message_id"], row["carrier"]),
                "carrier": row["carrier"],
                "phone": row["phone"],
                "state": row["state"],
                "priority": row["priority"],
                "data_coding": row["data_coding"],
                "reference": row["reference"],
                "total": row["total"],
                "number": row["number"],
                "payload_octets": len(row["payload"]),
                "validity_period": row["validity_period"],
                "text": read_text({1: row["characters"]}, row["data_coding"]),
                "accepted_at": row["accepted_at"],
            }
            for row in reversed(rows)
        ]


def public_id(row: int, carrier: str = "smpp") -> str:
    """Write a message id as the wire has it."""
    return f"{CMPP_IDS | row:016X}" if carrier == "cmpp" else f"{row:010X}"


def row_id(message_id: str) -> int:
    """Read a message id; 0 (which no row has) when it is none of ours."""
    try:
        return int(message_id, 16)
    except ValueError:
        return 0


def _smpp_receipt(row: sqlite3.Row, state: str, now: float) -> bytes:
    delivered, stamp = state == "DELIVERED", "%y%m%d%H%M"
    return (
        f"id:{public_id(row['message_id'])} sub:001 dlvrd:{int(delivered):03} "
        f"submit date:{time.strftime(stamp, time.gmtime(row['accepted_at']))} "
        f"done date:{time.strftime(stamp, time.gmtime(now))} "
        f"stat:{RECEIPT_WORDS[state]} err:{'000' if delivered else '034'} text:"
    ).encode()


def _cmpp_report(row: sqlite3.Row, state: str, now: float) -> bytes:
    """Write Stat, Submit_time and Done_time, in China's zone."""
    times = (
        datetime.fromtimestamp(at, CHINA).strftime("%y%m%d%H%M") for at in (row["accepted_at"], now)
    )
    return (RECEIPT_WORDS[state] + "".join(times)).encode()


def _delivery_message(row: sqlite3.Row) -> ShortMessage:
    tlvs = {int(tag): bytes.fromhex(value) for tag, value in json.loads(row["parameters"]).items()}
    if row["receipted_id"]:
        tlvs |= {
            int(Tag.RECEIPTED_MESSAGE_ID): row["receipted_id"].encode() + b"\0",
            int(Tag.MESSAGE_STATE): bytes((row["message_state"],)),
        }
    if row["user_reference"]:
        tlvs[int(Tag.USER_MESSAGE_REFERENCE)] = row["user_reference"]
    return ShortMessage(
        source=row["source"],
        destination=row["destination"],
        payload=row["payload"],
        esm_class=row["esm_class"],
        data_coding=row["data_coding"],
        tlvs=tlvs,
    )
