"""A request for every operation that is right in all but the asker: about real things, and whose they are."""

import hashlib
import itertools
import secrets
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pyotp
from tests.integration.accounts import test_hardship as hardship_cases
from tests.integration.accounts import test_registrations as registering
from tests.integration.accounts.conftest import GROUNDS, Caller, Person, employee, employer_body
from tests.integration.accounts.moving_in import moving_in_read
from tests.integration.accounts.test_two_people import merging
from tests.integration.documents import conftest as documents_
from tests.integration.documents.test_dunning import letter
from tests.integration.gateway.conftest import ID_NUMBER, UNKNOWN_ID
from tests.integration.loans.conftest import Lent, contract_body, know, lend
from tests.integration.loans.money import LOST, OTHER_CARD, Borrowed, borrow
from tests.integration.loans.moving_in import Move as MovingLoans
from tests.integration.loans.moving_in import citizen
from tests.integration.loans.test_moving_in import E06, past_loan
from tests.integration.loans.test_two_people import payee
from tests.integration.portal.conftest import Publisher
from tests.integration.settlement.test_odd_entries import ONE_IN_DOLLARS, read, set_aside
from tests.integration.settlement.test_reconciliation import Books
from tests.integration.settlement.test_two_ends import planted
from tests.integration.settlement.test_who_may_what import DAY, plant
from tests.integration.wechat import conftest as wechat_
from tests.integration.withdrawals import test_estates as estates
from tests.integration.withdrawals.conftest import CARD, funds_refused
from tests.integration.withdrawals.test_papers import FACTS, upload
from tests.support import callers
from tests.support.callers import photograph
from tests.support.credit import fine
from tests.support.sheets import csv
from tests.support.telling import received
from tests.support.two_people import LONG_AGO, Desk, staff

from accounts.domain import Month
from accounts.store import verifications
from accounts.work.list_files import read_next
from city.seed import people
from documents.domain import Printed
from documents.handlers import dunning, printed
from gateway.handlers.phones import PROVING
from gateway.sealed import TOTP_SECRET
from gateway.secrets_at_rest import query_password_key
from gateway.store import query_passwords
from hotline.handlers import agents, notes, recordings
from hotline.store.calls import Call
from loans.handlers import deaths
from loans.rules.agreements import TERMS_VERSION
from settlement.iso20022 import read_notification
from shared.identity.principal import ALL_RIGHTS, BUSINESS, STAFF, Principal, Role
from shared.messages.estates import DeathRecorded
from shared.messages.gateway import ConfirmationCodeIssued
from shared.messaging.topology import SERVICES
from simulators.wechat.account import xml_of
from withdrawals.dossier import Outcome, Register, Told
from withdrawals.handlers import applications
from withdrawals.handlers import gathering as facts

from .conftest import Hall

A_PASSWORD = "correct horse battery staple"
CALLER = 8_801
"""Who has a query password, by the number in the seed's people; the same each time."""
A_FILE = {"Content-Type": "application/octet-stream"}


@dataclass(frozen=True)
class Asked:
    """What to send; `owner` says whose it is where that is not the town's owner."""

    path: dict[str, str] = field(default_factory=dict)
    body: Any = None
    query: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes | None = None
    """A file in the stead of a body."""
    owner: uuid.UUID | None = None
    session: uuid.UUID | None = None
    """In which the owner must ask, where any of theirs will not do."""
    maker: uuid.UUID | None = None
    """Which member of staff may ask, where not any may."""


@dataclass
class Town:
    """Two employers with a person each: one owns what is asked about, the other is a stranger."""

    hall: Hall
    employer: str
    other_employer: str
    owner: Person
    stranger: Person
    loan: Lent
    marks: tuple[str, ...]
    """What only the owner may read."""

    def principal(self, role: Role, *, stranger: bool = False, owner: Any = None) -> Principal:
        """Somebody of a role; the same each time."""
        person = employer = None
        if role is Role.INDIVIDUAL:
            person = self.stranger.person_id if stranger else owner or self.owner.person_id
        if role is Role.EMPLOYER_OPERATOR:
            employer = self.other_employer if stranger else self.employer
        identity = uuid.uuid5(uuid.NAMESPACE_OID, f"{role} {person} {employer}")
        return Principal(
            identity, role, person, employer, "张*", "hotline" if role is Role.KIOSK else "web",
            senior=role is Role.STAFF_CHECKER, active_since=LONG_AGO,
            rights=ALL_RIGHTS if employer else frozenset(),
        )  # fmt: skip


async def town_in(hall: Hall) -> Town:
    """Make the town."""
    accounts = hall.accounts
    employer, other = await accounts.employer(), await accounts.employer()
    (owner,) = await accounts.people(employer, 600_000, opened_on=date(2025, 6, 1))
    (stranger,) = await accounts.people(other, 600_000)
    await accounts.remit(employer, "2025-06")
    await know(hall.loans.context, owner.person_id, stranger.person_id)
    loan = await lend(hall.loans, borrower=str(owner.person_id))
    loan = replace(loan, borrower=owner.person_id)
    await lend(hall.loans, borrower=str(stranger.person_id))
    for person in (owner, stranger):
        await hall.subscriber(person.person_id)
    marks = (owner.account_number, str(owner.person_id), loan.number)
    return Town(hall, employer, other, owner, stranger, loan, marks)


Arrange = Callable[[Town], Awaitable[Asked]]
ARRANGE: dict[str, Arrange] = {}


def asks(*operations: str) -> Callable[[Arrange], Arrange]:
    """Register how requests for these operations are made."""

    def register(arrange: Arrange) -> Arrange:
        ARRANGE.update(dict.fromkeys(operations, arrange))
        return arrange

    return register


@asks(
    "GET /accounts/audit", "GET /withdrawals/audit", "GET /loans/audit", "GET /settlement/audit",
    "GET /hotline/audit", "GET /hotline/calls", "GET /hotline/call-backs", "GET /hotline/prompts",
    "GET /hotline/cases", "GET /hotline/figures", "GET /hotline/desk", "GET /hotline/recordings",
    "GET /notifications/audit", "GET /documents/audit", "GET /gateway/audit",
    "GET /accounts/jobs", "GET /withdrawals/jobs", "GET /loans/jobs", "GET /settlement/jobs",
    "GET /notifications/jobs", "GET /documents/jobs", "GET /gateway/jobs", "GET /hotline/jobs",
    "GET /wechat/jobs", "GET /portal/jobs", "GET /credit/jobs", "GET /transfers/jobs",
    "GET /portal/audit", "GET /portal/notices", "GET /portal/proposals",
    "GET /portal/places", "GET /portal/questions",
    "GET /wechat/audit", "GET /wechat/bindings", "GET /wechat/menu",
    "GET /documents/requests", "GET /documents/codes", "GET /documents/proposals",
    "GET /accounts/employers", "GET /accounts/suspense", "GET /accounts/refunds", "GET /accounts/my/account",
    "GET /accounts/hardship-requests",
    "GET /accounts/complaints", "GET /accounts/my/complaints", "GET /accounts/disputes",
    "GET /accounts/disputes/figures",
    "GET /accounts/my/disputes",
    "GET /accounts/my/transfers", "GET /accounts/my/seal-requests", "GET /accounts/seal-requests",
    "GET /accounts/late-employers",
    "GET /accounts/my/entries", "GET /accounts/my/entries/totals", "GET /accounts/my/erasure",
    "GET /accounts/my/entries/export", "GET /withdrawals/types",
    "GET /withdrawals/applications",
    "GET /withdrawals/agreements", "GET /withdrawals/cards", "GET /withdrawals/paper-reviews",
    "GET /withdrawals/deaths",
    "GET /withdrawals/brakes", "GET /withdrawals/look-up-consent",
    "GET /withdrawals/reviews", "GET /withdrawals/overdue", "GET /withdrawals/bans",
    "GET /settlement/payment-orders", "GET /settlement/unknown-payments",
    "GET /settlement/figures", "GET /withdrawals/figures",
    "GET /settlement/reconciliations", "GET /notifications/texts", "GET /gateway/me",
    "GET /notifications/subscription", "GET /notifications/preferences",
    "GET /notifications/deliveries", "GET /gateway/me/logins",
    "GET /gateway/me/sessions", "GET /gateway/me/identity", "GET /gateway/identity-corrections",
    "GET /accounts/merges", "GET /documents/dunning-letters",
    "GET /notifications/undelivered", "GET /notifications/counters",
    "GET /notifications/wordings",
    "GET /notifications/routes", "GET /notifications/proposals", "GET /gateway/staff",
    "GET /gateway/devices", "GET /gateway/dashboards", "GET /gateway/work", "GET /gateway/work/colleagues",
    "GET /gateway/offices",
    "GET /gateway/proposals", "GET /accounts/proposals", "GET /withdrawals/proposals",
    "GET /settlement/proposals", "GET /settlement/odd-entries", "GET /settlement/cross-differences",
    "DELETE /gateway/sessions/current", "GET /loans/agreement-terms",
    "GET /loans/proposals", "GET /loans/debits-under-way", "GET /loans/deaths", "GET /gateway/consents",
    *(f"GET /{service}/personal-data" for service in SERVICES),
)  # fmt: skip
async def _nothing_more(_town: Town) -> Asked:
    return Asked()


@asks("GET /accounts/penalties", "POST /accounts/penalties")
async def _fine(_town: Town) -> Asked:
    return Asked(body={**GROUNDS, **fine()})


@asks("POST /accounts/penalties/{penalty_id}/lifting")
async def _lifted_fine(town: Town) -> Asked:
    done = await town.hall.accounts.desk.by_two("/penalties", {**GROUNDS, **fine()})
    return Asked({"penalty_id": done.json()["result"]["penalty_id"]}, GROUNDS)


@asks("POST /accounts/employers")
async def _new_employer(_town: Town) -> Asked:
    return Asked(body={**employer_body(), **GROUNDS})


@asks(
    "GET /accounts/employers/{employer_number}",
    "GET /accounts/employers/{employer_number}/accounts",
    "GET /accounts/employers/{employer_number}/staff-changes",
    "GET /accounts/employers/{employer_number}/staff-changes/export",
    "GET /accounts/employers/{employer_number}/accounts/export",
    "GET /accounts/employers/{employer_number}/lists/export",
    "GET /accounts/employers/{employer_number}/suspense",
    "GET /accounts/employers/{employer_number}/suspense/export",
    "GET /accounts/employers/{employer_number}/history/export",
    "GET /accounts/employers/{employer_number}/refunds",
    "GET /accounts/employers/{employer_number}/complaints",
    "GET /accounts/employers/{employer_number}/back-payments",
    "GET /accounts/employers/{employer_number}/deferrals",
    "GET /accounts/employers/{employer_number}/ratio-lowerings",
    "GET /accounts/employers/{employer_number}/hardship-requests",
    "GET /accounts/employers/{employer_number}/owed-months",
    "GET /accounts/employers/{employer_number}/opening-balances",
    "GET /accounts/employers/{employer_number}/lists",
    "GET /accounts/employers/{employer_number}/transfers",
    "GET /accounts/employers/{employer_number}/identity-proposals",
)
async def _own_employer(town: Town) -> Asked:
    return Asked({"employer_number": town.employer})


@asks("POST /accounts/employers/{employer_number}/accounts/search")
async def _staff_search(town: Town) -> Asked:
    return Asked({"employer_number": town.employer}, {"text": town.owner.account_number})


@asks("POST /accounts/employers/{employer_number}/agreement")
async def _agreement(town: Town) -> Asked:
    return Asked(
        {"employer_number": await town.hall.accounts.employer()}, {"version": "2026-2", **GROUNDS}
    )


@asks("POST /accounts/employers/{employer_number}/agreement/revocation")
async def _revocation(town: Town) -> Asked:
    return Asked({"employer_number": await town.hall.accounts.employer()}, GROUNDS)


@asks("POST /accounts/employers/{employer_number}/accounts")
async def _new_account(town: Town) -> Asked:
    return Asked({"employer_number": town.employer}, {"employees": [employee()], **GROUNDS})


@asks("POST /accounts/employers/{employer_number}/lists")
async def _new_list(town: Town) -> Asked:
    return Asked({"employer_number": town.employer}, {"month": await _next_month(town)})


@asks(
    "POST /accounts/lists/{list_id}/withdrawal",
    "GET /accounts/lists/{list_id}",
    "GET /accounts/lists/{list_id}/lines",
    "GET /accounts/lists/{list_id}/lines/export",
)
async def _list(town: Town) -> Asked:
    body = {"month": await _next_month(town)}
    path = f"/employers/{town.employer}/lists"
    return Asked({"list_id": (await town.hall.accounts.staff.done(path, body))["id"]})


@asks("POST /accounts/employers/{employer_number}/lists/uploads")
async def _new_list_file(town: Town) -> Asked:
    return Asked(
        {"employer_number": town.employer},
        ["a file that is no list"],
        query={"month": await _next_month(town)},
        headers=A_FILE,
    )


@asks("GET /accounts/lists/template")
async def _template(_town: Town) -> Asked:
    return Asked()


@asks(
    "GET /accounts/list-files/{file_id}",
    "GET /accounts/list-files/{file_id}/errors",
    "GET /accounts/list-files/{file_id}/events",
    "POST /accounts/list-files/{file_id}/acceptance",
)
async def _list_file(town: Town) -> Asked:
    accounts, base = town.hall.accounts, f"/employers/{town.employer}/lists"
    month = await _next_month(town)
    draft = await accounts.staff.done(base, {"month": month})
    lines = (await accounts.staff.get(f"/lists/{draft['id']}/lines")).json()["items"]
    await accounts.staff.done(f"/lists/{draft['id']}/withdrawal")
    rows = [(one["account_number"], one["name"], one["base_fen"] / 100) for one in lines]
    file = await _read(town, month, csv(("个人账号", "姓名", "缴存基数"), *rows))
    return Asked({"file_id": file["id"]}, {"digest": file["digest"]})


@asks("GET /accounts/list-files/{file_id}/marked")
async def _flawed_list_file(town: Town) -> Asked:
    file = await _read(
        town, await _next_month(town), csv(("个人账号", "姓名", "缴存基数"), ("1", "", ""))
    )
    return Asked({"file_id": file["id"]})


@asks("GET /accounts/employers/{employer_number}/drafts/{page}")
async def _draft(town: Town) -> Asked:
    return Asked({"employer_number": town.employer, "page": "month"})


@asks("POST /accounts/employers/{employer_number}/drafts/{page}")
async def _save_draft(town: Town) -> Asked:
    content = {"version": 0, "content": "[]"}
    return Asked({"employer_number": town.employer, "page": "asking"}, content)


@asks("POST /accounts/list-files/{file_id}/corrections")
async def _corrected_list_file(town: Town) -> Asked:
    flawed = await _flawed_list_file(town)
    return Asked(flawed.path, {"cells": [{"row": 2, "column": "C", "text": "6000"}]})


async def _read(town: Town, month: str, data: bytes) -> Any:
    """Upload a list and have it read, and whatever else waits to be read."""
    accounts = town.hall.accounts
    operator = accounts.operator(town.employer)
    sent = await accounts.client.post(
        f"/api/accounts/employers/{town.employer}/lists/uploads",
        params={"month": month},
        content=data,
        headers={**operator.headers, **A_FILE, "Idempotency-Key": uuid.uuid4().hex},
    )
    while await read_next(accounts.context):
        pass
    return (await operator.get(f"/list-files/{sent.json()['id']}")).json()


@asks("POST /accounts/lists/{list_id}/confirmation")
async def _list_confirmed(town: Town) -> Asked:
    return replace(await _list(town), body=GROUNDS)


async def _next_month(town: Town) -> str:
    """The month after the last one that is booked, once no other list is under way."""
    accounts, path = town.hall.accounts, f"/employers/{town.employer}/lists"
    for one in (await accounts.staff.get(path)).json()["items"]:
        if one["state"] == "draft":
            await accounts.staff.done(f"/lists/{one['id']}/withdrawal")
        if one["state"] == "confirmed":
            await accounts.credit(one["payment_reference"], one["total_fen"])
    items = (await accounts.staff.get(path)).json()["items"]
    latest = max(one["month"] for one in items if one["state"] == "booked")
    return str(Month.parse(latest).plus(1))


async def _colleague(town: Town) -> Person:
    (person,) = await town.hall.accounts.people(town.employer, 600_000)
    return person


@asks("POST /accounts/accounts/seal")
async def _seal(town: Town) -> Asked:
    person = await _colleague(town)
    item = {"account_number": person.account_number, "reason": "retired"}
    return Asked(body={"items": [item], **GROUNDS})


@asks("POST /accounts/accounts/unseal")
async def _unseal(town: Town) -> Asked:
    person = await _colleague(town)
    await town.hall.accounts.seal(person)
    item = {"account_number": person.account_number, "effective_month": "2026-08"}
    return Asked(body={"items": [item], **GROUNDS})


@asks("POST /accounts/accounts/base")
async def _base(town: Town) -> Asked:
    person = await _colleague(town)
    item = {"account_number": person.account_number, "base_fen": 650_000, "reason": "调薪"}
    return Asked(body={"items": [{**item, "effective_month": "2026-12"}], **GROUNDS})


@asks(
    "POST /accounts/employers/{employer_number}/changes",
    "POST /accounts/employers/{employer_number}/changes/preview",
)
async def _changes(town: Town) -> Asked:
    asked = await _base(town)
    items = [{"kind": "base", **item} for item in asked.body["items"]]
    return Asked({"employer_number": town.employer}, {"items": items, **GROUNDS})


@asks("POST /accounts/employers/{employer_number}/ratio")
async def _ratio(town: Town) -> Asked:
    body = {"employer_ratio_bp": 900, "employee_ratio_bp": 900, "effective_month": "2026-12"}
    return Asked({"employer_number": town.employer}, {**body, "remark": "调整", **GROUNDS})


@asks("GET /accounts/employers/{employer_number}/base-round")
async def _base_round(town: Town) -> Asked:
    return Asked({"employer_number": town.employer}, query={"year": "2027"})


@asks("POST /accounts/employers/{employer_number}/base-round")
async def _bases_of_july(town: Town) -> Asked:
    page = await town.hall.accounts.staff.get(
        f"/employers/{town.employer}/base-round", year=2027, limit=200
    )
    people = page.json()["items"]
    items = [{"account_number": one["account_number"], "base_fen": 650_000} for one in people]
    body = {"year": 2027, "items": items, **GROUNDS}
    return Asked({"employer_number": town.employer}, body)


def _take_over(person: Person) -> dict[str, object]:
    body = {"name": "张三丰", "id_number": person.id_number, "base_fen": 600_000}
    return {**body, "first_month": "2026-12"}


@asks("POST /accounts/employers/{employer_number}/transfers")
async def _transfer(town: Town) -> Asked:
    former = await town.hall.accounts.employer()
    (person,) = await town.hall.accounts.people(former, 600_000)
    return Asked({"employer_number": town.employer}, _take_over(person))


async def _asked(town: Town, former: str, new: str) -> tuple[str, Person]:
    """A transfer that an employer has asked for."""
    (person,) = await town.hall.accounts.people(former, 600_000)
    path = f"/employers/{new}/transfers"
    made = await town.hall.accounts.operator(new).done(path, _take_over(person))
    return str(made["id"]), person


@asks("POST /accounts/employers/{employer_number}/accounts/{account_number}/identity-proposals")
async def _other_name(town: Town) -> Asked:
    person = await _colleague(town)
    path = {"employer_number": town.employer, "account_number": person.account_number}
    body = {"name": "欧阳丰", "id_number": person.id_number, "evidence": ["户籍证明 1 号"]}
    return Asked(path, body)


@asks("POST /accounts/transfers/{transfer_id}/release")
async def _release(town: Town) -> Asked:
    transfer_id, _ = await _asked(town, town.employer, await town.hall.accounts.employer())
    return Asked({"transfer_id": transfer_id})


@asks("POST /accounts/transfers/{transfer_id}/withdrawal")
async def _not_taken_over(town: Town) -> Asked:
    transfer_id, _ = await _asked(town, await town.hall.accounts.employer(), town.employer)
    return Asked({"transfer_id": transfer_id})


@asks("POST /accounts/my/transfers/{transfer_id}/consent")
async def _consent(town: Town) -> Asked:
    new = await town.hall.accounts.employer()
    transfer_id, person = await _asked(town, town.employer, new)
    return Asked({"transfer_id": transfer_id}, {"agree": True}, owner=person.person_id)


@asks("POST /accounts/transfers/{transfer_id}/centre-decision")
async def _late_release(town: Town) -> Asked:
    asked = await _consent(town)
    transfer_id = asked.path["transfer_id"]
    citizen = town.hall.accounts.caller(Role.INDIVIDUAL, asked.owner)
    await citizen.done(f"/my/transfers/{transfer_id}/consent", asked.body)
    await town.hall.accounts.pool.execute(
        "UPDATE account_transfer SET release_by = '2000-01-01' WHERE id = $1",
        uuid.UUID(transfer_id),
    )
    return Asked({"transfer_id": transfer_id}, GROUNDS)


SEAL_WISH = {"reason": "terminated", "employment_ended_on": "2026-01-05", "evidence": ["合同1号"]}


@asks("POST /accounts/my/seal-requests")
async def _seal_wish(town: Town) -> Asked:
    person = await _colleague(town)
    return Asked(body=SEAL_WISH, owner=person.person_id)


@asks("POST /accounts/my/seal-requests/{request_id}/withdrawal")
async def _seal_wish_taken_back(town: Town) -> Asked:
    person = await _colleague(town)
    made = await town.hall.accounts.citizen(person).done("/my/seal-requests", SEAL_WISH)
    return Asked({"request_id": made["id"]}, owner=person.person_id)


@asks("POST /accounts/accounts/{account_number}/centre-seal")
async def _centre_seal(town: Town) -> Asked:
    person = await _colleague(town)
    body = {"seal_reason": "terminated", "employment_ended_on": "2026-01-05", **GROUNDS}
    return Asked({"account_number": person.account_number}, body)


@asks("POST /accounts/accounts/{account_number}/freeze")
async def _freeze(town: Town) -> Asked:
    person = await _colleague(town)
    return Asked({"account_number": person.account_number}, {"reason": "法院裁定"})


@asks("POST /accounts/accounts/{account_number}/unfreeze")
async def _unfreeze(town: Town) -> Asked:
    asked = await _freeze(town)
    number = asked.path["account_number"]
    await town.hall.accounts.staff.done(f"/accounts/{number}/freeze", asked.body)
    return replace(asked, body=GROUNDS)


@asks(
    "GET /accounts/accounts/{account_number}",
    "GET /accounts/accounts/{account_number}/entries",
    "GET /accounts/accounts/{account_number}/entries/totals",
    "GET /accounts/accounts/{account_number}/entries/export",
    "GET /accounts/accounts/{account_number}/history",
)
async def _account(town: Town) -> Asked:
    return Asked({"account_number": town.owner.account_number})


@asks("POST /accounts/accounts/lookup")
async def _lookup(town: Town) -> Asked:
    return Asked(body={"id_number": town.owner.id_number})


async def _cancelling(town: Town, maker: Caller) -> dict[str, str]:
    number = await town.hall.accounts.employer()
    await town.hall.accounts.people(number, 600_000, opened_on=date(2026, 1, 5))
    listed = await town.hall.accounts.confirmed(number, "2026-01")
    body = {"reason": "单位不缴存"}
    proposed = await maker.done(f"/lists/{listed['id']}/cancellation", body)
    return {"proposal_id": proposed["proposal_id"]}


@asks("POST /accounts/moving-ins", "GET /accounts/moving-ins")
async def _new_moving_in(_town: Town) -> Asked:
    return Asked(body={"as_of": "2026-01-01", "source": "原系统余额表"})


@asks("POST /accounts/moving-ins/{batch_id}/{kind}/uploads")
async def _moving_in_file(town: Town) -> Asked:
    batch_id = (await _moving_in_to_sign(town)).path["batch_id"]
    return Asked(
        {"batch_id": batch_id, "kind": "controls"}, ["a file that is no list"], headers=A_FILE
    )


@asks(
    "GET /accounts/moving-ins/{batch_id}",
    "GET /accounts/moving-ins/{batch_id}/differences/export",
    "POST /accounts/moving-ins/{batch_id}/withdrawal",
)
async def _moving_in_batch(town: Town) -> Asked:
    return Asked((await _moving_in_to_sign(town)).path)


@asks("GET /accounts/moving-in-files/{file_id}/errors")
async def _moving_in_errors(town: Town) -> Asked:
    batch_id = (await _moving_in_to_sign(town)).path["batch_id"]
    shown = (await town.hall.accounts.staff.get(f"/moving-ins/{batch_id}")).json()
    return Asked({"file_id": shown["files"][0]["id"]})


@asks("POST /accounts/moving-ins/{batch_id}/signature")
async def _moving_in_to_sign(town: Town) -> Asked:
    batch_id = await moving_in_read(town.hall.accounts, await town.hall.accounts.employer())
    return Asked({"batch_id": batch_id}, {"reason": "系统迁移", "evidence": ["2026-1"]})


@asks("POST /accounts/employers/{employer_number}/opening-balances")
async def _move_in(town: Town) -> Asked:
    number = await town.hall.accounts.employer()
    (person,) = await town.hall.accounts.people(number, 600_000, opened_on=date(2026, 1, 5))
    row = {
        "account_number": person.account_number,
        "balance_fen": 100,
        "paid_up_to": "2026-01",
    }
    body = {"as_of": "2026-02-01", "head_count": 1, "total_fen": 100, "source": "原系统余额表"}
    grounds = {"reason": "系统迁移", "evidence": ["2026-1"]}
    return Asked({"employer_number": number}, {**body, **grounds, "rows": [row]})


@asks("POST /accounts/lists/{list_id}/cancellation")
async def _cancel(town: Town) -> Asked:
    number = await town.hall.accounts.employer()
    await town.hall.accounts.people(number, 600_000, opened_on=date(2026, 1, 5))
    listed = await town.hall.accounts.confirmed(number, "2026-01")
    return Asked({"list_id": listed["id"]}, {"reason": "单位不缴存"})


@asks("POST /accounts/suspense/{bank_serial}/refund")
async def _refund(town: Town) -> Asked:
    accounts, serial = town.hall.accounts, f"S{uuid.uuid4().hex[:20]}"
    reference = await accounts.pool.fetchval(
        "SELECT payment_reference FROM remittance_list WHERE employer_number = $1 AND state = 'booked'",
        town.employer,
    )
    await accounts.credit(reference, 12_345, bank_serial=serial, payer_account=CARD)
    return Asked({"bank_serial": serial}, {"amount_fen": 12_345, **GROUNDS})


@asks("POST /accounts/lists/{list_id}/allotment")
async def _allotment(town: Town) -> Asked:
    accounts, serial = town.hall.accounts, f"S{uuid.uuid4().hex[:20]}"
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=date(2026, 1, 5))
    listed = await accounts.confirmed(number, "2026-01")
    await accounts.credit("谢谢", listed["total_fen"], bank_serial=serial)
    parts = [{"bank_serial": serial, "amount_fen": listed["total_fen"]}]
    return Asked({"list_id": listed["id"]}, {"parts": parts, **GROUNDS})


async def _short_paid(town: Town) -> dict[str, Any]:
    """A month of which a colleague's contribution is paid back; its lists are closed."""
    colleague = await _colleague_of_the_past(town)
    item = {"account_number": colleague.account_number, "month": "2025-06", "wage_fen": 600_000}
    return {"items": [item]}


async def _colleague_of_the_past(town: Town) -> Person:
    (person,) = await town.hall.accounts.people(town.employer, 600_000, opened_on=date(2025, 7, 1))
    return person


@asks("POST /accounts/employers/{employer_number}/back-payments")
async def _new_back_payment(town: Town) -> Asked:
    return Asked({"employer_number": town.employer}, await _short_paid(town))


@asks(
    "POST /accounts/back-payments/{back_payment_id}/withdrawal",
    "GET /accounts/back-payments/{back_payment_id}",
    "GET /accounts/back-payments/{back_payment_id}/lines",
)
async def _back_payment(town: Town) -> Asked:
    path = f"/employers/{town.employer}/back-payments"
    made = await town.hall.accounts.staff.done(path, await _short_paid(town))
    return Asked({"back_payment_id": made["id"]})


@asks("POST /accounts/back-payments/{back_payment_id}/confirmation")
async def _back_payment_confirmed(town: Town) -> Asked:
    return replace(await _back_payment(town), body=GROUNDS)


@asks("POST /accounts/back-payments/{back_payment_id}/cancellation")
async def _back_payment_cancelled(town: Town) -> Asked:
    asked = await _back_payment(town)
    path = f"/back-payments/{asked.path['back_payment_id']}/confirmation"
    await town.hall.accounts.operator(town.employer).done(path)
    return replace(asked, body=GROUNDS)


@asks("POST /accounts/accounts/{account_number}/corrections")
async def _correction(town: Town) -> Asked:
    person = await town.hall.accounts.saver(sealed=None)
    body = {"month": "2026-01", "employer_fen": 1, "employee_fen": 1, **GROUNDS}
    return Asked({"account_number": person.account_number}, body)


async def _unpaid(town: Town) -> Person:
    """Somebody whose January was never paid."""
    accounts = town.hall.accounts
    (person,) = await accounts.people(
        await accounts.employer(), 600_000, opened_on=date(2026, 1, 5)
    )
    return person


@asks("POST /accounts/my/disputes")
async def _dispute(_town: Town) -> Asked:
    return Asked(body={"words": "余额不对"})


async def _disputed(town: Town) -> tuple[Any, Any]:
    """A new dispute, once whatever waited before it is answered; and who made it."""
    accounts = town.hall.accounts
    citizen = accounts.citizen(town.owner)
    open_ones = (await citizen.get("/my/disputes")).json()["items"]
    for one in open_ones:
        if one["state"] in ("at_bank", "at_centre"):
            await accounts.staff.done(f"/disputes/{one['id']}/answer", {"text": "经核实无误"})
    return await citizen.done("/my/disputes", {"words": "余额不对"}), citizen


@asks("POST /accounts/disputes/{dispute_id}/answer")
async def _dispute_answered(town: Town) -> Asked:
    made, _ = await _disputed(town)
    return Asked({"dispute_id": made["id"]}, {"text": "经核实无误"})


@asks("POST /accounts/my/disputes/{dispute_id}/objection")
async def _dispute_objected(town: Town) -> Asked:
    made, _ = await _disputed(town)
    await town.hall.accounts.staff.done(f"/disputes/{made['id']}/answer", {"text": "经核实无误"})
    return Asked({"dispute_id": made["id"]}, {"words": "仍有异议"})


@asks("POST /accounts/my/complaints")
async def _complaint(town: Town) -> Asked:
    person = await _unpaid(town)
    return Asked(body={"words": "单位没有缴存"}, owner=person.person_id)


@asks("POST /accounts/my/erasure")
async def _erasure(town: Town) -> Asked:
    """Somebody whose account was closed two months ago."""
    accounts = town.hall.accounts
    (person,) = await accounts.people(town.employer, 600_000)
    await accounts.pool.execute(CLOSE, person.account_number)
    return Asked(owner=person.person_id)


CLOSE = "UPDATE individual_account SET state = '05', closed_on = opened_on - 60 WHERE number = $1"


@asks("POST /accounts/complaints/{complaint_id}/answer")
async def _complaint_answered(town: Town) -> Asked:
    citizen = town.hall.accounts.citizen(await _unpaid(town))
    made = await citizen.done("/my/complaints", {"words": "单位没有缴存"})
    return Asked({"complaint_id": made["id"]}, {"text": "已责令单位补缴"})


@asks("POST /accounts/employers/{employer_number}/deferrals")
async def _deferral(town: Town) -> Asked:
    body = {
        "from_month": "2026-03", "until_month": "2026-05", "catch_up_by": "2026-12-31",
        "resolution_number": "2026-1", "resolution_on": "2026-02-01",
    }  # fmt: skip
    return Asked({"employer_number": await town.hall.accounts.employer()}, {**body, **GROUNDS})


@asks("POST /accounts/employers/{employer_number}/ratio-lowerings")
async def _lowering(town: Town) -> Asked:
    body = {
        "from_month": "2026-03", "until_month": "2026-05", "employer_ratio_bp": 500,
        "employee_ratio_bp": 500, "resolution_number": "2026-1", "resolution_on": "2026-02-01",
    }  # fmt: skip
    return Asked({"employer_number": await town.hall.accounts.employer()}, {**body, **GROUNDS})


async def _long_after_others(town: Town) -> None:
    """All these strangers come from one address, which gets so many codes an hour."""
    await town.hall.accounts.pool.execute(
        "UPDATE registration_code SET sent_at = sent_at - interval '2 hours'"
    )


@asks("POST /accounts/registrations/codes")
async def _registration_code(town: Town) -> Asked:
    await _long_after_others(town)
    return Asked(body={"phone": f"1391{secrets.randbelow(10**7):07d}"})


@asks("POST /accounts/registrations/proofs")
async def _registration_proof(town: Town) -> Asked:
    await _long_after_others(town)
    phone = f"1391{secrets.randbelow(10**7):07d}"
    code_id, code = await registering.code_for(town.hall.accounts, phone)
    return Asked(body={"code_id": code_id, "code": code})


async def _applicant(town: Town) -> registering.Applicant:
    await _long_after_others(town)
    phone = f"1391{secrets.randbelow(10**7):07d}"
    applicant = await registering.entered(town.hall.accounts, phone)
    assert (await applicant.upload()).status_code == 201
    return applicant


@asks("GET /accounts/registrations/current", "POST /accounts/registrations/current/submission")
async def _registration(town: Town) -> Asked:
    applicant = await _applicant(town)
    return Asked(body=registering.company(), headers=dict(applicant.headers))


@asks("POST /accounts/registrations/current/papers/uploads")
async def _registration_paper(town: Town) -> Asked:
    applicant = await _applicant(town)
    headers = {**applicant.headers, "Content-Type": "image/jpeg"}
    return Asked(query={"name": "营业执照"}, headers=headers, content=photograph())


@asks("POST /accounts/registrations/current/papers/{paper_id}/withdrawal")
async def _registration_paper_back(town: Town) -> Asked:
    applicant = await _applicant(town)
    (paper,) = (await applicant.seen())["papers"]
    return Asked({"paper_id": paper["paper_id"]}, headers=dict(applicant.headers))


async def _registration_made(town: Town) -> dict[str, str]:
    applicant = await _applicant(town)
    made = await applicant.submit(registering.company())
    assert made.status_code == 200, made.text
    paper = made.json()["papers"][0]["paper_id"]
    return {"registration_id": applicant.registration_id, "paper_id": paper}


@asks(
    "GET /accounts/registrations",
    "GET /accounts/registrations/{registration_id}",
    "GET /accounts/registrations/{registration_id}/papers/{paper_id}",
    "POST /accounts/registrations/{registration_id}/proposal",
)
async def _registration_case(town: Town) -> Asked:
    return Asked(await _registration_made(town), GROUNDS)


@asks("POST /accounts/registrations/{registration_id}/return")
async def _registration_returned(town: Town) -> Asked:
    return Asked(await _registration_made(town), {"text": "执照照片看不清"})


@asks("POST /accounts/employers/{employer_number}/hardship-papers/uploads")
async def _resolution(town: Town) -> Asked:
    headers = {"Content-Type": "image/jpeg"}
    path = {"employer_number": town.employer}
    return Asked(path, query={"name": "决议"}, headers=headers, content=photograph())


async def _own_paper(town: Town) -> dict[str, str]:
    operator = town.hall.accounts.operator(town.employer)
    paper_id = await hardship_cases.paper(operator, town.employer)
    return {"employer_number": town.employer, "paper_id": paper_id}


@asks("GET /accounts/employers/{employer_number}/hardship-papers/{paper_id}")
async def _own_resolution(town: Town) -> Asked:
    return Asked(await _own_paper(town))


@asks("POST /accounts/employers/{employer_number}/hardship-requests")
async def _hardship(town: Town) -> Asked:
    path, operator = await _own_paper(town), town.hall.accounts.operator(town.employer)
    place = f"/employers/{town.employer}/hardship-requests"
    for one in (await operator.get(place)).json()["items"]:
        if one["state"] == "open":
            await operator.done(f"{place}/{one['id']}/withdrawal")
    month = await _next_month(town)
    months = {"from_month": month, "until_month": month}
    body = hardship_cases.deferral(path["paper_id"], **months)
    return Asked({"employer_number": town.employer}, body)


async def _hardship_asked(town: Town) -> dict[str, str]:
    accounts = town.hall.accounts
    number, _, made = await hardship_cases.asked(accounts)
    return {"employer_number": number, "request_id": made["id"]}


@asks("POST /accounts/employers/{employer_number}/hardship-requests/{request_id}/withdrawal")
async def _hardship_taken_back(town: Town) -> Asked:
    asked, operator = await _hardship(town), town.hall.accounts.operator(town.employer)
    made = await operator.done(f"/employers/{town.employer}/hardship-requests", asked.body)
    return Asked({**asked.path, "request_id": made["id"]})


@asks("POST /accounts/hardship-requests/{request_id}/proposal")
async def _hardship_proposed(town: Town) -> Asked:
    return Asked(await _hardship_asked(town), GROUNDS)


@asks("POST /accounts/hardship-requests/{request_id}/return")
async def _hardship_returned(town: Town) -> Asked:
    return Asked(await _hardship_asked(town), {"text": "决议缺少工会盖章"})


@asks("POST /accounts/accounts/{account_number}/merges")
async def _merge(town: Town) -> Asked:
    path, body = await merging(town.hall.accounts)
    return Asked({"account_number": path.split("/")[2]}, {**body, **GROUNDS})


@asks("POST /accounts/merges/{merge_id}/calling-off")
async def _called_off(town: Town) -> Asked:
    path, body = await merging(town.hall.accounts)
    done = await town.hall.accounts.desk.by_two(path, {**body, **GROUNDS})
    return Asked({"merge_id": done.json()["result"]["merge_id"]})


@asks("GET /accounts/proposals/{proposal_id}")
async def _proposal_of_a_list(town: Town) -> Asked:
    return Asked(await _cancelling(town, town.hall.accounts.staff))


@asks("POST /accounts/proposals/{proposal_id}/decision")
async def _decision_on_a_list(town: Town) -> Asked:
    path = await _cancelling(town, town.hall.accounts.staff)
    return Asked(path, {"agree": True, "reason": "已核对"})


@asks("POST /accounts/proposals/{proposal_id}/withdrawal")
async def _list_kept(town: Town) -> Asked:
    token = await town.hall.token(town.principal(Role.STAFF_MAKER))
    maker = Caller(town.hall.accounts.client, {"Authorization": f"Bearer {token}"})
    return Asked(await _cancelling(town, maker))


@asks("POST /accounts/interest-runs")
async def _interest_run(_town: Town) -> Asked:
    return Asked(body={"fund_year": 2025})


@asks("GET /accounts/interest-runs/{fund_year}")
async def _interest_run_progress(town: Town) -> Asked:
    await town.hall.accounts.staff.done("/interest-runs", {"fund_year": 2025})
    return Asked({"fund_year": "2025"})


_years = itertools.count(2024, -1)
"""One that nobody has proposed to close."""
IN_THE_BOOKS = {"reason": "按规定办理", "evidence": ["2026-1"]}


async def _verified(accounts: Any) -> None:
    """The ledger has just been verified, and nothing was wrong."""
    async with accounts.pool.acquire() as connection:
        data = accounts.context.personal_data
        await verifications.keep(connection, data, accounts.clock.today(), 0)


@asks("POST /accounts/books/vouchers")
async def _voucher(_town: Town) -> Asked:
    lines = [{"subject": "41102", "debit_fen": 5}, {"subject": "101", "credit_fen": 5}]
    return Asked(body={"month": "2026-03", "summary": "手续费", "lines": lines, **IN_THE_BOOKS})


@asks("POST /accounts/books/periods/{month}/closing")
async def _close_month(town: Town) -> Asked:
    accounts = town.hall.accounts
    await _verified(accounts)
    return Asked({"month": f"{next(_years)}-11"}, IN_THE_BOOKS)


@asks("POST /accounts/books/years/{year}/closing")
async def _close_year(town: Town) -> Asked:
    accounts = town.hall.accounts
    await _verified(accounts)
    body = {**IN_THE_BOOKS, "risk_reserve_fen": 0, "management_fee_fen": 0}
    return Asked({"year": str(next(_years))}, body)


@asks("GET /accounts/books/periods")
async def _periods(_town: Town) -> Asked:
    return Asked()


@asks(
    "GET /accounts/books/periods/{month}/trial-balance",
    "GET /accounts/books/periods/{month}/balance-sheet",
    "GET /accounts/books/periods/{month}/added-value",
    "GET /accounts/books/periods/{month}/trial-balance/export",
    "GET /accounts/books/periods/{month}/balance-sheet/export",
    "GET /accounts/books/periods/{month}/added-value/export",
    "GET /accounts/books/periods/{month}/vouchers",
    "GET /accounts/books/periods/{month}/vouchers/export",
)
async def _month_of_the_books(town: Town) -> Asked:
    await town.hall.accounts.pool.execute(
        "INSERT INTO accounting_period (month) VALUES ('2026-03-01') ON CONFLICT DO NOTHING"
    )
    return Asked({"month": "2026-03"})


@asks("POST /withdrawals/applications")
async def _apply(_town: Town) -> Asked:
    body = {"kind": "retirement", "card_number": CARD}
    return Asked(body=body, owner=uuid.uuid4())


async def _application(town: Town, how: str) -> Asked:
    owner = town.hall.withdrawals.citizen()
    make = {"applied": owner.apply, "paid": lambda: town.hall.withdrawals.paid(owner)}[how]
    return Asked({"application_id": await make()}, owner=owner.person_id)


@asks(
    "GET /withdrawals/applications/{application_id}",
    "POST /withdrawals/applications/{application_id}/cancel",
)
async def _applied(town: Town) -> Asked:
    return await _application(town, "applied")


@asks("GET /withdrawals/applications/{application_id}/events")
async def _followed(town: Town) -> Asked:
    """One that is closed and read to the end: the stream would last for ever."""
    asked = await _application(town, "paid")
    return replace(asked, headers={"Last-Event-ID": "1000000"})


@asks("POST /withdrawals/estimates")
async def _new_estimate(_town: Town) -> Asked:
    return Asked(owner=uuid.uuid4())


@asks("GET /withdrawals/estimates/{estimate_id}")
async def _estimate(town: Town) -> Asked:
    owner = town.hall.withdrawals.citizen()
    asked = await owner.post("/estimates", None)
    return Asked({"estimate_id": asked.json()["id"]}, owner=owner.person_id)


AGREED = {"kind": "rent", "every": "month", "card_number": CARD}
HUSBAND_FIRST = {"manner": "order", "own_first": True}
WIFE_SECOND = {"manner": "order", "own_first": False}


@asks("POST /withdrawals/agreements")
async def _new_agreement(_town: Town) -> Asked:
    return Asked(body=AGREED, owner=uuid.uuid4())


@asks("POST /withdrawals/agreements/{agreement_id}/end")
async def _agreement(town: Town) -> Asked:
    owner = town.hall.withdrawals.citizen()
    signed = await owner.post("/agreements", AGREED)
    return Asked({"agreement_id": signed.json()["id"]}, owner=owner.person_id)


@asks("POST /withdrawals/agreements/{agreement_id}/card")
async def _agreement_card(town: Town) -> Asked:
    return replace(await _agreement(town), body={"card_number": CARD})


@asks("POST /withdrawals/agreements/{agreement_id}/couple")
async def _couple_changed(town: Town) -> Asked:
    """Of one that both have signed."""
    first, second = town.hall.withdrawals.citizen(), town.hall.withdrawals.citizen()
    signed = (await first.post("/agreements", AGREED | {"couple": HUSBAND_FIRST})).json()
    theirs = {"couple": WIFE_SECOND, "couple_code": signed["couple"]["code"]}
    assert (await second.post("/agreements", AGREED | theirs)).is_success
    return Asked({"agreement_id": signed["id"]}, body=WIFE_SECOND, owner=first.person_id)


@asks("GET /withdrawals/couples/{code}")
async def _couple(town: Town) -> Asked:
    """Whoever has the code is who was given it: nobody here knows who is whose spouse."""
    first = town.hall.withdrawals.citizen()
    signed = (await first.post("/agreements", AGREED | {"couple": HUSBAND_FIRST})).json()
    return Asked({"code": signed["couple"]["code"]}, owner=uuid.uuid4())


@asks("POST /withdrawals/cards")
async def _new_card(_town: Town) -> Asked:
    return Asked(body={"card_number": CARD}, owner=uuid.uuid4())


@asks("POST /withdrawals/cards/{card_id}/removal")
async def _card_gone(town: Town) -> Asked:
    owner = town.hall.withdrawals.citizen()
    kept = await owner.post("/cards", {"card_number": CARD})
    return Asked({"card_id": kept.json()["id"]}, owner=owner.person_id)


@asks("POST /withdrawals/applications/{application_id}/reminder")
async def _reminder(town: Town) -> Asked:
    """Of one that was refused until a day."""
    asked = await _application(town, "applied")
    application_id = asked.path["application_id"]
    await town.hall.withdrawals.debt_checked(application_id)
    refused = funds_refused(application_id, "stop_period_not_over", eligible_from=date(2027, 1, 1))
    await town.hall.withdrawals.deliver(applications.funds_refused, refused)
    return asked


@asks("GET /withdrawals/reviews/{application_id}")
async def _in_review(town: Town) -> Asked:
    return Asked({"application_id": await town.hall.withdrawals.in_review()})


@asks("POST /withdrawals/reviews/{application_id}/proposal")
async def _proposal(town: Town) -> Asked:
    asked = await _in_review(town)
    return replace(asked, body={"proposal": "approve", "reason": "已核对"})


@asks(
    "GET /withdrawals/proposals/{proposal_id}", "POST /withdrawals/proposals/{proposal_id}/decision"
)
async def _review_decision(town: Town) -> Asked:
    asked = await _proposal(town)
    maker = town.hall.withdrawals.caller(Role.STAFF_MAKER)
    path = f"/reviews/{asked.path['application_id']}/proposal"
    proposed = await maker.post(path, asked.body)
    return Asked({"proposal_id": proposed.json()["proposal_id"]}, {"agree": True, "reason": "同意"})


@asks("POST /withdrawals/proposals/{proposal_id}/withdrawal")
async def _review_taken_back(town: Town) -> Asked:
    asked = await _proposal(town)
    token = await town.hall.token(town.principal(Role.STAFF_MAKER))
    maker = callers.Caller(town.hall.clients["withdrawals"], {"Authorization": f"Bearer {token}"})
    path = f"/api/withdrawals/reviews/{asked.path['application_id']}/proposal"
    proposed = await maker.post(path, asked.body)
    return Asked({"proposal_id": proposed.json()["proposal_id"]})


@asks("POST /withdrawals/reviews/{application_id}/return")
async def _sent_back(town: Town) -> Asked:
    return replace(await _in_review(town), body={"text": "请补传判决书。"})


async def _awaiting(town: Town) -> Asked:
    """Its owner is asked for papers."""
    owner, maker = (
        town.hall.withdrawals.citizen(),
        town.hall.withdrawals.caller(Role.STAFF_MAKER),
    )
    application_id = await town.hall.withdrawals.in_review(owner)
    await maker.done(f"/reviews/{application_id}/return", {"text": "请补传判决书。"})
    return Asked({"application_id": application_id}, owner=owner.person_id)


@asks("POST /withdrawals/applications/{application_id}/papers/uploads")
async def _paper(town: Town) -> Asked:
    headers = {"Content-Type": "image/jpeg"}
    asked = await _awaiting(town)
    return replace(asked, query={"name": "判决书"}, headers=headers, content=photograph())


@asks(
    "GET /withdrawals/applications/{application_id}/papers",
    "GET /withdrawals/applications/{application_id}/papers/{paper_id}",
    "POST /withdrawals/applications/{application_id}/papers/{paper_id}/withdrawal",
    "POST /withdrawals/applications/{application_id}/papers/hand-in",
)
async def _uploaded(town: Town) -> Asked:
    asked = await _awaiting(town)
    sent = await upload(town.hall.withdrawals.citizen(asked.owner), asked.path["application_id"])
    return replace(asked, path={**asked.path, "paper_id": sent.json()["id"]})


@asks("POST /withdrawals/paper-reviews/{application_id}/acceptance")
async def _papers_accepted(town: Town) -> Asked:
    owner = town.hall.withdrawals.citizen()
    application_id = await owner.apply("purchase")
    silent = {Register.MARRIAGE: Told(Outcome.NO), Register.HOMES: Told(Outcome.UNKNOWN)}
    async with town.hall.withdrawals.context.unit() as unit:
        await facts.conclude(unit, uuid.UUID(application_id), silent)
    await upload(owner, application_id)
    await owner.done(f"/applications/{application_id}/papers/hand-in")
    return Asked({"application_id": application_id}, FACTS)


def _ban_body() -> dict[str, str]:
    return {
        "person_id": str(uuid.uuid4()),
        "cause": "false_materials",
        "found_on": "2026-10-09",
        "document_number": "德公积金罚字〔2026〕1号",
    }


@asks("POST /withdrawals/counter-applications")
async def _at_the_counter(_town: Town) -> Asked:
    body = {"person_id": str(uuid.uuid4()), "kind": "retirement", "card_number": CARD}
    grounds = {"reason": "材料齐全", "evidence": ["1号"]}
    return Asked(body={**body, "acting": "self", **grounds, **LOST})


@asks("POST /withdrawals/brakes/lock", "POST /withdrawals/brakes/unlock")
async def _locking(_town: Town) -> Asked:
    return Asked(owner=uuid.uuid4())


@asks("POST /withdrawals/brakes/daily-limit")
async def _limiting(_town: Town) -> Asked:
    return Asked(body={"daily_limit_fen": 5_000_000}, owner=uuid.uuid4())


@asks("POST /withdrawals/look-up-consent")
async def _consenting(_town: Town) -> Asked:
    return Asked(owner=uuid.uuid4())


@asks("POST /withdrawals/look-up-consent/withdrawal")
async def _consenting_no_more(town: Town) -> Asked:
    owner = town.hall.withdrawals.citizen()
    assert (await owner.post("/look-up-consent")).is_success
    return Asked(owner=owner.person_id)


@asks("POST /withdrawals/paper-consents")
async def _paper_consent(_town: Town) -> Asked:
    grounds = {"reason": "本人到柜台签署", "evidence": ["授权书1号"]}
    return Asked(body={"id_number": "371402199002021244", **grounds})


@asks("POST /withdrawals/deaths")
async def _death(_town: Town) -> Asked:
    return Asked(body=estates.death_body())


@asks("GET /withdrawals/deaths/{death_id}")
async def _one_death(town: Town) -> Asked:
    return Asked({"death_id": (await estates.dead(town.hall.withdrawals))["id"]})


@asks("POST /withdrawals/deaths/{death_id}/revocation")
async def _death_revoked(town: Town) -> Asked:
    death = await estates.dead(town.hall.withdrawals)
    return Asked({"death_id": death["id"]}, estates.GROUNDS)


@asks("POST /withdrawals/deaths/{death_id}/claims")
async def _claim(town: Town) -> Asked:
    death = await estates.dead(town.hall.withdrawals)
    body = {**estates.GROUNDS, "basis": "notary", "heirs": estates.THREE}
    return Asked({"death_id": death["id"]}, body)


@asks("POST /withdrawals/estate-payments/{payment_id}/card")
async def _share_again(town: Town) -> Asked:
    held = await estates.held(town.hall.withdrawals)
    return Asked({"payment_id": held}, {**estates.GROUNDS, "card_number": CARD})


@asks("POST /withdrawals/bans")
async def _ban(_town: Town) -> Asked:
    return Asked(body={**_ban_body(), "reason": "查实虚假材料"})


@asks("POST /withdrawals/bans/{ban_id}/lift")
async def _ban_lift(town: Town) -> Asked:
    withdrawals = town.hall.withdrawals
    maker, checker = (withdrawals.caller(r) for r in (Role.STAFF_MAKER, Role.STAFF_CHECKER))
    made = await callers.by_two(maker, checker, "/bans", _ban_body())
    body = {"reason": "查证有误", "evidence": ["复议决定书2号"]}
    return Asked({"ban_id": made.json()["result"]["id"]}, body)


@asks("GET /settlement/daily-reports/{business_date}")
async def _daily_report(_town: Town) -> Asked:
    return Asked({"business_date": "2026-03-02"})


@asks("GET /withdrawals/calendar/{year}")
async def _calendar(_town: Town) -> Asked:
    return Asked({"year": "2026"})


@asks("POST /withdrawals/calendar/days")
async def _calendar_days(_town: Town) -> Asked:
    days = [{"day": "2026-10-12", "is_workday": True}]
    return Asked(body={"days": days, "source": "通知", "reason": "国务院通知"})


@asks("GET /loans/contracts")
async def _loans(town: Town) -> Asked:
    return Asked(query={"person_id": str(town.owner.person_id)})


@asks("POST /loans/contracts")
async def _new_loan(_town: Town) -> Asked:
    return Asked(body=contract_body())


@asks(
    "GET /loans/contracts/{contract_number}",
    "GET /loans/contracts/{contract_number}/plan",
    "GET /loans/contracts/{contract_number}/repayments",
    "GET /loans/contracts/{contract_number}/repayments/totals",
    "GET /loans/contracts/{contract_number}/repayments/export",
    "GET /loans/contracts/{contract_number}/plan/export",
    "GET /loans/contracts/{contract_number}/payoff-quote",
    "GET /loans/contracts/{contract_number}/agreements",
)
async def _loan(town: Town) -> Asked:
    return Asked({"contract_number": town.loan.number})


async def _lent(town: Town) -> Lent:
    return await lend(town.hall.loans)


@asks("POST /loans/deaths/{death_id}/contracts/{contract_number}/answer")
async def _loan_of_the_dead(town: Town) -> Asked:
    loan = await _lent(town)
    died = DeathRecorded(
        death_id=uuid.uuid4(), person_id=loan.borrower, died_on=date(2026, 2, 1),
        recorded_by=uuid.uuid4(),
    )  # fmt: skip
    async with town.hall.loans.context.unit() as unit:
        await deaths.recorded(unit, received([died]))
    where = {"death_id": str(died.death_id), "contract_number": loan.number}
    return Asked(where, {"text": "由共同借款人继续还款"})


@asks("GET /loans/contracts/{contract_number}/payoff-certificate")
async def _certificate(town: Town) -> Asked:
    loan = await lend(town.hall.loans, periods=12)
    await loan.pay_off(loan.disbursed_on + timedelta(days=5))
    return Asked({"contract_number": loan.number}, owner=loan.borrower)


@asks("POST /loans/contracts/{contract_number}/agreements")
async def _offset_agreement(town: Town) -> Asked:
    loan = await _lent(town)
    body = {
        "person_id": str(loan.borrower),
        "way": "monthly",
        "short_balance": "account_first",
        "prepayment_effect": "reduce",
        "signed_on": "2017-01-10",
        **GROUNDS,
    }
    return Asked({"contract_number": loan.number}, body)


@asks("POST /loans/contracts/{contract_number}/agreements/{agreement_id}/end")
async def _offset_agreement_end(town: Town) -> Asked:
    loan = await _lent(town)
    signed = (await loan.sign(loan.borrower)).json()
    path = {"contract_number": loan.number, "agreement_id": signed["agreement_id"]}
    return Asked(path, {"ended_on": "2018-01-01", **GROUNDS})


@asks("POST /loans/moving-in")
async def _moving_in(_town: Town) -> Asked:
    return Asked(body={**past_loan(), **GROUNDS})


@asks("POST /loans/moving-in/reports")
async def _report(_town: Town) -> Asked:
    return Asked(body=past_loan())


@asks("POST /loans/moving-ins", "GET /loans/moving-ins")
async def _new_loans(_town: Town) -> Asked:
    body = {"as_of": "2019-08-29", "source": "原系统贷款台账", "loans": 1, "balance_fen": 0}
    return Asked(body=body)


@asks("POST /loans/moving-ins/{batch_id}/uploads")
async def _file_of_loans(town: Town) -> Asked:
    path = (await _loans_to_sign(town)).path
    return Asked(path, ["a file of no loans"], headers=A_FILE)


@asks(
    "GET /loans/moving-ins/{batch_id}",
    "GET /loans/moving-ins/{batch_id}/differences/export",
    "POST /loans/moving-ins/{batch_id}/withdrawal",
)
async def _batch_of_loans(town: Town) -> Asked:
    return Asked((await _loans_to_sign(town)).path)


@asks("GET /loans/moving-in-files/{file_id}/errors")
async def _errors_of_loans(town: Town) -> Asked:
    batch_id = (await _loans_to_sign(town)).path["batch_id"]
    shown = (await town.hall.loans.maker.get(f"/moving-ins/{batch_id}")).json()
    return Asked({"file_id": shown["files"][0]["id"]})


@asks("POST /loans/moving-ins/{batch_id}/signature")
async def _loans_to_sign(town: Town) -> Asked:
    loans = town.hall.loans
    move = await MovingLoans.begin(loans, 1, E06["balance_fen"])
    await move.send({**past_loan(), "borrower": await citizen(loans), "co_borrowers": []})
    return Asked({"batch_id": move.batch_id}, GROUNDS)


@asks("GET /loans/proposals/{proposal_id}", "POST /loans/proposals/{proposal_id}/decision")
async def _loan_decision(town: Town) -> Asked:
    proposed = await town.hall.loans.maker.post("/contracts", contract_body())
    return Asked({"proposal_id": proposed.json()["proposal_id"]}, {"agree": True})


@asks("POST /loans/proposals/{proposal_id}/withdrawal")
async def _loan_taken_back(town: Town) -> Asked:
    token = await town.hall.token(town.principal(Role.STAFF_MAKER))
    client = town.hall.clients["loans"]
    maker = callers.Caller(client, {"Authorization": f"Bearer {token}"})
    proposed = await maker.post("/contracts", contract_body(amount_fen=9_000_000))
    assert proposed.status_code == 202, proposed.text
    return Asked({"proposal_id": proposed.json()["proposal_id"]})


async def _with_card(town: Town, disbursed_on: str = "2026-02-20") -> Borrowed:
    """A loan of which nothing is due yet, so that it may be repaid early."""
    return await borrow(town.hall.loans, disbursed_on, paid=0)


def _of(loan: Lent, body: Any = None, **path: str) -> Asked:
    return Asked({"contract_number": loan.number, **path}, body, owner=loan.borrower)


@asks("GET /loans/contracts/{contract_number}/disbursements")
async def _disbursements(town: Town) -> Asked:
    return _of(await _with_card(town))


@asks("POST /loans/contracts/{contract_number}/early-repayment-quotes")
async def _early_quote(town: Town) -> Asked:
    return _of(await _with_card(town), {"kind": "payoff"})


@asks("POST /loans/contracts/{contract_number}/early-repayments")
async def _early_repayment(town: Town) -> Asked:
    loan = await _with_card(town)
    token = (await loan.quote()).json()["token"]
    return _of(loan, {"kind": "payoff", "accepted_quote": token})


@asks("POST /loans/contracts/{contract_number}/owed-payments")
async def _owed_payment(town: Town) -> Asked:
    return _of(await _with_card(town, "2026-01-20"))


@asks(
    "GET /loans/contracts/{contract_number}/debits",
    "GET /loans/contracts/{contract_number}/debits/{debit_id}",
)
async def _debits(town: Town) -> Asked:
    loan = await _with_card(town)
    return _of(loan, debit_id=(await loan.ask_early()).json()["debit_id"])


@asks("POST /loans/contracts/{contract_number}/my-agreement")
async def _my_agreement(town: Town) -> Asked:
    terms = {"way": "monthly", "short_balance": "account_first", "prepayment_effect": "reduce"}
    return _of(await _with_card(town), {**terms, "accepted_terms": TERMS_VERSION})


@asks("POST /loans/contracts/{contract_number}/my-agreement/end")
async def _my_agreement_end(town: Town) -> Asked:
    loan = await _with_card(town)
    await loan.sign(loan.borrower, "2026-02-25")
    return _of(loan)


@asks("POST /loans/contracts/{contract_number}/counter/card-changes")
async def _card_change(town: Town) -> Asked:
    return _of(await _with_card(town), {**OTHER_CARD, **GROUNDS, **LOST})


@asks("POST /loans/contracts/{contract_number}/counter/payee-changes")
async def _payee_change(town: Town) -> Asked:
    path, body = await payee(town.hall.loans)
    return Asked({"contract_number": path.split("/")[2]}, {**body, **GROUNDS})


@asks("POST /loans/contracts/{contract_number}/counter/card-repayments")
async def _card_repayment(town: Town) -> Asked:
    return _of(await _with_card(town, "2026-01-20"), {**GROUNDS, **LOST})


@asks(
    "POST /loans/contracts/{contract_number}/counter/transfer-repayments",
    "GET /loans/contracts/{contract_number}/receipt-claims",
)
async def _transfer_repayment(town: Town) -> Asked:
    loan = await _with_card(town, "2026-01-20")
    line = (await loan.plan())[0]
    body = {
        "bank_serial": uuid.uuid4().hex, "amount_fen": line["total_fen"], "kind": "02",
        "paid_on": line["due_on"],
    }  # fmt: skip
    return _of(loan, {**body, **GROUNDS})


@asks("POST /loans/contracts/{contract_number}/counter/early-repayments")
async def _counter_early(town: Town) -> Asked:
    return _of(await _with_card(town), {"kind": "payoff", **GROUNDS, **LOST})


@asks("GET /settlement/payment-orders/{order_id}")
async def _payment_order(town: Town) -> Asked:
    return Asked({"order_id": str(await town.hall.settlement.approved())})


EXPLAINED = {"outcome": "explained", "reason": "银行书面说明", "evidence": ["2026-118"]}


async def _flagged_order(town: Town) -> str:
    """An order that is over, with a question about it."""
    key = await Books(town.hall.settlement).order("failed")
    await town.hall.contexts["settlement"].pool.execute(
        "UPDATE payment_order SET attention = 'contradiction' WHERE order_id = $1", key
    )
    return str(key)


@asks("POST /settlement/payment-orders/{order_id}/conclusion")
async def _conclusion(town: Town) -> Asked:
    return Asked({"order_id": await _flagged_order(town)}, EXPLAINED)


async def _proposed_conclusion(town: Town, maker: Principal) -> Asked:
    path = f"/payment-orders/{await _flagged_order(town)}/conclusion"
    made = await town.hall.settlement.as_(maker).post(path, EXPLAINED)
    assert made.status_code == 202, made.text
    return Asked({"proposal_id": made.json()["proposal_id"]})


@asks(
    "GET /settlement/proposals/{proposal_id}", "POST /settlement/proposals/{proposal_id}/decision"
)
async def _conclusion_decided(town: Town) -> Asked:
    asked = await _proposed_conclusion(town, staff(Role.STAFF_MAKER))
    return replace(asked, body={"agree": True, "reason": "已核对"})


@asks("POST /settlement/proposals/{proposal_id}/withdrawal")
async def _conclusion_taken_back(town: Town) -> Asked:
    return await _proposed_conclusion(town, town.principal(Role.STAFF_MAKER))


@asks("POST /settlement/reconciliations")
async def _reconciliation(town: Town) -> Asked:
    yesterday = town.hall.contexts["settlement"].clock.today() - timedelta(days=1)
    return Asked(body={"business_date": str(yesterday)})


DIFFERENCE = "SELECT id FROM difference WHERE business_date = $1 ORDER BY id LIMIT 1"


@asks(
    "GET /settlement/reconciliations/{business_date}",
    "POST /settlement/differences/{difference_id}/explanation",
)
async def _difference(town: Town) -> Asked:
    pool = town.hall.contexts["settlement"].pool
    if await pool.fetchval(DIFFERENCE, DAY) is None:
        await plant(town.hall.settlement, 1)
    found = await pool.fetchval(DIFFERENCE, DAY)
    path = {"business_date": str(DAY), "difference_id": str(found)}
    return Asked(path, {"reason": "银行次日补记"})


@asks("POST /settlement/cross-differences/{difference_id}/explanation")
async def _cross_difference(town: Town) -> Asked:
    found = await planted(town.hall.settlement)
    body = {"reason": "补记到账", "evidence": ["2026-118"]}
    return Asked({"difference_id": str(found)}, body)


@asks("POST /settlement/odd-entries/{odd_id}/explanation")
async def _odd_explained(town: Town) -> Asked:
    settlement = town.hall.settlement
    odd = await set_aside(settlement)
    if not odd:
        await read(settlement, read_notification(ONE_IN_DOLLARS))
        odd = await set_aside(settlement)
    body = {"reason": "银行已更正", "evidence": ["B000123"]}
    return Asked({"odd_id": str(odd[0]["id"])}, body)


@asks("GET /notifications/people/{person_id}/messages", "GET /withdrawals/people/{person_id}")
async def _messages_of_person(_town: Town) -> Asked:
    return Asked({"person_id": str(uuid.uuid4())})


class Texting(callers.Caller):
    """Somebody of the staff at notifications."""

    base = "/api/notifications"


ROUTE = {"route": "smpp", "effective_from": "2099-01-01", "reason": "携号转网"}


_wordings = itertools.count(1)


async def _wording(town: Town) -> dict[str, str]:
    today = town.hall.contexts["notifications"].clock.today()
    return {
        "template": "withdrawal_cancelled", "wording": "您撤销了{kind}申请，钱没有动。",
        "effective_from": (today + timedelta(days=next(_wordings))).isoformat(),
        "document_number": "德房公〔2026〕3号",
    }  # fmt: skip


@asks("POST /notifications/wordings/preview")
async def _wording_tried(town: Town) -> Asked:
    return Asked(body=await _wording(town))


@asks("POST /notifications/wordings")
async def _wording_proposed(town: Town) -> Asked:
    return Asked(body={**await _wording(town), "reason": "说得更清楚"})


@asks("GET /notifications/wordings/proposals/{proposal_id}/preview")
async def _wording_proposed_tried(town: Town) -> Asked:
    token = town.hall.keys.token(town.principal(Role.STAFF_MAKER))
    desk = Texting(town.hall.clients["notifications"], {"Authorization": f"Bearer {token}"})
    body = {**await _wording(town), "reason": "说得更清楚", "template": "account_unsealed"}
    body["wording"] = "账户（尾号{account}）自{month}起启封。回复TD退订此类短信。"
    made = await desk.post("/wordings", body)
    assert made.status_code == 202, made.text
    return Asked({"proposal_id": made.json()["proposal_id"]})


@asks("POST /notifications/routes")
async def _route(_town: Town) -> Asked:
    return Asked(body=ROUTE | {"phone": f"139{secrets.randbelow(10**8):08}"})


async def _proposed_route(town: Town, maker: Principal) -> dict[str, str]:
    token = town.hall.keys.token(maker)
    desk = Texting(town.hall.clients["notifications"], {"Authorization": f"Bearer {token}"})
    made = await desk.post("/routes", (await _route(town)).body)
    assert made.status_code == 202, made.text
    return {"proposal_id": made.json()["proposal_id"]}


@asks(
    "GET /notifications/proposals/{proposal_id}",
    "POST /notifications/proposals/{proposal_id}/decision",
)
async def _route_decided(town: Town) -> Asked:
    proposed = await _proposed_route(town, staff(Role.STAFF_MAKER))
    return Asked(proposed, {"agree": True, "reason": "已核对"})


@asks("POST /notifications/proposals/{proposal_id}/withdrawal")
async def _route_taken_back(town: Town) -> Asked:
    return Asked(await _proposed_route(town, town.principal(Role.STAFF_MAKER)))


@asks("PUT /notifications/preferences/{topic}")
async def _preference(_town: Town) -> Asked:
    return Asked({"topic": "loans"}, {"first_channel": "sms", "optional": True})


@asks("PUT /notifications/subscription")
async def _subscription(_town: Town) -> Asked:
    return Asked(body={"optional_texts": True})


@asks("POST /gateway/login-codes")
async def _code_wanted(_town: Town) -> Asked:
    return Asked(body={"id_number": UNKNOWN_ID, "as": "individual"})


@asks("POST /gateway/sessions")
async def _code_entered(town: Town) -> Asked:
    gateway = town.hall.gateway
    await gateway.know(gateway.opened())
    gateway.clock.advance(timedelta(minutes=2))
    challenge_id = await gateway.challenge()
    return Asked(body={"challenge_id": challenge_id, "code": await gateway.code_of(challenge_id)})


async def _admin(town: Town) -> str:
    return await town.hall.gateway.admin()


async def _new_staff(town: Town) -> tuple[str, str]:
    """A login and its id."""
    login, id_number = f"m{uuid.uuid4().hex[:12]}", employee()["id_number"]
    made = await town.hall.gateway.by_two("/staff", **_newcomer(login, id_number))
    assert made.status_code == 200, made.text
    return login, made.json()["result"]["id"]


def _newcomer(login: str, id_number: str) -> dict[str, str]:
    return {
        "login": login, "name": "王五", "id_number": id_number, "phone": _phone(), "role": "staff_maker",
    }  # fmt: skip


TO_CONFIRM = {
    "service": "withdrawals",
    "operation": "POST /applications",
    "body": {"kind": "retirement", "card_number": CARD},
}


@asks("POST /gateway/confirmations")
async def _confirmation(_town: Town) -> Asked:
    return Asked(body=TO_CONFIRM)


@asks("POST /gateway/counter-confirmations")
async def _confirmation_at_the_counter(town: Town) -> Asked:
    gateway = town.hall.gateway
    opened = gateway.opened()
    await gateway.know(opened)
    person = await gateway.context.pool.fetchval(
        "SELECT person_id FROM identity WHERE role = 'individual' AND phone_sealed IS NOT NULL LIMIT 1"
    )
    body = {"person_id": str(person), "kind": "retirement", "card_number": CARD}
    wanted = {"service": "withdrawals", "operation": "POST /counter-applications", "body": body}
    return Asked(body={**wanted, "person_id": str(person)})


@asks("DELETE /gateway/me/sessions/{session_id}")
async def _own_session(town: Town) -> Asked:
    """One that its owner has beside the one in which they ask."""
    owner, session = uuid.uuid4(), uuid.uuid4()
    await town.hall.token(town.principal(Role.INDIVIDUAL, owner=owner), session)
    return Asked({"session_id": str(session)}, owner=owner)


@asks("POST /gateway/me/password")
async def _own_password(town: Town) -> Asked:
    gateway, secret = town.hall.gateway, pyotp.random_base32()
    seal = gateway.context.personal_data.seal
    password = "seven unrelated donkeys"
    password_hash = await gateway.passwords.hash(password)
    for role in (*STAFF, Role.STAFF_AUDITOR, Role.EMPLOYER_OPERATOR):
        principal = town.principal(role)
        await town.hall.token(principal)
        await gateway.context.pool.execute(
            KEEP_CREDENTIAL,
            principal.identity_id,
            f"own.{role}",
            password_hash,
            seal(secret, TOTP_SECRET, principal.identity_id),
        )
    body = {"password": password, "totp": gateway.totp(secret)}
    return Asked(body={**body, "new_password": f"donkeys leave {uuid.uuid4().hex}"})


KEEP_CREDENTIAL = """
INSERT INTO staff_credential (identity_id, login, password_hash, totp_secret_sealed)
VALUES ($1, $2, $3, $4)
ON CONFLICT (identity_id) DO UPDATE SET password_hash = EXCLUDED.password_hash,
    totp_secret_sealed = EXCLUDED.totp_secret_sealed, totp_last_step = 0
"""


@asks("POST /gateway/confirmations/{confirmation_id}")
async def _confirmation_entered(town: Town) -> Asked:
    gateway, session = town.hall.gateway, uuid.uuid4()
    owner = uuid.uuid4()
    principal = town.principal(Role.INDIVIDUAL, owner=owner)
    asked = await gateway.post(
        "/confirmations", await town.hall.token(principal, session), **TO_CONFIRM
    )
    sent = [one for one in await gateway.events() if isinstance(one, ConfirmationCodeIssued)][-1]
    place = {"confirmation_id": asked.json()["confirmation_id"]}
    return Asked(place, {"code": sent.code}, owner=owner, session=session)


def _phone() -> str:
    return f"139{secrets.randbelow(10**8):08d}"


@asks("POST /gateway/me/phone/codes")
async def _code_to_a_new_phone(_town: Town) -> Asked:
    return Asked(body={"phone": _phone()})


@asks("POST /gateway/me/phone")
async def _new_phone(town: Town) -> Asked:
    """Somebody in whose session a code of the new phone was entered."""
    owner, session, phone = uuid.uuid4(), uuid.uuid4(), _phone()
    token = await town.hall.token(town.principal(Role.INDIVIDUAL, owner=owner), session)
    proof = town.hall.keys.confirmation(
        token, "/api/gateway/me/phone", {"phone": phone}, operation=PROVING
    )
    return Asked(body={"phone": phone, "proof": proof}, owner=owner, session=session)


@asks("GET /gateway/me/query-password", "DELETE /gateway/me/query-password")
async def _own_query_password(_town: Town) -> Asked:
    return Asked(owner=uuid.uuid4())


@asks("POST /gateway/me/query-password")
async def _new_query_password(_town: Town) -> Asked:
    return Asked(body={"query_password": "730518"}, owner=uuid.uuid4())


@asks("POST /gateway/sessions/query-password")
async def _query_password_entered(town: Town) -> Asked:
    gateway, caller = town.hall.gateway, people.person(CALLER)
    event = gateway.opened(caller.id_number, person_id=uuid.uuid5(uuid.NAMESPACE_OID, "caller"))
    await gateway.know(event)
    pool = gateway.context.pool
    identity = await pool.fetchval("SELECT id FROM identity WHERE person_id = $1", event.person_id)
    data = gateway.context.personal_data
    hashed = await gateway.passwords.hash(query_password_key(data, identity, "730518"))
    await pool.execute(query_passwords.KEEP, identity, hashed, gateway.clock.now())
    return Asked(body={"id_number": caller.id_number, "query_password": "730518"})


@asks("POST /gateway/phone-changes")
async def _phone_at_the_counter(town: Town) -> Asked:
    gateway = town.hall.gateway
    await gateway.know(gateway.opened())
    body = {"id_number": ID_NUMBER, "phone": _phone(), "evidence": ["身份证"], "reason": "手机遗失"}
    return Asked(body=body)


@asks("POST /gateway/me/identity")
async def _own_correction(_town: Town) -> Asked:
    return Asked(body={"name": "张三峰", "id_number": ID_NUMBER})


@asks("POST /gateway/identity-corrections")
async def _correction_at_the_counter(town: Town) -> Asked:
    await town.hall.gateway.know(town.hall.gateway.opened())
    body = {"present_id_number": ID_NUMBER, "name": "张三峰", "id_number": ID_NUMBER}
    return Asked(body=body | {"evidence": ["户口簿"], "reason": "改名"})


@asks("GET /gateway/employers/{employer_number}/operators")
async def _operators(town: Town) -> Asked:
    return Asked({"employer_number": town.employer})


def _new_operator() -> dict[str, Any]:
    one = employee()
    return {
        "name": one["name"],
        "id_number": one["id_number"],
        "phone": f"139{uuid.uuid4().int % 10**8:08d}",
        "rights": ["draft", "look"],
        "reason": "单位函",
    }


@asks("POST /gateway/employers/{employer_number}/operators")
async def _invited_operator(town: Town) -> Asked:
    await town.hall.token(town.principal(Role.EMPLOYER_OPERATOR))
    return Asked({"employer_number": town.employer}, _new_operator())


@asks(
    "POST /gateway/operators/{operator_id}/closure",
    "POST /gateway/operators/{operator_id}/activation",
)
async def _an_operator(town: Town) -> Asked:
    gateway = town.hall.gateway
    await town.hall.token(town.principal(Role.EMPLOYER_OPERATOR))
    maker, checker = [await town.hall.token(staff(role)) for role in BUSINESS]
    place = f"/employers/{town.employer}/operators"
    made = await gateway.decide(await gateway.propose(place, maker, **_new_operator()), checker)
    return Asked({"operator_id": made.json()["result"]["id"]}, {"reason": "单位函"})


@asks("POST /gateway/operators/{operator_id}/rights")
async def _rights_of_an_operator(town: Town) -> Asked:
    asked = await _an_operator(town)
    return replace(asked, body={"reason": "单位函", "rights": ["look", "pay"]})


@asks("POST /gateway/staff")
async def _staff(_town: Town) -> Asked:
    body = _newcomer(f"m{uuid.uuid4().hex[:12]}", employee()["id_number"])
    return Asked(body={**body, "reason": "岗位需要"})


@asks("POST /gateway/staff/{staff_id}/disable")
async def _somebody_of_staff(town: Town) -> Asked:
    _, staff_id = await _new_staff(town)
    return Asked({"staff_id": staff_id})


@asks("POST /gateway/staff/{staff_id}/activation", "POST /gateway/staff/{staff_id}/enable")
async def _reasoned(town: Town) -> Asked:
    asked = await _somebody_of_staff(town)
    return replace(asked, body={"reason": "岗位需要"})


@asks("POST /gateway/staff/{staff_id}/role")
async def _another_role(town: Town) -> Asked:
    asked = await _somebody_of_staff(town)
    return replace(asked, body={"reason": "岗位需要", "role": "staff_checker"})


async def _staff_proposal(town: Town, token: str) -> dict[str, str]:
    body = _newcomer(f"m{uuid.uuid4().hex[:12]}", employee()["id_number"])
    proposed = await town.hall.gateway.propose("/staff", token, **body)
    return {"proposal_id": proposed.json()["proposal_id"]}


@asks("GET /gateway/proposals/{proposal_id}")
async def _proposal_of_staff(town: Town) -> Asked:
    return Asked(await _staff_proposal(town, await _admin(town)))


@asks("POST /gateway/proposals/{proposal_id}/decision")
async def _decision_on_staff(town: Town) -> Asked:
    path = await _staff_proposal(town, await _admin(town))
    return Asked(path, {"agree": True, "reason": "已核对"})


@asks("POST /gateway/proposals/{proposal_id}/withdrawal")
async def _taken_back(town: Town) -> Asked:
    token = await town.hall.token(town.principal(Role.STAFF_ADMIN))
    return Asked(await _staff_proposal(town, token))


@asks("POST /gateway/sessions/staff/activation")
async def _activation(town: Town) -> Asked:
    login, _ = await _new_staff(town)
    body = {"login": login, "activation_code": await town.hall.gateway.activation_code()}
    return Asked(body={**body, "password": A_PASSWORD})


@asks("POST /gateway/sessions/staff")
async def _staff_login(town: Town) -> Asked:
    asked = await _activation(town)
    gateway = town.hall.gateway
    enrolled = (await gateway.post("/sessions/staff/activation", **asked.body)).json()
    totp = gateway.totp(enrolled["totp_secret"])
    body = {"login": asked.body["login"], "password": asked.body["password"], "totp": totp}
    return Asked(body=body)


@asks("POST /gateway/devices")
async def _device(_town: Town) -> Asked:
    return Asked(
        body={
            "name": "德城区服务大厅1号机",
            "secret_hash": secrets.token_hex(32),
            "reason": "新设终端",
        }
    )


@asks("POST /gateway/sessions/device")
async def _device_login(town: Town) -> Asked:
    secret = secrets.token_hex(16)
    digest = hashlib.sha256(secret.encode()).hexdigest()
    made = await town.hall.gateway.by_two("/devices", name="1号机", secret_hash=digest)
    return Asked(body={"client_id": made.json()["result"]["client_id"], "client_secret": secret})


@asks("POST /gateway/devices/{client_id}/revocation")
async def _device_to_revoke(town: Town) -> Asked:
    return Asked({"client_id": (await _device_login(town)).body["client_id"]})


@asks("POST /gateway/devices/current/health")
async def _health(_town: Town) -> Asked:
    return Asked(body={"printer": "ready", "reader": "none"})


def _work() -> dict[str, str]:
    return {"service": "withdrawals", "kind": "review", "item_id": uuid.uuid4().hex}


@asks(
    "POST /gateway/work/{service}/{kind}/{item_id}/claim",
    "POST /gateway/work/{service}/{kind}/{item_id}/release",
)
async def _some_work(_town: Town) -> Asked:
    return Asked(_work())


@asks("POST /gateway/work/{service}/{kind}/{item_id}/notes")
async def _a_note(_town: Town) -> Asked:
    return Asked(_work(), {"text": "已电话联系单位"})


@asks("POST /gateway/work/{service}/{kind}/{item_id}/handover")
async def _work_handed_over(town: Town) -> Asked:
    login, colleague = await _new_staff(town)
    gateway, path = town.hall.gateway, _work()
    activation = {"login": login, "activation_code": await gateway.activation_code()}
    await gateway.post("/sessions/staff/activation", **activation, password=A_PASSWORD)
    maker = await town.hall.token(town.principal(Role.STAFF_MAKER))
    place = "/work/{service}/{kind}/{item_id}/claim".format(**path)
    assert (await gateway.post(place, token=maker)).status_code == 200
    return Asked(path, {"to": colleague})


@asks("POST /gateway/offices")
async def _new_office(_town: Town) -> Asked:
    return Asked(body={"name": f"管理部{uuid.uuid4().hex[:8]}"})


async def _an_office(town: Town) -> str:
    admin = await town.hall.token(town.principal(Role.STAFF_ADMIN))
    headers = {"Authorization": f"Bearer {admin}", "Idempotency-Key": uuid.uuid4().hex}
    body = (await _new_office(town)).body
    made = await town.hall.gateway.client.post("/api/gateway/offices", json=body, headers=headers)
    return str(made.json()["id"])


@asks("POST /gateway/offices/{office_id}/closure")
async def _office_to_close(town: Town) -> Asked:
    return Asked({"office_id": await _an_office(town)})


@asks("POST /gateway/staff/{staff_id}/office")
async def _somebody_to_move(town: Town) -> Asked:
    asked = await _somebody_of_staff(town)
    return replace(asked, body={"office_id": await _an_office(town)})


@asks("POST /gateway/work/{service}/{kind}/{item_id}/office")
async def _work_for_an_office(town: Town) -> Asked:
    return Asked(_work(), {"office_id": await _an_office(town)})


OF_ONESELF = {
    "accounts": "person",
    "withdrawals": "application",
    "loans": "party",
    "settlement": "proposal",
    "notifications": "subscriber",
    "documents": "request",
    "credit": "record",
    "hotline": "call",
    "wechat": "binding",
    "portal": "proposal",
    "transfers": "letter",
    "gateway": "identity",
}
for _service, _table in OF_ONESELF.items():

    @asks(f"GET /{_service}/personal-data/{{table}}")
    async def _own_rows(_town: Town, table: str = _table) -> Asked:
        return Asked({"table": table})


@asks("PUT /gateway/consents/{purpose}")
async def _consent_to_a_purpose(_town: Town) -> Asked:
    return Asked({"purpose": "bank_sharing"}, {"version": "2026-01", "given": True})


@asks("POST /gateway/tokens")
async def _refresh(town: Town) -> Asked:
    asked = await _device_login(town)
    opened = (await town.hall.gateway.post("/sessions/device", **asked.body)).json()
    return Asked(body={"refresh_token": opened["refresh_token"]})


@asks("POST /gateway/signing-keys/rotation")
async def _rotation(_town: Town) -> Asked:
    return Asked(body={"withdraw": False})


@asks("GET /wechat/callbacks", "POST /wechat/callbacks")
async def _from_wechat(town: Town) -> Asked:
    body = xml_of(
        {
            "FromUserName": "oABCDEFGHIJKLMNOP", "CreateTime": int(time.time()),
            "MsgType": "text", "Content": "余额", "MsgId": uuid.uuid4().int % 10**15,
        }
    )  # fmt: skip
    query, raw = town.hall.account.signed(body)
    return Asked(query=query, content=raw)


@asks("GET /wechat/page-signature")
async def _signed_page(_town: Town) -> Asked:
    return Asked(query={"url": f"{wechat_.HALL}/hall/account"})


@asks("POST /wechat/authorisations")
async def _authorisation(_town: Town) -> Asked:
    return Asked(body={})


@asks("POST /wechat/bindings")
async def _binding(town: Town) -> Asked:
    official = await town.hall.official()
    citizen = town.principal(Role.INDIVIDUAL)
    caller = official.calling(citizen)
    state, secret = await official.begun(caller)
    code = await official.code(await official.phone(), state)
    await town.hall.contexts["wechat"].pool.execute(
        "UPDATE binding SET ended_at = now(), ended_by = 'hall'"
        " WHERE person_id = $1 AND ended_at IS NULL",
        citizen.person_id,
    )
    return Asked(body={"code": code, "state": state, "secret": secret})


@asks("POST /wechat/bindings/{binding_id}/removal")
async def _unbinding(town: Town) -> Asked:
    asked = await _binding(town)
    official = await town.hall.official()
    caller = official.calling(town.principal(Role.INDIVIDUAL))
    made = await caller.done("/bindings", asked.body)
    return Asked({"binding_id": made["binding_id"]}, {})


@asks("POST /documents/requests")
async def _document(_town: Town) -> Asked:
    return Asked(body={"kind": "contribution"})


@asks("POST /documents/counter-requests")
async def _document_at_the_counter(town: Town) -> Asked:
    body = {"kind": "contribution", "person_id": str(town.owner.person_id), "reason": "柜台申请"}
    return Asked(body=body)


@asks("GET /documents/requests/{request_id}", "GET /documents/requests/{request_id}/pdf")
async def _own_document(town: Town) -> Asked:
    request_id, _, _ = await town.hall.issued(town.owner.person_id)
    return Asked({"request_id": request_id})


@asks("POST /documents/codes")
async def _code(_town: Town) -> Asked:
    return Asked(body={})


@asks("GET /documents/codes/{code_id}")
async def _own_code(town: Town) -> Asked:
    code_id, _ = await town.hall.code(town.owner.person_id)
    return Asked({"code_id": code_id})


@asks("POST /documents/national-readings")
async def _read_elsewhere(town: Town) -> Asked:
    _, code = await town.hall.code(uuid.uuid4())
    body = {
        "reading_id": str(uuid.uuid4()), "code": code, "id_number": documents_.OURS,
        "centre_code": "370100", "centre_name": "山城市住房公积金管理中心", "purpose": "异地贷款",
    }  # fmt: skip
    return Asked(body=body, headers={"Platform-Authorization": documents_.PLATFORM})


CASE = {"case_kind": "withdrawal", "case_reference": "0d1c2b3a-0000-4000-8000-000000000001"}
READ = {"code": "370100-ABCD-EFGH-IJKL-MNOP", "id_number": "370102198803071231", **CASE}


@asks("POST /documents/readings")
async def _read_in_the_hall(_town: Town) -> Asked:
    return Asked(body=READ)


@asks("POST /documents/counter-readings")
async def _read_at_the_counter(_town: Town) -> Asked:
    return Asked(body={**READ, "reason": "本人到场亮码"})


@asks("GET /documents/case-readings")
async def _case_readings(_town: Town) -> Asked:
    return Asked(query=CASE)


@asks("GET /documents/readings/{reading_id}", "GET /documents/readings/{reading_id}/pdf")
async def _own_reading(town: Town) -> Asked:
    return Asked({"reading_id": await town.hall.read_here(town.owner.person_id, READ)})


@asks("GET /documents/checks/{number}")
async def _check(town: Town) -> Asked:
    _, number, code = await town.hall.issued(town.owner.person_id)
    return Asked({"number": number}, query={"code": code})


async def _dunned(town: Town) -> dict[str, str]:
    """A letter that the press has printed."""
    context, due = town.hall.contexts["documents"], letter()
    async with context.unit() as unit:
        await dunning.due(unit, received([due]))
    number: str = await context.pool.fetchval(
        "SELECT number FROM dunning_letter WHERE letter_id = $1", due.letter_id
    )
    async with context.unit() as unit:
        await printed.keep(unit, number, Printed(b"%PDF-1.7", 1))
    return {"number": number}


@asks("GET /documents/dunning-letters/{number}/pdf")
async def _letter(town: Town) -> Asked:
    return Asked(await _dunned(town))


@asks("POST /documents/dunning-letters/{number}/sending")
async def _letter_sent(town: Town) -> Asked:
    return Asked(await _dunned(town), {"way": "post"})


@asks("POST /documents/revocations")
async def _void(town: Town) -> Asked:
    _, number, _ = await town.hall.issued(town.owner.person_id)
    return Asked(body={"number": number, "reason": "打印有误"})


async def _proposed_void(town: Town, maker: Principal) -> dict[str, str]:
    asked = await _void(town)
    headers = {
        "Authorization": f"Bearer {town.hall.keys.token(maker)}",
        "Idempotency-Key": uuid.uuid4().hex,
    }
    client = town.hall.clients["documents"]
    made = await client.post("/api/documents/revocations", json=asked.body, headers=headers)
    assert made.status_code == 202, made.text
    return {"proposal_id": made.json()["proposal_id"]}


@asks("GET /documents/proposals/{proposal_id}", "POST /documents/proposals/{proposal_id}/decision")
async def _void_decided(town: Town) -> Asked:
    proposed = await _proposed_void(town, staff(Role.STAFF_MAKER))
    return Asked(proposed, {"agree": True, "reason": "已核对"})


@asks("POST /documents/proposals/{proposal_id}/withdrawal")
async def _void_taken_back(town: Town) -> Asked:
    return Asked(await _proposed_void(town, town.principal(Role.STAFF_MAKER)))


@asks("GET /loans/calculators/loan")
async def _calculated_loan(_town: Town) -> Asked:
    return Asked(query={"amount_fen": "30000000", "periods": "240", "method": "01"})


@asks("GET /loans/calculators/early-repayment")
async def _calculated_repayment(_town: Town) -> Asked:
    return Asked(
        query={
            "balance_fen": "20000000", "periods_left": "180", "term_periods": "240",
            "amount_fen": "5000000", "method": "01",
        }
    )  # fmt: skip


@asks("GET /accounts/calculators/deposit")
async def _calculated_deposit(_town: Town) -> Asked:
    ratios = {"employer_ratio_bp": "800", "employee_ratio_bp": "800"}
    return Asked(query={"wage_fen": "600000", **ratios})


@asks("GET /withdrawals/calculators/{kind}")
async def _calculated_withdrawal(_town: Town) -> Asked:
    return Asked({"kind": "rent"}, query={"amount_fen": "150000", "deposit_fen": "96000"})


NOTICE = {
    "title": "关于国庆放假期间业务办理的公告", "topic": "holiday", "shown_from": "2026-10-12",
    "body": "放假期间网上服务厅照常办理。",
}  # fmt: skip


def _publisher(town: Town) -> Callable[[Principal], callers.Caller]:
    def caller(who: Principal) -> callers.Caller:
        token = town.hall.keys.token(who)
        return Publisher(town.hall.clients["portal"], {"Authorization": f"Bearer {token}"})

    return caller


async def _published(town: Town) -> str:
    """A notice that two people have published; return its number."""
    desk = Desk(town.hall.contexts["portal"], _publisher(town))
    body = NOTICE | {"title": f"公告{secrets.token_hex(8)}", "reason": "年度安排"}
    decided = await desk.by_two("/notices", body)
    assert decided.status_code == 200, decided.text
    return str(decided.json()["result"]["notice_id"])


@asks("POST /portal/notices")
async def _notice(_town: Town) -> Asked:
    title = f"公告{secrets.token_hex(8)}"
    return Asked(body=NOTICE | {"title": title, "reason": "年度安排"})


@asks("POST /portal/notice-withdrawals")
async def _notice_withdrawn(town: Town) -> Asked:
    return Asked(body={"notice_id": await _published(town), "reason": "内容有误"})


@asks("POST /portal/places")
async def _place(_town: Town) -> Asked:
    return Asked(
        body={
            "code": secrets.token_hex(8), "name": "德城服务大厅", "address": "德城区东风中路1号",
            "telephone": "0534-12329", "hours": "周一至周五 8:30—17:00", "services": "全部业务",
            "reason": "新设网点",
        }
    )  # fmt: skip


@asks("POST /portal/questions")
async def _question(_town: Town) -> Asked:
    return Asked(
        body={
            "code": secrets.token_hex(8), "topic": "online", "question": "怎样登录？",
            "answer": "凭身份证号码和验证码登录。", "reason": "常有人问",
        }
    )  # fmt: skip


async def _proposed_notice(town: Town, maker: Principal) -> dict[str, str]:
    made = await _publisher(town)(maker).post("/notices", (await _notice(town)).body)
    assert made.status_code == 202, made.text
    return {"proposal_id": made.json()["proposal_id"]}


@asks("GET /portal/proposals/{proposal_id}", "POST /portal/proposals/{proposal_id}/decision")
async def _notice_decided(town: Town) -> Asked:
    proposed = await _proposed_notice(town, staff(Role.STAFF_MAKER))
    return Asked(proposed, {"agree": True, "reason": "已核对"})


@asks("POST /portal/proposals/{proposal_id}/withdrawal")
async def _notice_taken_back(town: Town) -> Asked:
    return Asked(await _proposed_notice(town, town.principal(Role.STAFF_MAKER)))


@asks("GET /hotline/calls/{call_id}/recording")
async def _recorded(town: Town) -> Asked:
    context = town.hall.contexts["hotline"]
    call = Call(uuid.uuid4(), "127.0.0.1:0", context.clock.now(), recording_agreed=True)
    piece = await recordings.sealed(context.personal_data, call.call_id, 0, b"\xd5" * 320)
    async with context.unit() as unit:
        await recordings.add(unit, call, piece)
    return Asked({"call_id": str(call.call_id)})


@asks("POST /hotline/desk/code")
async def _agents_code(_town: Town) -> Asked:
    return Asked()


@asks("POST /hotline/desk/state")
async def _agent_stands(town: Town) -> Asked:
    """Each role's own telephone stands by."""
    context = town.hall.contexts["hotline"]
    async with context.unit() as unit:
        for role in (Role.STAFF_MAKER, Role.STAFF_CHECKER):
            who = town.principal(role).identity_id
            code = await agents.give_code(unit, who)
            await agents.sit_down(unit, code.digits, uuid.uuid4(), "127.0.0.1:0")
    return Asked(body={"state": "break"})


@asks("POST /hotline/calls/{call_id}/note")
async def _noted(town: Town) -> Asked:
    return Asked({"call_id": await town.hall.called()}, {"text": "咨询提取", "solved": True})


@asks("POST /hotline/cases/{call_id}/answer")
async def _answered_case(town: Town) -> Asked:
    call_id = await town.hall.called()
    async with town.hall.contexts["hotline"].unit() as unit:
        await notes.note(unit, uuid.UUID(call_id), uuid.uuid4(), "需核实", solved=False)
    return Asked({"call_id": call_id}, {"answer": "已答复"})


@asks("POST /hotline/call-backs/{call_id}/outcome")
async def _called_back(town: Town) -> Asked:
    return Asked({"call_id": await town.hall.called()}, {"outcome": "reached"})


from . import asking_credit, asking_parked, asking_policies, asking_scans, asking_transfers  # noqa: E402, F401  Register what they know.
