"""Tells again what was said: `ops resend --since <instant> [--to <service>]`.

Reads the journals of all services below `JOURNAL_FOLDER` and puts every event since then into each queue that
hears it, as it was: inboxes absorb what their service knows. Reads `BROKER_URL`, as a user with rights on the
queues. Instants are ISO 8601; without a zone they are of this machine's.
"""

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from shared.base import given
from shared.base.commands import instant
from shared.messaging import journal
from shared.messaging.broker import Broker, Message
from shared.messaging.journal import Told
from shared.messaging.topology import QUEUES, SERVICES

BATCH_EVENTS = 500


def messages(event: Told, to: str | None = None) -> list[tuple[str, Message]]:
    """The event for each queue that hears it, with the queue's name."""
    return [
        (queue.name, _message(event, queue.name))
        for queue in QUEUES
        if to in (None, queue.consumer) and event.type in {heard.type for heard in queue.events}
    ]


def _message(event: Told, queue: str) -> Message:
    return Message(
        exchange="",
        routing_key=queue,
        message_id=event.message_id,
        source=f"/{event.service}",
        type=event.type,
        subject=event.subject,
        time=event.time,
        sequence=event.sequence,
        traceparent=event.traceparent,
        body=event.body.encode(),
    )


async def resend(broker: Broker, events: Iterator[Told], to: str | None = None) -> Counter[str]:
    """Put events into the queues that hear them; return how many went into each.

    Raises `RuntimeError` when the broker does not take one: nothing is lost, do the same again.
    """
    sent: Counter[str] = Counter()
    while batch := list(islice(events, BATCH_EVENTS)):
        found = [item for event in batch for item in messages(event, to)]
        _demand_taken(await broker.publish([message for _, message in found]))
        sent.update(queue for queue, _ in found)
    return sent


def _demand_taken(problems: Sequence[str | None]) -> None:
    for problem in problems:
        if problem is not None:
            raise RuntimeError(f"the broker did not take everything: {problem}")


async def _run(arguments: argparse.Namespace) -> None:
    broker = Broker(given.value("BROKER_URL"), "resend tool")
    events = journal.read(Path(given.value("JOURNAL_FOLDER")), arguments.since)
    try:
        sent = await resend(broker, events, arguments.to)
    finally:
        await broker.close()
    for queue, count in sorted(sent.items()):
        sys.stdout.write(f"{queue}\t{count}\n")
    sys.stdout.write(f"{sent.total()} messages sent again\n")


def options(parser: argparse.ArgumentParser) -> None:
    """What the command must be told."""
    parser.add_argument("--since", type=instant, required=True, help="2026-11-25T09:00:00+08:00")
    parser.add_argument("--to", choices=SERVICES, help="only into this service's queues")


def run(arguments: argparse.Namespace) -> int:
    """Tell again and say how much; exit code."""
    asyncio.run(_run(arguments))
    return 0
