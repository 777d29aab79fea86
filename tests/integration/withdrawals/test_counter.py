"""R-WDR-18: two of the staff take an application of the holder, a guardian or somebody authorised."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from tests.support.callers import by_two
from tests.support.two_people import staff

from shared.identity.principal import Principal, Role
from shared.messages.accounts import SealReason
from withdrawals.sealed import AGENT_ID, AGENT_NAME

from .conftest import BASE, CARD, Withdrawals
from .test_two_people import caller

LOST = {"unreachable": True}
GROUNDS = {"reason": "材料齐全", "evidence": ["监护证明2026-7"]}
GUARDIAN = {"acting": "guardian", "agent_name": "李监护", "agent_id_number": "11010519491231002X"}


async def take(withdrawals: Withdrawals, person: uuid.UUID, **body: Any) -> Any:
    maker, checker = (
        caller(withdrawals, staff(role)) for role in (Role.STAFF_MAKER, Role.STAFF_CHECKER)
    )
    asked = {"person_id": str(person), "kind": "retirement", "card_number": CARD, **GROUNDS}
    return await by_two(maker, checker, "/counter-applications", {**asked, **LOST, **body})


async def test_a_guardian_acts_and_the_money_goes_to_the_holders_own_card(
    withdrawals: Withdrawals,
) -> None:
    holder = uuid.uuid4()
    made = await take(withdrawals, holder, **GUARDIAN)
    assert made.status_code == 200, made.text
    shown = made.json()["result"]
    case = await withdrawals.case(shown["id"])
    assert (case["person_id"], case["channel"]) == (holder, "counter")
    kept = await withdrawals.context.pool.fetchrow("SELECT * FROM counter_act")
    opened = withdrawals.context.personal_data.open
    assert opened(kept["agent_name_sealed"], AGENT_NAME, case["id"]) == "李监护"
    assert opened(kept["agent_id_sealed"], AGENT_ID, case["id"]) == "11010519491231002X"
    assert kept["evidence"] == ["监护证明2026-7"]
    lines = (await withdrawals.citizen(holder).get(f"/applications/{shown['id']}")).json()[
        "history"
    ]
    assert lines[0]["text"].startswith("由监护人在柜台代办：已受理您的离退休提取申请")
    await withdrawals.debt_checked(shown["id"])
    await withdrawals.reserved(shown["id"])
    assert await withdrawals.state(shown["id"]) == "approved"
    (asked,) = [one for one in await withdrawals.events() if one.type == "card.check_asked.v1"]
    assert (asked.card, asked.holder_name) == (CARD, "张三丰"), "the holder's, whoever acts"


async def test_death_is_refused_to_whoever_acts(withdrawals: Withdrawals) -> None:
    made = await take(withdrawals, uuid.uuid4(), **GUARDIAN)
    application_id = made.json()["result"]["id"]
    await withdrawals.debt_checked(application_id)
    await withdrawals.reserved(application_id, seal_reason=SealReason.DECEASED)
    assert (await withdrawals.case(application_id))["refusal_rule"] == "R-WDR-15"


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ({"acting": "guardian"}, "agent-missing"),
        ({**GUARDIAN, "acting": "self"}, "agent-missing"),
        ({**GUARDIAN, "kind": "lottery"}, "unknown-kind"),
        ({**GUARDIAN, "evidence": []}, "evidence-needed"),
    ],
)
async def test_what_is_incomplete_is_refused_before_anybody_decides(
    withdrawals: Withdrawals, body: dict[str, Any], title: str
) -> None:
    refused = await take(withdrawals, uuid.uuid4(), **body)
    assert (refused.status_code in (409, 422), refused.json()["title"]) == (True, title)


async def test_one_open_application_a_person_also_where_it_was_made_meanwhile(
    withdrawals: Withdrawals,
) -> None:
    person = withdrawals.citizen()
    await person.apply()
    assert person.person_id is not None
    refused = await take(withdrawals, person.person_id, acting="self")
    assert refused.json()["title"] == "application-open"


async def test_r_wdr_18_the_book_of_2019_has_cases_at_the_counter_only(
    withdrawals: Withdrawals,
) -> None:
    withdrawals.clock.advance(datetime(2026, 9, 18, 2, tzinfo=UTC) - withdrawals.clock.now())
    online = await withdrawals.citizen().apply("rent")
    assert (await withdrawals.case(online))["refusal_code"] == "at_counter"
    made = await take(withdrawals, uuid.uuid4(), kind="rent", acting="self")
    assert (await withdrawals.state(made.json()["result"]["id"])) == "submitted"
    withdrawals.clock.advance(timedelta(days=1))


async def at_counter(
    withdrawals: Withdrawals, person: uuid.UUID, of: uuid.UUID | None, **body: Any
) -> httpx.Response:
    """A maker posts an application that the phone of somebody has confirmed."""
    path = f"{BASE}/counter-applications"
    token = withdrawals.keys.token(staff(Role.STAFF_MAKER), sid="s1")
    wanted = {"person_id": str(person), "kind": "retirement", "card_number": CARD, **GROUNDS}
    wanted |= {"acting": "self", **body}
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": uuid.uuid4().hex}
    if of is not None:
        signed = withdrawals.keys.confirmation(token, path, wanted, **{"for": str(of)})
        headers["Confirmation"] = signed
    return await withdrawals.client.post(path, json=wanted, headers=headers)


async def test_what_is_entered_for_somebody_is_confirmed_by_their_own_phone(
    withdrawals: Withdrawals,
) -> None:
    """Nobody's code, and a stranger's, are good for nothing; whose is wanted is said."""
    holder = uuid.uuid4()
    for of in (None, uuid.uuid4()):
        refused = await at_counter(withdrawals, holder, of)
        assert (refused.status_code, refused.json()["title"]) == (403, "confirmation-needed")
        assert refused.json()["person_id"] == str(holder)
    proposed = await at_counter(withdrawals, holder, holder)
    assert proposed.status_code == 202, proposed.text
    assert "本人已凭预留手机验证码确认" in proposed.json()["summary"]


async def test_a_lost_phone_is_made_up_for_by_documents(withdrawals: Withdrawals) -> None:
    holder = uuid.uuid4()
    bare = await at_counter(withdrawals, holder, None, unreachable=True, evidence=[])
    assert bare.json()["title"] == "evidence-needed"
    shown = await at_counter(withdrawals, holder, None, unreachable=True)
    assert "预留手机不能接收验证码，凭书面材料办理" in shown.json()["summary"]


async def test_the_word_of_a_phone_at_the_counter_opens_nothing_of_ones_own(
    withdrawals: Withdrawals,
) -> None:
    """A code that a person told at the counter is no confirmation in the person's own session."""
    path, body = f"{BASE}/applications", {"kind": "retirement", "card_number": CARD}
    who = Principal(uuid.uuid4(), Role.INDIVIDUAL, uuid.uuid4(), None, "张*", "web")
    token = withdrawals.keys.token(who, sid="s1")
    signed = withdrawals.keys.confirmation(token, path, body, **{"for": str(who.person_id)})
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "k", "Confirmation": signed}
    answer = await withdrawals.client.post(path, json=body, headers=headers)
    assert answer.json()["title"] == "confirmation-needed"
