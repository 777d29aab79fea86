"""Every SQL statement in the code can be prepared on the migrated schema by the service's runtime role."""

import ast
import importlib
import pkgutil
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import asyncpg
import pytest

import shared
from shared.messaging.topology import SERVICES

STATEMENT = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH|MERGE|TRUNCATE|LOCK|NOTIFY|VALUES|TABLE|COPY|CALL|DO)\s+\S"
)
COMMAND_TAG = re.compile(r"(UPDATE|DELETE|SELECT|INSERT 0) \d+")
"""What the database answers: no statement."""
OF_MIGRATIONS = frozenset(
    {
        "shared.base.migrate",
        "shared.operations.month_files",
        "shared.operations.rehash",
        "shared.operations.rotate",
        "shared.sealing.tables",
    }
)
"""Run as the owner of the database: before there is a schema, and on columns that services declare."""
COMPOSED = frozenset({"shared.privacy.store", "shared.reporting.spool", "shared.sealing.policies"})
"""Made of the declarations in `<service>/kept.py`; each is executed by tests/security/test_own_data.py.
Made of the names of views that services declare; tests/contract/test_jgj320.py selects from every one.
Made of the declarations in `<service>/policies.py`; tests/contract/test_policies.py executes each."""


@dataclass(frozen=True)
class Statement:
    """An SQL text, and where it stands."""

    module: str
    name: str
    sql: str


def modules_of(package: ModuleType) -> Iterator[ModuleType]:
    """The package and every module in it, but for its command."""
    yield package
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.endswith("__main__") and found.name not in OF_MIGRATIONS | COMPOSED:
            yield importlib.import_module(found.name)


def statements_of(package: ModuleType) -> list[Statement]:
    """Constants that are SQL, and SQL written where it is used."""
    found: dict[str, Statement] = {}
    for module in modules_of(package):
        for statement in (*_constants(module), *_written_in_place(module)):
            found.setdefault(statement.sql, statement)
    return [one for one in found.values() if not _is_part(one, found)]


def _is_part(statement: Statement, found: Mapping[str, Statement]) -> bool:
    """A private constant that longer statements of its module begin with; those are prepared."""
    return statement.name.startswith("_") and any(
        longer.module == statement.module and longer.sql.startswith(statement.sql)
        for longer in found.values()
        if longer is not statement
    )


def _constants(module: ModuleType) -> Iterator[Statement]:
    for name, value in vars(module).items():
        if name.isupper():
            yield from _sql_in(module, name, value)


def _sql_in(module: ModuleType, name: str, value: Any) -> Iterator[Statement]:
    if isinstance(value, str) and STATEMENT.match(value):
        yield Statement(module.__name__, name, value)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _sql_in(module, f"{name}[{key!r}]", item)
    elif isinstance(value, tuple | list):
        for position, item in enumerate(value):
            yield from _sql_in(module, f"{name}[{position}]", item)


def _written_in_place(module: ModuleType) -> Iterator[Statement]:
    """Literals inside functions; constants of the module are found by their values."""
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            documentation = ast.get_docstring(function, clean=False)
            for text, line in _literals(function):
                is_sql = STATEMENT.match(text) and not COMMAND_TAG.fullmatch(text)
                if is_sql and text != documentation:
                    yield Statement(module.__name__, f"{function.name}, line {line}", text)


def _literals(function: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(function):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, node.lineno


@pytest.fixture(scope="module")
async def as_runtime_role(platform: Any) -> AsyncIterator[Any]:
    """Connections to the migrated database of each service, as the role that runs it."""
    opened: dict[str, asyncpg.Connection[asyncpg.Record]] = {}

    async def connect(service: str) -> "asyncpg.Connection[asyncpg.Record]":
        if service not in opened:
            database = await platform.create_database(service)
            opened[service] = await asyncpg.connect(database.url)
        return opened[service]

    yield connect
    for connection in opened.values():
        await connection.close()


async def refused(
    connection: "asyncpg.Connection[asyncpg.Record]", statements: list[Statement]
) -> list[str]:
    """What the database says about those that it does not accept."""
    found = []
    for statement in statements:
        try:
            await connection.prepare(statement.sql)
        except asyncpg.PostgresError as error:
            found.append(f"{statement.module}.{statement.name}: {error}")
    return found


@pytest.mark.parametrize("service", SERVICES)
async def test_every_statement_of_a_service_can_be_prepared(
    service: str, as_runtime_role: Any
) -> None:
    statements = statements_of(importlib.import_module(service))
    assert len(statements) >= 8
    assert await refused(await as_runtime_role(service), statements) == []


@pytest.mark.parametrize("service", SERVICES)
async def test_every_statement_of_the_plumbing_can_be_prepared_in_every_service(
    service: str, as_runtime_role: Any
) -> None:
    statements = statements_of(shared)
    assert {"INSERT", "CLAIM_KEYS", "INSERT_NEW", "PENDING"} <= {one.name for one in statements}
    assert await refused(await as_runtime_role(service), statements) == []


def typed_calls(module: ModuleType) -> Iterator[tuple[type, str]]:
    """Each `TypedDict` that a module takes rows as, with the constant that selects them, in its order."""
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    for function in tree.body:
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
        kinds = [
            vars(module)[call.args[0].id]
            for call in calls
            if isinstance(call.func, ast.Name)
            and call.func.id in ("typed", "typed_or_none")
            and isinstance(call.args[0], ast.Name)
        ]
        if not kinds:
            continue
        fetched = [
            vars(module)[call.args[0].id]
            for call in calls
            if isinstance(call.func, ast.Attribute)
            and call.func.attr in ("fetch", "fetchrow")
            and isinstance(call.args[0], ast.Name)
        ]
        assert len(kinds) == len(fetched) == 1, f"{module.__name__}.{function.name}"
        yield kinds[0], fetched[0]


@pytest.mark.parametrize("service", ["accounts", "settlement"])
async def test_a_typed_row_has_the_columns_that_its_statement_selects(
    service: str, as_runtime_role: Any
) -> None:
    connection = await as_runtime_role(service)
    typed = [
        found
        for module in modules_of(importlib.import_module(service))
        for found in typed_calls(module)
    ]
    assert len(typed) >= 6
    for kind, sql in typed:
        selected = (await connection.prepare(sql)).get_attributes()
        assert sorted(kind.__annotations__) == sorted(column.name for column in selected), kind


@pytest.mark.parametrize("service", SERVICES)
def test_no_handler_takes_a_row_that_says_nothing_of_its_columns(service: str) -> None:
    root = Path(str(importlib.import_module(service).__file__)).parent / "handlers"
    assert [path.name for path in root.rglob("*.py") if "asyncpg.Record" in path.read_text()] == []
