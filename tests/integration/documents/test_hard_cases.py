"""Names with rare characters, a history over many pages, a press that dies (R-CRT-2)."""

import asyncio
import os
import signal
import uuid
from datetime import date, timedelta

import pytest
from tests.support.telling import received
from tests.support.waiting import until

from documents.handlers import gathering
from documents.sealed import CONTENT
from documents.work import press
from documents.work.press import Pressroom
from shared.base.money import yuan
from shared.messages.documents import DocumentIssued
from shared.messages.facts import ContributionEntry

from .conftest import Document, Office, facts_of, said

ENTRIES = 5_000
FIRST_DAY = date(1926, 7, 1)
"""A hundred years before the document."""
BATCH = 8
LET_GO = "UPDATE document SET claimed_until = now() WHERE state = 'printing'"
"""As if the claim had run out."""


@pytest.fixture
def office(alone: Office) -> Office:
    """What accounts would tell is made up here."""
    return alone


async def asked(office: Office, *, name: str = "张三丰", entries: int = 0) -> tuple[uuid.UUID, str]:
    """Ask for the entry list of somebody; accounts' answer is made up."""
    person = uuid.uuid4()
    request_id = await office.asked(office.person(person), kind="entries")
    told = facts_of(uuid.UUID(request_id), person).model_copy(
        update={
            "name": name,
            "entries": [
                ContributionEntry(
                    booked_on=FIRST_DAY + timedelta(days=number),
                    business_text="汇缴",
                    month="1926-07",
                    amount_fen=101,
                    balance_after_fen=101 * (number + 1),
                )
                for number in range(entries)
            ],
        }
    )
    async with office.context.unit() as unit:
        await gathering.contributions_told(unit, received([told]))
    return person, request_id


async def fetched(office: Office, person: uuid.UUID, request_id: str) -> Document:
    caller = office.person(person)
    shown = (await caller.get(f"/requests/{request_id}")).json()
    assert shown["state"] == "issued", shown
    return Document(shown["number"], (await caller.get(f"/requests/{request_id}/pdf")).content)


@pytest.mark.parametrize("name", ["王𬭛", "李㛃", "𠅤𠀾", "阿卜杜拉·买买提"])
async def test_r_crt_2_a_rare_character_of_a_name_is_printed(office: Office, name: str) -> None:
    person, request_id = await asked(office, name=name)
    await office.print_all()
    made = await fetched(office, person, request_id)
    assert name in made.text


async def test_r_crt_2_a_long_history_goes_over_many_pages_and_loses_no_line(
    office: Office,
) -> None:
    person, request_id = await asked(office, entries=ENTRIES)
    await office.print_all()
    made = await fetched(office, person, request_id)
    pages, text = made.pages, made.text
    assert len(pages) > 100
    for number in range(ENTRIES):
        day = FIRST_DAY + timedelta(days=number)
        assert f"{day}汇缴1926-071.01{yuan(101 * (number + 1))}" in text, day
    assert f"期末余额{yuan(101 * ENTRIES)}元" in text
    assert all("所属年月" in page for page in pages[:-1])


async def test_a_worker_that_dies_takes_no_document_with_it(office: Office) -> None:
    person, request_id = await asked(office)
    dying = Pressroom(press.press_of(office.context.settings), workers=1)
    try:
        await dying.print(await _form(office))
        for process in dying._pool._processes.values():
            os.kill(process.pid, signal.SIGKILL)  # type: ignore[arg-type]
        await press.print_some(office.context, dying)
        await office.context.pool.execute(LET_GO)

        async def printed() -> bool:
            await press.print_some(office.context, dying)
            await office.context.pool.execute(
                "UPDATE document SET claimed_until = now() WHERE state = 'printing'"
            )
            return (await office.context.pool.fetchval("SELECT state FROM document")) == "issued"

        await until(printed, 60)
    finally:
        dying.close()
    assert (await fetched(office, person, request_id)).number


async def test_a_kill_in_the_middle_of_a_batch_loses_no_document_and_issues_none_twice(
    office: Office,
) -> None:
    requests = [(await asked(office))[1] for _ in range(BATCH)]
    issued = "SELECT count(*) FROM document WHERE state = 'issued'"
    dying = Pressroom(press.press_of(office.context.settings), workers=1)

    async def print_batch() -> None:
        while await press.print_some(office.context, dying):
            pass

    try:
        printing = asyncio.create_task(print_batch())

        async def some_are_printed() -> bool:
            return bool(await office.context.pool.fetchval(issued))

        await until(some_are_printed, 60)
        for process in dying._pool._processes.values():
            os.kill(process.pid, signal.SIGKILL)  # type: ignore[arg-type]
        await printing
        assert await office.context.pool.fetchval(issued) < BATCH

        async def all_are_printed() -> bool:
            await office.context.pool.execute(LET_GO)
            await print_batch()
            return bool(await office.context.pool.fetchval(issued) == BATCH)

        await until(all_are_printed, 60)
    finally:
        dying.close()
    told = [str(event.request_id) for event in await said(office.context, DocumentIssued)]
    assert sorted(told) == sorted(requests)
    assert (
        await office.context.pool.fetchval("SELECT count(DISTINCT number) FROM document") == BATCH
    )


async def _form(office: Office) -> str:
    row = await office.context.pool.fetchrow("SELECT number, content_sealed FROM document")
    return office.context.personal_data.open(row["content_sealed"], CONTENT, row["number"])
