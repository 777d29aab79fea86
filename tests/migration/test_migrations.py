"""Migrations: from nothing to the committed schema, the same however often, and never rewritten."""

import asyncio
import hashlib
import uuid
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from tests.support.workbench import Workbench

from local.databases import ServiceDatabase
from shared.base import migrate
from shared.base.migrate import MigrationError
from shared.messaging.topology import SERVICES
from tools.catalogue import describe

ROOT = Path(__file__).parents[2]
INSTANCES = 4
"""Started at the same moment."""


@pytest.fixture
async def empty(platform: Workbench) -> AsyncIterator[Callable[[str], Any]]:
    """Make databases to which nothing was applied: `database = await empty("accounts")`."""
    made: list[ServiceDatabase] = []

    async def make(service: str) -> ServiceDatabase:
        made.append(await platform.create_empty_database(service))
        return made[-1]

    yield make
    for database in made:
        await platform.drop_database(database)


@pytest.fixture
def component(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, Path]:
    """A package with migrations of its own, and the folder of its files."""
    name = f"component_{uuid.uuid4().hex}"
    folder = tmp_path / name / "migrations"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    return name, folder


async def tables(database: ServiceDatabase) -> set[str]:
    connection = await asyncpg.connect(database.owner_url)
    try:
        rows = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    finally:
        await connection.close()
    return {row["tablename"] for row in rows}


def files_of(service: str) -> list[str]:
    """The names under which `apply` reports what there is to apply."""
    return [
        f"{component}/{migration.name}"
        for component in ("shared", service)
        for migration in migrate.migrations_of(component)
    ]


@pytest.mark.parametrize("service", SERVICES)
async def test_an_empty_database_becomes_the_committed_schema(service: str, empty: Any) -> None:
    database = await empty(service)
    assert await migrate.apply(database.owner_url, service) == files_of(service)
    committed = (ROOT / "services" / service / "schema.sql").read_text("utf-8")
    assert await describe(database.owner_url, service) == committed, "run `make generate`"


@pytest.mark.parametrize("service", SERVICES)
async def test_applying_again_changes_nothing(service: str, empty: Any) -> None:
    database = await empty(service)
    await migrate.apply(database.owner_url, service)
    before = await describe(database.owner_url, service)
    assert await migrate.apply(database.owner_url, service) == []
    assert await describe(database.owner_url, service) == before


@pytest.mark.parametrize("service", SERVICES)
async def test_the_runtime_role_can_neither_alter_nor_create_anything(
    service: str, empty: Any
) -> None:
    database = await empty(service)
    await migrate.apply(database.owner_url, service)
    connection = await asyncpg.connect(database.url)
    try:
        for statement in (
            "ALTER TABLE outbox DROP COLUMN type",
            "DROP TABLE outbox",
            "CREATE TABLE mine ()",
        ):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement)
    finally:
        await connection.close()


async def test_instances_that_start_at_once_apply_each_file_once(empty: Any) -> None:
    database = await empty("withdrawals")
    done = await asyncio.gather(
        *(migrate.apply(database.owner_url, "withdrawals") for _ in range(INSTANCES))
    )
    assert sorted(done) == [*[[]] * (INSTANCES - 1), files_of("withdrawals")]


async def test_a_file_that_was_applied_and_then_changed_is_refused(
    component: tuple[str, Path], empty: Any
) -> None:
    name, folder = component
    (folder / "0001_first.sql").write_text("CREATE TABLE first ();")
    database = await empty("accounts")
    await migrate.apply(database.owner_url, name)

    (folder / "0001_first.sql").write_text("CREATE TABLE first (); -- only a word about it")
    (folder / "0002_second.sql").write_text("CREATE TABLE second ();")
    with pytest.raises(MigrationError, match=f"{name}/0001_first.sql was changed"):
        await migrate.apply(database.owner_url, name)
    assert "second" not in await tables(database)


async def test_a_file_that_was_mended_lets_those_be_that_have_applied_what_it_names_as_its_former_text(
    component: tuple[str, Path], empty: Any
) -> None:
    name, folder = component
    former = "CREATE TABLE first ();"
    (folder / "0001_first.sql").write_text(former)
    database = await empty("accounts")
    await migrate.apply(database.owner_url, name)

    told = hashlib.sha256(former.encode()).hexdigest()
    (folder / "0001_first.sql").write_text(f"-- Formerly {told}\n{former} -- locked")
    (folder / "0002_second.sql").write_text("CREATE TABLE second ();")
    assert await migrate.apply(database.owner_url, name) == [f"{name}/0002_second.sql"]


@pytest.mark.parametrize(
    "names",
    [
        ["0001_first.sql", "0003_third.sql"],
        ["0002_second.sql"],
        ["0001_first.sql", "0002_one.sql", "0002_other.sql"],
        ["0000_before.sql", "0001_first.sql"],
    ],
    ids=["a gap", "no beginning", "a number twice", "a zeroth"],
)
async def test_numbers_that_do_not_run_from_1_are_refused_and_nothing_is_applied(
    component: tuple[str, Path], empty: Any, names: list[str]
) -> None:
    name, folder = component
    for file in names:
        (folder / file).write_text("CREATE TABLE made ();")
    database = await empty("accounts")
    with pytest.raises(MigrationError, match="numbers must run 1, 2, 3"):
        await migrate.apply(database.owner_url, name)
    assert "made" not in await tables(database)


async def test_a_file_that_fails_leaves_nothing_of_itself_and_what_came_before_stays(
    component: tuple[str, Path], empty: Any
) -> None:
    name, folder = component
    (folder / "0001_first.sql").write_text("CREATE TABLE first ();")
    (folder / "0002_second.sql").write_text("CREATE TABLE second (); SELECT 1 / 0;")
    database = await empty("accounts")
    with pytest.raises(asyncpg.DivisionByZeroError):
        await migrate.apply(database.owner_url, name)
    assert "first" in await tables(database)
    assert "second" not in await tables(database)

    (folder / "0002_second.sql").write_text("CREATE TABLE second ();")
    assert await migrate.apply(database.owner_url, name) == [f"{name}/0002_second.sql"]


async def test_a_file_outside_a_transaction_is_begun_anew_and_waits_for_no_instance(
    component: tuple[str, Path], empty: Any
) -> None:
    """An index built beside its users, by the first of instances that start at once; first it fails."""
    name, folder = component
    (folder / "0001_first.sql").write_text("CREATE TABLE first (id integer);")
    outside = "-- Outside a transaction: nobody waits.\nDROP INDEX CONCURRENTLY IF EXISTS by_id;\n"
    built = "CREATE INDEX CONCURRENTLY by_id ON first (id);\n"
    (folder / "0002_second.sql").write_text(f"{outside}{built}SELECT 1 / 0;\n")
    database = await empty("accounts")
    with pytest.raises(asyncpg.DivisionByZeroError):
        await migrate.apply(database.owner_url, name)

    (folder / "0002_second.sql").write_text(outside + built)
    done = await asyncio.gather(
        *(migrate.apply(database.owner_url, name) for _ in range(INSTANCES))
    )
    assert sorted(done) == [*[[]] * (INSTANCES - 1), [f"{name}/0002_second.sql"]]


async def test_a_gap_left_by_a_file_that_was_taken_away_is_refused(
    component: tuple[str, Path], empty: Any
) -> None:
    name, folder = component
    for number in (1, 2, 3):
        (folder / f"000{number}_file.sql").write_text(f"CREATE TABLE made_{number} ();")
    database = await empty("accounts")
    await migrate.apply(database.owner_url, name)
    (folder / "0002_file.sql").unlink()
    with pytest.raises(MigrationError, match="numbers must run 1, 2, 3"):
        await migrate.apply(database.owner_url, name)
