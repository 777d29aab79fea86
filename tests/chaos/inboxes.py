"""What each consumer remembers (its inbox) and what it has counted (its metrics)."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import asyncpg
import httpx
from prometheus_client.parser import text_string_to_metric_families

from .stage import Stage
from .waiting import CONNECT_SECONDS, DATABASE_TROUBLE

HANDLED = "messages_handled_total"
SAME_LOOKS = 3
LOOK_SECONDS = 0.5


@dataclass(frozen=True)
class Inboxes:
    """By queue, at one moment."""

    heard: Mapping[str, frozenset[str]]
    """The message ids in the inbox."""
    handled: Mapping[str, int]
    """How many messages the running processes have counted as handled, repeated ones left out."""

    @property
    def sizes(self) -> dict[str, int]:
        """How many messages each inbox has."""
        return {queue: len(ids) for queue, ids in self.heard.items()}


KNOWN = """
SELECT message_id::text FROM inbox WHERE queue = $1 AND message_id = ANY($2::uuid[])
"""


async def handled_already(stage: Stage, queue: str, message_ids: Sequence[str]) -> Set[str]:
    """Which of these messages a queue's consumer has in its inbox; while that is away, all may be."""
    if not message_ids:
        return set()
    database = stage.databases[queue.partition(".")[0]]
    try:
        connection = await asyncpg.connect(database.url, timeout=CONNECT_SECONDS)
        try:
            rows = await connection.fetch(KNOWN, queue, message_ids, timeout=CONNECT_SECONDS)
        finally:
            await connection.close(timeout=CONNECT_SECONDS)
    except DATABASE_TROUBLE:
        return set(message_ids)
    return {row["message_id"] for row in rows}


INBOX = "SELECT queue, array_agg(message_id::text) AS ids FROM inbox GROUP BY queue"


async def look_into(stage: Stage) -> Inboxes:
    """Look into all inboxes and all counters."""
    heard: dict[str, frozenset[str]] = {}
    for database in stage.databases.values():
        connection = await asyncpg.connect(database.url)
        try:
            rows = await connection.fetch(INBOX)
        finally:
            await connection.close()
        heard |= {row["queue"]: frozenset(row["ids"]) for row in rows}
    async with httpx.AsyncClient(timeout=30.0, trust_env=False) as client:
        texts = [
            (await client.get(f"{url}/metrics")).raise_for_status().text
            for urls in stage.instances.values()
            for url in urls
        ]
    handled: Counter[str] = Counter()
    for text in texts:
        handled.update(_handled(text))
    return Inboxes(heard, handled)


def _handled(text: str) -> Counter[str]:
    counted: Counter[str] = Counter()
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            if sample.name == HANDLED and sample.labels["outcome"] == "handled":
                counted[sample.labels["queue"]] += int(sample.value)
    return counted


async def at_rest(stage: Stage) -> Inboxes:
    """Look until several looks in a row show the same: no batch is under way between its two books."""
    seen = [await look_into(stage)]
    while len(seen) < SAME_LOOKS:
        await asyncio.sleep(LOOK_SECONDS)
        found = await look_into(stage)
        seen = [*seen, found] if found == seen[-1] else [found]
    return seen[-1]


def since(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int]:
    """How much more there is now; what is the same is left out."""
    changed = {queue: now.get(queue, 0) - before.get(queue, 0) for queue in before.keys() | now}
    return {queue: more for queue, more in changed.items() if more}
