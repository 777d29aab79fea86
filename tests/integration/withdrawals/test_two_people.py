"""Every operation of withdrawals that takes two people, against one who tries to be both."""

import uuid
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from tests.support.callers import by_two
from tests.support.policies import drafted
from tests.support.two_people import Desk, holds_against_insiders, staff

from shared.identity.principal import Principal, Role
from withdrawals.dossier import Outcome, Register, Told
from withdrawals.handlers import gathering
from withdrawals.operations import OPERATIONS

from . import test_estates as estates
from .conftest import CARD, Caller, Withdrawals
from .test_bans import ban_body
from .test_papers import FACTS, upload

Asked = tuple[str, dict[str, Any]]
"""Path and body."""


async def _review(withdrawals: Withdrawals, proposal: str) -> Asked:
    application_id = await withdrawals.in_review()
    return f"/reviews/{application_id}/proposal", {"proposal": proposal}


async def _approve(withdrawals: Withdrawals) -> Asked:
    return await _review(withdrawals, "approve")


async def _reject(withdrawals: Withdrawals) -> Asked:
    return await _review(withdrawals, "reject")


async def _ban(_withdrawals: Withdrawals) -> Asked:
    return "/bans", ban_body(uuid.uuid4())


async def _lift(withdrawals: Withdrawals) -> Asked:
    path, body = await _ban(withdrawals)
    maker, checker = (
        caller(withdrawals, staff(role)) for role in (Role.STAFF_MAKER, Role.STAFF_CHECKER)
    )
    made = await by_two(maker, checker, path, body)
    return f"/bans/{made.json()['result']['id']}/lift", {}


async def _days(_withdrawals: Withdrawals) -> Asked:
    days = [{"day": "2026-10-12", "is_workday": True}]
    return "/calendar/days", {"days": days, "source": "通知"}


async def _papers(withdrawals: Withdrawals) -> Asked:
    citizen = withdrawals.citizen()
    application_id = await citizen.apply("purchase")
    silent = {Register.MARRIAGE: Told(Outcome.NO), Register.HOMES: Told(Outcome.UNKNOWN)}
    async with withdrawals.context.unit() as unit:
        await gathering.conclude(unit, uuid.UUID(application_id), silent)
    await upload(citizen, application_id)
    await citizen.done(f"/applications/{application_id}/papers/hand-in")
    return f"/paper-reviews/{application_id}/acceptance", FACTS


async def _counter(_withdrawals: Withdrawals) -> Asked:
    asked = {"kind": "retirement", "card_number": CARD, "acting": "self", "unreachable": True}
    return "/counter-applications", {"person_id": str(uuid.uuid4()), **asked}


async def _consent(_withdrawals: Withdrawals) -> Asked:
    return "/paper-consents", {"id_number": "371402199002021244"}


async def _death(_withdrawals: Withdrawals) -> Asked:
    return "/deaths", estates.death_body()


async def _revocation(withdrawals: Withdrawals) -> Asked:
    return f"/deaths/{(await estates.dead(withdrawals))['id']}/revocation", {}


async def _claim(withdrawals: Withdrawals) -> Asked:
    death = await estates.dead(withdrawals)
    return f"/deaths/{death['id']}/claims", {"basis": "notary", "heirs": estates.THREE}


async def _share_again(withdrawals: Withdrawals) -> Asked:
    return f"/estate-payments/{await estates.held(withdrawals)}/card", {"card_number": CARD}


async def _ruling(withdrawals: Withdrawals) -> Asked:
    listed = await withdrawals.caller(Role.STAFF_MAKER).get("/policies")
    today = withdrawals.context.clock.today()
    draft = drafted(listed.json()["items"], "rent", "ground.person_month_fen", 150_000, today=today)
    return "/policies", draft


ASK: dict[str, Callable[[Withdrawals], Awaitable[Asked]]] = {
    "withdrawal.approve": _approve,
    "withdrawal.reject": _reject,
    "papers.accept": _papers,
    "counter.apply": _counter,
    "ban.impose": _ban,
    "ban.lift": _lift,
    "calendar.edit": _days,
    "death.record": _death,
    "death.revoke": _revocation,
    "estate.claim": _claim,
    "estate.pay_again": _share_again,
    "consent.take": _consent,
    "policy.enact": _ruling,
}


def caller(withdrawals: Withdrawals, who: Principal) -> Caller:
    headers = {"Authorization": f"Bearer {withdrawals.keys.token(who)}"}
    return Caller(withdrawals.client, headers, None)


def test_every_operation_is_tried() -> None:
    """Setting messages aside is every service's: tests/integration/shared/test_parking.py."""
    assert set(ASK) == {operation.kind for operation in OPERATIONS} - {"parked_message.set_aside"}


@pytest.mark.parametrize("kind", ASK)
async def test_no_insider_gets_it_done_alone(withdrawals: Withdrawals, kind: str) -> None:
    path, body = await ASK[kind](withdrawals)
    desk = Desk(withdrawals.context, lambda who: caller(withdrawals, who))
    grounds = {"reason": "材料齐全", "evidence": ["1号"]}
    done = await holds_against_insiders(desk, path, {**body, **grounds})
    assert (done["kind"], done["state"]) == (kind, "executed")


@pytest.mark.parametrize(
    ("principal_fen", "who", "refused"),
    [
        (9_998_765, "new", None),  # 99,999.99 yuan with its interest
        (9_998_766, "new", "newcomer"),
        (9_998_766, "checker", None),
        (19_998_765, "checker", None),
        (19_998_766, "checker", "not-entitled"),
        (19_998_766, "senior", None),
    ],
)
async def test_large_sums_need_somebody_who_has_been_here_and_larger_ones_a_senior(
    withdrawals: Withdrawals, principal_fen: int, who: str, refused: str | None
) -> None:
    application_id = await withdrawals.citizen().apply("sentenced")
    await withdrawals.debt_checked(application_id)
    await withdrawals.reserved(application_id, principal_fen=principal_fen, seal_reason="sentenced")
    known = staff(Role.STAFF_MAKER)
    checker = Principal(uuid.uuid4(), Role.STAFF_CHECKER, None, None, "王*", "web", None,
                        who == "senior", None if who == "new" else known.active_since)  # fmt: skip
    path = f"/reviews/{application_id}/proposal"
    answer = await by_two(
        caller(withdrawals, known), caller(withdrawals, checker), path, {"proposal": "approve"}
    )
    assert (answer.json().get("title") if answer.is_error else None) == refused, answer.text
