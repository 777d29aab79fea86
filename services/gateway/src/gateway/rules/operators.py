"""Employers' operators (单位经办人): how one stands, and who must stay. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.identity.principal import Right

OPERATORS_MAX = 50
"""Of one employer, those who were shut included."""


@dataclass(frozen=True, repr=False)
class Standing:
    """How an operator stands, in clear."""

    operator_id: UUID
    employer_number: str
    name: str
    id_type: str
    id_number: str
    phone: str
    rights: frozenset[Right]
    active: bool
    appointed_at: datetime


def somebody_binds(others: Iterable[tuple[bool, frozenset[Right]]]) -> bool:
    """Whether one of these, each active or not and with rights, may still bind the employer."""
    return any(active and Right.CONFIRM in rights for active, rights in others)
