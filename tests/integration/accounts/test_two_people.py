"""Whatever the centre does for an employer or a person takes two of it: every operation, every trick."""

import itertools
import uuid
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import pytest
from tests.support.credit import fine
from tests.support.policies import drafted
from tests.support.two_people import holds_against_insiders, staff

from accounts.operations import OPERATIONS
from accounts.work.verification import verify_when_due
from city.seed.people import checked
from shared.base.identifiers import ResidentId
from shared.identity.principal import Role

from .conftest import GROUNDS, Accounts, Person, employee, employer_body
from .moving_in import moving_in_read
from .test_registrations import submitted

OPENED = date(2026, 1, 1)
Asked = tuple[str, dict[str, Any]]
RICH_FEN = 60_000_000
_pairs = itertools.count(10)
PAYER_ACCOUNT = "6222021612000000019"


async def registration(_accounts: Accounts) -> Asked:
    return "/employers", employer_body()


async def online_registration(accounts: Accounts) -> Asked:
    applicant, _ = await submitted(accounts)
    return f"/registrations/{applicant.registration_id}/proposal", {}


async def signing(accounts: Accounts) -> Asked:
    return f"/employers/{await accounts.employer()}/agreement", {"version": "2026-2"}


async def revocation(accounts: Accounts) -> Asked:
    return f"/employers/{await accounts.employer()}/agreement/revocation", {}


async def opening(accounts: Accounts) -> Asked:
    """For somebody whom the fund knows: the old account was closed by a withdrawal."""
    person = await accounts.saver()
    await accounts.pay(await accounts.reserve(person))
    body = {"employees": [employee(person.id_number), employee()]}
    return f"/employers/{await accounts.employer()}/accounts", body


async def _colleague(accounts: Accounts) -> Person:
    (person,) = await accounts.people(await accounts.employer(), 600_000, opened_on=OPENED)
    return person


async def sealing(accounts: Accounts) -> Asked:
    person = await _colleague(accounts)
    item = {"account_number": person.account_number, "reason": "retired"}
    return "/accounts/seal", {"items": [item]}


async def centre_sealing(accounts: Accounts) -> Asked:
    person = await _colleague(accounts)
    body = {"seal_reason": "terminated", "employment_ended_on": "2026-01-05"}
    return f"/accounts/{person.account_number}/centre-seal", body


async def unsealing(accounts: Accounts) -> Asked:
    person = await _colleague(accounts)
    await accounts.seal(person)
    item = {"account_number": person.account_number, "effective_month": "2026-08"}
    return "/accounts/unseal", {"items": [item]}


async def rebasing(accounts: Accounts) -> Asked:
    person = await _colleague(accounts)
    item = {"account_number": person.account_number, "base_fen": 650_000}
    return "/accounts/base", {"items": [{**item, "effective_month": "2026-07"}]}


async def unfreezing(accounts: Accounts) -> Asked:
    person = await accounts.saver(RICH_FEN)
    path = f"/accounts/{person.account_number}"
    await accounts.staff.done(f"{path}/freeze", {"reason": "法院文书1"})
    return f"{path}/unfreeze", {}


async def freezing(accounts: Accounts) -> Asked:
    """It is frozen at once; another person holds it against the authority's document."""
    person = await accounts.saver(RICH_FEN)
    return f"/accounts/{person.account_number}/freeze", {}


async def confirming(accounts: Accounts) -> Asked:
    person = await _colleague(accounts)
    number = (await accounts.facts(person))["employer_number"]
    drafted = await accounts.staff.done(f"/employers/{number}/lists", {"month": "2026-01"})
    return f"/lists/{drafted['id']}/confirmation", {}


async def cancelling(accounts: Accounts) -> Asked:
    person = await _colleague(accounts)
    number = (await accounts.facts(person))["employer_number"]
    confirmed = await accounts.confirmed(number, "2026-01")
    return f"/lists/{confirmed['id']}/cancellation", {}


async def moving_in(accounts: Accounts) -> Asked:
    person = await _colleague(accounts)
    number = (await accounts.facts(person))["employer_number"]
    row = {"account_number": person.account_number, "balance_fen": 100, "paid_up_to": "2026-01"}
    body = {"as_of": "2026-02-01", "head_count": 1, "total_fen": 100, "source": "原系统余额表"}
    return f"/employers/{number}/opening-balances", {**body, "rows": [row]}


async def moving_in_by_files(accounts: Accounts) -> Asked:
    number = await accounts.employer()
    return f"/moving-ins/{await moving_in_read(accounts, number)}/signature", {}


async def posting(_accounts: Accounts) -> Asked:
    lines = [{"subject": "41102", "debit_fen": 5}, {"subject": "101", "credit_fen": 5}]
    return "/books/vouchers", {"month": "2026-03", "summary": "手续费", "lines": lines}


async def closing_a_month(accounts: Accounts) -> Asked:
    await verify_when_due(accounts.context, 0)
    return "/books/periods/2026-02/closing", {}


async def closing_a_year(accounts: Accounts) -> Asked:
    await verify_when_due(accounts.context, 0)
    return "/books/years/2025/closing", {"risk_reserve_fen": 0, "management_fee_fen": 0}


async def changing(accounts: Accounts) -> Asked:
    _, body = await rebasing(accounts)
    number = await _employer_of(accounts, body["items"][0]["account_number"])
    items = [{"kind": "base", "reason": "调薪", **item} for item in body["items"]]
    return f"/employers/{number}/changes", {"items": items}


async def _employer_of(accounts: Accounts, account_number: str) -> str:
    found = "SELECT employer_number FROM individual_account WHERE number = $1"
    return str(await accounts.pool.fetchval(found, account_number))


async def changing_ratio(accounts: Accounts) -> Asked:
    body = {"employer_ratio_bp": 900, "employee_ratio_bp": 900, "effective_month": "2026-12"}
    return f"/employers/{await accounts.employer()}/ratio", {**body, "remark": "调整"}


async def round_of_july(accounts: Accounts) -> Asked:
    person = await _colleague(accounts)
    number = await _employer_of(accounts, person.account_number)
    item = {"account_number": person.account_number, "base_fen": 650_000}
    return f"/employers/{number}/base-round", {"year": 2026, "items": [item]}


async def allotting(accounts: Accounts) -> Asked:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    listed = await accounts.confirmed(number, "2026-01")
    serial = f"S{uuid.uuid4().hex[:20]}"
    await accounts.credit("谢谢", listed["total_fen"], bank_serial=serial)
    parts = [{"bank_serial": serial, "amount_fen": listed["total_fen"]}]
    return f"/lists/{listed['id']}/allotment", {"parts": parts}


async def refunding(accounts: Accounts) -> Asked:
    serial = f"S{uuid.uuid4().hex[:20]}"
    await accounts.credit("谢谢", 12_345, bank_serial=serial, payer_account=PAYER_ACCOUNT)
    return f"/suspense/{serial}/refund", {"amount_fen": 12_345}


async def paying_back(accounts: Accounts) -> Asked:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01")
    await accounts.people(number, 600_000, opened_on=OPENED)
    path = f"/employers/{number}/back-payments"
    made = await accounts.operator(number).done(path, {"items": []})
    return f"/back-payments/{made['id']}/confirmation", {}


async def not_paying_back(accounts: Accounts) -> Asked:
    path, _ = await paying_back(accounts)
    made = (await accounts.staff.get(path.removesuffix("/confirmation"))).json()
    await accounts.operator(made["employer_number"]).done(path)
    return path.replace("confirmation", "cancellation"), {}


async def deferring(accounts: Accounts) -> Asked:
    body = {
        "from_month": "2026-02", "until_month": "2026-03", "catch_up_by": "2026-06-30",
        "resolution_number": "工会2026-3", "resolution_on": "2026-02-20",
    }  # fmt: skip
    return f"/employers/{await accounts.employer()}/deferrals", body


async def correcting(accounts: Accounts) -> Asked:
    person = await accounts.saver(sealed=None)
    body = {"month": "2026-01", "employer_fen": 1, "employee_fen": 1}
    return f"/accounts/{person.account_number}/corrections", body


async def taking_over(accounts: Accounts) -> Asked:
    """Agreed by the person; the former employer has let its time pass."""
    person, new = await _colleague(accounts), await accounts.employer()
    wanted = {"name": "张三丰", "id_number": person.id_number, "base_fen": 600_000}
    asked = {**wanted, "first_month": "2026-12"}
    made = await accounts.operator(new).done(f"/employers/{new}/transfers", asked)
    citizen = accounts.caller(Role.INDIVIDUAL, person.person_id)
    await citizen.done(f"/my/transfers/{made['id']}/consent", {"agree": True})
    late = "UPDATE account_transfer SET release_by = '2000-01-01' WHERE id = $1"
    await accounts.pool.execute(late, uuid.UUID(made["id"]))
    return f"/transfers/{made['id']}/centre-decision", {}


async def fining(_accounts: Accounts) -> Asked:
    return "/penalties", fine()


async def lifting_a_fine(accounts: Accounts) -> Asked:
    done = await accounts.desk.by_two("/penalties", {**GROUNDS, **fine()})
    return f"/penalties/{done.json()['result']['penalty_id']}/lifting", {}


async def merging(accounts: Accounts) -> Asked:
    """One human by two numbers, one of which is a slip."""
    opened, pair = [], next(_pairs)
    for digit in "34":
        number = await accounts.employer()
        id_ = checked(f"37140219850101{pair:02d}{digit}", ResidentId.parse)
        body = {"employees": [employee(id_)]}
        done = await accounts.staff.done(f"/employers/{number}/accounts", body)
        opened.append(done["accounts"][0]["account_number"])
    sealing = {"items": [{"account_number": opened[1], "reason": "terminated"}]}
    await accounts.staff.done("/accounts/seal", sealing)
    return f"/accounts/{opened[1]}/merges", {"into_account_number": opened[0]}


async def lowering(accounts: Accounts) -> Asked:
    body = {
        "from_month": "2026-03", "until_month": "2026-12", "employer_ratio_bp": 500,
        "employee_ratio_bp": 500, "resolution_number": "工会2026-3", "resolution_on": "2026-02-20",
    }  # fmt: skip
    return f"/employers/{await accounts.employer()}/ratio-lowerings", body


async def ruling(accounts: Accounts) -> Asked:
    listed = await accounts.staff.get("/policies")
    today = accounts.context.clock.today()
    return "/policies", drafted(
        listed.json()["items"], "interest_rate", "rate", "0.016", today=today
    )


ARRANGE: dict[str, Callable[[Accounts], Awaitable[Asked]]] = {
    "employer.register": registration,
    "employer.register_online": online_registration,
    "employer.sign_agreement": signing,
    "employer.revoke_agreement": revocation,
    "accounts.open": opening,
    "accounts.seal": sealing,
    "account.centre_seal": centre_sealing,
    "accounts.unseal": unsealing,
    "accounts.change_base": rebasing,
    "account.unfreeze": unfreezing,
    "account.check_freeze": freezing,
    "remittance_list.confirm": confirming,
    "remittance_list.cancel": cancelling,
    "accounts.move_in": moving_in,
    "accounts.move_in_files": moving_in_by_files,
    "voucher.post": posting,
    "period.close": closing_a_month,
    "year.close": closing_a_year,
    "accounts.change": changing,
    "employer.change_ratio": changing_ratio,
    "accounts.base_round": round_of_july,
    "suspense.allot": allotting,
    "suspense.refund": refunding,
    "back_payment.confirm": paying_back,
    "back_payment.cancel": not_paying_back,
    "employer.defer": deferring,
    "employer.lower_ratio": lowering,
    "employer.fine": fining,
    "employer.lift_fine": lifting_a_fine,
    "deposit.correct": correcting,
    "account.transfer": taking_over,
    "account.merge": merging,
    "policy.enact": ruling,
}
OF_PERSONS = {
    "accounts.open", "accounts.seal", "account.centre_seal", "accounts.unseal", "accounts.change_base",
    "account.unfreeze", "account.check_freeze", "accounts.move_in", "accounts.change", "accounts.base_round",
    "deposit.correct", "account.transfer", "account.merge",
}  # fmt: skip


def test_every_operation_is_tried() -> None:
    """Setting messages aside is every service's: tests/integration/shared/test_parking.py."""
    assert set(ARRANGE) == {operation.kind for operation in OPERATIONS} - {
        "parked_message.set_aside"
    }


@pytest.mark.parametrize("kind", ARRANGE)
async def test_no_insider_gets_it_done_alone(accounts: Accounts, kind: str) -> None:
    path, body = await ARRANGE[kind](accounts)
    done = await holds_against_insiders(accounts.desk, path, {**GROUNDS, **body})
    assert (done["kind"], done["state"]) == (kind, "executed")
    affected = await accounts.pool.fetchval(
        "SELECT cardinality(person_ids) FROM proposal WHERE id = $1", uuid.UUID(done["proposal_id"])
    )
    assert (affected > 0) == (kind in OF_PERSONS), "whose account it is may not touch it"


async def test_a_freeze_is_one_person_s_and_its_end_is_not(accounts: Accounts) -> None:
    person = await accounts.saver(RICH_FEN)
    path = f"/accounts/{person.account_number}"
    maker = accounts.as_(staff(Role.STAFF_MAKER))
    await maker.done(f"{path}/freeze", {"reason": "法院文书1"})
    without_paper = await maker.post(f"{path}/unfreeze", {"reason": "口头通知"})
    assert (without_paper.status_code, without_paper.json()["title"]) == (422, "evidence-needed")
    await maker.done(f"{path}/unfreeze", GROUNDS)
    assert (await accounts.facts(person))["state"] == "06"


async def test_what_is_only_proposed_changes_nothing_and_tells_nobody(accounts: Accounts) -> None:
    person = await _colleague(accounts)
    before = len(await accounts.events())
    item = {"account_number": person.account_number, "reason": "retired"}
    maker = accounts.as_(staff(Role.STAFF_MAKER))
    asked = await maker.post("/accounts/seal", {"items": [item], **GROUNDS})
    assert asked.status_code == 202
    assert (await accounts.facts(person))["state"] == "01"
    assert len(await accounts.events()) == before
    no_reason = await maker.post("/accounts/seal", {"items": [item]})
    assert (no_reason.status_code, no_reason.json()["title"]) == (422, "reason-needed")
