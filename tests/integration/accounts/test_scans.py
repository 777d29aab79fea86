"""Scans of papers at the counter: attached by who proposes, seen by who decides, kept with the case."""

import asyncpg
import pytest
from tests.support.two_people import staff

from shared.identity.principal import Principal, Role

from .conftest import GROUNDS, Accounts

COURT = {"reason": "德城区法院（2026）鲁1402执保7号"}


async def frozen(accounts: Accounts, maker: Principal) -> tuple[str, str]:
    """An account that is frozen; the path of it, and the proposal to check the court's paper."""
    path = f"/accounts/{(await accounts.saver(600_000)).account_number}"
    made = await accounts.as_(maker).done(f"{path}/freeze", COURT)
    return path, made["proposal_id"]


async def test_a_courts_paper_is_scanned_by_one_seen_by_another_and_kept_sealed(
    accounts: Accounts,
) -> None:
    """The freeze takes effect at once; it counts as checked only once its paper was seen."""
    maker, checker = staff(Role.STAFF_MAKER), staff(Role.STAFF_CHECKER)
    path, proposal_id = await frozen(accounts, maker)
    place = f"/proposals/{proposal_id}"
    assert (await accounts.desk.decide(proposal_id, checker)).json()["title"] == "scan-needed"

    stranger = await accounts.as_(staff(Role.STAFF_MAKER)).attach(proposal_id)
    assert (stranger.status_code, stranger.json()["title"]) == (403, "not-the-maker")
    no_picture = await accounts.as_(maker).attach(proposal_id, b"%PDF-1.7 not at all")
    assert (no_picture.status_code, no_picture.json()["title"]) == (422, "scan-damaged")
    sent = await accounts.as_(maker).attach(proposal_id, name="协助冻结通知书")
    assert sent.status_code == 201, sent.text

    (scan,) = (await accounts.as_(checker).get(place)).json()["scans"]
    assert scan["name"] == "协助冻结通知书"
    listed = (await accounts.as_(checker).get("/proposals", state="open")).json()["items"]
    assert [one["scans"] for one in listed if one["proposal_id"] == proposal_id] == [[scan]]
    file = await accounts.as_(checker).get(f"{place}/papers/{scan['paper_id']}")
    assert file.content.startswith(b"%PDF-")
    assert b"GPS" not in file.content, "drawn anew"
    assert file.headers["Content-Disposition"].startswith("attachment")
    kept = await accounts.pool.fetchval("SELECT content_sealed FROM proposal_paper")
    assert "%PDF" not in kept
    assert "JVBERi" not in kept, "nor its base64"
    looked = await accounts.pool.fetch(
        "SELECT subject FROM audit_record WHERE action LIKE 'GET /proposals/%/papers/%'"
    )
    file_of = f"{proposal_id} {scan['paper_id']}"
    assert {row["subject"] for row in looked} == {file_of, path.rpartition("/")[2]}

    assert (await accounts.desk.decide(proposal_id, checker)).status_code == 200
    late = await accounts.as_(maker).attach(proposal_id)
    assert (late.status_code, late.json()["title"]) == (409, "already-decided")
    assert (await accounts.as_(checker).get(place)).json()["scans"] == [scan], "kept with the case"


async def test_a_freeze_that_is_lifted_needs_no_check_any_more(accounts: Accounts) -> None:
    """Frozen again on another paper, it is checked anew."""
    maker, checker = staff(Role.STAFF_MAKER), staff(Role.STAFF_CHECKER)
    path, first = await frozen(accounts, maker)
    lifting = await accounts.as_(maker).post(f"{path}/unfreeze", GROUNDS)
    unscanned = await accounts.desk.decide(lifting.json()["proposal_id"], checker)
    assert unscanned.json()["title"] == "scan-needed"
    await accounts.as_(maker).scanned(lifting)
    lifted = await accounts.desk.decide(lifting.json()["proposal_id"], checker)
    assert lifted.status_code == 200, lifted.text
    ended = (await accounts.as_(checker).get(f"/proposals/{first}")).json()
    assert (ended["state"], ended["decision_reason"]) == ("withdrawn", "账户已解冻")
    again = await accounts.as_(maker).done(f"{path}/freeze", COURT)
    assert (again["state"], again["scans"]) == ("open", [])


async def test_nobody_freezes_the_own_account(accounts: Accounts) -> None:
    person = await accounts.saver(600_000)
    owner = staff(Role.STAFF_MAKER, own_person_id=person.person_id)
    refused = await accounts.as_(owner).post(f"/accounts/{person.account_number}/freeze", COURT)
    assert (refused.status_code, refused.json()["title"]) == (403, "own-affair")
    assert (await accounts.facts(person))["state"] != "06"


async def test_the_schema_keeps_scans_of_open_proposals_and_never_rewrites_one(
    accounts: Accounts,
) -> None:
    maker = staff(Role.STAFF_MAKER)
    _path, proposal_id = await frozen(accounts, maker)
    assert (await accounts.as_(maker).attach(proposal_id)).status_code == 201
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await accounts.pool.execute("UPDATE proposal_paper SET name = '别的'")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await accounts.pool.execute("DELETE FROM proposal_paper")
    assert (
        await accounts.as_(maker).post(f"/proposals/{proposal_id}/withdrawal")
    ).status_code == 200
    another = """
    INSERT INTO proposal_paper SELECT gen_random_uuid(), proposal_id, name, sent_bytes, sent_sha256,
        content_sealed, uploaded_by, uploaded_at FROM proposal_paper
    """
    with pytest.raises(asyncpg.RestrictViolationError):
        await accounts.pool.execute(another)
