"""HTTP for a person, in every service: what it keeps of me, why and how long, and all of it to take away.

个人信息保护法 art. 17 (to be told), 45 (to see and to copy). Each service answers for itself; whoever wants
everything asks all of them.
"""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query
from pydantic import Field

from shared.base.shape import Shape
from shared.http.callers import ContextDependency, require
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor
from shared.http.problems import not_found
from shared.identity.principal import Principal, Role
from shared.privacy import store
from shared.privacy.kept import SEALED_ENDING, Kept
from shared.sealing.personal_data import PersonalData
from shared.sealing.tables import SealedTable

PAGE_MAX_ITEMS = 200
Table = Annotated[str, Path(max_length=60, description="Name of the table, as the list has it.")]
Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]


class KeptOfMe(Shape):
    """What one table has about the person who asks."""

    table: str = Field(examples=["application"])
    """Name by which the rows are asked for."""
    what: str = Field(examples=["提取申请"])
    """What stands in it, in Chinese."""
    why: str = Field(examples=["办理提取"])
    """The purpose it is kept for (处理目的), in Chinese."""
    how_long: str = Field(examples=["长期保存"])
    """How long, and what becomes of it then (保存期限), in Chinese."""
    rows: int = Field(examples=[3])
    """How many there are about the person."""


class KeptList(Shape):
    """Everything that a service keeps of people."""

    items: list[KeptOfMe]


class OwnRows(Shape):
    """A page of one's own data."""

    table: str
    """Where it stands."""
    items: list[dict[str, str | None]]
    """Each row by the names of its columns, as text; sealed values opened."""
    next_cursor: str | None


def router_of(declared: Sequence[Kept], sealed: Sequence[SealedTable] = ()) -> APIRouter:
    """Make the routes for what a service declares, and where it keeps sealed what it shows."""
    router = APIRouter(tags=["个人信息"])
    bound = {table.name: table.bound for table in sealed}
    shown = {each.table: each for each in declared if each.about}

    @router.get("/personal-data", summary="个人信息清单")
    async def kept_of_me(caller: Citizen, context: ContextDependency) -> KeptList:
        """Say what this service keeps of oneself, why, how long, and how much of it there is."""
        if caller.person_id is None:
            raise not_found()
        counted = await store.counts(context.pool, declared, caller.person_id)
        items = [_line(each, counted[each.table]) for each in shown.values()]
        return KeptList(items=items)

    @router.get("/personal-data/{table}", summary="导出个人信息")
    async def rows_of_me(
        table: Table,
        caller: Citizen,
        context: ContextDependency,
        cursor: str | None = None,
        limit: Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS)] = PAGE_MAX_ITEMS,
    ) -> OwnRows:
        """Export what one table keeps of oneself, page by page."""
        kept = shown.get(table)
        if kept is None or caller.person_id is None:
            raise not_found()
        after = _position(cursor) if cursor else 0
        found = await store.rows(
            context.pool, kept, bound.get(table, ()), caller.person_id, after=after, limit=limit + 1
        )
        items = [_opened(kept, row, context.personal_data) for row in found[:limit]]
        more = len(found) > limit
        return OwnRows(
            table=table, items=items, next_cursor=encode_cursor(after + limit) if more else None
        )

    return router


def _line(kept: Kept, rows: int) -> KeptOfMe:
    return KeptOfMe(
        table=kept.table, what=kept.what, why=kept.why, how_long=kept.how_long, rows=rows
    )


def _opened(kept: Kept, row: dict[str, Any], data: PersonalData) -> dict[str, str | None]:
    place = [value for name, value in row.items() if name.startswith(store.BOUND)]
    return {
        name.removesuffix(SEALED_ENDING): data.open(row[name], f"{kept.table}.{name}", *place)
        if row[name] is not None and name.endswith(SEALED_ENDING)
        else row[name]
        for name in kept.shown
    }


def _position(cursor: str) -> int:
    match decode_cursor(cursor):
        case [int(after)] if 0 <= after < 2**31:
            return after
    raise bad_cursor()
