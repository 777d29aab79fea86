"""亮码可办: ours read elsewhere, others' read here, each once, until midnight, whatever the platform does."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest
from tests.integration.documents.conftest import (
    CENTRE,
    OURS,
    PLATFORM,
    Document,
    Office,
    facts_of,
    said,
)
from tests.integration.documents.sheets import ID_NUMBER, THEIR_NAME, sheet
from tests.integration.documents.test_each_kind import saver
from tests.integration.loans.conftest import lend
from tests.support.callers import Caller
from tests.support.telling import received
from tests.support.two_people import staff

from documents.handlers import facts, showing
from documents.work import reading
from documents.work.national import HttpPlatform
from shared.identity.principal import Role
from shared.messages.documents import SheetFiled
from shared.messages.loans import LoanFactsTold
from simulators.national.app import National, app_of
from simulators.national.faults import Faults
from simulators.national.settings import NationalSettings

ELSEWHERE = "370100ABCDEFGHIJKLMNOP"
MIDNIGHT = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)


@dataclass
class Border:
    """Our office, the national platform behind it, and another centre behind that."""

    office: Office
    national: National
    platform: HttpPlatform
    control: httpx.AsyncClient

    async def read_elsewhere(self, code: str, id_number: str, **more: Any) -> httpx.Response:
        """Have another centre read a code of ours."""
        body = {
            "code": code, "id_number": id_number, "centre_code": "370100", "centre_name": THEIR_NAME,
            "purpose": "异地贷款", **more,
        }  # fmt: skip
        return await self.control.post("/control/readings", json=body)

    async def issue(self, *, dead: bool = False) -> None:
        """Let another centre issue a code, or let its midnight come."""
        self.national.book.put(ELSEWHERE, ID_NUMBER, sheet(), dead=dead)

    async def read(self, **faults: Any) -> None:
        """Ask about what is due now, once."""
        self.national.faults = Faults(**faults)
        await reading.read_some(self.office.context, self.platform)

    @property
    def now(self) -> datetime:
        return self.office.context.clock.now()

    def until(self, at: datetime) -> None:
        """Let time go on."""
        self.office.context.clock.advance(at - self.now)  # type: ignore[attr-defined]

    @property
    def maker(self) -> Caller:
        return self.office.caller(staff(Role.STAFF_MAKER))

    @property
    def citizen(self) -> Caller:
        return self.office.person(uuid.UUID(int=77))


@asynccontextmanager
async def border_of(office: Office, folder: Path) -> AsyncIterator[Border]:
    settings = NationalSettings(
        token="known-to-the-platform",
        book_path=folder / "book",
        centre_url="http://documents/api/documents/national-readings",
        centre_token=PLATFORM,
    )
    national = National(settings, office.client._transport)
    transport = httpx.ASGITransport(app=app_of(national))
    headers = {"Authorization": "Bearer known-to-the-platform"}
    async with (
        httpx.AsyncClient(transport=transport, base_url="http://national", headers=headers) as line,
        httpx.AsyncClient(transport=transport, base_url="http://national") as control,
    ):
        yield Border(office, national, HttpPlatform(line, office.context.settings), control)
    await national.close()


@pytest.fixture
async def border(alone: Office, tmp_path: Path) -> AsyncIterator[Border]:
    async with border_of(alone, tmp_path) as made:
        yield made


async def begun(border: Border, login: str = "first") -> tuple[uuid.UUID, str]:
    """Let somebody want a code; who, and its id."""
    person = uuid.uuid4()
    made = await border.office.person(person, login=login).done("/codes", {})
    assert (made["state"], made["code"]) == ("asked", None)
    return person, made["code_id"]


async def told(border: Border, person: uuid.UUID, code_id: str, **more: Any) -> None:
    """Let accounts and loans say what they would, twice."""
    contributions = facts_of(uuid.UUID(code_id), person).model_copy(update=more)
    loans = LoanFactsTold(
        request_id=contributions.request_id,
        person_id=person,
        told_at=contributions.told_at,
        loans=[],
        plan=[],
    )
    async with border.office.context.unit() as unit:
        await facts.loans_told(unit, received([loans, loans]))
        await facts.contributions_told(unit, received([contributions, contributions]))


async def shown(border: Border, person: uuid.UUID, code_id: str) -> dict[str, Any]:
    answer = await border.office.person(person).get(f"/codes/{code_id}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def code_of(border: Border) -> tuple[uuid.UUID, str, str]:
    """Let somebody get a code; who, its id, and what the picture holds."""
    person, code_id = await begun(border)
    await told(border, person, code_id)
    return person, code_id, (await shown(border, person, code_id))["scanned"]


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["title"]


async def forgotten(border: Border) -> asyncpg.Record:
    """Let what is dead be deleted; the one code as it is kept."""
    async with border.office.context.unit() as unit:
        await showing.forget(unit)
    row = await border.office.context.pool.fetchrow("SELECT * FROM shown_code")
    assert row is not None
    assert (row["sheet_sealed"], row["code_sealed"]) == (None, None)
    return row


async def test_another_centre_reads_what_the_ledgers_say_once_and_its_bearer_sees_who_it_was(
    office: Office, tmp_path: Path
) -> None:
    person = await saver(office)
    await lend(office.loans, borrower=str(person.person_id))
    me = office.person(person.person_id)
    async with border_of(office, tmp_path) as border:
        code_id = (await me.done("/codes", {}))["code_id"]
        await office.tell(twice=True, loans_first=True)
        code = (await shown(border, person.person_id, code_id))["scanned"]
        answers = await asyncio.gather(
            *(border.read_elsewhere(code.lower(), f" {person.id_number} ") for _ in range(3))
        )
    (sheet,) = [answer.json() for answer in answers if answer.is_success]
    others = {refusal(one) for one in answers if not one.is_success}
    assert others == {(409, "code-read-before")}
    assert (sheet["centre_name"], sheet["id_number"]) == (CENTRE, person.id_number)
    assert (sheet["account"]["balance_fen"], sheet["account"]["months_in_a_row"]) == (288_000, 3)
    assert [loan["settled_on"] for loan in sheet["loans"]] == [None]
    (line,) = (await me.get("/codes")).json()["items"]
    assert (line["state"], line["read_by"], line["purpose"]) == ("read", THEIR_NAME, "异地贷款")
    assert (await shown(border, person.person_id, code_id))["code"] is None


async def test_a_lost_answer_is_given_again_for_some_minutes_and_then_nothing_is_kept(
    border: Border,
) -> None:
    _, _, code = await code_of(border)
    asked = {"reading_id": str(uuid.uuid4())}
    border.until(MIDNIGHT - timedelta(seconds=1))
    first = await border.read_elsewhere(code, OURS, **asked)
    assert first.is_success, first.text
    border.until(MIDNIGHT + timedelta(minutes=5))
    again = await border.read_elsewhere(code, OURS, **asked)
    assert again.json() == first.json(), "it was read before midnight"
    border.until(MIDNIGHT + timedelta(minutes=11))
    late = await border.read_elsewhere(code, OURS, **asked)
    assert refusal(late) == (409, "code-read-before")
    assert (await forgotten(border))["state"] == "read"


async def test_a_code_is_told_to_nobody_who_forges_and_in_no_other_login_and_dies_at_midnight(
    border: Border,
) -> None:
    person, code_id, code = await code_of(border)
    assert code.startswith("371400")
    no_match = (404, "code-no-match")
    forged = code[:-1] + ("A" if code[-1] != "A" else "B")
    for typed, id_number in ((forged, OURS), ("x", OURS), (code, ID_NUMBER)):
        assert refusal(await border.read_elsewhere(typed, id_number)) == no_match
    border.national._client.headers["Platform-Authorization"] = "guessed"
    assert refusal(await border.read_elsewhere(code, OURS)) == (401, "not-the-platform")
    border.national._client.headers["Platform-Authorization"] = PLATFORM

    other_login = border.office.person(person, login="second")
    there = (await other_login.get(f"/codes/{code_id}")).json()
    assert (there["state"], there["code"], there["scanned"]) == ("open", None, None)
    assert (await border.citizen.get(f"/codes/{code_id}")).status_code == 404
    unconfirmed = await other_login.client.post(
        "/api/documents/codes",
        json={},
        headers={**other_login.headers, "Idempotency-Key": "a" * 20},
    )
    assert refusal(unconfirmed) == (403, "confirmation-needed")
    kept = await border.office.context.pool.fetch("SELECT body FROM idempotency_key")
    assert not any(code in (row["body"] or "") for row in kept)

    border.until(MIDNIGHT)
    assert refusal(await border.read_elsewhere(code, OURS)) == (410, "code-dead")
    dead = await shown(border, person, code_id)
    assert (dead["state"], dead["code"], dead["dies_at"]) == ("dead", None, "2026-03-02T16:00:00Z")
    assert (await forgotten(border))["state"] == "dead"


async def test_facts_that_come_late_or_are_none_open_no_code_and_nobody_has_many_in_a_day(
    border: Border,
) -> None:
    person, first = await begun(border)
    me = border.office.person(person)
    second = (await me.done("/codes", {}))["code_id"]
    await told(border, person, first)
    await told(border, person, second)
    states = {one["code_id"]: one["state"] for one in (await me.get("/codes")).json()["items"]}
    assert states == {first: "dead", second: "open"}, "the newer one took its place"
    late, code_id = await begun(border)
    border.until(MIDNIGHT)
    await told(border, late, code_id)
    assert (await shown(border, late, code_id))["state"] == "dead"
    nobody, code_id = await begun(border)
    await told(border, nobody, code_id, account=None)
    refused = await shown(border, nobody, code_id)
    assert (refused["state"], refused["code"]) == ("refused", None)
    assert "未查询到" in refused["reason_text"]
    for _ in range(border.office.context.settings.codes_per_day):
        await me.done("/codes", {})
    assert refusal(await me.post("/codes", {})) == (429, "too-many-codes")
    border.until(MIDNIGHT + timedelta(days=1))
    await me.done("/codes", {})


CASE = {"case_kind": "loan", "case_reference": "371400-2026-0008"}
AT_THE_COUNTER = {"code": "370100-ABCD-EFGH-IJKL-MNOP", "id_number": ID_NUMBER, **CASE,
                  "reason": "异地贷款，本人到场亮码"}  # fmt: skip


async def test_a_sheet_is_printed_into_the_case_to_the_fen(border: Border) -> None:
    await border.issue()
    made = await border.maker.done("/counter-readings", AT_THE_COUNTER)
    await border.read()
    path = f"/readings/{made['reading_id']}"
    assert (await border.maker.get(path)).json()["state"] == "printing"
    assert (await border.maker.get(f"{path}/pdf")).status_code == 409
    await border.office.print_all()
    (filed,) = (await border.maker.get("/case-readings", **CASE)).json()["items"]
    assert (filed["state"], filed["centre_name"]) == ("filed", THEIR_NAME)
    sheet = Document(filed["number"], (await border.maker.get(f"{path}/pdf")).content)
    for words in (
        "个人住房公积金缴存贷款信息表", "王𬭛", ID_NUMBER, f"提供单位{THEIR_NAME}", "月缴存额1,920.00元",
        "账户余额54,321.00元（大写：伍万肆仟叁佰贰拾壹元整）", "公积金贷款次数1次", "未结清贷款0笔",
        "300,000.000.002025年12月1日", "数据时间2026-03-0209:30:00", "读取时间2026-03-0210:00:00",
    ):  # fmt: skip
        assert words in sheet.text, words
    assert await border.office.check(sheet.number, sheet.code) == "match"
    assert await said(border.office.context, SheetFiled) == [], "a loan's case is not withdrawals'"
    row = await border.office.context.pool.fetchrow("SELECT * FROM reading")
    assert (row["code_sealed"], row["id_number_sealed"]) == (None, None)
    withdrawn = {"number": sheet.number, "reason": "不是本中心的信息"}
    assert (await border.maker.post("/revocations", withdrawn)).status_code == 404


async def test_a_code_of_another_centre_is_read_in_the_hall_without_being_shown(
    border: Border,
) -> None:
    await border.issue()
    body = {key: value for key, value in AT_THE_COUNTER.items() if key != "reason"}
    assert refusal(await border.citizen.post("/readings", body)) == (422, "case-not-allowed")
    body |= {"case_kind": "withdrawal"}
    assert refusal(await border.citizen.post("/readings", body)) == (422, "no-such-case")
    body |= {"case_reference": str(uuid.UUID(int=5)).upper()}
    made = await border.citizen.done("/readings", body)
    await border.read()
    await border.office.print_all()
    path = f"/readings/{made['reading_id']}"
    shown = (await border.citizen.get(path)).json()
    assert shown["state"] == "filed"
    (told,) = await said(border.office.context, SheetFiled)
    assert (told.application_id, told.person_id) == (uuid.UUID(int=5), uuid.UUID(int=77))
    assert (told.number, told.centre_name) == (shown["number"], THEIR_NAME)
    assert "王𬭛" not in str(shown)
    assert (await border.citizen.get(f"{path}/pdf")).status_code == 403
    assert (await border.office.person(uuid.uuid4()).get(path)).status_code == 404


async def test_a_platform_that_is_away_wrong_or_loses_its_answer_is_asked_the_same_again(
    border: Border,
) -> None:
    await border.issue()
    made = await border.maker.done("/counter-readings", AT_THE_COUNTER)
    for faults in ({"away": 1}, {"wrong": 1}, {"lost": 1}):
        await border.read(**faults)
        assert await _state(border, made) == "asked"
        await border.read()
        assert await _state(border, made) == "asked", "it rests between two questions"
        border.until(border.now + timedelta(minutes=1))
    await border.read()
    assert await _state(border, made) == "printing"
    assert border.national.questions == 4
    second = await border.maker.done("/counter-readings", AT_THE_COUNTER)
    await border.read()
    shown = (await border.maker.get(f"/readings/{second['reading_id']}")).json()
    assert (shown["state"], shown["reason_code"]) == ("refused", "code-read-before")


async def test_what_cannot_be_read_is_refused_for_good_and_nothing_is_kept(border: Border) -> None:
    typed = {**AT_THE_COUNTER, "code": "370100-ABCD"}
    no_code = (422, "code-not-readable")
    assert refusal(await border.maker.post("/counter-readings", typed)) == no_code
    assert await _refused(border) == "code-no-match"
    await border.issue(dead=True)
    assert await _refused(border) == "code-dead"
    await border.issue()
    assert await _refused(border, stranger=1) == "sheet-of-another"
    assert await _refused(border, away=-1) == "platform-away"
    kept = await border.office.context.pool.fetch("SELECT * FROM reading")
    assert {(row["code_sealed"], row["id_number_sealed"], row["number"]) for row in kept} == {
        (None, None, None)
    }
    assert await border.office.context.pool.fetchval("SELECT count(*) FROM document") == 0


async def _refused(border: Border, **faults: int) -> str:
    made = await border.maker.done("/counter-readings", AT_THE_COUNTER)
    await border.read(**faults)
    if faults.get("away"):
        border.until(border.now + timedelta(days=1))
        await border.read(**faults)
    answer = (await border.maker.get(f"/readings/{made['reading_id']}")).json()
    assert answer["state"] == "refused", answer
    return str(answer["reason_code"])


async def _state(border: Border, made: Any) -> str:
    return str((await border.maker.get(f"/readings/{made['reading_id']}")).json()["state"])
