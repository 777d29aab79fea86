"""Policy rows: which of them count, though somebody else may have the database's password (ADR 55).

A row counts if the release ships it (its digest stands in the service's module `policies`), or if it was
adopted here: its digest is sealed under the lookup key, which the database does not know.
"""

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

from shared.base.telemetry import ROWS_REFUSED, get_logger
from shared.sealing.personal_data import PersonalData

DIGEST_CHARACTERS = 32
SHA256_BLOCK_BYTES = 64
SHIPPED = "policies.txt"
"""In the package of a service: a line a row, its table and its digest."""
ADOPTED = "SELECT digest, seal FROM adopted_policy"

log = get_logger()


def shipped_by(package: str) -> defaultdict[str, frozenset[str]]:
    """Table → digests of the rows that the migrations of a service put into it."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for line in resources.files(package).joinpath(SHIPPED).read_text("utf-8").splitlines():
        table, _, digest = line.partition(" ")
        found[table] |= {digest}
    return found


@dataclass(frozen=True)
class PolicyTable:
    """A table by whose rows money or rights are decided, and what its migrations put into it."""

    name: str
    columns: tuple[str, ...]
    """All that a row says, in the order in which it is digested."""
    shipped: frozenset[str] = field(default_factory=frozenset)

    @property
    def read(self) -> str:
        """Read what each row says, as it is digested."""
        return f"SELECT jsonb_build_array({', '.join(self.columns)})::text AS told FROM {self.name}"  # noqa: S608

    @property
    def read_draft(self) -> str:
        """Read what a row that is not there would say, as it would be digested."""
        says = f"jsonb_build_array({', '.join(self.columns)})::text"
        return f"SELECT {says} FROM jsonb_populate_record(NULL::{self.name}, $1::text::jsonb)"  # noqa: S608


def proposal_policy(shipped: Mapping[str, frozenset[str]]) -> PolicyTable:
    """Who decides what, and from which sum on: every service with two people's work has this table."""
    columns = (
        "kind",
        "effective_from",
        "from_fen",
        "decider",
        "deadline_hours",
        "newcomer_days",
        "evidence_needed",
    )
    return PolicyTable("proposal_policy", columns, shipped["proposal_policy"])


def digest_of(table: str, told: str) -> str:
    """Digest a row of a table: another kind, date or value is another digest."""
    return hashlib.sha256(f"{table}\n{told}".encode()).hexdigest()[:DIGEST_CHARACTERS]


def seal_of(data: PersonalData, digest: str) -> str:
    """What an adopted row's digest is sealed with."""
    return data.lookup_hash(f"adopted policy {digest}")


def desk_keys(data: PersonalData) -> list[bytes]:
    """Under which a service proves to its database that two people decided: by the active key first."""
    return [bytes.fromhex(one) for one in data.either(data.lookup_hash("policies of the desk"))]


def proofs_of(data: PersonalData, *parts: str) -> list[bytes]:
    """Prove (HMAC-SHA-256) that a row is to be put in force, under either key while one is replaced."""
    told = "\n".join(parts).encode()
    return [hmac.digest(key, told, "sha256") for key in desk_keys(data)]


def pads_of(key: bytes) -> tuple[bytes, bytes]:
    """The two keys into which HMAC makes one (RFC 2104): with them a database verifies by `sha256` alone."""
    block = key.ljust(SHA256_BLOCK_BYTES, b"\0")
    return bytes(one ^ 0x36 for one in block), bytes(one ^ 0x5C for one in block)


@dataclass(frozen=True)
class Trust:
    """Which rows of policy tables count here."""

    data: PersonalData
    adopted: Mapping[str, str]

    @classmethod
    async def read(cls, connection: Any, data: PersonalData) -> "Trust":
        """Read what was adopted."""
        rows = await connection.fetch(ADOPTED)
        return cls(data, {row["digest"]: row["seal"] for row in rows})

    def counts(self, table: PolicyTable, digest: str) -> bool:
        """Whether a row is the release's, or was adopted by who has the key."""
        if digest in table.shipped:
            return True
        seal = self.adopted.get(digest)
        return seal is not None and self.data.fits(seal, seal_of(self.data, digest))

    def strange(self, table: PolicyTable, told: Sequence[str]) -> list[str]:
        """Which rows count not, and which shipped ones are not there as shipped: digests, told of."""
        there = {digest_of(table.name, one) for one in told}
        found = sorted({one for one in there if not self.counts(table, one)})
        gone = sorted(table.shipped - there)
        for one in (*found, *gone):
            refused(table.name, one)
        return [*found, *gone]


def refused(table: str, digest: str) -> None:
    """Count a row that is not the release's or not adopted, and tell of it."""
    ROWS_REFUSED.labels(table).inc()
    log.error("a policy row is not one of ours", table=table, digest=digest)
