"""Every named query fits the migrated schema, as the role that runs it."""

import importlib
import pkgutil

import pytest

import accounts.store
import accounts.views

from .conftest import Accounts

PACKAGES = (accounts.store, accounts.views)
MODULES = [
    importlib.import_module(f"{package.__name__}.{module.name}")
    for package in PACKAGES
    for module in pkgutil.iter_modules(package.__path__)
]
VERBS = ("SELECT", "WITH", "INSERT", "UPDATE", "DELETE")
QUERIES = {
    f"{module.__name__}.{name}": text
    for module in MODULES
    for name, text in vars(module).items()
    if name.isupper() and isinstance(text, str) and text.strip().startswith(VERBS)
}


def test_there_are_queries() -> None:
    assert len(QUERIES) > 40


async def test_every_query_can_be_prepared(accounts: Accounts) -> None:
    async with accounts.pool.acquire() as connection:
        for name, query in QUERIES.items():
            try:
                await connection.prepare(query)
            except Exception as error:
                pytest.fail(f"{name}: {error}")
