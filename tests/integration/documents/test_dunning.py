"""催缴函 are printed once, listed for the centre, and leave its work list once they are sent (R-DEP-10)."""

import uuid
from datetime import UTC, date, datetime
from typing import Any

from tests.support.pdf import pages_of
from tests.support.telling import received
from tests.support.two_people import staff

from documents.handlers import dunning
from shared.identity.principal import Role
from shared.messages.dunning import DunningLetterDue

from .conftest import Office


def letter(**changes: Any) -> DunningLetterDue:
    usual = {
        "letter_id": uuid.uuid4(), "employer_number": "0000123", "employer_name": "德州某某有限公司",
        "stage": 2, "from_month": "2026-03", "until_month": "2026-04", "people": 1,
        "owed_fen": 192_000, "due_on": date(2026, 3, 15), "pay_by": date(2026, 5, 15),
        "due_at": datetime(2026, 4, 30, 2, 0, tzinfo=UTC),
    }  # fmt: skip
    return DunningLetterDue.model_validate(usual | changes)


async def test_r_dep_10_a_letter_is_printed_once_and_sent_once(office: Office) -> None:
    due = letter()
    for _ in range(2):
        async with office.context.unit() as unit:
            await dunning.due(unit, received([due, due]))
    maker = office.caller(staff(Role.STAFF_MAKER))
    (waiting,) = (await maker.get("/dunning-letters")).json()["items"]
    path = f"/dunning-letters/{waiting['number']}"
    assert waiting["state"] == "printing"
    early = await maker.post(f"{path}/sending", {"way": "post"})
    assert (early.status_code, early.json()["title"]) == (409, "letter-not-to-send")
    await office.print_all()
    printed = await maker.get(f"{path}/pdf")
    assert printed.headers["content-type"] == "application/pdf"
    text = "".join(pages_of(printed.content)).replace("\n", "")
    for said in (
        "再次催缴函",
        "德州某某有限公司",
        "2026年3月至2026年4月",
        "1,920.00元",
        "人民法院",
    ):
        assert said in text
    assert waiting["number"] in text
    sent = await maker.post(f"{path}/sending", {"way": "post"})
    assert (sent.status_code, sent.json()["sent_way_text"]) == (200, "邮寄送达")
    again = await maker.post(f"{path}/sending", {"way": "by_hand"})
    assert (again.status_code, again.json()["rule"]) == (409, "R-DEP-10")
    assert (await maker.get("/dunning-letters", to_send="true")).json()["items"] == []
    assert len((await maker.get("/dunning-letters")).json()["items"]) == 1
