"""Registers and rows of 双公示 by file (R-CRD-6, R-CRD-35): read, previewed, accepted by another, taken."""

import asyncio
import uuid
from dataclasses import replace
from typing import Any

import psutil
import pytest
from tests.support.credit import code_of, penalty
from tests.support.credit_files import as_csv, as_json, as_xlsx, as_xml, fined
from tests.support.two_people import holds_against_insiders, staff
from tests.support.waiting import until

from credit.handlers import imports as handlers
from credit.store import records as record_store
from credit.work import imports
from shared.base.resilience import pause
from shared.identity.principal import Role

from .conftest import REASON, Bureau

ID_NUMBER = "371402199001011239"


def register(*serials: int, name: str = "德州第{}纺织有限公司") -> list[dict[str, str]]:
    return [{"ZTMC": name.format(serial), "TYSHXYDM": code_of(serial)} for serial in serials]


def fine(serial: int, number: int | None = None, **other: str) -> dict[str, str]:
    return fined(f"德州第{serial}纺织有限公司", code_of(serial), f"罚{number or serial}号", **other)


async def taken(bureau: Bureau, file: Any) -> Any:
    """What became of a file that two people agreed on."""
    assert file["state"] == "ready", file
    await bureau.by_two(f"/imports/{file['file_id']}/acceptance", digest=file["digest"])
    while await imports.take_next(bureau.context):
        pass
    return (await bureau.caller(bureau.maker).get(f"/imports/{file['file_id']}")).json()


async def count(bureau: Bureau, of: str) -> int:
    return int(await bureau.context.pool.fetchval(f"SELECT count(*) FROM {of}"))


async def test_r_crd_6_a_register_comes_by_file_and_grows_by_two_people_alone(
    bureau: Bureau,
) -> None:
    old = await bureau.subject("德州第2纺织有限公司", code=code_of(2))
    renamed = await bureau.subject("德州旧名纺织有限公司", code=code_of(3))
    rows = [*register(1, 2, 3), {"ZTMC": "张三", "ZJHM": ID_NUMBER}]
    file = await bureau.read(as_csv(rows), "subjects")
    assert (file["preview"]["new"], file["preview"]["renamed"], file["preview"]["same"]) == (
        2,
        1,
        1,
    )
    assert await count(bureau, "subject") == 2, "a preview brings nobody in"
    path = f"/imports/{file['file_id']}"
    shown = await bureau.caller(bureau.checker).get(f"{path}/rows")
    assert ID_NUMBER not in shown.text, "of a person two hashes"
    assert shown.json()["items"][0]["said"]["name"] == "德州第1纺织有限公司"
    forged = await bureau.caller(bureau.maker).post(
        f"{path}/acceptance", {"digest": "0" * 64, **REASON}
    )
    assert forged.json()["title"] == "import-digest"
    body = {"digest": file["digest"], **REASON}
    proposed = await bureau.caller(staff(Role.STAFF_MAKER)).done(f"{path}/acceptance", body)
    own = replace(bureau.maker, role=Role.STAFF_CHECKER, own_person_id=None)
    assert await bureau.desk.refused(proposed["proposal_id"], own) == "own-import"
    rejected = {"agree": False, "reason": "请核对后重报"}
    sent_back = f"/proposals/{proposed['proposal_id']}/decision"
    assert (await bureau.caller(bureau.checker).post(sent_back, rejected)).status_code == 200
    await holds_against_insiders(
        bureau.desk, f"{path}/acceptance", {"digest": file["digest"], **REASON}
    )
    while await imports.take_next(bureau.context):
        pass
    done = (await bureau.caller(bureau.maker).get(path)).json()
    assert (done["state"], done["taken"], done["left_out"]) == ("taken", 3, 0)
    history = (await bureau.caller(bureau.maker).get(f"/subjects/{renamed}")).json()["history"]
    assert [one["name"] for one in history] == ["德州旧名纺织有限公司", "德州第3纺织有限公司"]
    unchanged = (await bureau.caller(bureau.maker).get(f"/subjects/{old}")).json()["history"]
    assert len(unchanged) == 1
    again = await bureau.read(as_csv(rows), "subjects")
    assert (again["preview"]["same"], again["preview"]["new"]) == (4, 0)
    for table in ("subject", "import_row", "import_file"):
        kept = await bureau.context.pool.fetchval(
            f"SELECT string_agg(t::text, '') FROM {table} AS t"
        )
        assert ID_NUMBER not in kept
        assert "张三" not in kept


async def test_r_crd_35_rows_are_published_by_the_second_person_whatever_their_face(
    bureau: Bureau,
) -> None:
    await taken(bureau, await bureau.read(as_json(register(1, 2)), "subjects"))
    person = {"CF_XDR_LB": "自然人", "CF_FRDB": "", "CF_XDR_ZJHM": ID_NUMBER}
    await bureau.subject("张三", id_number=ID_NUMBER)
    for serial, face in enumerate((as_xml, as_xlsx), start=1):
        rows = [fine(serial), fined("张三", "", f"人{serial}号", **person)]
        done = await taken(bureau, await bureau.read(face(rows), "penalties"))
        assert (done["taken"], done["preview"]["fine_fen"], done["preview"]["natural"]) == (
            2, 1_000_000, 1,
        )  # fmt: skip
        (shown,) = (await bureau.look(f"/subjects/{code_of(serial)}"))["records"]
        assert (shown["document_no"], shown["public_until"]) == (f"罚{serial}号", "2027-09-01")
    steps = await bureau.context.pool.fetch(
        "SELECT step, changed_by, proposal_id FROM record_version ORDER BY record_id, version"
    )
    assert [row["step"] for row in steps] == ["enter", "publish"] * 4
    assert {row["changed_by"] for row in steps[::2]} == {bureau.maker.identity_id}
    assert all(row["proposal_id"] for row in steps[1::2])
    kept = await bureau.context.pool.fetchval("SELECT string_agg(t::text, '') FROM record AS t")
    assert "张三" not in kept


async def test_r_crd_14_what_the_registers_do_not_know_is_told_cell_by_cell(bureau: Bureau) -> None:
    await bureau.subject("德州第1纺织有限公司", code=code_of(1))
    await bureau.enter(penalty("德州第1纺织有限公司", code_of(1), document_no="罚7号"))
    file = await bureau.read(as_xlsx([fine(1), fine(1, 7), fine(2)]), "penalties")
    assert (file["state"], file["error_count"], file["digest"]) == ("flawed", 2, None)
    errors = (await bureau.caller(bureau.maker).get(f"/imports/{file['file_id']}/errors")).json()
    assert [(one["row"], one["cell"], one["rule"]) for one in errors["items"]] == [
        (3, "E3", "R-CRD-14"), (4, "C4", "R-CRD-10"),
    ]  # fmt: skip
    assert await count(bureau, "import_row") == 0, "whole or not at all"
    accepted = await bureau.caller(bureau.maker).post(
        f"/imports/{file['file_id']}/acceptance", {"digest": "0" * 64, **REASON}
    )
    assert accepted.json()["title"] == "import-state"
    unreadable = await bureau.read(b"<x></x>", "penalties")
    assert (unreadable["state"], "total" in unreadable["why"]) == ("unreadable", True)
    template = await bureau.caller(bureau.maker).get("/import-templates/penalties")
    assert template.content[:2] == b"PK"
    schema = (await bureau.caller(bureau.maker).get("/import-schemas/penalties")).json()
    assert "CF_WSH" in schema["properties"]["rows"]["items"]["properties"]


async def test_a_taker_killed_in_the_middle_leaves_no_row_twice_and_none_out(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    object.__setattr__(bureau.context.settings, "import_portion_rows", 4)
    await taken(bureau, await bureau.read(as_json(register(*range(1, 11))), "subjects"))
    rows = [fine(serial) for serial in range(1, 11)]
    file = await bureau.read(as_json(rows), "penalties")
    await bureau.by_two(f"/imports/{file['file_id']}/acceptance", digest=file["digest"])
    assert await imports.take_next(bureau.context)
    added, add = asyncio.Event(), record_store.add

    async def held(*given: Any) -> Any:
        """Write the second portion, and stay there."""
        done = await add(*given)
        added.set()
        await pause(asyncio.Event(), 600)
        return done

    with monkeypatch.context() as patched:
        patched.setattr(record_store, "add", held)
        taker = asyncio.create_task(imports.take_next(bureau.context))
        await added.wait()
        taker.cancel()
        await asyncio.gather(taker, return_exceptions=True)
    assert await count(bureau, "record") == 4
    # Somebody enters by hand what the file would bring in last.
    await bureau.enter(penalty("德州第10纺织有限公司", code_of(10), document_no="罚10号"))
    await asyncio.gather(*(imports.take_next(bureau.context) for _ in range(3)))
    while await imports.take_next(bureau.context):
        pass
    done = (await bureau.caller(bureau.maker).get(f"/imports/{file['file_id']}")).json()
    assert (done["state"], done["taken"], done["left_out"]) == ("taken", 9, 1)
    assert await count(bureau, "record WHERE state = 'published'") == 9


async def test_a_reader_that_is_killed_begins_anew_and_writes_nothing_more(bureau: Bureau) -> None:
    serials = range(1, 3_000)
    file_id = await bureau.send(as_json(register(*serials)), "subjects")
    reading = asyncio.create_task(imports.read_next(bureau.context))

    def process() -> psutil.Process | None:
        found = psutil.Process().children(recursive=True)
        return next((one for one in found if imports.MODULE in " ".join(one.cmdline())), None)

    await until(lambda: process() is not None)
    victim = process()
    assert victim is not None
    victim.kill()
    assert await reading
    state = (await bureau.caller(bureau.maker).get(f"/imports/{file_id}")).json()["state"]
    assert state == "received", "handed back"
    assert await imports.read_next(bureau.context)
    file = (await bureau.caller(bureau.maker).get(f"/imports/{file_id}")).json()
    assert (file["state"], file["rows_read"], file["preview"]["new"]) == ("ready", 2_999, 2_999)
    late = handlers.Claim(uuid.UUID(file_id), handlers.ImportKind.SUBJECTS, 1)
    with pytest.raises(handlers.Overtaken):
        async with bureau.context.unit() as unit:
            await handlers.stage(unit, late, [], [], 60)
