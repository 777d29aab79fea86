"""Credit reports (R-CRD-34): for oneself or by written authority, chained (R-CRD-33), checked by anybody."""

import subprocess
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import zxingcpp
from PIL import Image
from tests.support.credit import code_of, listed, penalty, permit, user
from tests.support.pdf import fonts_of, pages_of
from tests.support.two_people import staff

from shared.identity.principal import Role

from .conftest import ID_NUMBER, REASON, Bureau, let_in
from .test_checks import COMMITTED, NAME


async def printed(bureau: Bureau, number: str, by: Any) -> bytes:
    answer = await bureau.caller(by).get(f"/reports/{number}/pdf")
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "application/pdf"
    return bytes(answer.content)


def qr_of(pdf: bytes, folder: Path) -> str:
    """What a phone reads off the printed first page."""
    (folder / "report.pdf").write_bytes(pdf)
    drawing = ["pdftoppm", "-r", "110", "-png", "-singlefile", "-f", "1"]
    subprocess.run([*drawing, folder / "report.pdf", folder / "page"], check=True)
    with Image.open(folder / "page.png") as drawn:
        (read,) = zxingcpp.read_barcodes(drawn)
    return str(read.text)


async def test_r_crd_34_a_firms_report_is_by_its_will_read_off_paper_and_checked_by_anybody(
    bureau: Bureau, tmp_path: Path
) -> None:
    code, asker = code_of(1), staff(Role.STAFF_MAKER)
    subject_id = await bureau.subject(NAME, code=code)
    fine = await bureau.published(penalty(NAME, code, decided_on="2026-06-01"))
    right = await bureau.published(permit(NAME, code, document_no="德审许字〔2026〕7号"))
    await bureau.by_two("/lists/entries", **listed(subject_id, "tax_a", document_no="德税甲1号"))
    body = {
        "name": NAME, "code": code, "ground": "authority", "authority_no": "授2026-1", "purpose": "投标",
    }  # fmt: skip
    stranger = await bureau.caller(asker).post("/reports", body)
    assert stranger.json()["title"] == "no-credit-user"
    await bureau.by_two("/users", **user(asker.identity_id))
    caller = bureau.caller(asker)
    for wrong in ({"authority_no": None}, {"purpose": ""}, {"authority_no": " "}):
        assert (await caller.post("/reports", {**body, **wrong})).status_code == 422
    other = await caller.post("/reports", {**body, "name": "德州别名有限公司"})
    assert other.json()["title"] == "subject-unknown", "name and code belong together (R-CRD-10)"
    made = await caller.done("/reports", body)
    pdf = await printed(bureau, made["number"], asker)
    text = "".join(pages_of(pdf))
    for said in (
        made["number"], made["digest"], code, NAME, "2026年10月12日10:00", "罚款金额5,000.00元",
        "德审许字〔2026〕7号", "德税甲1号", "授权书编号授2026-1",
        "三、严重失信主体名单信息查询期内无相关信息", "2026年9月1日起，履行处罚义务",
    ):  # fmt: skip
        assert said in text, said
    assert set(fonts_of(pdf)) == {("yes", "yes", "yes")}
    address, _, check_code = qr_of(pdf, tmp_path).partition("?code=")
    assert address == f"https://localhost/credit/reports/{made['number']}"
    path, query = f"/api/credit/public/reports/{made['number']}", {"code": check_code.lower()}
    answer = (await bureau.client.get(path, params=query)).json()
    assert (answer["outcome"], answer["digest"]) == ("match", made["digest"])
    page = await bureau.client.get(f"/credit/reports/{made['number']}?code={check_code}")
    assert '<dd role="status">相符</dd>' in page.text
    assert NAME not in page.text, "a check says nothing of the subject"
    for number, typed in ((made["number"], "AAAA-AAAA-AAAA-AAAA"), ("XYBG1", check_code)):
        none = await bureau.client.get(f"/api/credit/public/reports/{number}?code={typed}")
        assert none.json()["outcome"] == "no_match"
        assert none.json()["as_of"] is None
    # what is repaired is told by nobody any more, not by a report of before either (R-CRD-19)
    applied = await bureau.caller(bureau.maker).done(f"/records/{fine}/repairs", COMMITTED)
    repair = f"/repairs/{applied['repair_id']}"
    await bureau.caller(bureau.maker).done(f"{repair}/acceptance", {"accepted": True, **REASON})
    asking = await caller.done("/reports", {**body, "ground": "self"})
    text = "".join(pages_of(await printed(bureau, asking["number"], asker)))
    assert "状态修复中" in text
    assert "承诺内容以上情况属实，愿承担责任" in text
    assert "查询单位德州市住房公积金管理中心" in text, "who asks for itself sees who looked"
    await bureau.by_two(f"{repair}/decision-proposals", agree=True)
    gone = await caller.get(f"/reports/{made['number']}/pdf")
    assert (gone.status_code, gone.json()["title"]) == (409, "report-changed")
    assert (await bureau.client.get(path, params=query)).json()["outcome"] == "changed"
    after = await caller.done("/reports", body)
    await bureau.by_two(f"/records/{right}/withdrawal")
    assert (await caller.get(f"/reports/{after['number']}/pdf")).status_code == 409
    auditing = staff(Role.STAFF_CHECKER)
    await let_in(bureau.context, auditing.identity_id, "auditor")
    auditor = bureau.bare(auditing)
    chained = (await auditor.get("/look-ups", subject_id=subject_id)).json()
    numbers = [after["number"], asking["number"], made["number"]]
    assert [one["matter_id"] for one in chained["items"]] == numbers
    assert chained["items"][2]["shown"] == ["penalty", "permit", "red_list"]
    holds = (await auditor.get("/look-ups/verification")).json()
    assert holds == {"looked_through": 3, "broken_at": None}


async def test_r_crd_34_a_person_asks_about_nobody_else_and_sees_who_looked(bureau: Bureau) -> None:
    person_id = uuid.uuid4()
    me = bureau.person(person_id)
    why = {"purpose": "了解本人信用"}
    assert (await me.post("/my/reports", why)).json()["title"] == "not-in-register"
    await bureau.known(person_id)
    await bureau.subject("张三", id_number=ID_NUMBER)
    natural = {"subject_category": "自然人", "legal_representative": "", "id_number": ID_NUMBER}
    await bureau.published(penalty("张三", "", **natural))
    asker = staff(Role.STAFF_MAKER)
    await bureau.by_two("/users", **user(asker.identity_id))
    body = {"name": "张三", "id_number": ID_NUMBER, "ground": "authority"}
    body |= {"authority_no": "授2", "purpose": "购房"}
    own = replace(asker, own_person_id=person_id)
    assert (await bureau.caller(own).post("/reports", body)).json()["title"] == "own-report"
    by_staff = await bureau.caller(asker).done("/reports", body)
    told = "".join(pages_of(await printed(bureau, by_staff["number"], asker)))
    assert "张三" in told
    assert ID_NUMBER not in told
    assert "查询记录" not in told, "who looked is the subject's to see"
    assert (await me.post("/my/reports", {"purpose": ""})).status_code == 422
    mine = await me.done("/my/reports", why)
    answer = await me.get(f"/reports/{mine['number']}/pdf")
    text = "".join(pages_of(bytes(answer.content)))
    assert "罚款金额5,000.00元" in text
    assert "查询单位德州市住房公积金管理中心查询用途购房" in text
    stranger = bureau.person(uuid.uuid4())
    for number in (mine["number"], by_staff["number"]):
        assert (await stranger.get(f"/reports/{number}/pdf")).status_code == 404
    assert (await me.get(f"/reports/{by_staff['number']}/pdf")).status_code == 404, (
        "asked by others"
    )
    listed_ = (await me.get("/my/reports")).json()["items"]
    assert [one["number"] for one in listed_] == [mine["number"]]
    shown = (await me.get("/personal-data/look_up")).json()["items"]
    assert {one["purpose"] for one in shown} == {"购房", "了解本人信用"}
    kept = await bureau.context.pool.fetchval("SELECT string_agg(t::text, '') FROM credit_report t")
    assert "张三" not in kept
    object.__setattr__(bureau.context.settings, "own_reports_a_day", 1)
    again = await me.post("/my/reports", {"purpose": "再查一次"})
    assert (again.status_code, again.json()["title"]) == (429, "reports-a-day")
