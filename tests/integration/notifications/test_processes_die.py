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
from tests.support.workbench import Workbench, environment_from

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
PHONE = "13912345678"
LOGIN = ("dz12329", "secret")
PERSON = uuid.UUID(int=12329)


@pytest.fixture
async def town(
    platform: Workbench, service_database: Any, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Town]:
    """Everything but the two processes is up; tests start those. The parameter: timeouts."""
    database = await service_database("notifications")
    vhost = await platform.create_vhost(queues=True)
    port, smpp_port = free_port(), free_port()
    values = platform.settings(
        database, vhost, http_port=str(port), smpp_host="127.0.0.1", smpp_port=str(smpp_port),
        smpp_system_id=LOGIN[0], smpp_password=LOGIN[1], smpp_reconnect_max_seconds="0.5",
        text_watch_seconds="0.1", smpp_window_segments="32", drain_timeout_seconds="20",
        **getattr(request, "param", HASTY),
    )  # fmt: skip
    ready_url = f"http://127.0.0.1:{port}/readyz"
    service = Program(tmp_path, "notifications", environment_from(values), ready_url)
    books = await asyncpg.connect(database.owner_url)
    async with running_smsc(tmp_path, smpp_port, LOGIN) as smsc:
        made = Town(vhost, service, smsc, books)
        try:
            yield made
        finally:
            await service.kill()
            await made.close()
            await books.close()
            await platform.drop_vhost(vhost)


async def tell_everything(town: Town) -> None:
    """One person, and `TEXTS` facts about it, each with a number that its text will show."""
    await town.say(
        IndividualAccountOpened(
            account_number="3714000001", person_id=PERSON, employer_number="E1",
            name="张三", id_number="371402199001010018", id_number_hash="", phone=PHONE, phone_hash="",
            opened_on=date(2019, 8, 1),
        )
    )  # fmt: skip

    async def known() -> Any:
        return await town.books.fetchval("SELECT count(*) FROM subscriber")

    await until(known)
    await town.say(
        *(
            WithdrawalRejected(
                application_id=uuid.uuid4(), person_id=PERSON, kind_text="离退休",
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


async def test_the_service_is_killed_in_the_middle_of_sending(town: Town) -> None:
    await town.smsc.program.start()
    await town.smsc.break_with(delay_seconds=0.2)
    await town.service.start()
    await tell_everything(town)
    for already in (40, 120):
        await town.smsc.accepted(already)
        await town.service.kill()
        assert (await town.states())["submitting"] > 0
        await town.service.start()
    await town.smsc.break_with()
    await town.until_ended(TEXTS)
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
