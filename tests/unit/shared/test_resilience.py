"""What work survives, how often, and what one poisonous item costs the others."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import asyncpg
import pytest
from prometheus_client import REGISTRY

from shared.base.resilience import CONTENTION_TRIES, all_or_each, attempt, every

AWAY = ConnectionRefusedError("nobody listens")
DEADLOCK = asyncpg.DeadlockDetectedError("deadlock detected")
REFUSED = asyncpg.CheckViolationError("balance must not be negative")
DEFECT = KeyError("a defect")


def scripted(*outcomes: object) -> Callable[[], Awaitable[object]]:
    """Work that does one thing after the other: raises what is an error, returns what is none."""
    left = list(outcomes)

    async def work() -> object:
        outcome = left.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return work


async def test_whoever_was_in_the_way_is_soon_gone() -> None:
    assert (
        await attempt(scripted(DEADLOCK, asyncpg.SerializationError("changed"), "done")) == "done"
    )


async def test_contention_is_tried_again_a_bounded_number_of_times() -> None:
    tried = 0

    async def work() -> None:
        nonlocal tried
        tried += 1
        raise DEADLOCK

    with pytest.raises(asyncpg.DeadlockDetectedError):
        await attempt(work, patient=True)
    assert tried == CONTENTION_TRIES


async def test_only_the_patient_wait_for_a_database_that_is_away() -> None:
    with pytest.raises(ConnectionRefusedError):
        await attempt(scripted(AWAY, "done"))
    assert await attempt(scripted(AWAY, "done"), patient=True) == "done"


async def test_what_the_database_refuses_is_not_tried_again() -> None:
    with pytest.raises(asyncpg.CheckViolationError):
        await attempt(scripted(REFUSED, "done"), patient=True)


def failed_rounds(name: str) -> float:
    return REGISTRY.get_sample_value("rounds_failed_total", {"work": name}) or 0.0


@pytest.mark.parametrize(
    "trouble", [AWAY, DEADLOCK, REFUSED], ids=lambda error: type(error).__name__
)
async def test_a_polling_loop_survives_its_database_and_counts(trouble: Exception) -> None:
    stop, name = asyncio.Event(), f"work that meets {type(trouble).__name__}"
    rounds = scripted(trouble, trouble, "done")

    async def work() -> bool:
        await rounds()
        stop.set()
        return False

    async with asyncio.timeout(30):
        await every(0.001, work, stop, name=name)
    assert failed_rounds(name) == 2


async def test_a_defect_ends_a_polling_loop() -> None:
    with pytest.raises(KeyError):
        await every(0.001, scripted(DEFECT), asyncio.Event(), name="defective")


async def test_a_polling_loop_rests_only_when_nothing_is_left() -> None:
    stop, script = asyncio.Event(), scripted(True, True, False, False)
    log: list[str] = []

    async def work() -> bool:
        log.append("work")
        return bool(await script())

    async def rest() -> None:
        log.append("rest")
        if log.count("rest") == 2:
            stop.set()

    await every(3600, work, stop, name="counted", rest=rest)
    assert log == ["work", "work", "work", "rest", "work", "rest"]


async def test_a_polling_loop_does_not_rest_through_the_order_to_stop() -> None:
    stop = asyncio.Event()

    async def work() -> None:
        stop.set()

    async with asyncio.timeout(30):
        await every(3600, work, stop, name="stopped")


async def halves(batch: Sequence[int]) -> list[float]:
    return [12 / item for item in batch]


async def test_a_batch_is_done_together() -> None:
    async def failed(item: int, error: Exception) -> None:
        raise AssertionError((item, error))

    assert await all_or_each([1, 2, 3], halves, failed) == [[12.0, 6.0, 4.0]]


async def test_a_poisonous_item_suffers_alone() -> None:
    suffered: list[tuple[int, str]] = []

    async def failed(item: int, error: Exception) -> None:
        suffered.append((item, type(error).__name__))

    assert await all_or_each([1, 0, 3], halves, failed) == [[12.0], [4.0]]
    assert suffered == [(0, "ZeroDivisionError")]


async def test_what_is_no_items_fault_is_not_laid_on_any() -> None:
    async def away(_batch: Sequence[int]) -> None:
        raise AWAY

    async def failed(item: int, error: Exception) -> None:
        raise AssertionError((item, error))

    with pytest.raises(ConnectionRefusedError):
        await all_or_each([1, 2], away, failed)
    with pytest.raises(ZeroDivisionError):
        await all_or_each([1, 0], halves, failed, errors=(asyncpg.DataError,))
