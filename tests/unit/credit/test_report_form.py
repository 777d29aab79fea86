"""What a credit report says (R-CRD-34): every section is there, and what is repaired is not."""

from datetime import UTC, date, datetime

from credit.domain import SubjectKind
from credit.shapes.report_form import NOT_COLLECTED, NOTHING, Told, Whom, said_of, sections

FIRM = Whom("德州某某有限公司", "91371400MA3C0AB128", SubjectKind.LEGAL_PERSON)
NOW = datetime(2026, 10, 12, 2, 0, tzinfo=UTC)
FINE = {
    "kind": "penalty", "document_no": "德罚1号", "authority_name": "某局", "decided_on": date(2026, 6, 1),
    "gravity": "general", "public_until": date(2027, 6, 1), "repair_from": date(2026, 9, 1),
    "commitment": None, "in_objection": False,
}  # fmt: skip


def test_r_crd_34_empty_sections_say_so_and_others_see_not_who_looked() -> None:
    found = sections(FIRM, Told([], 0, [], None))
    assert [one.title[:2] for one in found] == [
        "基础", "一、", "一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、",
    ]  # fmt: skip
    notes = {one.title: one.note for one in found}
    assert notes["三、严重失信主体名单信息"] == NOTHING
    assert notes["七、司法判决信息"] == NOT_COLLECTED
    assert len(sections(FIRM, Told([], 0, [], []))) == len(found) + 1


def test_r_crd_34_a_penalty_says_until_when_and_from_when_it_can_be_repaired() -> None:
    told = Told([(FINE, {"fine_fen": 500_000, "id_number": "371402199001011239"})], 3, [], None)
    said = said_of(FIRM, told, ground="authority", purpose="投标", authority_no="授1", now=NOW)
    assert said["as_of"] == "2026年10月12日 10:00"
    assert said["basis"][-1] == ("授权书编号", "授1")
    fine, advice = said["sections"][2], said["sections"][10]
    assert ("罚款金额", "5,000.00元") in fine["blocks"][0]
    assert ("公示截止日期", "2027年6月1日") in fine["blocks"][0]
    assert fine["note"] == "另有3条未列入，请分期查询。"
    assert "2026年9月1日起" in dict(advice["blocks"][0])["建议"]
    assert "371402199001011239" not in str(said), "no number of a person is printed"


def test_r_crd_23_an_objection_is_said_and_who_asked_for_repair_is_given_no_advice() -> None:
    asked = {**FINE, "commitment": "愿承担责任", "in_objection": True}
    found = {one.title[:2]: one for one in sections(FIRM, Told([(asked, {})], 0, [], None))[3:]}
    assert dict(found["五、"].blocks[0])["承诺内容"] == "愿承担责任"
    assert dict(found["八、"].blocks[0])["状态"] == "异议核查中"
    assert found["九、"].blocks == []
