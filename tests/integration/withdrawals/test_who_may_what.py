"""What strangers and nobodies get, and what bad input is answered."""

import json
import uuid
from contextlib import suppress

import pytest
from tests.support.issuer import confirmed

from shared.identity.principal import Role

from .conftest import BASE, CARD, Withdrawals

APPLICATION = {"kind": "retirement", "card_number": CARD}


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
    answer = await nobody.post("/applications", APPLICATION)
    assert answer.status_code == 403


async def test_a_post_without_a_key_is_refused(withdrawals: Withdrawals) -> None:
    citizen = withdrawals.citizen()
    answer = await withdrawals.client.post(
        f"{BASE}/applications", json=APPLICATION, headers=citizen.headers
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
    confirmation: dict[str, str] = {}
    with suppress(ValueError):
        sent = json.loads(content) if content else None
        token = citizen.headers["Authorization"].removeprefix("Bearer ")
        confirmation = confirmed(token, f"{BASE}/applications", sent)
    answer = await withdrawals.client.post(
        f"{BASE}/applications",
        content=content,
        headers={
            **citizen.headers,
            **confirmation,
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
        "rent",
        "purchase",
        "build",
        "repay_running",
        "renovation",
        "property_fee",
        "unable_to_work",
    ]
    assert any("签订过冲抵协议后，就不能再" in notice for notice in page["notices"]), "R-REP-10"
    assert any(
        "骗取" in notice and "5年内不得提取和贷款" in notice for notice in page["notices"]
    ), "R-WDR-14"
    assert any("3年内不得提取" in notice for notice in page["notices"]), "R-WDR-14"
    assert "无须单位出具提取证明。" in page["notices"], "R-WDR-9"
    assert page["types"][0]["document_number"].startswith("国务院令第844号")
