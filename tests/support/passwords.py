"""Passwords of tests that are about something else: what a hash costs, tests/unit/gateway knows."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from argon2 import PasswordHasher

from gateway import secrets_at_rest


@contextmanager
def hashed_quickly() -> Iterator[None]:
    """Let a gateway that is made in this block hash by argon2id as everywhere, at the least cost there is."""

    def least(memory_cost: int) -> PasswordHasher:
        return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets_at_rest, "PasswordHasher", least)
        yield
