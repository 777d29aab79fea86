"""The services of the release before go on working on the schema of this one: a city upgrades without a stop.

A migration only adds. What nobody reads any more is taken away a release later, and named here with a reason.
"""

from dataclasses import replace

import pytest
from tests.support.workbench import Workbench

from shared.base import migrate
from shared.messaging.topology import SERVICES

from .expanding import Item, recorded, schema_of, taken_away


def words(*known: str) -> str:
    """A constraint that lets these words in, as the catalogue writes it."""
    listed = ", ".join(f"'{word}'::text" for word in known)
    return f"CHECK ((kind = ANY (ARRAY[{listed}])))"


BEFORE = {
    "table payment": Item("payment", ""),
    "column payment.amount_fen": Item("payment", "bigint"),
    "constraint payment.payment_check": Item("payment", "CHECK (amount_fen > 0)"),
    "constraint payment.known_kind": Item("payment", words("a", "b")),
    "right payment UPDATE": Item("payment", ""),
}

NEW_COLUMNS = "about columns that are new: the release before leaves them empty, which it takes"
MORE_KINDS = "lets letters in beside sheets; what the release before prints it takes as it did"
NO_SEAL_TWICE = (
    "refuses what was replaced: a login changed there and back by the release before alone"
)
ALLOWED: dict[str, dict[str, str]] = {
    "documents": {
        "constraint document.sheets_and_letters_are_of_no_person_here is new": MORE_KINDS,
    },
    "gateway": {
        "constraint identity.codes_reach_a_phone is another": "lets the erased be without a phone, too",
        "constraint staff_credential.staff_credential_office_id_fkey is new": NEW_COLUMNS,
        "trigger identity.no_seal_comes_back is new": NO_SEAL_TWICE,
        "trigger staff_credential.no_seal_comes_back is new": NO_SEAL_TWICE,
    },
    "hotline": {
        "constraint call.an_answer_says_by_whom is new": NEW_COLUMNS,
        "constraint call.who_was_answered_has_waited is new": NEW_COLUMNS,
    },
}
"""Service → what it takes away → why the release before does not notice."""
EVERYWHERE = {
    "constraint audit_record.audit_record_pkey is another": "by month; nobody writes an id by hand",
}
"""The same of what every service has."""


@pytest.mark.parametrize("service", SERVICES)
async def test_migrations_since_the_last_release_only_add(
    platform: Workbench, service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = recorded()["migrations"]
    database = await platform.create_empty_database(service)
    all_of = migrate.migrations_of
    with monkeypatch.context() as released:
        released.setattr(
            migrate,
            "migrations_of",
            lambda component: all_of(component)[: last.get(component, 0)],
        )
        await migrate.apply(database.owner_url, service)
    before = await schema_of(database.owner_url, service)
    await migrate.apply(database.owner_url, service)
    after = await schema_of(database.owner_url, service)
    await platform.drop_database(database)
    assert taken_away(before, after) == sorted({**EVERYWHERE, **ALLOWED.get(service, {})})


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, []),
        ({"column payment.note": Item("payment", "text")}, []),
        ({"table order": Item("order", ""), "not null order.id": Item("order", "")}, []),
        ({"not null payment.note": Item("payment", "")}, ["not null payment.note is new"]),
        (
            {"column payment.amount_fen": Item("payment", "integer")},
            ["column payment.amount_fen is another"],
        ),
        (
            {"constraint payment.payment_check": Item("payment", "CHECK (amount_fen > 100)")},
            ["constraint payment.payment_check is another"],
        ),
        ({"constraint payment.known_kind": Item("payment", words("a", "b", "c"))}, []),
        (
            {"constraint payment.known_kind": Item("payment", words("a", "c"))},
            ["constraint payment.known_kind is another"],
        ),
        ({"trigger payment.frozen": Item("payment", "…")}, ["trigger payment.frozen is new"]),
    ],
)
def test_what_a_change_takes_away(changed: dict[str, Item], said: list[str]) -> None:
    assert taken_away(BEFORE, BEFORE | changed) == said


@pytest.mark.parametrize("gone", ["column payment.amount_fen", "right payment UPDATE"])
def test_what_is_dropped_is_missed(gone: str) -> None:
    after = {what: replace(item) for what, item in BEFORE.items() if what != gone}
    assert taken_away(BEFORE, after) == [f"{gone} is gone"]
