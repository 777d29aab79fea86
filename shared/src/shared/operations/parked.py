"""Parked messages, for operators: `ops parked list | replay <queue> [<message id>]`.

`list` shows how many messages each parked queue holds, and of each message its type, subject and error.
`replay` moves them back to their queue with a fresh count of attempts; the copy is confirmed before the
parked one is acknowledged. Reads `BROKER_URL`, as a user with rights on the queues, and for a replay the
consumer's `<SERVICE>_DATABASE_URL`: it stands in that service's audit trail before anything moves.
"""

import argparse
import asyncio
import sys
from typing import Any

from shared.audit import trail as audit
from shared.base import given
from shared.base.db import connect
from shared.messaging.broker import Broker, Message
from shared.messaging.delivery import ATTEMPTS, ERROR, Delivery
from shared.messaging.topology import QUEUES, Queue

LIST_MAX_MESSAGES = 1_000


async def read(broker: Broker, queue: Queue) -> list[Delivery]:
    """Look at the parked messages of a queue without taking them."""
    async with broker.channel(confirms=False) as channel:
        found: list[Delivery] = []
        while len(found) < LIST_MAX_MESSAGES:
            message: Any = await channel.basic_get(queue.parked)
            if message.delivery_tag is None:
                break
            found.append(Delivery.received(message))
        return found


async def replay(broker: Broker, queue: Queue, message_id: str | None = None) -> int:
    """Move parked messages (all, or one) back to their queue; return how many.

    Each once: what parks again at once comes back behind those that were there, and stays.
    """
    moved = 0
    async with broker.channel(confirms=False) as channel:
        there = await channel.queue_declare(queue.parked, passive=True)
        for _ in range(min(there.message_count or 0, LIST_MAX_MESSAGES)):
            message: Any = await channel.basic_get(queue.parked)
            if message.delivery_tag is None:
                break
            delivery = Delivery.received(message)
            if message_id is not None and str(delivery.message_id) != message_id:
                continue
            (problem,) = await broker.publish([fresh(delivery, queue)])
            if problem is not None:
                raise RuntimeError(f"the broker did not take {delivery.message_id}: {problem}")
            await channel.basic_ack(delivery.tag)
            moved += 1
            if message_id is not None:
                break
    return moved


def fresh(delivery: Delivery, queue: Queue) -> Message:
    """Copy a parked message for its queue, with a fresh count of attempts."""
    dropped = {ATTEMPTS, ERROR, "x-death"}
    kept = {name: value for name, value in delivery.headers.items() if name not in dropped}
    return delivery.copy_for(queue, queue.name, kept)


async def _list(broker: Broker) -> None:
    for queue in QUEUES:
        for delivery in await read(broker, queue):
            sys.stdout.write(
                f"{queue.name}\t{delivery.message_id}\t{delivery.type}\t{delivery.subject}\t"
                f"{delivery.headers.get(ERROR, '')}\n"
            )


async def _note_replay(queue: Queue, message_id: str | None) -> None:
    setting = f"{queue.consumer.upper()}_DATABASE_URL"
    url = given.find(setting)
    if url is None:
        sys.exit(f"{setting} is not set: a replay stands in that service's audit trail")
    connection = await connect(url)
    try:
        subject = f"{queue.name} {message_id or 'all'}"
        await audit.append(connection, [audit.by_operator("replay parked messages", subject)])
    finally:
        await connection.close()


async def _run(arguments: argparse.Namespace) -> None:
    broker = Broker(given.value("BROKER_URL"), "parked messages tool")
    try:
        if arguments.command == "list":
            await _list(broker)
            return
        queue = next(queue for queue in QUEUES if queue.name == arguments.queue)
        await _note_replay(queue, arguments.message_id)
        moved = await replay(broker, queue, arguments.message_id)
        sys.stdout.write(f"{moved} replayed\n")
    finally:
        await broker.close()


def options(parser: argparse.ArgumentParser) -> None:
    """What the command must be told."""
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="every parked message with its error")
    replaying = commands.add_parser("replay", help="move parked messages back to their queue")
    replaying.add_argument("queue", choices=[queue.name for queue in QUEUES])
    replaying.add_argument("message_id", nargs="?", help="only this one")


def run(arguments: argparse.Namespace) -> int:
    """List or replay; exit code."""
    asyncio.run(_run(arguments))
    return 0
