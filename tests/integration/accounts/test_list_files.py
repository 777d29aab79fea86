"""Lists that employers upload (当月汇缴): sent, read, previewed, accepted, booked, and what comes between."""

import asyncio
import contextlib
import io
import os
import signal
import uuid
from datetime import date, timedelta
from typing import Any

import asyncpg
import httpx
import openpyxl
import psutil
import pytest
from tests.support.sheets import HEADER, csv, xlsx
from tests.support.waiting import until

from accounts.handlers import list_files as handlers
from accounts.store import receipts
from accounts.work import list_files as work
from accounts.work.bounded import MODULE
from shared.identity.principal import Role

from .conftest import Accounts, Caller, Person

OPENED = date(2026, 1, 1)
MONTH = "2026-01"
NAME = "张三丰"


@pytest.fixture
async def firm(accounts: Accounts) -> "Firm":
    number = await accounts.employer()
    people = await accounts.people(number, 600_000, 456_789, opened_on=OPENED)
    return Firm(accounts, number, people)


class Firm:
    """An employer with two people and an operator who uploads their list."""

    def __init__(self, accounts: Accounts, number: str, people: list[Person]) -> None:
        self.accounts = accounts
        self.number = number
        self.people = people
        self.operator: Caller = accounts.operator(number)

    def row(self, person: Person, base: Any = 6000, **more: Any) -> list[Any]:
        sides = more.get("sides", [None, None])
        name = more.get("name", NAME)
        return [1, person.account_number, name, person.id_number, base, *sides, None]

    def sheet(self, *rows: Any) -> bytes:
        return xlsx([*HEADER, "调整原因"], *rows)

    @property
    def right(self) -> bytes:
        first, second = self.people
        return self.sheet(self.row(first), self.row(second, 4567.89))

    async def send(
        self, data: bytes, month: str = MONTH, key: str | None = None, by: Caller | None = None
    ) -> httpx.Response:
        headers = {
            **(by or self.operator).headers,
            "Idempotency-Key": key or uuid.uuid4().hex,
            "Content-Type": "application/octet-stream",
            "File-Name": "1%E6%9C%88.xlsx",
        }
        path = f"/api/accounts/employers/{self.number}/lists/uploads?month={month}"
        return await self.accounts.client.post(path, content=data, headers=headers)

    async def read(self, data: bytes, month: str = MONTH) -> Any:
        """Upload a file and have it read."""
        sent = await self.send(data, month)
        assert sent.status_code == 202, sent.text
        assert await work.read_next(self.accounts.context)
        return await self.shown(sent.json()["id"])

    async def shown(self, file_id: str) -> Any:
        return (await self.operator.get(f"/list-files/{file_id}")).json()

    async def errors(self, file: Any) -> list[tuple[str, str, str]]:
        answer = await self.operator.get(f"/list-files/{file['id']}/errors")
        return [(one["cell"], one["reason"], one["rule"]) for one in answer.json()["items"]]

    async def accept(self, file: Any, by: Caller | None = None, **body: Any) -> httpx.Response:
        path = f"/list-files/{file['id']}/acceptance"
        return await (by or self.operator).post(path, {"digest": file["digest"], **body})

    async def accepted(self, file: Any) -> Any:
        answer = await self.accept(file)
        assert answer.status_code == 201, answer.text
        return answer.json()


async def test_r_dep_6_a_file_is_previewed_accepted_confirmed_paid_and_booked(firm: Firm) -> None:
    accounts = firm.accounts
    file = await firm.read(firm.right)
    assert (file["state"], file["file_name"], file["error_count"]) == ("ready", "1月.xlsx", 0)
    preview = file["preview"]
    assert (preview["head_count"], preview["employer_fen"], preview["employee_fen"]) == (
        2,
        84_543,
        84_543,
    )
    assert (preview["total_text"], preview["changes"]["joined"]) == ("1,690.86", 2)
    made = await firm.accepted(file)
    assert (made["state"], made["head_count"], made["total_fen"]) == ("draft", 2, 169_086)
    confirmed = await firm.operator.done(f"/lists/{made['id']}/confirmation")
    await accounts.credit(confirmed["payment_reference"], confirmed["total_fen"])
    assert (await accounts.staff.get(f"/lists/{made['id']}")).json()["state"] == "booked"
    assert (await firm.shown(file["id"]))["state"] == "accepted"
    await accounts.verified()


async def test_r_chg_5_the_preview_tells_the_difference_to_the_list_before(firm: Firm) -> None:
    accounts = firm.accounts
    await accounts.remit(firm.number, MONTH)
    first, second = firm.people
    (third,) = await accounts.people(firm.number, 300_000, opened_on=OPENED)
    await accounts.seal(second, "terminated", effective_month="2026-02")
    rebased = [*firm.row(first, 7000), "升职"]
    file = await firm.read(firm.sheet(rebased, firm.row(third, 3000)), "2026-02")
    # Before: 960.00 + 730.86. Joined 480.00, left 730.86, the base 1,000.00 higher: 160.00 more.
    assert file["preview"]["changes"] == {
        "people_before": 2, "before_fen": 169_086, "joined": 1, "joined_fen": 48_000, "left": 1,
        "left_fen": 73_086, "changed_fen": 16_000, "people": 2, "total_fen": 160_000,
    }  # fmt: skip
    assert file["preview"]["rebased"] == 1
    made = await firm.accepted(file)
    assert (made["total_fen"], made["changes"]) == (160_000, file["preview"]["changes"])


async def test_r_chg_3_a_base_of_the_file_counts_from_its_month_on_and_needs_a_reason(
    firm: Firm,
) -> None:
    accounts = firm.accounts
    first, second = firm.people
    bare = firm.sheet(firm.row(first, 7000), firm.row(second, 4567.89))
    assert await firm.errors(await firm.read(bare)) == [
        ("E2", "缴存基数与现行基数不同，没有调整原因", "R-CHG-3")
    ]
    given = firm.sheet([*firm.row(first, 7000), "升职"], firm.row(second, 4567.89))
    made = await firm.accepted(await firm.read(given))
    await firm.operator.done(f"/lists/{made['id']}/confirmation")
    await accounts.credit(made["payment_reference"], made["total_fen"])
    following = await firm.operator.done(f"/employers/{firm.number}/lists", {"month": "2026-02"})
    assert following["total_fen"] == 2 * 56_000 + 73_086
    history = await accounts.pool.fetch(
        "SELECT account_number, base_fen, reason FROM base_change WHERE effective_month = '2026-01-01'"
    )
    assert [tuple(row) for row in history] == [(first.account_number, 700_000, "升职")]


async def test_every_error_of_every_row_is_told_with_its_cell_and_rule(firm: Firm) -> None:
    first, second = firm.people
    other = await firm.accounts.employer()
    (stranger,) = await firm.accounts.people(other, 600_000, opened_on=OPENED)
    file = await firm.read(
        firm.sheet(
            firm.row(first, 20_000, name="李四"),
            firm.row(second, 4567.89, sides=[365.43, 365.44]),
            firm.row(stranger),
            [1, first.account_number, NAME, second.id_number, 6000],
            [1, None, NAME, "371402199001011230", 6000],
        )
    )
    assert (file["state"], file["digest"]) == ("flawed", None)
    assert await firm.errors(file) == [
        ("C2", "与账户登记的姓名不符", "R-INF-2"),
        ("E2", "缴存基数高于上限", "R-DEP-4"),
        ("G3", "与缴存基数乘以缴存比例不符", "R-DEP-1"),
        ("B4", "不是本单位在用的个人账户", "R-ACC-8"),
        ("D4", "此人在本单位没有在用的个人账户", "R-ACC-8"),
        ("B5", "个人账号与证件号码不是同一名职工的", "R-ACC-8"),
        ("D6", "身份证号码校验位不正确，请核对后重新输入", "R-CHK-1"),
    ]
    answer = (await firm.operator.get(f"/list-files/{file['id']}/errors", limit=2)).json()
    assert answer["items"][1]["allowed"] == "1,730.00元至16,500.00元"
    following = answer["next_cursor"]
    rest = (await firm.operator.get(f"/list-files/{file['id']}/errors", cursor=following)).json()
    assert [one["cell"] for one in rest["items"]] == ["G3", "B4", "D4", "B5", "D6"]
    assert (await firm.accept(file, digest="0" * 64)).json()["title"] == "list-file-state"


async def test_r_seal_3_the_file_has_exactly_who_contributes_for_the_month(firm: Firm) -> None:
    first, second = firm.people
    file = await firm.read(firm.sheet(firm.row(first)))
    ((cell, reason, rule),) = await firm.errors(file)
    assert (cell, rule) == ("", "R-SEAL-3")
    assert second.account_number in reason
    twice = firm.sheet(firm.row(first), firm.row(second, 4567.89), firm.row(first))
    assert await firm.errors(await firm.read(twice)) == [("B4", "与第2行是同一名职工", "R-ACC-8")]
    await firm.accounts.seal(second, "terminated", effective_month=MONTH)
    ((cell, reason, rule),) = await firm.errors(await firm.read(firm.right))
    assert (cell, rule) == ("B3", "R-SEAL-3")
    assert "封存" in reason
    assert (await firm.read(firm.sheet(firm.row(first))))["state"] == "ready"


async def test_the_file_comes_back_with_its_bad_cells_marked(firm: Firm) -> None:
    first, second = firm.people
    file = await firm.read(firm.sheet(firm.row(first, "六千"), firm.row(second, 4567.89)))
    answer = await firm.operator.get(f"/list-files/{file['id']}/marked")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    red = [
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb == "FFFFC7CE"
    ]
    assert red == ["E2", "J2"]
    assert "不是金额" in str(sheet["J2"].value)
    assert sheet["B3"].value == second.account_number
    assert sheet["E3"].value == 4567.89
    mended = {"E2": 6000}
    for cell, value in mended.items():
        sheet[cell] = value
    out = io.BytesIO()
    sheet.parent.save(out)
    assert (await firm.read(out.getvalue()))["state"] == "ready"


async def test_bad_cells_are_typed_anew_and_the_file_is_read_again(firm: Firm) -> None:
    first, second = firm.people
    elsewhere = await firm.accounts.employer()
    (other,) = await firm.accounts.people(elsewhere, 600_000, opened_on=OPENED)
    more = firm.row(first, "六千", name="李四")
    file = await firm.read(firm.sheet(more, firm.row(second, 4567.89), firm.row(other)))
    told = (await firm.operator.get(f"/list-files/{file['id']}/errors")).json()["items"]
    assert [(one["column"], one["row"]) for one in told] == [
        ("E", 2), ("B", 4), ("D", 4),
    ]  # fmt: skip
    place = f"/list-files/{file['id']}/corrections"
    stranger = firm.accounts.operator(elsewhere)
    cells: list[dict[str, Any]] = [{"row": 4}, {"row": 2, "column": "E", "text": " 6,000.00 "}]
    assert (await stranger.post(place, {"cells": cells})).status_code == 404
    half = await firm.operator.done(place, {"cells": cells})
    assert await work.read_next(firm.accounts.context)
    assert await firm.errors(half) == [("C2", "与账户登记的姓名不符", "R-INF-2")]
    cells = [{"row": 2, "column": "C", "text": NAME}]
    whole = await firm.operator.done(f"/list-files/{half['id']}/corrections", {"cells": cells})
    assert await work.read_next(firm.accounts.context)
    whole = await firm.shown(whole["id"])
    assert (whole["state"], whole["file_name"], whole["preview"]["head_count"]) == (
        "ready", file["file_name"], 2,
    )  # fmt: skip
    assert (await firm.accepted(whole))["total_fen"] == 169_086
    assert (await firm.shown(file["id"]))["state"] in ("flawed", "superseded"), "it stays as it was"
    again = await firm.operator.post(f"/list-files/{whole['id']}/corrections", {"cells": cells})
    assert again.json()["title"] == "list-file-state"


async def test_r_dep_6_what_a_sheet_hides_is_not_shown_by_correcting_it(firm: Firm) -> None:
    book = openpyxl.load_workbook(io.BytesIO(firm.right))
    book.worksheets[0].row_dimensions[2].hidden = True
    out = io.BytesIO()
    book.save(out)
    file = await firm.read(out.getvalue())
    cells = [{"row": 3, "column": "E", "text": "4567.89"}]
    refused = await firm.operator.post(f"/list-files/{file['id']}/corrections", {"cells": cells})
    assert (refused.status_code, refused.json()["title"]) == (409, "list-file-not-mendable")


async def test_the_template_can_be_filled_in_and_is_accepted(firm: Firm) -> None:
    answer = await firm.operator.get("/lists/template")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    sheet = book.worksheets[0]
    names = [cell.value for cell in sheet[1]]
    assert sheet.column_dimensions["A"].number_format == "@"
    for person, base in zip(firm.people, (6000, 4567.89), strict=True):
        given = {"个人账号": person.account_number, "姓名": NAME, "缴存基数": base}
        sheet.append([given.get(name) for name in names])
    out = io.BytesIO()
    book.save(out)
    assert (await firm.read(out.getvalue()))["state"] == "ready"


@pytest.mark.parametrize("by_document", [True, False])
async def test_r_acc_8_a_person_is_found_by_account_or_document(
    firm: Firm, by_document: bool
) -> None:
    rows = [
        [
            None if by_document else one.account_number,
            NAME,
            one.id_number if by_document else None,
            base,
        ]
        for one, base in zip(firm.people, ("6,000.00", "４５６７．８９"), strict=True)
    ]
    data = csv(["个人账号", "姓名", "身份证号", "基数"], *rows, encoding="gb18030")
    # A comma inside an amount cuts the row of a plain CSV file: it is written with tabs, as Excel does.
    data = (
        data
        if not by_document
        else csv(["个人账号", "姓名", "身份证号", "基数"], *rows, delimiter="\t")
    )
    file = await firm.read(data)
    assert file["state"] == ("ready" if by_document else "flawed")


async def test_r_chg_5_what_was_not_previewed_is_not_accepted(firm: Firm) -> None:
    file = await firm.read(firm.right)
    refused = await firm.accept(file, digest="0" * 64)
    assert (refused.status_code, refused.json()["title"]) == (409, "list-file-digest")
    await firm.accounts.rebase(firm.people[0], 600_100, MONTH)
    # The file says 6,000.00 and goes on saying it: what was previewed is what comes.
    assert (await firm.accepted(file))["total_fen"] == 169_086


async def test_r_chg_5_a_preview_that_was_overtaken_is_refused_and_changes_nothing(
    firm: Firm,
) -> None:
    accounts = firm.accounts
    rebased = [*firm.row(firm.people[0], 7000), "升职"]
    file = await firm.read(firm.sheet(rebased, firm.row(firm.people[1], 4567.89)))
    await accounts.people(firm.number, 600_000, opened_on=OPENED)
    refused = await firm.accept(file)
    assert (refused.status_code, refused.json()["title"]) == (409, "list-file-outdated")
    assert await accounts.pool.fetchval("SELECT count(*) FROM base_change") == 0
    assert await accounts.pool.fetchval("SELECT count(*) FROM remittance_list") == 0
    assert (await firm.shown(file["id"]))["state"] == "ready"


async def test_r_dep_6_two_operators_who_send_the_same_list_make_one(firm: Firm) -> None:
    accounts = firm.accounts
    operators = [accounts.operator(firm.number) for _ in range(2)]
    sent = await asyncio.gather(*(firm.send(firm.right, by=one) for one in operators))
    await asyncio.gather(*(work.read_next(accounts.context) for _ in range(2)))
    files = [await firm.shown(one.json()["id"]) for one in sent]
    assert [one["state"] for one in files] == ["ready", "ready"]
    assert files[0]["digest"] == files[1]["digest"]
    answers = await asyncio.gather(
        *(firm.accept(file, by=one) for file, one in zip(files, operators, strict=True))
    )
    assert sorted(one.status_code for one in answers) == [201, 409]
    states = sorted([(await firm.shown(one["id"]))["state"] for one in files])
    assert states == ["accepted", "superseded"]
    assert await accounts.pool.fetchval("SELECT count(*) FROM remittance_list") == 1


async def test_the_same_key_is_the_same_upload_and_another_file_is_refused(firm: Firm) -> None:
    data = firm.right
    first = await firm.send(data, key="once")
    again = await firm.send(data, key="once")
    assert first.json()["id"] == again.json()["id"]
    assert (await firm.send(data + b" ", key="once")).status_code == 422
    assert await firm.accounts.pool.fetchval("SELECT count(*) FROM list_file") == 1


async def test_r_dep_6_a_month_that_is_not_next_is_refused_before_anything_is_read(
    firm: Firm,
) -> None:
    answer = await firm.send(firm.right, "2026-04")
    assert (answer.status_code, answer.json()["rule"]) == (422, "R-DEP-6")
    await firm.operator.done(f"/employers/{firm.number}/lists", {"month": MONTH})
    answer = await firm.send(firm.right)
    assert (answer.status_code, answer.json()["title"]) == (422, "list-month")


async def test_r_acc_9_without_an_agreement_nothing_is_uploaded_or_accepted(firm: Firm) -> None:
    file = await firm.read(firm.right)
    await firm.accounts.staff.done(f"/employers/{firm.number}/agreement/revocation")
    assert (await firm.send(firm.right)).json()["rule"] == "R-ACC-1"
    assert (await firm.accept(file)).json()["rule"] == "R-ACC-1"


async def test_a_file_is_its_own_employers_and_staff_may_look(firm: Firm) -> None:
    file = await firm.read(firm.right)
    stranger = firm.accounts.operator(await firm.accounts.employer())
    for path in ("", "/errors", "/marked", "/events"):
        assert (await stranger.get(f"/list-files/{file['id']}{path}")).status_code == 404
    assert (await firm.accept(file, by=stranger)).status_code == 404
    assert (await firm.send(firm.right, by=stranger)).status_code == 404
    checker = firm.accounts.caller(Role.STAFF_CHECKER)
    assert (await checker.get(f"/list-files/{file['id']}")).json()["state"] == "ready"
    assert (await firm.accept(file, by=firm.accounts.caller(Role.STAFF_MAKER))).status_code == 403


async def test_what_was_uploaded_is_sealed_and_gone_when_it_was_used(firm: Firm) -> None:
    accounts = firm.accounts
    pieces = "SELECT data_sealed FROM list_file_piece"
    kept = csv(
        ["个人账号", "姓名", "证件号码", "缴存基数"], ["1", NAME, firm.people[0].id_number, "6000"]
    )
    await firm.read(kept)
    ((sealed,),) = await accounts.pool.fetch(pieces)
    assert sealed.startswith("k1.")
    told = await accounts.pool.fetch("SELECT f::text || w::text FROM list_file f, list_file_flaw w")
    assert told
    assert not any(
        secret in str(row) for row in told for secret in (NAME, firm.people[0].id_number)
    )
    file = await firm.read(firm.right)
    await firm.accepted(file)
    for table in ("list_file_piece", "list_file_row", "list_file_flaw"):
        assert await accounts.pool.fetchval(f"SELECT count(*) FROM {table}") == 0


async def test_a_file_that_nobody_accepts_is_deleted_after_its_days(firm: Firm) -> None:
    accounts = firm.accounts
    file = await firm.read(firm.right)
    assert file["delete_on"] == "2026-03-09"
    accounts.clock.advance(timedelta(days=7))
    assert not await work.forget_old(accounts.context)
    accounts.clock.advance(timedelta(seconds=1))
    assert await work.forget_old(accounts.context)
    assert (await firm.operator.get(f"/list-files/{file['id']}")).status_code == 404
    for table in ("list_file", "list_file_piece", "list_file_row"):
        assert await accounts.pool.fetchval(f"SELECT count(*) FROM {table}") == 0


async def test_progress_is_told_as_events_until_the_reading_ends(firm: Firm) -> None:
    sent = (await firm.send(firm.right)).json()
    following = asyncio.create_task(firm.operator.get(f"/list-files/{sent['id']}/events"))
    await work.read_next(firm.accounts.context)
    async with asyncio.timeout(20):
        text = (await following).text
    assert '"state":"ready"' in text.rsplit("event: progress", 1)[1]
    assert text.endswith("event: end\ndata: {}\n\n")


async def test_what_cannot_be_read_says_why_and_holds_up_nobody(firm: Firm) -> None:
    file = await firm.read(b"PK\x03\x04 broken")
    assert file["state"] == "unreadable"
    assert "已损坏" in file["why"]
    assert (await firm.read(firm.right))["state"] == "ready"


def reader() -> psutil.Process | None:
    """The process that reads a file right now."""
    for child in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if MODULE in child.cmdline():
                return child
    return None


async def test_a_reading_whose_process_is_killed_begins_again(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = (await firm.send(firm.right)).json()
    open_pieces = handlers.pieces

    async def never_ending(context: Any, file_id: uuid.UUID) -> Any:
        async for piece in open_pieces(context, file_id):
            yield piece
        await asyncio.sleep(3_600)

    with monkeypatch.context() as patched:
        patched.setattr(handlers, "pieces", never_ending)
        reading = asyncio.create_task(work.read_next(firm.accounts.context))
        found = await until(reader)
        os.kill(found.pid, signal.SIGKILL)
        assert await reading
    assert (await firm.shown(sent["id"]))["state"] == "received"
    assert await work.read_next(firm.accounts.context)
    assert (await firm.shown(sent["id"]))["state"] == "ready"


async def test_a_reading_whose_service_is_killed_is_begun_anew_and_its_ghost_writes_nothing(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts = firm.accounts
    sent = (await firm.send(firm.right)).json()
    async with accounts.context.unit() as unit:
        claim = await work.store.claim(unit.connection, lease_seconds=3_600)
    assert claim is not None
    assert not await work.read_next(accounts.context)
    async with accounts.context.unit() as unit:
        row = handlers.StagedRow(2, firm.people[0].account_number, 1, 1, 1, "")
        await work.store.add_rows(unit.connection, claim.file_id, [row])
    await accounts.pool.execute("UPDATE list_file SET leased_until = now() - interval '1 second'")
    assert await work.read_next(accounts.context)
    file = await firm.shown(sent["id"])
    assert (file["state"], file["rows_read"]) == ("ready", 2)
    with pytest.raises(handlers.Overtaken):
        async with accounts.context.unit() as unit:
            await handlers.stage(unit, claim, (), (), 60)
    assert (await firm.accepted(file))["total_fen"] == 169_086


KILL = "SELECT pg_terminate_backend(pg_backend_pid()), $1::uuid[]"


async def test_r_dep_8_a_booking_whose_connection_is_killed_is_done_whole_when_it_comes_again(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts = firm.accounts
    made = await firm.accepted(await firm.read(firm.right))
    confirmed = await firm.operator.done(f"/lists/{made['id']}/confirmation")
    advance = receipts.ADVANCE_EMPLOYERS
    with monkeypatch.context() as patched:
        patched.setattr(
            receipts,
            "ADVANCE_EMPLOYERS",
            "SELECT pg_terminate_backend(pg_backend_pid()), $1::uuid[]",
        )
        with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
            await accounts.credit(confirmed["payment_reference"], 169_086, bank_serial="KILLED")
    assert advance == receipts.ADVANCE_EMPLOYERS
    assert (await firm.operator.get(f"/lists/{made['id']}")).json()["state"] == "confirmed"
    assert await accounts.pool.fetchval("SELECT count(*) FROM entry") == 0
    await accounts.credit(confirmed["payment_reference"], 169_086, bank_serial="KILLED")
    assert (await firm.operator.get(f"/lists/{made['id']}")).json()["state"] == "booked"
    await accounts.verified()


async def test_r_chg_6_a_confirmed_list_of_a_file_is_taken_back_and_the_file_sent_again(
    firm: Firm,
) -> None:
    made = await firm.accepted(await firm.read(firm.right))
    await firm.operator.done(f"/lists/{made['id']}/confirmation")
    taken = await firm.operator.done(f"/lists/{made['id']}/withdrawal")
    assert taken["state"] == "withdrawn"
    anew = await firm.accepted(await firm.read(firm.right))
    assert anew["id"] != made["id"]
    assert anew["total_fen"] == made["total_fen"]


async def test_r_acc_9_a_receipt_for_a_closed_employer_books_its_list(
    firm: Firm,
) -> None:
    """What was confirmed completes; the employer stays closed, more of its money waits in its suspense."""
    accounts = firm.accounts
    found = await accounts.confirmed(firm.number, MONTH)
    await accounts.pool.execute("UPDATE employer SET state = '04' WHERE number = $1", firm.number)
    await accounts.credit(found["payment_reference"], found["total_fen"])
    employer = (await accounts.staff.get(f"/employers/{firm.number}")).json()
    assert (employer["state"], employer["paid_up_to"]) == ("04", MONTH)
    assert (await accounts.staff.get(f"/lists/{found['id']}")).json()["state"] == "booked"
    await accounts.credit(found["payment_reference"], 5_000)
    employer = (await accounts.staff.get(f"/employers/{firm.number}")).json()
    assert (employer["state"], employer["suspense_fen"]) == ("04", 5_000)
    await accounts.verified()
