"""Fills credit with the seed's sizes, or a part of them: three registers, permits and penalties, by COPY.

Codes and numbers have the right check characters; people are the two keyed hashes that the service would have
made of them. Indexes are dropped before and built after, as one does when a city moves in.
"""

import hashlib
import hmac
import json
import random
import time
import uuid
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from tests.support.credit import code_of, penalty, permit

from city.seed.people import GIVEN_NAMES, SURNAMES
from credit.domain import SubjectKind
from credit.handlers.records import written
from credit.rules.periods import Policy
from credit.shapes.records import NewRecord
from credit.store import policies
from credit.store.records import NewRecord as Written
from local.databases import ServiceDatabase, administrator
from local.postgres import PostgresServer
from shared.sealing.personal_data import PersonalData

NATURAL, LEGAL, OTHERS = 6_200_000, 650_000, 1_000
PERMITS, PENALTIES = 436_560, 49_778
"""The seed's (R-CRD-1, 2): 486,338 records."""
CHUNK_ROWS = 50_000
REGISTERED = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
LATEST = date(2026, 9, 30)
DAYS_BACK = 300
PLACES = (
    "德城区",
    "陵城区",
    "禹城市",
    "乐陵市",
    "临邑县",
    "平原县",
    "夏津县",
    "武城县",
    "庆云县",
    "宁津县",
    "齐河县",
)
WORDS = "华鲁恒宏通裕泰和盛德利鑫源隆昌达远东方大地金辉瑞祥福安顺兴旺中天海信新诚立益民康健美佳百汇联创科"
TRADES = (
    "纺织",
    "化工",
    "商贸",
    "机械制造",
    "食品",
    "建筑工程",
    "物流",
    "信息科技",
    "农业开发",
    "餐饮管理",
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
INDEXES = """
SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS made FROM pg_index
JOIN pg_class ON pg_class.oid = indrelid
WHERE relname = ANY ($1) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""
TABLES = ("subject", "record", "record_version")


@dataclass(frozen=True)
class Sizes:
    """How many of each."""

    natural: int
    legal: int
    others: int
    permits: int
    penalties: int

    @classmethod
    def share(cls, share: float) -> "Sizes":
        """So much of the seed's."""
        every = (NATURAL, LEGAL, OTHERS, PERMITS, PENALTIES)
        return cls(*(max(int(one * share), 1) for one in every))

    def __str__(self) -> str:
        return (
            f"{self.natural:,} people, {self.legal:,} firms, {self.others:,} others, "
            f"{self.permits + self.penalties:,} records"
        )


def firm_id(position: int) -> uuid.UUID:
    """A firm's id in the register, from 1."""
    return uuid.UUID(int=(1 << 96) + position)


def firm_code(position: int) -> str:
    """A firm's code."""
    return code_of(position)


def firm_name(position: int) -> str:
    """A firm's name: place, three characters, trade; no two are the same."""
    first, rest = position % len(WORDS), position // len(WORDS)
    second, third = rest % len(WORDS), rest // len(WORDS) % len(WORDS)
    place, trade = PLACES[position % len(PLACES)], TRADES[position // 7 % len(TRADES)]
    number = position // len(WORDS) ** 3
    last = f"第{number}分公司" if number else "有限公司"
    return f"德州市{place}{WORDS[first]}{WORDS[second]}{WORDS[third]}{trade}{last}"


def id_number(position: int) -> str:
    """A resident's number, from 0: place, day of birth, serial, check character (R-CRD-9)."""
    day = date(1940, 1, 1) + timedelta(days=position % 28_000)
    body = f"3714{position // 28_000 % 24 + 1:02d}{day:%Y%m%d}{position // 672_000 + 1:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def person_name(position: int) -> str:
    """A name, as common as it is."""
    return SURNAMES[position % len(SURNAMES)] + GIVEN_NAMES[position // 7 % len(GIVEN_NAMES)]


async def fill(
    server: PostgresServer, database: ServiceDatabase, data: PersonalData, sizes: Sizes
) -> dict[str, float]:
    """Put it into a fresh database; return seconds by what was done."""
    taken: dict[str, float] = {}

    @asynccontextmanager
    async def timed(what: str) -> AsyncIterator[None]:
        begun = time.perf_counter()
        yield
        taken[what] = time.perf_counter() - begun

    async with administrator(server, database.name) as connection:
        for name in ("json", "jsonb"):
            await connection.set_type_codec(
                name, encoder=json.dumps, decoder=json.loads, schema="pg_catalog"
            )
        policy = await policies.policy(connection)  # type: ignore[arg-type]
        indexes = await connection.fetch(INDEXES, list(TABLES))
        for index in indexes:
            await connection.execute(f"DROP INDEX {index['name']}")
        async with timed("firms and others"):
            await copy(connection, "subject", FIRM_COLUMNS, firms(sizes))
        async with timed("people"):
            await copy(connection, "subject", PERSON_COLUMNS, people(sizes, hashing(data)))
        async with timed("records"):
            await _records(connection, data, policy, sizes)
        async with timed("indexes"):
            for index in indexes:
                await connection.execute(index["made"])
            await connection.execute("VACUUM ANALYZE")
    return taken


def hashing(data: PersonalData) -> Callable[[str], str]:
    """The service's keyed hash, three times as fast: its key is read once."""
    key = data.lookups._active

    def hashed(clear: str) -> str:
        return hmac.digest(key, clear.encode(), hashlib.sha256).hex()

    assert hashed("1") == data.lookup_hash("1")
    return hashed


FIRM_COLUMNS = ("subject_id", "kind", "code", "name", "registered_at", "source")
PERSON_COLUMNS = ("subject_id", "kind", "code_hash", "name_hash", "registered_at", "source")


def firms(sizes: Sizes) -> Iterator[Sequence[Any]]:
    """Firms, then organisations."""
    for position in range(1, sizes.legal + 1):
        code, name = firm_code(position), firm_name(position)
        yield firm_id(position), SubjectKind.LEGAL_PERSON, code, name, REGISTERED, "市场监管局"
    for position in range(1, sizes.others + 1):
        code, name = code_of(position, "52371402"), f"德州市第{position}社会服务中心"
        other = firm_id(LEGAL + position)
        yield other, SubjectKind.ORGANISATION, code, name, REGISTERED, "民政局"


def people(sizes: Sizes, hashed: Callable[[str], str]) -> Iterator[Sequence[Any]]:
    """Natural persons: two keyed hashes each."""
    names = {
        name: hashed(name)
        for name in {person_name(position) for position in range(min(sizes.natural, 100_000))}
    }
    for position in range(sizes.natural):
        name = names.get(person_name(position)) or hashed(person_name(position))
        person = uuid.UUID(int=(2 << 96) + position)
        yield (
            person,
            SubjectKind.NATURAL_PERSON,
            hashed(id_number(position)),
            name,
            REGISTERED,
            "公安局",
        )


RECORD_COLUMNS = (
    "record_id", "kind", "subject_id", "authority_code", "authority_name", "document_no", "decided_on",
    "penalty_types", "content", "state", "version", "due_on", "entered_by", "entered_at", "published_at",
    "public", "gravity", "repair_from", "public_until", "rule_set",
)  # fmt: skip
VERSION_COLUMNS = (
    "record_id", "version", "changed_at", "step", "content", "public_until", "reason", "changed_by",
)  # fmt: skip
STAFF = uuid.UUID(int=9)


async def _records(connection: Any, data: PersonalData, policy: Policy, sizes: Sizes) -> None:
    made = records(data, policy, sizes)
    while chunk := list(islice(made, CHUNK_ROWS)):
        await copy(connection, "record", RECORD_COLUMNS, map(_record, chunk))
        lines = (line for one in chunk for line in _versions(one))
        await copy(connection, "record_version", VERSION_COLUMNS, lines)


def records(data: PersonalData, policy: Policy, sizes: Sizes) -> Iterator[Written]:
    """Permits, then penalties, with the periods that the service's own rules give them."""
    chance = random.Random(7)
    for number in range(sizes.permits + sizes.penalties):
        make = permit if number < sizes.permits else penalty
        position = chance.randrange(sizes.legal) + 1
        decided = LATEST - timedelta(days=chance.randrange(DAYS_BACK))
        row = make(firm_name(position), firm_code(position), decided_on=decided.isoformat())
        entry = NewRecord.model_validate({**row, "document_no": f"德〔2026〕{number}号"}).entry
        record_id = uuid.UUID(int=(3 << 96) + number)
        subject_id = firm_id(position)
        yield written(data, LATEST, policy, entry, subject_id, record_id=record_id, version=1)


def _record(one: Written) -> Sequence[Any]:
    return (
        one.record_id, one.kind, one.subject_id, one.authority_code, one.authority_name, one.document_no,
        one.decided_on, list(one.penalty_types), one.content, "published", 2, one.due_on, STAFF, REGISTERED,
        REGISTERED, one.public, one.gravity, one.repair_from, one.public_until, one.rule_set,
    )  # fmt: skip


def _versions(one: Written) -> Iterator[Sequence[Any]]:
    until = one.public_until
    yield one.record_id, 1, REGISTERED, "enter", one.content, until, "", STAFF
    yield one.record_id, 2, REGISTERED, "publish", None, until, "材料齐全", STAFF


async def copy(
    connection: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """COPY rows in, as text."""

    async def blocks() -> AsyncIterator[bytes]:
        block: list[str] = []
        for row in rows:
            block.append("\t".join(map(_text, row)))
            if len(block) == 2_000:
                yield ("\n".join(block) + "\n").encode()
                block = []
        if block:
            yield ("\n".join(block) + "\n").encode()

    await connection.copy_to_table(table, source=blocks(), columns=columns, timeout=None)


def _text(value: Any) -> str:
    if value is None:
        return "\\N"
    if value is True or value is False:
        return "t" if value else "f"
    if isinstance(value, list):
        return "{" + ",".join(value) + "}"
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
