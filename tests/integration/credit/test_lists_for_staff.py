"""What staff work off: open objections by their last day, and everything that stands about one subject."""

from datetime import date, timedelta
from typing import Any

from tests.support.credit import code_of, penalty, permit

from .conftest import Bureau

NAME = "德州某某纺织有限公司"


async def pages(bureau: Bureau, path: str, key: str) -> list[Any]:
    """Every item of a list that is read one by one."""
    staff, found, query = bureau.caller(bureau.checker), [], {"limit": 1}
    while True:
        page = (await staff.get(path, **query)).json()
        found += [one[key] for one in page["items"]]
        if page["next_cursor"] is None:
            return found
        query["cursor"] = page["next_cursor"]


async def test_r_crd_23_open_objections_are_listed_by_their_last_day_until_they_are_decided(
    bureau: Bureau,
) -> None:
    await bureau.subject(NAME, code=code_of(1))
    maker, objected = bureau.caller(bureau.maker), []
    for number in (1, 2):
        row = penalty(NAME, code_of(1), document_no=f"德公积金罚字〔2026〕{number}号")
        record = await bureau.published(row)
        words = {"about": "content", "words": f"第{number}份罚款已缴清"}
        objected.append((await maker.done(f"/records/{record}/objections", words))["objection_id"])
    assert sorted(await pages(bureau, "/objections", "objection_id")) == sorted(objected)
    bureau.clock.advance(timedelta(days=30))
    shown = (await bureau.caller(bureau.checker).get("/objections")).json()["items"]
    assert {one["words"] for one in shown} == {"第1份罚款已缴清", "第2份罚款已缴清"}
    assert {(one["subject_name"], one["about_text"], one["late"]) for one in shown} == {
        (NAME, "内容", True)
    }
    await bureau.by_two(f"/objections/{objected[0]}/decision-proposals", upheld=False)
    assert await pages(bureau, "/objections", "objection_id") == [objected[1]]


async def test_r_qry_5_a_subjects_records_are_read_for_a_reason_the_latest_first(
    bureau: Bureau,
) -> None:
    subject = await bureau.subject(NAME, code=code_of(1))
    other = await bureau.subject("德州另一纺织有限公司", code=code_of(2))
    for number, on in ((1, date(2026, 8, 3)), (2, date(2026, 9, 1)), (3, date(2026, 8, 3))):
        numbered = {"document_no": f"德公积金〔2026〕{number}号", "decided_on": on.isoformat()}
        make = permit if number == 3 else penalty
        await bureau.enter(make(NAME, code_of(1), **numbered))
    found = await pages(bureau, f"/subjects/{subject}/records", "document_no")
    assert found[0] == "德公积金〔2026〕2号"
    assert sorted(found[1:]) == ["德公积金〔2026〕1号", "德公积金〔2026〕3号"]
    assert await pages(bureau, f"/subjects/{other}/records", "document_no") == []
    silent = bureau.bare(bureau.checker)
    headers = {name: value for name, value in silent.headers.items() if name != "Look-Reason"}
    path = f"/api/credit/subjects/{subject}/records"
    assert (await bureau.client.get(path, headers=headers)).status_code == 422
