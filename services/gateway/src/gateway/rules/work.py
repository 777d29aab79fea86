"""Which work lies on the staff's desk, who takes it up, and what a note about it does not say."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from shared.identity.principal import Role
from shared.messaging.topology import SERVICES


class Work(StrEnum):
    """A pile on the desk (待办)."""

    PROPOSAL = "proposal"
    """待复核: what one proposed and another decides."""
    REVIEW = "review"
    """提取审核."""
    PAPER = "paper"
    """材料审核."""
    OVERDUE = "overdue"
    """超过时限的步骤."""
    ORDER = "order"
    """与银行说法矛盾的指令."""
    DIFFERENCE = "difference"
    """对账差异."""
    CROSS_DIFFERENCE = "cross-difference"
    """服务间差异."""
    ODD_ENTRY = "odd-entry"
    """无法采信的银行记录."""
    SUSPENSE = "suspense"
    """未识别来款."""
    DISPUTE = "dispute"
    """异议."""
    REQUEST = "request"
    """单位申请."""


@dataclass(frozen=True)
class Item:
    """One piece of work, by whose it is, its pile and its number there."""

    service: str
    kind: Work
    item_id: str


DECIDERS = frozenset({Role.STAFF_CHECKER, Role.STAFF_ADMIN})
WORKERS = frozenset({Role.STAFF_MAKER, Role.STAFF_CHECKER})
PLACES: Mapping[Work, Collection[str]] = {
    Work.PROPOSAL: SERVICES,
    Work.REVIEW: ("withdrawals",),
    Work.PAPER: ("withdrawals",),
    Work.OVERDUE: ("withdrawals",),
    Work.ORDER: ("settlement",),
    Work.DIFFERENCE: ("settlement",),
    Work.CROSS_DIFFERENCE: ("settlement",),
    Work.ODD_ENTRY: ("settlement",),
    Work.SUSPENSE: ("accounts",),
    Work.DISPUTE: ("accounts",),
    Work.REQUEST: ("accounts",),
}
"""In which services a pile lies."""


def exists(item: Item) -> bool:
    """Whether there is such a pile in that service."""
    return item.service in PLACES[item.kind]


def may_hold(role: Role, kind: Work) -> bool:
    """Whether somebody of a role takes up work of a kind: who proposes takes up no decision."""
    return role in (DECIDERS if kind is Work.PROPOSAL else WORKERS)


_NUMBERS = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9}|\d{16}|\d{19})(?!\d)")
"""Resident ID numbers (GB 11643), phones, bank cards; an account's number has 20 digits."""


def tells_a_number(text: str) -> bool:
    """Whether a note holds a number of somebody's that has no place in it, spaces and hyphens aside."""
    return _NUMBERS.search(re.sub(r"(?<=\d)[ -](?=[\dXx])", "", text)) is not None
