"""A list of changes of many kinds (汇缴变更), done whole or not at all; and what the month would become."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from accounts.domain import Month
from accounts.errors import Refused
from accounts.handlers.changes import (
    Actor,
    BaseChange,
    Sealing,
    change_bases,
    seal_accounts,
    unseal_accounts,
)
from accounts.handlers.ratios import locked_employer
from accounts.rules.roll_forward import RollForward, roll_forward
from accounts.store import ratios as store
from shared.messaging.unit import Unit


@dataclass(frozen=True)
class Unsealing:
    """One account to be unsealed (启封) from a month on."""

    account_number: str
    month: Month


Change = Sealing | Unsealing | BaseChange


@dataclass(frozen=True)
class Done:
    """What became of one row."""

    account_number: str
    remark: str | None
    """What whoever sent it should know: a limit that is crossed, months that stay owed."""
    crosses_limit: bool = False


async def change(
    unit: Unit, employer_number: str, rows: Sequence[Change], actor: Actor
) -> list[Done]:
    """Do every row, or none and say what is wrong with each (R-CHG-1, 2, 6)."""
    await locked_employer(unit, employer_number, actor)
    bound = actor.bound_to(employer_number)
    done: dict[int, Done] = {}
    refused: list[tuple[Refused, list[dict[str, Any]]]] = []
    for kind, work in _WORK:
        positions = [at for at, row in enumerate(rows) if isinstance(row, kind)]
        if not positions:
            continue
        try:
            made = await work(unit, [rows[at] for at in positions], bound)
            done |= dict(zip(positions, made, strict=True))
        except Refused as error:
            refused.append((error, _renumbered(error, positions)))
    if refused:
        raise _together(refused)
    return [done[at] for at in range(len(rows))]


async def _seal(unit: Unit, rows: Sequence[Any], actor: Actor) -> list[Done]:
    seals = await seal_accounts(unit, rows, actor)
    return [Done(one.account_number, _behind(one.months_behind)) for one in seals]


def _behind(months: int) -> str | None:
    return f"封存前有{months}个月未缴存，仍应补缴。" if months else None


async def _unseal(unit: Unit, rows: Sequence[Any], actor: Actor) -> list[Done]:
    remarks = await unseal_accounts(unit, [(row.account_number, row.month) for row in rows], actor)
    return [Done(row.account_number, remark) for row, remark in zip(rows, remarks, strict=True)]


async def _rebase(unit: Unit, rows: Sequence[Any], actor: Actor) -> list[Done]:
    counted = await change_bases(unit, rows, actor)
    return [Done(one.account_number, one.remark, one.remark is not None) for one in counted]


_WORK: Sequence[tuple[type, Callable[[Unit, Sequence[Any], Actor], Awaitable[list[Done]]]]] = (
    (Sealing, _seal),
    (Unsealing, _unseal),
    (BaseChange, _rebase),
)


def _renumbered(error: Refused, positions: Sequence[int]) -> list[dict[str, Any]]:
    """Give the flaws of some rows the numbers that these rows have in the whole list."""
    flaws = error.extra.get("errors")
    if not isinstance(flaws, list):
        raise error
    return [{**flaw, "row": positions[flaw["row"] - 1] + 1} for flaw in flaws]


def _together(refused: Sequence[tuple[Refused, list[dict[str, Any]]]]) -> Refused:
    """Make one refusal of all: the first sentence, every flaw in the order of the rows."""
    flaws = sorted((flaw for _, found in refused for flaw in found), key=lambda flaw: flaw["row"])
    first = min(refused, key=lambda one: one[1][0]["row"])[0]
    first.extra = {**first.extra, "errors": flaws}
    return first


async def preview(
    unit: Unit, employer_number: str, rows: Sequence[Change], actor: Actor
) -> tuple[Month, RollForward, list[Done]]:
    """Say what the rows would make of the last month that they concern, and change nothing (R-CHG-5)."""
    async with unit.undone():
        done = await change(unit, employer_number, rows, actor)
        months = [month for row in rows if (month := _month_of(row)) is not None]
        month = max(months, default=Month.of(unit.clock.today()))
        after = await store.deposits(unit.connection, employer_number, month.first)
    before = await store.last_list(unit.connection, employer_number, month.first)
    return month, roll_forward(before, after), done


def _month_of(row: Change) -> Month | None:
    return row.from_month if isinstance(row, Sealing) else row.month
