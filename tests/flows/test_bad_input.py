"""What is wrong is refused at the edge with the right status and changes nothing; poison parks alone."""

import uuid
from typing import Any

import pytest
from tests.support.telling import message
from tests.support.workbench import Workbench

from city.clients import Refused, Session, visitor
from shared.messages.withdrawals import WithdrawalFundsRequested
from shared.messaging.broker import Broker, Message
from shared.messaging.topology import RESERVE_WITHDRAWAL_FUNDS

from .evidence import Evidence, handled, until
from .plan import Resident
from .town import Town
from .withdrawing import FINAL, account, apply, outcome, reached, shown

LUHN_IS_WRONG = "6222021612003456789"
PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def resident(town: Town) -> Resident:
    """Somebody who gets everything wrong, and whose money must not move."""
    return town.one("retired")


@pytest.fixture(autouse=True)
async def nothing_changes(resident: Resident, evidence: Evidence) -> Any:
    before = await account(resident)
    yield
    assert await account(resident) == before
    assert await evidence.payments_to(resident) == []


async def refusal_of(session: Session, path: str, body: Any, **more: Any) -> Refused:
    with pytest.raises(Refused) as refusal:
        await session.post(path, body, **more)
    assert refusal.value.problem["type"].startswith("urn:provident-fund:problem:")
    assert refusal.value.problem["status"] == refusal.value.status
    return refusal.value


@pytest.mark.parametrize("text", ["{", "", "not json", '{"kind": "retirement",}'])
async def test_malformed_json_is_400(resident: Resident, text: str) -> None:
    answer = await resident.me.client.post(
        f"{resident.me.city.edge_url}/api/withdrawals/applications",
        content=text.encode(),
        headers={
            **resident.me.headers,
            "Content-Type": "application/json",
            "Idempotency-Key": uuid.uuid4().hex,
        },
    )
    assert answer.status_code == (400 if text else 403), "nothing sent is nothing confirmed"
    assert answer.headers["Content-Type"] == PROBLEM


@pytest.mark.parametrize(
    "card", [LUHN_IS_WRONG, "", "12345", "六二二二零二一六一二零零三四五六", "6" * 40, "6" * 5_000]
)
async def test_r_chk_2_a_number_that_is_no_card_is_422(resident: Resident, card: str) -> None:
    body = {"kind": "retirement", "card_number": card}
    refusal = await refusal_of(resident.me, "withdrawals/applications", body)
    assert refusal.status == 422


@pytest.mark.parametrize(
    "change",
    [{"amount_fen": 1}, {"kind": None}, {"kind": ["retirement"]}, {"kind": "退" * 60},
     {"loan_contract_number": "D" * 31}],
)  # fmt: skip
async def test_r_wdr_3_a_body_with_more_or_other_than_asked_is_422(
    resident: Resident, change: dict[str, Any]
) -> None:
    body = {"kind": "retirement", "card_number": resident.person.card, **change}
    refusal = await refusal_of(resident.me, "withdrawals/applications", body)
    assert refusal.status == 422


async def test_a_strangers_application_and_account_are_404(town: Town, resident: Resident) -> None:
    other = town.one("retired")
    application = await outcome(other)
    for path in (f"withdrawals/applications/{application['id']}",
                 f"withdrawals/applications/{uuid.uuid4()}",
                 f"accounts/accounts/{other.account_number}"):  # fmt: skip
        with pytest.raises(Refused) as refusal:
            await resident.me.get(path)
        assert refusal.value.status == 404
    cancelling = await refusal_of(
        resident.me, f"withdrawals/applications/{application['id']}/cancel", None
    )
    assert cancelling.status == 404
    assert (await shown(other, application["id"]))["state"] == "paid"


async def test_a_post_without_an_idempotency_key_is_400(resident: Resident) -> None:
    answer = await resident.me.client.post(
        f"{resident.me.city.edge_url}/api/withdrawals/applications",
        json={"kind": "retirement", "card_number": resident.person.card},
        headers=resident.me.headers,
    )
    assert answer.status_code == 400
    assert answer.json()["title"] == "idempotency-key-required"


async def test_a_repeated_key_is_one_application_and_with_another_body_422(town: Town) -> None:
    applicant, key = town.one("retired"), uuid.uuid4().hex
    body = {"kind": "retirement", "card_number": applicant.person.card}
    first = await applicant.me.post("withdrawals/applications", body, key=key)
    again = await applicant.me.post("withdrawals/applications", body, key=key)
    assert again == first

    other = {**body, "kind": "settled_abroad"}
    refusal = await refusal_of(applicant.me, "withdrawals/applications", other, key=key)
    assert (refusal.status, refusal.code) == (422, "idempotency-key-reused")
    await reached(applicant, first["id"], FINAL)
    page = await applicant.me.get("withdrawals/applications")
    assert [item["id"] for item in page["items"]] == [first["id"]]


IMPOSSIBLE = [-1, 0, 10**12, 10**20, 0.5, "600000", None, True]


@pytest.mark.parametrize("fen", IMPOSSIBLE)
async def test_r_dep_4_an_impossible_base_is_422_and_nothing_is_opened(
    town: Town, resident: Resident, fen: object
) -> None:
    mine = await account(resident)
    path = f"accounts/employers/{mine['employer_number']}/accounts"
    before = await town.maker.get(path)
    employee = {"name": "王五", "id_number": "11010519491231002X", "phone": "13905340001"}
    refusal = await refusal_of(town.maker, path, {"employees": [{**employee, "base_fen": fen}]})
    assert refusal.status == 422
    assert await town.maker.get(path) == before


@pytest.mark.parametrize("fen", IMPOSSIBLE)
async def test_a_loan_of_an_impossible_amount_is_422(
    town: Town, resident: Resident, fen: object
) -> None:
    contract = {
        "contract_number": "DK99990001",
        "borrower": resident.person_id,
        "amount_fen": fen,
        "method": "01",
        "periods": 120,
        "signed_on": town.today.isoformat(),
    }
    assert (await refusal_of(town.maker, "loans/contracts", contract)).status == 422
    with pytest.raises(Refused) as unknown:
        await town.maker.get("loans/contracts/DK99990001")
    assert unknown.value.status == 404


async def test_whoever_is_not_logged_in_is_401(town: Town, resident: Resident) -> None:
    nobody = visitor(town.bank.client, town.city)
    head, body, signature = str(resident.me.token).split(".")
    forged = f"{head}.{body}.{signature[::-1]}"
    for session in (nobody, Session(nobody.client, town.city, forged)):
        for path in ("withdrawals/applications", "accounts/my/account", "loans/contracts",
                     "notifications/texts", "gateway/me"):  # fmt: skip
            with pytest.raises(Refused) as refusal:
                await session.get(path)
            assert refusal.value.status == 401, path
        application = {"kind": "retirement", "card_number": resident.person.card}
        refused = await refusal_of(session, "withdrawals/applications", application)
        assert refused.status == 401


async def test_whoever_has_another_role_is_403(town: Town, resident: Resident) -> None:
    somewhere = uuid.uuid4()
    decision = {"agree": True, "reason": "同意"}
    for session, path, body in (
        (resident.me, "accounts/employers", {}),
        (resident.me, f"withdrawals/reviews/{somewhere}/proposal", {}),
        (resident.me, "withdrawals/bans", {}),
        (resident.me, "loans/contracts", {}),
        (resident.me, "gateway/staff", {}),
        (town.maker, f"withdrawals/proposals/{somewhere}/decision", decision),
        (town.maker, "withdrawals/applications", {}),
        (town.maker, "gateway/staff", {}),
        (town.checker, f"withdrawals/reviews/{somewhere}/proposal", {}),
        (town.checker, "loans/contracts", {}),
    ):
        assert (await refusal_of(session, path, body)).status == 403, path


async def test_a_poison_message_parks_alone_is_shown_and_can_be_replayed(
    platform: Workbench, town: Town, evidence: Evidence
) -> None:
    queue, event_type = RESERVE_WITHDRAWAL_FUNDS, WithdrawalFundsRequested.type
    poison = _poison(event_type)
    before = await _parked_so_far(evidence, queue.name, event_type)
    operator = Broker(evidence.city.operator_broker_url, "operator")
    try:
        assert await operator.publish([poison]) == [None]
    finally:
        await operator.close()
    applicant = town.one("retired")
    await evidence.paid_once(applicant, await outcome(applicant))

    # The service's own look may have it in hand for a moment.
    listed = await until(
        lambda: evidence.parked_tool("list"), "the poison is parked", lambda found: found.said
    )
    (line,) = listed.said.splitlines()
    name, message_id, kind, *_, error = line.split("\t")
    assert (name, message_id, kind) == (queue.name, str(poison.message_id), event_type)
    assert "missing" in error
    assert "a secret" not in error

    await until(
        lambda: evidence.parked_tool("replay", queue.name, message_id),
        "the poison is replayed",
        lambda done: (done.code, done.said) == (0, "1 replayed\n"),
    )
    await until(
        lambda: _parked_so_far(evidence, queue.name, event_type),
        "the poison was handled and parked again",
        lambda parked: parked == before + 2,
    )
    await until(evidence.parked, "the poison is back among the parked")
    async with platform.platform.rabbitmq.management() as management:
        path = f"/api/queues/{evidence.city.vhost}/{queue.parked}/contents"

        async def emptied() -> bool:
            """Whoever has just looked may still have the message in hand."""
            (await management.delete(path)).raise_for_status()
            return await evidence.parked() == []

        await until(emptied, "the poison is thrown away")


def _poison(event_type: str) -> Message:
    return message("withdrawals", event_type, str(uuid.uuid4()), b'{"card": "a secret"}')


async def _parked_so_far(evidence: Evidence, queue: str, event_type: str) -> int:
    return await handled(evidence.client, evidence.city, queue, event_type, outcome="parked")


async def test_an_application_after_all_that_is_paid(town: Town, evidence: Evidence) -> None:
    applicant = town.one("retired")
    application = await apply(applicant)
    await evidence.paid_once(applicant, await reached(applicant, application["id"], FINAL))
    await evidence.books_agree()
