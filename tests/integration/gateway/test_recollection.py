"""The gateway's database comes from an older backup: who was let go since does not come back with it."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from tests.support.rules import as_owner

from gateway.handlers import administration, operators, phones
from gateway.work.recollection import recollect
from shared.base.identifiers import Phone
from shared.identity.principal import Right, Role
from shared.messages.gateway import LoginCodeIssued
from shared.messaging.journal import Told

from .conftest import ADMIN_PASSWORD, ADMIN_SECRET, OTHER_ID, Gateway
from .test_staff import made

COLUMNS = {
    "identity": "id, role, senior, rights, active_since, disabled_at, row_seal, phone_sealed, phone_hash, "
    "seal_salt",
    "staff_credential": "identity_id, password_hash, totp_secret_sealed",
}
Backup = Mapping[str, Sequence[Any]]
SAID = """
SELECT 'gateway', message_id, type, subject, sequence, occurred_at, traceparent, body FROM outbox
WHERE id > $1 ORDER BY id
"""
CITIZEN_ID, NEW_PHONE = "371402198001010071", "13905340009"


async def backup(gateway: Gateway) -> Backup:
    pool = gateway.context.pool
    return {
        table: await pool.fetch(f"SELECT {columns} FROM {table}")
        for table, columns in COLUMNS.items()
    }


async def restore(gateway: Gateway, kept: Backup) -> None:
    """Everybody who was there stands as then; nothing is known of what was replaced since (ADR 69)."""
    async with as_owner(gateway.context) as owner:
        for table, columns in COLUMNS.items():
            key, *names = columns.split(", ")
            places = ", ".join(f"{name} = ${place}" for place, name in enumerate(names, 2))
            await owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER no_seal_comes_back")
            for row in kept[table]:
                change = f"UPDATE {table} SET {places} WHERE {key} = $1"
                await owner.execute(change, *row.values())
            await owner.execute(f"ALTER TABLE {table} ENABLE TRIGGER no_seal_comes_back")
        await owner.execute("TRUNCATE superseded_seal")


async def one(gateway: Gateway, query: str, *values: object) -> Any:
    return await gateway.context.pool.fetchval(query, *values)


LOGIN = "SELECT identity_id FROM staff_credential WHERE login = $1"


async def test_who_was_let_go_since_stays_out_and_what_was_given_is_given_again_by_two(
    gateway: Gateway,
) -> None:
    promoted = uuid.UUID(await made(gateway))
    await gateway.know(gateway.registered(OTHER_ID), gateway.opened(CITIZEN_ID))
    operator = await one(gateway, "SELECT id FROM identity WHERE role = 'employer_operator'")
    citizen = await one(gateway, "SELECT id FROM identity WHERE role = 'individual'")
    first, second = [await one(gateway, LOGIN, login) for login in ("admin", "admin.two")]
    stale = await gateway.log_in(CITIZEN_ID)
    kept, known = await backup(gateway), await one(gateway, "SELECT max(id) FROM outbox")

    async with gateway.context.unit() as unit:
        await phones.change_at_counter(unit, citizen, Phone.parse(NEW_PHONE))
        await operators.change_rights(unit, operator, frozenset({Right.CONFIRM, Right.LOOK}))
        await administration.change_role(unit, promoted, Role.STAFF_CHECKER, senior=False, by=first)
        await administration.reset(unit, second, first)
    rows = await gateway.context.pool.fetch(SAID, known)
    await restore(gateway, kept)
    await gateway.context.pool.execute("UPDATE session SET ended_at = NULL, end_reason = NULL")
    lost = [Told(*row.values()) for row in rows]
    async with gateway.context.unit() as unit:
        left = await recollect(unit, lost, [])

    assert set(left) == {str(promoted), str(second)}
    gateway.clock.advance(timedelta(seconds=90))
    assert (await gateway.staff_in("admin.two", ADMIN_PASSWORD, ADMIN_SECRET)).status_code == 401
    assert (await gateway.staff_in("admin", ADMIN_PASSWORD, ADMIN_SECRET)).status_code == 201
    assert await one(gateway, "SELECT disabled_at FROM identity WHERE id = $1", promoted)
    rights = await one(gateway, "SELECT rights FROM identity WHERE id = $1", operator)
    assert rights == ["confirm", "look"]
    assert (await gateway.refresh(stale["refresh_token"])).status_code == 401
    await gateway.log_in(CITIZEN_ID)
    sent = [event for event in await gateway.events() if isinstance(event, LoginCodeIssued)]
    assert sent[-1].phone == NEW_PHONE


async def test_without_anything_lost_nobody_is_logged_out(gateway: Gateway) -> None:
    own = await gateway.citizen()
    async with gateway.context.unit() as unit:
        assert await recollect(unit, [], []) == {}
    assert (await gateway.refresh(own["refresh_token"])).status_code == 200
