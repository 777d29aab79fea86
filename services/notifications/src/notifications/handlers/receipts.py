"""What the carriers tell of accepted texts is kept; of those that did not arrive, the log says so."""

from collections.abc import Sequence
from datetime import datetime

from notifications.carriers import Report
from notifications.store import receipts
from notifications.store.receipts import Told, Undelivered
from shared.base.identifiers import InvalidIdentifier, Phone
from shared.base.telemetry import get_logger
from shared.messaging.unit import Unit

log = get_logger()


async def keep(unit: Unit, told: Sequence[Told], now: datetime) -> None:
    """Record what became of short messages, if anything was told."""
    if told:
        log_undelivered(await receipts.apply_receipts(unit.connection, told, now))


def told_by(unit: Unit, report: Report, outcome: str) -> Told:
    """Read whose short message a report is about."""
    try:
        phone_hash = unit.personal_data.lookup_hash(Phone.parse(report.phone).value)
    except InvalidIdentifier:
        phone_hash = None
    return Told(report.message_id, outcome, phone_hash, report.reference)


def log_undelivered(texts: Sequence[Undelivered]) -> None:
    """Log which texts did not reach their handsets; nothing else follows from it (R-SMS-4)."""
    for text in texts:
        log.warning("text not delivered", text_id=str(text.text_id), state=text.state)
