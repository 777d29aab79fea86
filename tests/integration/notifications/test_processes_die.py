"""The service and the SMSC are killed without warning: every text still at least once, at most twice."""

import re
import uuid
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from tests.support.workbench import Workbench, around, environment_from

from shared.messages.accounts import IndividualAccountOpened
from shared.messages.withdrawals import WithdrawalRejected

from .processes import Program, Town, free_port, running_smsc, until

TEXTS = 300
HASTY = {
    "smpp_response_timeout_seconds": "1",
    "text_claim_seconds": "3",
    "text_again_seconds": "0.1",
}
"""What a killed process had in hand is found soon."""
GATEWAY = {
    "smpp_host": "",
    "cmpp_response_timeout_seconds": "1",
    "text_claim_seconds": "3",
    "cmpp_again_seconds": "4",
}
"""The same of a city that has CMPP alone; a report may take as long as the dead process's claim."""
ACCOUNT = ("901234", "shared secret")
PHONE = "13912345678"
LOGIN = ("dz12329", "secret")
PERSON = uuid.UUID(int=12329)


@pytest.fixture
async def town(
    platform: Workbench, service_database: Any, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Town]:
    """Everything but the two processes is up; tests start those. The parameter: timeouts."""
    database = await service_database("notifications")
    vhost = await platform.create_vhost(queues=around("notifications"))
    port, smpp_port, cmpp_port = free_port(), free_port(), free_port()
    wanted = getattr(request, "param", HASTY)
    gateway = {"cmpp_port": str(cmpp_port), "cmpp_source": ACCOUNT[0], "cmpp_secret": ACCOUNT[1]}
    links = {
        "smpp_host": "127.0.0.1", "smpp_port": str(smpp_port), "smpp_system_id": LOGIN[0],
        "smpp_password": LOGIN[1], "smpp_reconnect_max_seconds": "0.5", "smpp_window_segments": "32",
    }  # fmt: skip
    if wanted is GATEWAY:
        links |= gateway | {"cmpp_host": "127.0.0.1", "cmpp_reconnect_max_seconds": "0.5"}
    values = platform.settings(
        database, vhost, http_port=str(port), text_watch_seconds="0.1", drain_timeout_seconds="20",
        **(links | wanted),
    )  # fmt: skip
    ready_url = f"http://127.0.0.1:{port}/readyz"
    service = Program(tmp_path, "notifications", environment_from(values), ready_url)
    books = await asyncpg.connect(database.owner_url)
    async with running_smsc(
        tmp_path, smpp_port, LOGIN, **gateway, handset_delay_seconds="0.5"
    ) as smsc:
        made = Town(vhost, service, smsc, books)
        try:
            yield made
        finally:
            await service.kill()
            await made.close()
            await books.close()
            await platform.drop_vhost(vhost)


def opened(person: int, phone: str) -> IndividualAccountOpened:
    return IndividualAccountOpened(
        account_number=f"3714{person:06}", person_id=uuid.UUID(int=person), employer_number="E1",
        name="张三", id_number="371402199001010018", id_number_hash="", phone=phone, phone_hash="",
        opened_on=date(2019, 8, 1),
    )  # fmt: skip


async def tell_everything(town: Town, people: int = 1) -> None:
    """Some people, and `TEXTS` facts about them in turn, each with a number that its text will show."""
    phones = {PERSON.int + at: str(int(PHONE) + at) for at in range(people)}
    await town.say(*(opened(person, phone) for person, phone in phones.items()))

    async def known() -> Any:
        return await town.books.fetchval("SELECT count(*) FROM subscriber") == people

    await until(known)
    await town.say(
        *(
            WithdrawalRejected(
                application_id=uuid.uuid4(), person_id=uuid.UUID(int=PERSON.int + number % people),
                kind_text="离退休",
                reason_code="not_sealed", reason_text=f"第{number}号", rule="R-WDR-1",
                decided_by="rules",
            )
            for number in range(TEXTS)
        )
    )  # fmt: skip


async def times_sent(town: Town) -> Counter[int]:
    """How often the SMSC accepted each of the numbered texts."""
    found = (re.search(r"第(\d+)号", row["text"]) for row in await town.smsc.submissions())
    return Counter(int(match[1]) for match in found if match)


async def check_every_text_was_sent_once_or_twice(town: Town) -> None:
    sent = await times_sent(town)
    assert set(sent) == set(range(TEXTS))
    assert set(sent.values()) <= {1, 2}


async def kill_in_the_middle_of_sending(town: Town, people: int = 1) -> None:
    await town.smsc.program.start()
    await town.smsc.break_with(delay_seconds=0.2)
    await town.service.start()
    await tell_everything(town, people)
    for already in (40, 120):
        await town.smsc.accepted(already)
        await town.service.kill()
        assert (await town.states())["submitting"] > 0
        await town.service.start()
    await town.smsc.break_with()
    await town.until_ended(TEXTS)


@pytest.mark.parametrize("town", [GATEWAY], indirect=True, ids=["CMPP"])
async def test_the_service_is_killed_in_the_middle_of_sending_by_cmpp_and_no_text_is_lost_or_sent_twice(
    town: Town,
) -> None:
    """Reports name phones only: a phone each, so that each report tells which text had arrived."""
    await kill_in_the_middle_of_sending(town, people=TEXTS)
    assert await times_sent(town) == dict.fromkeys(range(TEXTS), 1)
    assert {row["carrier"] for row in await town.smsc.submissions()} == {"cmpp"}
    assert await town.states() == {"delivered": TEXTS}


async def test_the_service_is_killed_in_the_middle_of_sending(town: Town) -> None:
    await kill_in_the_middle_of_sending(town)
    await check_every_text_was_sent_once_or_twice(town)


async def test_the_smsc_is_killed_in_the_middle_and_comes_back(town: Town) -> None:
    await town.smsc.program.start()
    await town.smsc.break_with(delay_seconds=0.1)
    await town.service.start()
    await tell_everything(town)
    await town.smsc.accepted(60)
    await town.smsc.program.kill()
    await town.smsc.program.start()
    await town.until_ended(TEXTS)
    await check_every_text_was_sent_once_or_twice(town)


@pytest.mark.parametrize("town", [{}], indirect=True, ids=["as delivered"])
async def test_r_sms_4_without_an_smsc_facts_are_still_taken_and_the_service_leaves_in_order(
    town: Town,
) -> None:
    await town.service.start()
    await tell_everything(town)
    await town.until_states(queued=TEXTS)
    assert await town.service.end() == 0
    await town.smsc.program.start()
    await town.service.start()
    await town.until_states(delivered=TEXTS)
    assert set((await times_sent(town)).values()) == {1}
    assert await town.service.end() == 0
    assert await town.books.fetchval("SELECT count(*) FROM outbox") == 0
