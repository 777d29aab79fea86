"""The audit trail: who did what, on what, from where, when, with what outcome, under which trace.

A service writes nothing for it. The request middleware notes every request; once it is known whom it is
from, the first transaction of a changing request takes its record along (`Unit.flush`), and what changed
nothing (a look of someone who acts for others, a refusal) is recorded before its answer leaves. Logins and
operators' commands, which have no caller yet, append theirs themselves. Chained by
`shared.operations.audit_chain`.
"""

import contextlib
import contextvars
import getpass
import socket
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from starlette.types import Scope

from shared.base.telemetry import STAFF_LOOKS
from shared.identity.principal import STAFF, Principal, Role

if TYPE_CHECKING:
    import asyncpg

    from shared.base.db import Connection, Pool

DONE = "done"
REFUSED = "refused"
"""A rule, or what the caller sent, said no."""
DENIED = "denied"
"""The caller is not allowed to do or see it."""

LOOKS = frozenset({"GET", "HEAD"})
ACTS_FOR_OTHERS = frozenset({*STAFF, Role.STAFF_AUDITOR, Role.EMPLOYER_OPERATOR, Role.KIOSK})
"""Whose looks are recorded too: what they see is about somebody else."""
SUBJECTS_MAX = 20
SUBJECT_MAX_CHARACTERS = 1_000


@dataclass(frozen=True)
class Record:
    """One line of the trail."""

    action: str
    subject: str
    outcome: str = DONE
    reason: str = ""
    """A stable code; of a look at somebody, why staff looked. No personal data stands here."""
    actor_id: UUID | None = None
    role: str = ""
    actor: str = ""
    channel: str = ""
    address: str = ""
    trace_id: str = ""


@dataclass
class Trail:
    """What one request does, as far as it is known by now."""

    method: str
    address: str
    trace_id: str
    principal: Principal | None = None
    route: str = ""
    subject: str = ""
    reason: str = ""
    looked_for: str = ""
    """Why staff look somebody up, in their words."""
    seen: Sequence[str] = ()
    """Whom staff saw: each gets a record of its own."""
    recorded: bool = False

    @property
    def due(self) -> bool:
        """Whether the request belongs into the trail, and is not there yet."""
        if self.principal is None or self.recorded:
            return False
        return self.method not in LOOKS or self.principal.role in ACTS_FOR_OTHERS

    def record(self, outcome: str = DONE, subjects: Sequence[str] = ()) -> Record:
        """Write it down; `subjects` are what its events are about, where its path does not say."""
        caller = self.principal
        named = " ".join(dict.fromkeys(subjects[:SUBJECTS_MAX]))
        return Record(
            action=f"{self.method} {self.route}",
            subject=(self.subject or named)[:SUBJECT_MAX_CHARACTERS],
            outcome=outcome,
            reason=self.looked_for if outcome == DONE else self.reason,
            actor_id=caller.identity_id if caller else None,
            role=caller.role.value if caller else "",
            actor=caller.name if caller else "",
            channel=caller.channel if caller else "",
            address=self.address,
            trace_id=self.trace_id,
        )

    def records(self, outcome: str) -> list[Record]:
        """Write it down, once for each person whom staff saw."""
        record = self.record(outcome)
        seen = [replace(record, subject=subject) for subject in self.seen]
        return [record, *seen] if self.subject or not seen else seen


_trail: contextvars.ContextVar[Trail | None] = contextvars.ContextVar("trail", default=None)


class _OfRequest:
    __slots__ = ("_token", "_trail")

    def __init__(self, trail: Trail) -> None:
        self._trail = trail

    def __enter__(self) -> None:
        self._token = _trail.set(self._trail)

    def __exit__(self, *_error: object) -> None:
        _trail.reset(self._token)


def of_request(trail: Trail) -> contextlib.AbstractContextManager[None]:
    """Make a request's trail the current one while the block runs."""
    return _OfRequest(trail)


def current() -> Trail | None:
    """The trail of the request that is being handled; None in consumers and tasks."""
    return _trail.get()


def known(caller: Principal, scope: Scope) -> None:
    """Note who the current request is from, and what its path names."""
    if trail := current():
        trail.principal = caller
        trail.route = getattr(scope.get("route"), "path", str(scope["path"]))
        trail.subject = " ".join(str(value) for value in scope.get("path_params", {}).values())


def about(trail: Trail | None, location: str | None) -> None:
    """Note what a request made, where its path named nothing."""
    if trail is not None and location is not None and not trail.subject:
        trail.subject = location.rpartition("/")[2]


def acts_on(where: str, items: Sequence[object]) -> None:
    """Note on which of several things a request acts, where its path names only where they are."""
    if trail := current():
        trail.subject = " ".join((where, *(str(item) for item in items)))


def looks(caller: Principal, reason: str) -> None:
    """Note why one of the staff looks somebody up, and count it: an unusual number is an alarm."""
    STAFF_LOOKS.labels(str(caller.identity_id)).inc()
    if trail := current():
        trail.looked_for = reason


def looked_at(subjects: Sequence[str]) -> None:
    """Note at whom staff look, where the path of the request does not say: each counts as a look."""
    trail = current()
    if trail and trail.principal and trail.principal.role in STAFF:
        trail.seen = subjects
        STAFF_LOOKS.labels(str(trail.principal.identity_id)).inc(max(len(subjects) - 1, 0))


def refused_for(code: str) -> None:
    """Note why the current request is refused."""
    if trail := current():
        trail.reason = code


def outcome_of(status: int) -> str:
    """Say how a request ended by its HTTP status."""
    if status in (401, 403):
        return DENIED
    return DONE if status < 400 else REFUSED


def by_nobody_yet(record: Record) -> Record | None:
    """Complete the record of somebody who has not logged in; None where the request has its own."""
    trail = current()
    if trail is None:
        return record
    if trail.principal is not None:
        return None
    return replace(record, address=trail.address, trace_id=trail.trace_id)


def by_operator(action: str, subject: str, reason: str = "") -> Record:
    """Write down what an operator's command does: the account and machine that it runs as."""
    return Record(
        action=action,
        subject=subject,
        reason=reason,
        role="operator",
        actor=getpass.getuser(),
        channel="command line",
        address=socket.gethostname(),
    )


INSERT = """
INSERT INTO audit_record
    (actor_id, role, actor, channel, address, action, subject, outcome, reason, trace_id)
SELECT actor_id, role, actor, channel, address, action, subject, outcome, reason, trace_id
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
            $8::text[], $9::text[], $10::text[]) WITH ORDINALITY
    AS new (actor_id, role, actor, channel, address, action, subject, outcome, reason, trace_id, position)
ORDER BY position
"""
COLUMNS = (
    "actor_id", "role", "actor", "channel", "address", "action", "subject", "outcome", "reason",
    "trace_id",
)  # fmt: skip


async def append(
    connection: "Connection | Pool | asyncpg.Connection[asyncpg.Record]", records: Sequence[Record]
) -> None:
    """Add records, in one statement whatever their number; in the transaction of the action, if any."""
    rows = [asdict(record) for record in records]
    await connection.execute(INSERT, *([row[name] for row in rows] for name in COLUMNS))
