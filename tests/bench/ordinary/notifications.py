"""Notifications: one text for each fact, sent to the SMSC over the same session as our own."""

import asyncio
import time
import uuid
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from notifications.carriers import Report
from notifications.decisions import Verdict
from notifications.rules import segments
from notifications.rules.templates import TEMPLATES
from notifications.settings import Settings
from notifications.smpp import pdus
from notifications.work.connection import INCOMING_MAX_MESSAGES, Brought
from notifications.work.link import Outgoing
from notifications.work.smpp_link import SmppLink
from notifications.work.smpp_session import Delivered
from shared.messages.withdrawals import WithdrawalApproved, WithdrawalPaid

from .models import Subscriber, Text, TextSegment
from .plumbing import Service

VALID_SECONDS = 86_400

settings = Settings()
service = Service("notifications", settings)
brought: Brought = asyncio.Queue(INCOMING_MAX_MESSAGES)
link = SmppLink(settings, brought)


async def text_citizen(session: AsyncSession, event: WithdrawalApproved | WithdrawalPaid) -> None:
    """Commit the text as queued, send it, commit what the SMSC said."""
    source = f"{event.type}/{event.application_id}"
    async with session.begin():
        text = (await session.scalars(select(Text).where(Text.source == source))).one_or_none()
        if text is None:
            text = await _new_text(session, source, event)
        if text.state == "submitted":
            return
        text.attempts += 1
    message_ids = await _submit(text)
    async with session.begin():
        text.state, text.submitted_at = "submitted", datetime.now(UTC)
        for number, message_id in message_ids.items():
            session.add(TextSegment(text_number=text.number, segment=number, message_id=message_id))


async def _new_text(
    session: AsyncSession, source: str, event: WithdrawalApproved | WithdrawalPaid
) -> Text:
    person: uuid.UUID = event.person_id
    subscriber = await session.get_one(Subscriber, person)
    text = Text(
        source=source,
        person_id=person,
        phone_sealed=subscriber.phone_sealed,
        body_sealed=service.personal_data.seal(TEMPLATES[type(event)].write(event)),
        state="queued",
        attempts=0,
    )
    session.add(text)
    await session.flush()
    return text


async def _submit(text: Text) -> dict[int, str]:
    await link.up.wait()
    opened = service.personal_data.open
    phone, body = opened(text.phone_sealed), opened(text.body_sealed)
    valid_until = datetime.fromtimestamp(time.time() + VALID_SECONDS, UTC)
    ids: dict[int, str] = {}
    for part in segments.cut(body, reference=text.number):
        reference = segments.reference(text.number, part.number)
        verdict, detail = await link.submit(
            Outgoing(phone, part, 1, valid_until, reference), time.monotonic() + VALID_SECONDS
        )
        if verdict is not Verdict.ACCEPTED:
            raise RuntimeError(f"the bench's SMSC accepts, but said {detail}")
        ids[part.number] = detail
    return ids


async def receive() -> None:
    """Record each delivery receipt, then acknowledge it."""
    while True:
        incoming = await brought.get()
        assert isinstance(incoming, Delivered)
        status = pdus.OK
        match incoming.read():
            case Report(outcome=str(outcome), message_id=message_id):
                recorded = await _record(message_id, outcome)
                status = pdus.OK if recorded else pdus.TEMPORARY_APPLICATION_ERROR
        incoming.acknowledge(status)


async def _record(message_id: str, outcome: str) -> bool:
    """Record an outcome; False when it came before its acceptance was committed: later, then."""
    async with service.transaction() as session:
        query = select(TextSegment).where(TextSegment.message_id == message_id).with_for_update()
        segment = (await session.scalars(query)).one_or_none()
        if segment is None:
            return False
        segment.outcome = outcome
        parts = await session.scalars(
            select(TextSegment).where(TextSegment.text_number == segment.text_number)
        )
        if all(part.outcome for part in parts):
            text = await session.get_one(Text, segment.text_number)
            text.state, text.ended_at = "delivered", datetime.now(UTC)
    return True


async def stay_bound() -> None:
    """Keep the session with the SMSC."""
    await link.stay_up(asyncio.Event())


service.listen(
    "text-citizens", {WithdrawalApproved: text_citizen, WithdrawalPaid: text_citizen}, alone=False
)
service.task(stay_bound)
service.task(receive)

if __name__ == "__main__":
    service.run()
