"""Names with rare characters, a history over many pages, a press that dies (R-CRT-2)."""

import os
import signal
import uuid
from datetime import date, timedelta

import pytest
from tests.support.telling import received
from tests.support.waiting import until

from documents.handlers import gathering
from documents.work import press
from documents.work.press import Pressroom
from shared.base.money import yuan
from shared.messages.facts import ContributionEntry

from .conftest import Document, Office, facts_of

ENTRIES = 600
LET_GO = "UPDATE document SET claimed_until = now() WHERE state = 'printing'"
"""As if the claim had run out."""


async def asked(office: Office, *, name: str = "张三丰", entries: int = 0) -> tuple[uuid.UUID, str]:
    """Ask for the entry list of somebody; accounts' answer is made up."""
    person = uuid.uuid4()
    request_id = await office.asked(office.person(person), kind="entries")
    data = office.context.personal_data
    told = facts_of(uuid.UUID(request_id), person, data).model_copy(
        update={
            "name": data.seal(name),
            "entries": [
                ContributionEntry(
                    booked_on=date(1991, 7, 1) + timedelta(days=number),
                    business_text="汇缴",
                    month="1991-07",
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
    assert len(pages) > 10
    for number in range(ENTRIES):
        day = date(1991, 7, 1) + timedelta(days=number)
        assert f"{day}汇缴1991-071.01{yuan(101 * (number + 1))}" in text, day
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


async def _form(office: Office) -> str:
    sealed = await office.context.pool.fetchval("SELECT content_sealed FROM document")
    return office.context.personal_data.open(sealed)
