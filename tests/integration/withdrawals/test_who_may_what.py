"""The authorisation matrix of every route, and what bad input is answered."""

import uuid
from typing import Any

import pytest
from fastapi.routing import APIRoute

from shared.tokens import Role
from withdrawals.main import ROUTERS

from .conftest import BASE, CARD, Withdrawals

ID = "00000000-0000-4000-8000-000000000001"
CITIZENS = {Role.INDIVIDUAL}
MAKERS, CHECKERS, ADMINS = {Role.STAFF_MAKER}, {Role.STAFF_CHECKER}, {Role.STAFF_ADMIN}
STAFF = MAKERS | CHECKERS | ADMINS

MATRIX: dict[tuple[str, str], set[Role]] = {
    ("POST", "/applications"): CITIZENS,
    ("GET", "/applications"): CITIZENS,
    ("GET", "/applications/{application_id}"): CITIZENS,
    ("GET", "/applications/{application_id}/events"): CITIZENS,
    ("POST", "/applications/{application_id}/cancel"): CITIZENS,
    ("GET", "/types"): set(Role),
    ("GET", "/reviews"): MAKERS | CHECKERS,
    ("GET", "/reviews/{application_id}"): MAKERS | CHECKERS,
    ("POST", "/reviews/{application_id}/proposal"): MAKERS,
    ("POST", "/reviews/{application_id}/confirmation"): CHECKERS,
    ("GET", "/overdue"): STAFF | {Role.SERVICE},
    ("GET", "/bans"): STAFF,
    ("POST", "/bans"): MAKERS,
    ("POST", "/bans/{ban_id}/confirmation"): CHECKERS,
    ("POST", "/bans/{ban_id}/lift"): CHECKERS,
    ("GET", "/calendar/{year}"): STAFF,
    ("POST", "/calendar/days"): ADMINS,
}

BODIES: dict[str, Any] = {
    "/applications": {"kind": "retirement", "card_number": CARD},
    "/reviews/{application_id}/proposal": {"proposal": "approve", "opinion": "好"},
    "/reviews/{application_id}/confirmation": {
        "agree": True,
        "proposal": "approve",
        "opinion": "好",
    },
    "/bans": {
        "person_id": ID,
        "cause": "false_materials",
        "found_on": "2026-10-09",
        "document_number": "1",
    },
    "/bans/{ban_id}/lift": {"reason": "无"},
    "/calendar/days": {"days": [{"day": "2026-10-12", "is_workday": True}], "source": "通知"},
}


def test_the_matrix_names_every_route() -> None:
    routes = {
        (method, route.path)
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in route.methods or ()
    }
    assert routes == set(MATRIX)


async def test_only_the_roles_of_the_matrix_get_in(withdrawals: Withdrawals) -> None:
    wrong: list[tuple[str, str, Role | None, int]] = []
    for (method, path), roles in MATRIX.items():
        url = path.replace("{application_id}", ID).replace("{ban_id}", ID).replace("{year}", "2026")
        body = BODIES.get(path)
        for role in Role:
            person_id = uuid.uuid4() if role is Role.INDIVIDUAL else None
            caller = withdrawals.caller(role, person_id)
            answer = await (caller.get(url) if method == "GET" else caller.post(url, body))
            allowed = answer.status_code not in (401, 403)
            if allowed != (role in roles) or answer.status_code >= 500:
                wrong.append((method, path, role, answer.status_code))
        anonymous = await withdrawals.client.request(method, BASE + url, json=body)
        if (anonymous.status_code == 401) == (roles == set(Role)):
            wrong.append((method, path, None, anonymous.status_code))
    assert wrong == []


async def test_a_stranger_and_a_missing_application_look_the_same(
    withdrawals: Withdrawals,
) -> None:
    owner, stranger = withdrawals.citizen(), withdrawals.citizen()
    application_id = await owner.apply()
    for path in (f"/applications/{application_id}", f"/applications/{uuid.uuid4()}"):
        answer = await stranger.get(path)
        assert (answer.status_code, answer.json()["title"]) == (404, "not-found")
        cancelled = await stranger.post(f"{path}/cancel")
        assert (cancelled.status_code, cancelled.json()["title"]) == (404, "not-found")
    assert await withdrawals.state(application_id) == "submitted"
    assert (await stranger.get("/applications")).json()["items"] == []


async def test_a_token_without_a_person_cannot_apply(withdrawals: Withdrawals) -> None:
    nobody = withdrawals.caller(Role.INDIVIDUAL)
    answer = await nobody.post("/applications", BODIES["/applications"])
    assert answer.status_code == 403


async def test_a_post_without_a_key_is_refused(withdrawals: Withdrawals) -> None:
    citizen = withdrawals.citizen()
    answer = await withdrawals.client.post(
        f"{BASE}/applications", json=BODIES["/applications"], headers=citizen.headers
    )
    assert (answer.status_code, answer.json()["title"]) == (400, "idempotency-key-required")


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"{", 400),
        (b"", 422),
        (b"[]", 422),
        (b'{"kind": "retirement"}', 422),
        (b'{"kind": 5, "card_number": "6222021612003456788"}', 422),
        (b'{"kind": "retirement", "card_number": "6222021612003456788", "amount": -1}', 422),
        (b'{"kind": "retirement", "card_number": "' + b"9" * 10_000 + b'"}', 422),
        (b'{"kind": "retirement", "card_number": "\\u0000"}', 422),
        (b'{"kind": "\\u0000", "card_number": "6222021612003456788"}', 422),
    ],
)
async def test_bad_input_gets_a_problem_in_chinese_and_stores_nothing(
    withdrawals: Withdrawals, content: bytes, status: int
) -> None:
    citizen = withdrawals.citizen()
    answer = await withdrawals.client.post(
        f"{BASE}/applications",
        content=content,
        headers={
            **citizen.headers,
            "Idempotency-Key": "k",
            "Content-Type": "application/json",
        },
    )
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"].endswith(("。", "数字"))
    assert await withdrawals.context.pool.fetchval("SELECT count(*) FROM application") == 0


async def test_a_loan_number_with_a_nul_is_refused(withdrawals: Withdrawals) -> None:
    body = {"kind": "loan_repaid", "card_number": CARD, "loan_contract_number": "a\u0000b"}
    answer = await withdrawals.citizen().post("/applications", body)
    assert answer.status_code == 422


async def test_the_types_page_says_what_to_know_before_choosing(withdrawals: Withdrawals) -> None:
    answer = await withdrawals.client.get(f"{BASE}/types")
    page = answer.json()
    assert [kind["kind"] for kind in page["types"]] == [
        "retirement",
        "contract_ended",
        "sentenced",
        "settled_abroad",
        "loan_repaid",
    ]
    assert any("签订过冲抵协议后，就不能再" in notice for notice in page["notices"]), "R-REP-10"
    assert any("3年内不得提取" in notice for notice in page["notices"]), "R-WDR-14"
    assert "无须单位出具提取证明。" in page["notices"], "R-WDR-9"
    assert page["types"][0]["document_number"].startswith("国务院令第844号")
