"""Reads that come at the same time share one query, and nobody gets what is another's."""

import asyncio
from collections.abc import Mapping, Sequence

from shared.base.reads import Reading


class Shelf:
    """Something to read from, which notes what it is asked for."""

    def __init__(self, **things: int) -> None:
        self.things = things
        self.asked: list[list[str]] = []
        self.open = asyncio.Event()
        self.open.set()

    async def read(self, names: Sequence[str]) -> Mapping[str, int]:
        self.asked.append(list(names))
        await self.open.wait()
        return {name: self.things[name] for name in names if name in self.things}


async def test_all_who_come_together_are_answered_by_one_query_each_with_his_own() -> None:
    shelf = Shelf(a=1, b=2)
    reading = Reading(shelf.read)
    found = await asyncio.gather(*(reading.one(name) for name in ("a", "nobody", "b", "a")))
    assert found == [1, None, 2, 1]
    assert shelf.asked == [["a", "nobody", "b"]]


async def test_who_comes_while_a_query_runs_does_not_get_its_older_answer() -> None:
    shelf = Shelf(a=1)
    reading = Reading(shelf.read)
    shelf.open.clear()
    early = asyncio.create_task(reading.one("a"))
    while not shelf.asked:
        await asyncio.sleep(0)
    late = asyncio.create_task(reading.one("a"))
    while len(shelf.asked) < 2:
        await asyncio.sleep(0)
    shelf.open.set()
    assert (await early, await late) == (1, 1)
    assert shelf.asked == [["a"], ["a"]]


async def test_one_who_hangs_up_takes_nothing_away_from_the_others() -> None:
    shelf = Shelf(a=1, b=2)
    reading = Reading(shelf.read)
    shelf.open.clear()
    gone, stays = (asyncio.create_task(reading.one(name)) for name in ("a", "b"))
    while not shelf.asked:
        await asyncio.sleep(0)
    gone.cancel()
    shelf.open.set()
    assert await stays == 2
    assert gone.cancelled()


async def test_when_a_query_fails_all_its_askers_learn_of_it_and_the_next_goes_well() -> None:
    shelf = Shelf(a=1)

    async def read(names: Sequence[str]) -> Mapping[str, int]:
        if not shelf.asked:
            shelf.asked.append([])
            raise OSError("the database is away")
        return await shelf.read(names)

    reading = Reading(read)
    failed = await asyncio.gather(reading.one("a"), reading.one("b"), return_exceptions=True)
    assert [type(error) for error in failed] == [OSError, OSError]
    assert await reading.one("a") == 1
