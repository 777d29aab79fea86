"""Somebody holds the password of one service's runtime role, and none of its keys: refused, or found out."""

import hashlib
import json
import uuid
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import asyncpg
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm
from prometheus_client import REGISTRY
from tests.integration.gateway import conftest as gateway_
from tests.integration.gateway.conftest import (
    ADMIN_PASSWORD,
    ADMIN_SECRET,
    ADMINISTRATORS,
    ID_NUMBER,
    OTHER_ID,
    claims,
    founded,
    terminal,
)
from tests.integration.withdrawals import conftest as withdrawals_
from tests.integration.withdrawals.conftest import CARD
from tests.support.workbench import Workbench

from gateway.errors import Reason, Refused
from gateway.handlers import administration, keys
from gateway.store import identities, phones
from gateway.store.credentials import ACTIVATE, AWAIT_ACTIVATION
from gateway.store.phones import PhoneChange
from local.databases import describe
from shared.base.identifiers import Phone
from shared.identity.verifier import AUDIENCE
from shared.messages.gateway import LoginCodeIssued

gateway = gateway_.gateway
withdrawals = withdrawals_.withdrawals
"""The fixtures of the services' own tests."""


def refused(table: str) -> float:
    return REGISTRY.get_sample_value("rows_refused_total", {"table": table}) or 0.0


@pytest.fixture
async def thief(gateway: Any) -> AsyncIterator[Any]:
    """The gateway's runtime role, as psql would have it."""
    connection = await asyncpg.connect(str(gateway.context.settings.database_url))
    yield connection
    await connection.close()


async def published(gateway: Any) -> list[str]:
    answer = await gateway.client.get("/.well-known/jwks.json")
    return [key["kid"] for key in answer.json()["keys"]]


def own_key(key_id: str) -> tuple[ec.EllipticCurvePrivateKey, str]:
    private = ec.generate_private_key(ec.SECP256R1())
    public = json.loads(ECAlgorithm.to_jwk(private.public_key()))
    return private, json.dumps({**public, "kid": key_id, "use": "sig", "alg": "ES256"})


INSERT_KEY = """
INSERT INTO signing_key (key_id, private_sealed, public_jwk, created_at, signs_from)
SELECT 'mine', private_sealed, $1::jsonb, created_at, signs_from + interval '1 second' FROM signing_key
"""


async def test_a_signing_key_of_ones_own_is_not_published_signs_nothing_and_is_told_of(
    gateway: Any, thief: Any
) -> None:
    ours = await published(gateway)
    citizen = await gateway.citizen()
    private, jwk = own_key("mine")
    await thief.execute("SET search_path TO public")
    await thief.execute(INSERT_KEY, jwk)
    assert await published(gateway) == ours
    told = jwt.decode(citizen["access_token"], options={"verify_signature": False})
    forged = jwt.encode(
        told | {"role": "staff_admin", "aud": AUDIENCE}, private, "ES256", headers={"kid": "mine"}
    )
    assert (await gateway.get("/me", forged)).status_code == 401
    gateway.clock.advance(timedelta(minutes=1))
    assert (await gateway.log_in())["access_token"], "logging in goes on under the genuine key"
    before = refused("signing_key")
    await keys.rotate_by_age(gateway.context)
    assert refused("signing_key") == before + 1
    assert await gateway.count("signing_key WHERE key_id = 'mine'") == 1, (
        "kept for who looks into it"
    )


@pytest.mark.parametrize(
    "change",
    [
        "public_jwk = $1::jsonb",
        "signs_from = signs_from + interval '1 hour' + 0 * length($1::text) * interval '1 s'",
    ],
)
async def test_a_genuine_row_that_was_changed_counts_no_more(
    gateway: Any, thief: Any, change: str
) -> None:
    (ours,) = await published(gateway)
    _, jwk = own_key(ours)
    await thief.execute(f"UPDATE signing_key SET {change}", jwk)
    assert await published(gateway) == []


async def test_a_sealed_phone_that_is_moved_redirects_no_code(gateway: Any, thief: Any) -> None:
    await gateway.know(gateway.opened(ID_NUMBER), gateway.opened(OTHER_ID, phone="13700000000"))
    number = gateway.context.personal_data.lookup_hash(ID_NUMBER)
    await thief.execute(
        "UPDATE identity SET phone_sealed = other.phone_sealed FROM identity AS other "
        "WHERE identity.id_number_hash = $1 AND other.id <> identity.id",
        number,
    )
    before = refused("identity")
    await gateway.challenge(ID_NUMBER)
    assert not [event for event in await gateway.events() if isinstance(event, LoginCodeIssued)]
    assert refused("identity") == before + 1


async def test_a_code_of_ones_own_logs_in_as_nobody_else(gateway: Any, thief: Any) -> None:
    """The challenge is rewritten to be somebody else's, after the thief has got the code."""
    await gateway.know(gateway.opened(ID_NUMBER), gateway.opened(OTHER_ID, phone="13700000000"))
    challenge_id = await gateway.challenge(OTHER_ID)
    code = await gateway.code_of(challenge_id)
    await thief.execute(
        "UPDATE challenge SET identity_id = (SELECT id FROM identity WHERE id <> challenge.identity_id)"
        " WHERE id = $1",
        uuid.UUID(challenge_id),
    )
    assert (await gateway.enter(challenge_id, code)).status_code == 401
    assert await gateway.count("session") == 0


async def test_an_activation_code_of_ones_own_gives_no_login(gateway: Any, thief: Any) -> None:
    """A plain hash of a code of one's own would make a member of staff of whoever may write the row."""
    await founded(gateway)
    await thief.execute(
        "UPDATE staff_credential SET activation_hash = $1, activation_until = now() + interval '1 day'",
        hashlib.sha256(b"ABCDEFGHJKMN").hexdigest(),
    )
    answer = await gateway.post(
        "/sessions/staff/activation",
        login=ADMINISTRATORS[0]["login"],
        activation_code="ABCDEFGHJKMN",
        password="a password that nobody has 1",
    )
    assert answer.status_code == 401


async def test_a_sealed_card_that_is_moved_gets_nobodys_money(withdrawals: Any) -> None:
    victim, thief = [await withdrawals.citizen().apply(card=CARD) for _ in range(2)]
    connection = await asyncpg.connect(str(withdrawals.context.settings.database_url))
    await connection.execute(
        "UPDATE application SET card_sealed ="
        " (SELECT card_sealed FROM application WHERE id = $2) WHERE id = $1",
        uuid.UUID(victim), uuid.UUID(thief),
    )  # fmt: skip
    await connection.close()
    await withdrawals.debt_checked(victim)
    await withdrawals.reserved(victim)
    assert (await withdrawals.case(victim))["state"] == "in_review", (
        "only refusing is possible there"
    )


INSERT_SESSION = """
WITH opened AS (
    INSERT INTO session (id, identity_id, channel, created_at, expires_at)
    SELECT gen_random_uuid(), id, 'web', now(), now() + interval '1 hour'
    FROM identity WHERE role = 'staff_admin' LIMIT 1 RETURNING id
)
INSERT INTO refresh_token (token_hash, session_id, issued_at, expires_at, row_seal)
SELECT $1, id, now(), now() + interval '1 hour', $2 FROM opened
"""


@pytest.mark.parametrize("seal", [None, "before seals", "0" * 64])
async def test_a_session_of_ones_own_making_is_continued_by_nobody(
    gateway: Any, thief: Any, seal: str | None
) -> None:
    await founded(gateway)
    digest = hashlib.sha256(b"a token that the thief knows").hexdigest()
    await thief.execute(INSERT_SESSION, digest, seal)
    before = refused("refresh_token")
    answer = await gateway.refresh("a token that the thief knows")
    assert (answer.status_code, answer.json()["title"]) == (401, "session-ended")
    assert refused("refresh_token") == before + 1


STOLEN = {
    "another's session": "UPDATE session SET identity_id ="
    " (SELECT id FROM identity WHERE role = 'staff_admin' LIMIT 1) WHERE id = $1",
    "another channel": "UPDATE session SET channel = 'kiosk' WHERE id = $1",
    "a longer life": "UPDATE session SET expires_at = expires_at + interval '1 year' WHERE id = $1",
    "a token that continues another's": "UPDATE refresh_token SET session_id ="
    " (SELECT id FROM session WHERE id <> $1) WHERE session_id = $1",
}


@pytest.mark.parametrize("change", STOLEN.values(), ids=STOLEN)
async def test_a_session_that_is_made_somebody_else_s_ends(
    gateway: Any, thief: Any, change: str
) -> None:
    await founded(gateway)
    await gateway.citizen(OTHER_ID)
    own = await gateway.citizen()
    session_id = uuid.UUID(claims(own["access_token"])["sid"])
    before = refused("refresh_token")
    await thief.execute(
        "UPDATE refresh_token SET used_at = now() WHERE session_id <> $1", session_id
    )
    await thief.execute(change, session_id)
    assert (await gateway.refresh(own["refresh_token"])).status_code == 401
    assert refused("refresh_token") == before + 1


ROLES = {
    "staff_admin": "role = 'staff_admin', person_id = NULL, active_since = now()",
    "another person": "person_id = gen_random_uuid()",
    "another ID number, whose owner is affected by nothing then": "id_number_hash = 'other'",
}


@pytest.mark.parametrize("change", ROLES.values(), ids=ROLES)
async def test_an_identity_that_was_given_other_rights_gets_no_token(
    gateway: Any, thief: Any, change: str
) -> None:
    own = await gateway.citizen()
    await thief.execute(f"UPDATE identity SET {change} WHERE role = 'individual'")
    before = refused("identity")
    answer = await gateway.refresh(own["refresh_token"])
    assert (answer.status_code, answer.json()["title"]) == (403, "login-not-genuine")
    assert refused("identity") == before + 1


async def test_who_was_shut_out_and_writes_the_row_stays_out(gateway: Any, thief: Any) -> None:
    """And two honest administrators seal nobody's change along with their own."""
    await gateway.admin()
    victim = await gateway.context.pool.fetchval(
        "SELECT identity_id FROM staff_credential WHERE login = 'admin.two'"
    )
    answer = await gateway.post(f"/staff/{victim}/disable", await gateway.admin())
    assert answer.status_code == 200, answer.text
    await thief.execute("UPDATE identity SET disabled_at = NULL WHERE id = $1", victim)
    gateway.clock.advance(timedelta(seconds=30))
    answer = await gateway.staff_in("admin.two", ADMIN_PASSWORD, ADMIN_SECRET)
    assert (answer.status_code, answer.json()["title"]) == (403, "login-not-genuine")
    async with gateway.context.unit() as unit:
        with pytest.raises(Refused) as seen:
            await administration.reset(unit, victim, victim)
        assert seen.value.reason is Reason.NOT_GENUINE
    answer = await gateway.post(f"/staff/{victim}/disable", await gateway.admin())
    assert answer.status_code == 200, "whoever is not genuine can be shut out all the same"


async def test_a_terminal_with_a_secret_of_ones_own_is_none(gateway: Any, thief: Any) -> None:
    known = await terminal(gateway)
    assert (await gateway.post("/sessions/device", **known)).status_code == 201
    await thief.execute(
        "UPDATE device_credential SET secret_hash = $1", hashlib.sha256(b"mine").hexdigest()
    )
    before = refused("device_credential")
    answer = await gateway.post("/sessions/device", **known | {"client_secret": "mine"})
    assert answer.status_code == 401
    assert refused("device_credential") == before + 1


UNSEALED = {
    "a new row": "INSERT INTO identity (id, role, name_sealed, created_at, row_seal)"
    " VALUES (gen_random_uuid(), 'kiosk', '', now(), 'before seals')",
    "a sealed row": "UPDATE identity SET row_seal = 'before seals'",
    "a terminal": "UPDATE device_credential SET row_seal = 'before seals'",
}


@pytest.mark.parametrize("change", UNSEALED.values(), ids=UNSEALED)
async def test_nobody_says_that_a_row_is_of_before_there_were_seals(
    gateway: Any, thief: Any, change: str
) -> None:
    await terminal(gateway)
    with pytest.raises(asyncpg.IntegrityConstraintViolationError):
        await thief.execute(change)


async def test_rows_of_before_there_were_seals_count_and_cannot_be_changed(
    gateway: Any, thief: Any, platform: Workbench
) -> None:
    await gateway.admin()
    await gateway.citizen()
    name = await thief.fetchval("SELECT current_database()")
    owned = describe(platform.platform.postgres, "gateway", name)
    owner = await asyncpg.connect(owned.owner_url)
    await owner.execute(
        "ALTER TABLE identity DISABLE TRIGGER what_is_not_sealed_stays;"
        "UPDATE identity SET row_seal = 'before seals';"
        "ALTER TABLE identity ENABLE TRIGGER what_is_not_sealed_stays"
    )
    await owner.close()
    gateway.clock.advance(timedelta(seconds=90))
    assert (await gateway.log_in())["access_token"]
    with pytest.raises(asyncpg.IntegrityConstraintViolationError):
        await thief.execute("UPDATE identity SET senior = true WHERE role = 'staff_admin'")
    answer = await gateway.post(f"/staff/{await _other(gateway)}/disable", await gateway.admin())
    assert answer.status_code == 200, answer.text
    assert await gateway.count("identity WHERE row_seal = 'before seals'") == 2


async def _other(gateway: Any) -> Any:
    return await gateway.context.pool.fetchval(
        "SELECT identity_id FROM staff_credential WHERE login = 'admin.two'"
    )


async def test_a_citizen_kept_without_a_seal_gets_one_when_accounts_tells_it_again(
    gateway: Any, thief: Any
) -> None:
    """As an instance of the earlier release does while the next one is already there."""
    told = gateway.opened()
    await gateway.know(told)
    await thief.execute("UPDATE identity SET row_seal = NULL")
    challenge_id = await gateway.challenge()
    answer = await gateway.enter(challenge_id, await gateway.code_of(challenge_id))
    assert answer.status_code == 403
    await gateway.know(told.model_copy(update={"person_id": uuid.uuid4()}))
    assert await gateway.count("identity WHERE row_seal IS NULL") == 1
    await gateway.know(told)
    gateway.clock.advance(timedelta(seconds=90))
    assert (await gateway.log_in())["access_token"]


ROW = "SELECT to_jsonb(identity) FROM identity WHERE id = $1"
PUT_BACK = """
UPDATE identity SET (role, disabled_at, row_seal, seal_salt, phone_sealed, phone_hash)
    = (old.role, old.disabled_at, old.row_seal, old.seal_salt, old.phone_sealed, old.phone_hash)
FROM jsonb_populate_record(NULL::identity, $1::jsonb) AS old WHERE identity.id = old.id
"""


async def test_a_genuine_row_of_an_old_backup_cannot_be_put_back(gateway: Any, thief: Any) -> None:
    """Somebody shut out since, a phone that was lost since: the gateway itself had sealed both, then."""
    await gateway.know(gateway.opened(ID_NUMBER))
    (identity_id,) = [row["id"] for row in await thief.fetch("SELECT id FROM identity")]
    backup = await thief.fetchval(ROW, identity_id)
    data = gateway.context.personal_data
    async with gateway.context.unit() as unit:
        change = PhoneChange.of(
            data, uuid.uuid4(), identity_id, Phone.parse("13900000001"), by_whom="counter",
            tail_before="",
        )  # fmt: skip
        await phones.change(unit.connection, change, unit.clock.now())
        await identities.change(unit.connection, data, identity_id, disabled_at=unit.clock.now())
    for attack in (
        PUT_BACK,
        PUT_BACK.replace("row_seal, seal_salt, ", "").replace("old.row_seal, old.seal_salt, ", ""),
    ):
        with pytest.raises(asyncpg.IntegrityConstraintViolationError, match="does not come back"):
            await thief.execute(attack, backup)
    # Nor by the way of a row that is deleted and made anew.
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await thief.execute("DELETE FROM identity WHERE id = $1", identity_id)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await thief.execute("DELETE FROM superseded_seal")
    # What is honest may go there and back: each time is sealed anew.
    for shut in (None, gateway.clock.now(), None):
        async with gateway.context.unit() as unit:
            await identities.change(unit.connection, data, identity_id, disabled_at=shut)


async def test_an_authenticator_that_was_replaced_cannot_be_put_back(
    gateway: Any, thief: Any
) -> None:
    await founded(gateway)
    before = await thief.fetchrow(TOTP)
    await thief.execute(AWAIT_ACTIVATION, before["identity_id"], "hash", gateway.clock.now())
    with pytest.raises(asyncpg.IntegrityConstraintViolationError, match="does not come back"):
        await thief.execute(ACTIVATE, before["identity_id"], "any", before["totp_secret_sealed"])


TOTP = """
SELECT identity_id, totp_secret_sealed FROM staff_credential WHERE totp_secret_sealed IS NOT NULL LIMIT 1
"""
