"""What a service declares of an operation that takes two people."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from shared.base.money import Fen
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit


@dataclass(frozen=True)
class Facts:
    """What a proposal is about, as the owner of the facts knows it at this moment."""

    subject: str
    """The aggregate: a contract's number, an account's number, an order's id."""
    summary: str
    """One Chinese sentence for who decides; personal data in it is masked."""
    person_ids: frozenset[UUID] = frozenset()
    """The people affected: none of them may propose or decide it."""
    amount_fen: Fen | None = None
    """The sum at stake, in fen; it chooses the policy."""


@dataclass(frozen=True)
class Decision:
    """Who proposed, who agreed, and why: for the history of what is executed."""

    proposal_id: UUID
    maker_id: UUID
    maker_name: str
    """Masked."""
    checker_id: UUID
    checker_name: str
    """Masked."""
    reason: str
    """Why it was proposed."""
    evidence: tuple[str, ...]
    """Numbers of the documents that show it."""


def _without(_body: Any) -> bool:
    return False


def always(_body: Any) -> bool:
    """Of an operation whose paper is scanned whatever its body says."""
    return True


@dataclass(frozen=True)
class Operation:
    """An operation that one person proposes and another decides."""

    kind: str
    """Stable code, `<what>.<verb>`: `account.unfreeze`."""
    title: str
    """What staff call it, in Chinese."""
    body: type[BaseModel]
    """What is proposed; kept sealed until it is decided."""
    examine: Callable[[Unit, Any, Principal], Awaitable[Facts]]
    """Whether it may be done now; raises the service's refusals. Asked again by the decision."""
    execute: Callable[[Unit, Any, Decision], Awaitable[BaseModel | None]]
    """Do it, in the transaction of the decision; what it returns is kept as the result."""
    makers: frozenset[Role] = frozenset({Role.STAFF_MAKER})
    """In what roles it is proposed."""
    deciders: frozenset[Role] = frozenset({Role.STAFF_CHECKER})
    """In what roles it is decided; above which sum only by senior ones, the policy says."""
    scanned: Callable[[Any], bool] = _without
    """Of the body: whether it takes effect only with a scan (扫描件) of its paper."""


def catalogue(operations: Iterable[Operation]) -> Mapping[str, Operation]:
    """Index operations by kind; raises `ValueError` on a kind that stands twice."""
    found: dict[str, Operation] = {}
    for operation in operations:
        if operation.kind in found:
            raise ValueError(f"{operation.kind} is declared twice")
        found[operation.kind] = operation
    return found
