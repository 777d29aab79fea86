"""A document came out of the press: it is kept, and who waited for it is told."""

import base64
import hashlib

from documents import announcements, metrics
from documents.domain import Printed
from documents.sealed import PDF
from documents.store import documents, readings, requests
from shared.messaging.unit import Unit


async def keep(unit: Unit, number: str, printed: Printed) -> None:
    """Keep it sealed with its digest; nothing where another process was faster."""
    sealed = unit.personal_data.seal(base64.b64encode(printed.pdf).decode(), PDF, number)
    digest = hashlib.sha256(printed.pdf).hexdigest()
    row = await documents.keep_printed(unit.connection, number, sealed, digest, printed.pages)
    if row is None:
        return
    filed = await readings.file(unit.connection, number, unit.clock.now())
    if filed is not None and (told := announcements.sheet_filed(filed)) is not None:
        unit.emit(told)
    for request_id in await requests.issue(unit.connection, number, unit.clock.now()):
        unit.emit(announcements.issued(request_id, row))
    metrics.DOCUMENTS_PRINTED.labels(row["kind"]).inc()
    metrics.PAGES_PRINTED.inc(printed.pages)
