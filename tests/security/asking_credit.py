"""Requests for the operations of credit: registers, permits and penalties, the public search."""

import itertools
import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from tests.integration.credit.conftest import let_in, role_for
from tests.support.callers import LOOK
from tests.support.credit import code_of, listed, many, penalty, permit, policies_csv, policy, user
from tests.support.credit_files import as_json
from tests.support.telling import received
from tests.support.two_people import staff

from credit.handlers.subjects import people_known
from credit.work.imports import read_next
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messages.accounts import IndividualAccountOpened

from .asking import A_FILE, Arrange, Asked, Town
from .asking import asks as asked_for

REASON = {"reason": "材料齐全"}
_serials = itertools.count(1)


def asks(*operations: str) -> Callable[[Arrange], Arrange]:
    """Register how it is asked for; who audited before does other things again."""

    def register(arrange: Arrange) -> Arrange:
        async def without_auditors(town: Town) -> Asked:
            for role in BUSINESS:
                await _acting(town, "asker", role)
            return await arrange(town)

        asked_for(*operations)(without_auditors)
        return arrange

    return register


@asks(
    "GET /credit/audit", "GET /credit/proposals", "GET /credit/records", "GET /credit/public/statistics",
    "GET /credit/repairs", "GET /credit/public/policies", "GET /credit/fund-decisions",
    "GET /credit/fund-penalties",
    "GET /credit/imports", "GET /credit/lists", "GET /credit/objections",
)  # fmt: skip
async def _nothing_more(_town: Town) -> Asked:
    return Asked()


async def _post(town: Town, by: Principal, path: str, body: Any) -> Any:
    role = role_for(path)
    if role is not None and by.role is Role.STAFF_MAKER:
        await let_in(town.hall.contexts["credit"], by.identity_id, role)
    headers = {
        **LOOK,
        "Authorization": f"Bearer {town.hall.keys.token(by)}",
        "Idempotency-Key": uuid.uuid4().hex,
    }
    client = town.hall.clients["credit"]
    answer = await client.post(f"/api/credit{path}", json=body, headers=headers)
    assert answer.is_success, answer.text
    return answer.json()


async def _by_two(town: Town, path: str, body: Any) -> Any:
    proposed = await _post(town, staff(Role.STAFF_MAKER), path, body)
    agreed = {"agree": True, "reason": "已核对"}
    path = f"/proposals/{proposed['proposal_id']}/decision"
    return (await _post(town, staff(Role.STAFF_CHECKER), path, agreed))["result"]


async def _acting(town: Town, role: str, of: Role = Role.STAFF_MAKER) -> uuid.UUID:
    """Whoever asks next in a post may act in a role at the platform; their identity."""
    who = town.principal(of).identity_id
    await let_in(town.hall.contexts["credit"], who, role)
    return who


async def _firm(town: Town) -> tuple[str, str, str]:
    """A firm in the register: its id, name and code."""
    serial = next(_serials)
    name, code = f"德州第{serial}纺织有限公司", code_of(serial)
    made = await _by_two(town, "/subjects", {"name": name, "code": code, **REASON})
    return made["subject_id"], name, code


async def _record(town: Town, *, published: bool) -> str:
    _, name, code = await _firm(town)
    made = await _post(town, staff(Role.STAFF_MAKER), "/records", penalty(name, code))
    if published:
        await _by_two(town, "/records/publications", {"record_ids": [made["record_id"]], **REASON})
    return str(made["record_id"])


@asks("POST /credit/subjects")
async def _subject(_town: Town) -> Asked:
    return Asked(body={"name": "德州某某商贸有限公司", "code": code_of(next(_serials)), **REASON})


@asks("POST /credit/subjects/lookup", "GET /credit/public/subjects")
async def _lookup(town: Town) -> Asked:
    _, name, code = await _firm(town)
    return Asked(body={"name": name, "code": code}, query={"code": code})


@asks(
    "GET /credit/subjects/{subject_id}", "GET /credit/subjects/{subject_id}/lists",
    "GET /credit/subjects/{subject_id}/records",
)  # fmt: skip
async def _known(town: Town) -> Asked:
    return Asked({"subject_id": (await _firm(town))[0]})


@asks("GET /credit/public/subjects/{code}")
async def _public(town: Town) -> Asked:
    return Asked({"code": (await _firm(town))[2]})


@asks("POST /credit/subjects/{subject_id}/changes")
async def _change(town: Town) -> Asked:
    subject_id, _, code = await _firm(town)
    return Asked({"subject_id": subject_id}, {"name": "德州更名有限公司", "code": code, **REASON})


@asks("POST /credit/subjects/{subject_id}/merger")
async def _merger(town: Town) -> Asked:
    into = (await _firm(town))[0]
    return Asked({"subject_id": (await _firm(town))[0]}, {"into": into, **REASON})


def _ruling() -> dict[str, Any]:
    return {
        "court_name": "德州市中级人民法院", "ruling_no": f"（2026）鲁14破{next(_serials)}号之二",
        "ruled_on": "2020-01-02", "plan_until": "2199-12-31", **REASON,
    }  # fmt: skip


@asks("GET /credit/subjects/{subject_id}/shields", "POST /credit/subjects/{subject_id}/shields")
async def _shielding(town: Town) -> Asked:
    maker = await _acting(town, "repair_officer")
    return Asked({"subject_id": (await _firm(town))[0]}, _ruling(), maker=maker)


@asks("POST /credit/shields/{shield_id}/ending")
async def _shield(town: Town) -> Asked:
    path = f"/subjects/{(await _firm(town))[0]}/shields"
    shield_id = (await _by_two(town, path, _ruling()))["shield_id"]
    return Asked({"shield_id": shield_id}, REASON, maker=await _acting(town, "repair_officer"))


@asks("POST /credit/records")
async def _entry(town: Town) -> Asked:
    _, name, code = await _firm(town)
    return Asked(body=permit(name, code), maker=await _acting(town, "reporter"))


@asks("GET /credit/records/{record_id}", "POST /credit/records/{record_id}/withdrawal")
async def _published(town: Town) -> Asked:
    record_id = await _record(town, published=True)
    return Asked({"record_id": record_id}, REASON, maker=await _acting(town, "reporter"))


@asks("POST /credit/records/publications")
async def _publication(town: Town) -> Asked:
    body = {"record_ids": [await _record(town, published=False)], **REASON}
    return Asked(body=body, maker=await _acting(town, "reporter"))


@asks("POST /credit/records/{record_id}/correction")
async def _correction(town: Town) -> Asked:
    _, name, code = await _firm(town)
    row = penalty(name, code)
    made = await _post(town, staff(Role.STAFF_MAKER), "/records", row)
    await _by_two(town, "/records/publications", {"record_ids": [made["record_id"]], **REASON})
    right = {"record": {**row, "legal_representative": "王五"}, **REASON}
    return Asked({"record_id": made["record_id"]}, right, maker=await _acting(town, "reporter"))


async def _proposed(town: Town, maker: Principal) -> dict[str, str]:
    asked = await _subject(town)
    return {"proposal_id": (await _post(town, maker, "/subjects", asked.body))["proposal_id"]}


@asks("GET /credit/proposals/{proposal_id}", "POST /credit/proposals/{proposal_id}/decision")
async def _decided(town: Town) -> Asked:
    proposed = await _proposed(town, staff(Role.STAFF_MAKER))
    return Asked(proposed, {"agree": True, "reason": "已核对"})


@asks("POST /credit/proposals/{proposal_id}/withdrawal")
async def _taken_back(town: Town) -> Asked:
    return Asked(await _proposed(town, town.principal(Role.STAFF_MAKER)))


COMMITTED = {
    "applicant": "李四",
    "commitment": "以上情况属实，愿承担责任",
    "evidence": ["缴款书1号"],
}


@asks("POST /credit/records/{record_id}/repairs")
async def _repair(town: Town) -> Asked:
    return Asked({"record_id": await _old_record(town)}, COMMITTED)


async def _old_record(town: Town) -> str:
    """A fine whose least time is over."""
    _, name, code = await _firm(town)
    row = penalty(name, code, decided_on="2026-06-01")
    made = await _post(town, staff(Role.STAFF_MAKER), "/records", row)
    await _by_two(town, "/records/publications", {"record_ids": [made["record_id"]], **REASON})
    return str(made["record_id"])


async def _applied(town: Town) -> str:
    path = f"/records/{await _old_record(town)}/repairs"
    return str((await _post(town, staff(Role.STAFF_MAKER), path, COMMITTED))["repair_id"])


@asks("POST /credit/repairs/{repair_id}/acceptance")
async def _acceptance(town: Town) -> Asked:
    body = {"accepted": True, "reason": "材料齐全"}
    return Asked(
        {"repair_id": await _applied(town)}, body, maker=await _acting(town, "repair_officer")
    )


@asks("POST /credit/repairs/{repair_id}/decision-proposals")
async def _repair_decision(town: Town) -> Asked:
    repair_id, body = await _applied(town), {"accepted": True, "reason": "材料齐全"}
    await _post(town, staff(Role.STAFF_MAKER), f"/repairs/{repair_id}/acceptance", body)
    return Asked(
        {"repair_id": repair_id},
        {"agree": True, **REASON},
        maker=await _acting(town, "repair_officer"),
    )


WRONG = {"about": "content", "words": "罚款已撤销"}


@asks("POST /credit/records/{record_id}/objections")
async def _objection(town: Town) -> Asked:
    return Asked({"record_id": await _record(town, published=True)}, WRONG)


@asks("POST /credit/objections/{objection_id}/decision-proposals")
async def _objection_decision(town: Town) -> Asked:
    path = f"/records/{await _record(town, published=True)}/objections"
    made = await _post(town, staff(Role.STAFF_MAKER), path, WRONG)
    body = {"upheld": True, **REASON}
    return Asked(
        {"objection_id": made["objection_id"]}, body, maker=await _acting(town, "repair_officer")
    )


@asks("GET /credit/checks", "POST /credit/checks")
async def _check(town: Town) -> Asked:
    await _user(town, town.principal(Role.STAFF_MAKER).identity_id)
    _, name, code = await _firm(town)
    body = {
        "matter_id": "CG-2026-1", "purpose": "政府采购供应商核查", "subjects": [{"name": name, "code": code}],
    }  # fmt: skip
    return Asked(body=body, query={"matter_id": "CG-2026-1"})


def _register() -> bytes:
    serial = next(_serials)
    return as_json([{"ZTMC": f"德州第{serial}纺织有限公司", "TYSHXYDM": code_of(serial)}])


@asks("POST /credit/imports/uploads")
async def _import(town: Town) -> Asked:
    query = {"what": "subjects"}
    return Asked(
        content=_register(), query=query, headers=A_FILE, maker=await _acting(town, "reporter")
    )


@asks("GET /credit/import-schemas/{what}", "GET /credit/import-templates/{what}")
async def _layout(_town: Town) -> Asked:
    return Asked({"what": "penalties"})


@asks(
    "GET /credit/imports/{file_id}", "GET /credit/imports/{file_id}/errors",
    "GET /credit/imports/{file_id}/rows", "POST /credit/imports/{file_id}/acceptance",
)  # fmt: skip
async def _import_file(town: Town) -> Asked:
    sender = staff(Role.STAFF_MAKER)
    await let_in(town.hall.contexts["credit"], sender.identity_id, "reporter")
    token = town.hall.keys.token(sender)
    headers = {
        **A_FILE,
        "Authorization": f"Bearer {token}",
        "Idempotency-Key": uuid.uuid4().hex,
    }
    client, path = town.hall.clients["credit"], "/api/credit/imports"
    query = {"what": "subjects"}
    sent = await client.post(f"{path}/uploads", params=query, content=_register(), headers=headers)
    while await read_next(town.hall.contexts["credit"]):
        pass
    file = (await client.get(f"{path}/{sent.json()['file_id']}", headers=headers)).json()
    body = {"digest": file["digest"], **REASON}
    return Asked({"file_id": file["file_id"]}, body, maker=await _acting(town, "reporter"))


MEASURE = "procurement.tax_offender.manual"


@asks("POST /credit/lists/entries")
async def _list_entry(town: Town) -> Asked:
    return Asked(body={**listed((await _firm(town))[0]), **REASON})


@asks("POST /credit/lists/entries/{entry_id}/leaving")
async def _list_leaving(town: Town) -> Asked:
    body = {**listed((await _firm(town))[0]), **REASON}
    return Asked({"entry_id": (await _by_two(town, "/lists/entries", body))["entry_id"]}, REASON)


@asks("POST /credit/checks/{check_id}/feedback")
async def _feedback(town: Town) -> Asked:
    subject_id, name, code = await _firm(town)
    body = {**listed(subject_id), **REASON}
    entry_id = (await _by_two(town, "/lists/entries", body))["entry_id"]
    question = {
        "matter_id": f"CG-{code}",
        "purpose": "政府采购供应商核查",
        "subjects": [{"name": name, "code": code}],
    }
    asker = staff(Role.STAFF_MAKER)
    await _user(town, asker.identity_id)
    (check,) = (await _post(town, asker, "/checks", question))["items"]
    said = {"entry_id": entry_id, "measure_code": MEASURE, "applied": False, "why": "不在采购范围"}
    return Asked({"check_id": check["check_id"]}, said)


async def _user(town: Town, identity_id: uuid.UUID) -> None:
    await _by_two(town, "/users", {**user(identity_id), **REASON})


@asks("POST /credit/users")
async def _new_user(town: Town) -> Asked:
    return Asked(body={**user(uuid.uuid4()), **REASON}, maker=await _acting(town, "unit_admin"))


@asks("POST /credit/users/appointments")
async def _appointment(_town: Town) -> Asked:
    return Asked(body={**user(uuid.uuid4(), role="unit_admin"), **REASON})


@asks("GET /credit/users")
async def _own_users(town: Town) -> Asked:
    await _acting(town, "unit_admin")
    return Asked()


@asks("GET /credit/look-ups", "GET /credit/look-ups/verification")
async def _look_ups(town: Town) -> Asked:
    await _acting(town, "auditor", Role.STAFF_CHECKER)
    return Asked(maker=await _acting(town, "auditor"))


@asks("POST /credit/users/{user_id}/confirmation", "POST /credit/users/{user_id}/shutting")
async def _known_user(town: Town) -> Asked:
    identity_id = uuid.uuid4()
    await _user(town, identity_id)
    return Asked({"user_id": str(identity_id)}, REASON, maker=await _acting(town, "unit_admin"))


@asks("POST /credit/checks/bulk")
async def _bulk(town: Town) -> Asked:
    maker = town.principal(Role.STAFF_MAKER).identity_id
    await _user(town, maker)
    matter = f"PL-{next(_serials)}"
    return Asked(
        body={"matter_id": matter, "purpose": "供应商核查", "subjects": many(51), **REASON},
        maker=maker,
    )


def _asked_for(name: str, code: str) -> dict[str, str]:
    return {"name": name, "code": code, "ground": "self", "purpose": "投标"}


@asks("POST /credit/reports")
async def _report(town: Town) -> Asked:
    await _user(town, town.principal(Role.STAFF_MAKER).identity_id)
    _, name, code = await _firm(town)
    return Asked(body=_asked_for(name, code))


async def _in_the_register(town: Town) -> None:
    """The owner stands in the register of natural persons, once."""
    owner, context = town.owner, town.hall.contexts["credit"]
    opened: Any = IndividualAccountOpened(
        account_number=owner.account_number, person_id=owner.person_id, employer_number=town.employer,
        name="张三丰", id_number=owner.id_number, id_number_hash="", phone="", phone_hash="",
        opened_on=date(2025, 6, 1),
    )  # fmt: skip
    async with context.unit() as unit:
        await people_known(unit, received([opened]))
    linked = "SELECT count(*) FROM subject JOIN person_link USING (code_hash) WHERE person_id = $1"
    if not await context.pool.fetchval(linked, owner.person_id):
        body = {"name": "张三丰", "id_number": owner.id_number, **REASON}
        await _by_two(town, "/subjects", body)


@asks("POST /credit/my/reports", "GET /credit/my/reports")
async def _my_report(town: Town) -> Asked:
    await _in_the_register(town)
    return Asked(body={"purpose": "了解本人信用"})


@asks("GET /credit/reports/{number}/pdf", "GET /credit/public/reports/{number}")
async def _issued_report(town: Town) -> Asked:
    await _in_the_register(town)
    by = town.principal(Role.INDIVIDUAL)
    made = await _post(town, by, "/my/reports", {"purpose": "了解本人信用"})
    return Asked({"number": made["number"]}, query={"code": "AAAA-AAAA-AAAA-AAAA"})


def _policy() -> dict[str, Any]:
    return {**policy(f"德信〔2026〕{next(_serials)}号"), **REASON}


@asks("POST /credit/policies/files")
async def _policy_file(_town: Town) -> Asked:
    return Asked(body={"csv": policies_csv(f"德信〔2025〕{next(_serials)}号"), **REASON})


@asks("POST /credit/policies")
async def _new_policy(_town: Town) -> Asked:
    return Asked(body=_policy())


@asks("POST /credit/policies/{document_id}/withdrawal", "GET /credit/public/policies/{document_id}")
async def _known_policy(town: Town) -> Asked:
    return Asked(
        {"document_id": (await _by_two(town, "/policies", _policy()))["document_id"]}, REASON
    )
