"""R-WDR-45, 46 and E74 at the counter: a death, who inherits, every share to its heir's own card, once."""

import json
import uuid
from datetime import UTC, date, datetime
from typing import Any

from tests.support.callers import by_two
from tests.support.two_people import staff

from city.seed.people import checked
from shared.base.identifiers import ResidentId
from shared.identity.principal import Principal, Role
from shared.messages.accounts import FundsPosted, FundsRestored
from shared.messages.cards import CardCheckAsked, CardChecked, CardVerdict
from shared.messages.estates import (
    DeathRecorded,
    DeathRevoked,
    EstateFundsRefused,
    EstateFundsRequested,
    EstateFundsReserved,
    EstateRefusal,
    ReservedShare,
)
from shared.messages.settlement import PaymentFailed, PaymentReturned, PaymentSucceeded
from shared.messages.withdrawals import WithdrawalApproved, WithdrawalPaid, WithdrawalReturned
from withdrawals.handlers import applications as handlers
from withdrawals.handlers import cards, estates, late_interest

from .conftest import CARD, OTHER_CARD, Caller, Withdrawals


def caller(withdrawals: Withdrawals, who: Principal) -> Caller:
    headers = {"Authorization": f"Bearer {withdrawals.keys.token(who)}"}
    return Caller(withdrawals.client, headers, None)


GROUNDS = {"reason": "材料齐全", "evidence": ["死亡证明2026-9"]}
IDS = tuple(checked(f"37140219750301{n:03d}", ResidentId.parse) for n in range(3))
E74 = (3_353_055, 3_353_055, 3_353_057)


async def by_staff(withdrawals: Withdrawals, path: str, body: Any) -> Any:
    maker, other = (
        caller(withdrawals, staff(role)) for role in (Role.STAFF_MAKER, Role.STAFF_CHECKER)
    )
    return await by_two(maker, other, path, {**GROUNDS, **body})


def death_body(person: uuid.UUID | None = None, **changes: Any) -> dict[str, Any]:
    body = {"person_id": str(person or uuid.uuid4()), "died_on": "2026-09-12", "source": "paper"}
    return {**GROUNDS, **body, **changes}


async def dead(withdrawals: Withdrawals, person: uuid.UUID | None = None, **changes: Any) -> Any:
    made = await by_staff(withdrawals, "/deaths", death_body(person, **changes))
    assert made.status_code == 200, made.text
    return made.json()["result"]


def heir(place: int, card: str | None = CARD, **changes: Any) -> dict[str, Any]:
    usual = {"name": f"李继承{'甲乙丙'[place]}", "id_number": IDS[place], "card_number": card}
    return usual | changes


THREE = [heir(0), heir(1, OTHER_CARD), heir(2, CARD)]


async def claim(withdrawals: Withdrawals, death: Any, **changes: Any) -> Any:
    body = {"basis": "notary", "heirs": THREE, **changes}
    return await by_staff(withdrawals, f"/deaths/{death['id']}/claims", body)


async def of_type(withdrawals: Withdrawals, kind: type[Any]) -> list[Any]:
    return [one for one in await withdrawals.events() if isinstance(one, kind)]


def reserved(request: EstateFundsRequested, *amounts: int, **changes: Any) -> EstateFundsReserved:
    usual = {
        "estate_id": request.estate_id, "request_id": request.request_id, "account_tail": "0017",
        "principal_fen": sum(amounts), "interest_fen": 0, "reserved_on": request.asked_on,
        "shares": [
            ReservedShare(share_id=one.share_id, amount_fen=fen)
            for one, fen in zip(request.shares, amounts, strict=True)
        ],
    }  # fmt: skip
    return EstateFundsReserved.model_validate(usual | changes)


async def set_aside(withdrawals: Withdrawals, *amounts: int) -> EstateFundsRequested:
    """Let accounts set aside what was asked for last."""
    request: EstateFundsRequested = (await of_type(withdrawals, EstateFundsRequested))[-1]
    told = reserved(request, *amounts)
    await withdrawals.deliver(estates.funds_reserved, told, told)
    return request


async def cards_told(
    withdrawals: Withdrawals, *refused: int, verdict: CardVerdict = CardVerdict.REFUSED
) -> None:
    """Let the bank say of each card asked about whose it is; of those at these places that it is not."""
    asked = await of_type(withdrawals, CardCheckAsked)
    told = [
        CardChecked(
            check_id=one.check_id,
            verdict=verdict if place in refused else CardVerdict.MATCHED,
            reason_code="BE01" if place in refused and verdict is CardVerdict.REFUSED else None,
            checked_on=withdrawals.clock.today(),
        )
        for place, one in enumerate(asked)
    ]
    await withdrawals.deliver(cards.card_checked, *told)
    await withdrawals.deliver(cards.card_checked, *told)


async def held(withdrawals: Withdrawals) -> str:
    """A share that waits for its heir's card."""
    death = await dead(withdrawals)
    await claim(withdrawals, death, heirs=[heir(0, None)])
    await set_aside(withdrawals, 300_000)
    (estate,) = (await shown(withdrawals, death))["estates"]
    payment_id: str = estate["payments"][0]["id"]
    return payment_id


async def shown(withdrawals: Withdrawals, death: Any) -> Any:
    looker = caller(withdrawals, staff(Role.STAFF_CHECKER))
    return (await looker.get(f"/deaths/{death['id']}")).json()


async def states(withdrawals: Withdrawals, death: Any) -> list[tuple[str, str]]:
    (estate,) = (await shown(withdrawals, death))["estates"]
    return [(one["purpose"], one["state"]) for one in estate["payments"]]


def succeeded(order: WithdrawalApproved) -> PaymentSucceeded:
    return PaymentSucceeded(
        application_id=order.application_id, amount_fen=order.amount_fen,
        bank_serial=uuid.uuid4().hex, paid_on=order.approved_on,
    )  # fmt: skip


async def test_e74_three_heirs_one_card_wrong_one_payment_back_and_nobody_paid_twice(
    withdrawals: Withdrawals,
) -> None:
    death = await dead(withdrawals)
    made = await claim(withdrawals, death)
    assert made.status_code == 200, made.text
    request = await set_aside(withdrawals, *E74)
    assert [one.parts for one in request.shares] == [1, 1, 1]
    assert [one["number"] for one in json.loads(request.heirs or "")] == list(IDS)
    asked = await of_type(withdrawals, CardCheckAsked)
    assert [(one.card, one.holder_name) for one in asked] == [
        (CARD, "李继承甲"), (OTHER_CARD, "李继承乙"), (CARD, "李继承丙"),
    ]  # fmt: skip
    await cards_told(withdrawals, 1)
    assert await states(withdrawals, death) == [
        ("share", "ordered"), ("share", "held"), ("share", "ordered"),
    ]  # fmt: skip
    first, third = await of_type(withdrawals, WithdrawalApproved)
    assert [(one.amount_fen, one.holder_name, one.card) for one in (first, third)] == [
        (3_353_055, "李继承甲", CARD), (3_353_057, "李继承丙", CARD),
    ]  # fmt: skip
    await withdrawals.deliver(handlers.payment_succeeded, succeeded(first), succeeded(first))
    assert len(await of_type(withdrawals, WithdrawalPaid)) == 1
    # The bank refuses the third for good; a success told afterwards cannot be.
    failed = PaymentFailed(
        application_id=third.application_id, reason_code="AC04", reason_text="closed"
    )
    await withdrawals.deliver(handlers.payment_failed, failed)
    _, parked = await withdrawals.deliver(handlers.payment_succeeded, succeeded(third))
    assert parked == ["succeeded cannot be true in state held"]
    (estate,) = (await shown(withdrawals, death))["estates"]
    assert [one["reason"] for one in estate["payments"]] == [
        None,
        "银行卡户名与本人姓名不一致。",
        "银行付款未成功：收款账户已经销户，份额保留在账户中。",
    ]
    # Both are paid to other cards, each once.
    for held in (estate["payments"][1]["id"], estate["payments"][2]["id"]):
        path, body = f"/estate-payments/{held}/card", {"card_number": OTHER_CARD}
        assert (await by_staff(withdrawals, path, body)).status_code == 200
        twice = await by_staff(withdrawals, path, body)
        assert twice.json()["title"] == "not-held"
        (again,) = (await of_type(withdrawals, EstateFundsRequested))[-1].shares
        assert (await of_type(withdrawals, EstateFundsRequested))[-1].instead_of == uuid.UUID(held)
        await set_aside(withdrawals, 3_353_055)
        assert (await by_staff(withdrawals, path, body)).json()["title"] == "not-held"
        await cards_told(withdrawals)
        order = (await of_type(withdrawals, WithdrawalApproved))[-1]
        assert (order.application_id, order.card) == (again.share_id, OTHER_CARD)
        await withdrawals.deliver(handlers.payment_succeeded, succeeded(order))
    assert (await shown(withdrawals, death))["estates"][0]["state"] == "paid"
    # One of them comes back: it is that heir's, and open again.
    back = PaymentReturned(
        application_id=first.application_id, amount_fen=first.amount_fen, bank_serial="R1",
        reason_code="AC04", reason_text="closed", returned_on=withdrawals.clock.today(),
    )  # fmt: skip
    await withdrawals.deliver(handlers.payment_returned, back, back)
    assert len(await of_type(withdrawals, WithdrawalReturned)) == 1
    assert (await shown(withdrawals, death))["estates"][0]["state"] == "paying"
    second = await claim(withdrawals, death)
    assert second.json()["title"] == "estate-stands"


async def test_r_wdr_45_a_payment_after_death_comes_back_and_is_a_supplement_by_itself(
    withdrawals: Withdrawals,
) -> None:
    holder = withdrawals.citizen()
    paid_id = await withdrawals.paid(holder)
    death = await dead(withdrawals, holder.person_id)
    (after,) = (await shown(withdrawals, death))["paid_after_death"]
    assert (after["application_id"], after["state"]) == (paid_id, "paid")
    await claim(withdrawals, death, heirs=[heir(0), heir(1, None, parts=2)])
    await set_aside(withdrawals, 100, 200)
    await cards_told(withdrawals)
    assert await states(withdrawals, death) == [("share", "ordered"), ("share", "held")]
    assert holder.person_id is not None
    restored = FundsRestored(
        application_id=uuid.UUID(paid_id), person_id=holder.person_id, amount_fen=120_000,
        restored_on=withdrawals.clock.today(),
    )  # fmt: skip
    await withdrawals.deliver(estates.money_came_back, restored)
    request = (await of_type(withdrawals, EstateFundsRequested))[-1]
    assert [one.parts for one in request.shares] == [1, 2]
    await withdrawals.deliver(estates.money_came_back, restored)
    await set_aside(withdrawals, 40_000, 80_000)
    await cards_told(withdrawals)
    assert (await states(withdrawals, death)).count(("supplement", "ordered")) == 1
    assert (await states(withdrawals, death)).count(("supplement", "held")) == 1
    own = (await of_type(withdrawals, WithdrawalApproved))[-1]
    posted = FundsPosted(
        application_id=own.application_id, person_id=holder.person_id, amount_fen=40_000,
        posted_on=withdrawals.clock.today(), account_closed=False,
    )  # fmt: skip
    before = len(await of_type(withdrawals, EstateFundsRequested))
    await withdrawals.deliver(late_interest.funds_posted, posted)
    rest = await of_type(withdrawals, EstateFundsRequested)
    assert len(rest) == before + 1, "whatever lies there still is asked for"
    nothing = EstateFundsRefused(
        estate_id=rest[-1].estate_id, request_id=rest[-1].request_id,
        reason_code=EstateRefusal.NOTHING,
    )  # fmt: skip
    await withdrawals.deliver(estates.funds_refused, nothing)
    assert (await shown(withdrawals, death))["estates"][0]["refusal_text"] is None
    assert ("supplement", "nothing") in await states(withdrawals, death)


async def test_r_wdr_45_what_the_dead_had_running_ends(withdrawals: Withdrawals) -> None:
    withdrawals.clock.advance(datetime(2026, 10, 12, 2, tzinfo=UTC) - withdrawals.clock.now())
    holder = withdrawals.citizen()
    agreed = await holder.post(
        "/agreements", {"kind": "rent", "every": "month", "card_number": CARD}
    )
    assert agreed.status_code in (200, 201, 202), agreed.text
    open_id = await holder.apply()
    refused = await by_staff(
        withdrawals, "/deaths",
        {"person_id": str(holder.person_id), "died_on": "2026-10-13", "source": "paper"},
    )  # fmt: skip
    assert refused.json()["title"] == "died-later"
    death = await dead(withdrawals, holder.person_id, source="register")
    assert (await withdrawals.case(open_id))["refusal_code"] == "deceased"
    (agreement,) = (await holder.get("/agreements")).json()["items"]
    assert agreement["state"] == "ended"
    (told,) = await of_type(withdrawals, DeathRecorded)
    assert (told.person_id, told.died_on) == (holder.person_id, date(2026, 9, 12))
    again = await by_staff(
        withdrawals, "/deaths",
        {"person_id": str(holder.person_id), "died_on": "2026-09-13", "source": "paper"},
    )  # fmt: skip
    assert again.json()["title"] == "death-stands"
    # It was somebody of the same name: two people take it back, once.
    path = f"/deaths/{death['id']}/revocation"
    assert (await by_staff(withdrawals, path, {})).status_code == 200
    assert len(await of_type(withdrawals, DeathRevoked)) == 1
    assert (await by_staff(withdrawals, path, {})).json()["title"] == "death-revoked"
    assert (await claim(withdrawals, death)).json()["title"] == "death-revoked"
    anew = await dead(withdrawals, holder.person_id)
    assert anew["id"] != death["id"]


async def test_r_wdr_46_a_declaration_has_its_limit_and_what_is_refused_is_claimed_anew(
    withdrawals: Withdrawals,
) -> None:
    death = await dead(withdrawals)
    await claim(withdrawals, death, basis="declaration")
    request = (await of_type(withdrawals, EstateFundsRequested))[-1]
    assert request.most_fen == 5_000_000
    refused = EstateFundsRefused(
        estate_id=request.estate_id, request_id=request.request_id,
        reason_code=EstateRefusal.TOO_MUCH, amount_fen=5_000_001,
    )  # fmt: skip
    await withdrawals.deliver(estates.funds_refused, refused, refused)
    (estate,) = (await shown(withdrawals, death))["estates"]
    assert (estate["state"], estate["refusal_text"]) == (
        "refused",
        "本息合计50,000.01元。账户本息超过小额遗产限额，须提交公证书或者法院文书。",
    )
    assert (await claim(withdrawals, death)).status_code == 200, "by a notary's paper it may be"
    stands = await by_staff(withdrawals, f"/deaths/{death['id']}/revocation", {})
    assert stands.json()["title"] == "estate-stands"


async def test_r_wdr_45_nobody_inherits_and_what_is_unclear_is_refused(
    withdrawals: Withdrawals,
) -> None:
    death = await dead(withdrawals)
    for unclear in (
        {"basis": "nobody"},
        {"basis": "court", "heirs": []},
        {"heirs": [heir(0), heir(0)]},
    ):
        assert (await claim(withdrawals, death, **unclear)).json()["title"] == "heirs-unclear"
    assert (await claim(withdrawals, death, basis="nobody", heirs=[])).status_code == 200
    request = (await of_type(withdrawals, EstateFundsRequested))[-1]
    assert request.shares == ()
    await withdrawals.deliver(estates.funds_reserved, reserved(request, principal_fen=300_000))
    assert (await shown(withdrawals, death))["estates"][0]["state"] == "income"


async def test_r_wdr_45_a_payment_on_its_way_is_waited_for(withdrawals: Withdrawals) -> None:
    holder = withdrawals.citizen()
    await withdrawals.approved(holder)
    death = await dead(withdrawals, holder.person_id)
    assert (await claim(withdrawals, death)).json()["title"] == "money-under-way"


async def test_r_wdr_46_staff_who_inherit_are_named_to_accounts(withdrawals: Withdrawals) -> None:
    death = await dead(withdrawals)
    maker, checker = staff(Role.STAFF_MAKER), staff(Role.STAFF_CHECKER)
    now = withdrawals.clock.now()
    await withdrawals.context.pool.executemany(
        "INSERT INTO staff_standing (identity_id, role, active, person_id, since, changed_at) "
        "VALUES ($1, $2, true, $3, $4, $4)",
        [(one.identity_id, one.role.value, one.own_person_id, now) for one in (maker, checker)],
    )
    path = f"/deaths/{death['id']}/claims"
    body = {**GROUNDS, "basis": "notary", "heirs": THREE}
    done = await by_two(caller(withdrawals, maker), caller(withdrawals, checker), path, body)
    assert done.status_code == 200, done.text
    request = (await of_type(withdrawals, EstateFundsRequested))[-1]
    assert set(request.staff) == {maker.own_person_id, checker.own_person_id}
