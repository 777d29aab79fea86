"""CMPP, as carriers speak it and as they fail: every text arrives, and none twice."""

import asyncio
import contextlib
from pathlib import Path
from typing import Any

import pytest

from local import certificates
from notifications.tasks import exchange_texts

from .conftest import SECRET, Office

HASTY = {
    "cmpp_response_timeout_seconds": 0.4, "smpp_response_timeout_seconds": 0.4,
    "text_claim_seconds": 2.0,
}  # fmt: skip


@pytest.mark.parametrize("version", ["3.0", "2.0"])
async def test_texts_go_out_whole_and_citizens_texts_come_in_in_either_version(
    new_office: Any, make: Any, version: str
) -> None:
    """A gateway that has 2.0 alone refuses 3.0 once, and is spoken to in 2.0 from then on."""
    office = await new_office(cmpp=version)
    person, phone = await office.person()
    async with office.open():
        await office.tell(make.paid(person), make.rejected(person))
        await office.until_states("delivered", "delivered")
        assert [len(text) > 70 for text in sorted(office.shown(phone), key=len)] == [False, True]
        office.centre.send_from_phone(phone, "ｔｄ", "cmpp", "gbk")
        office.centre.send_from_phone("13911112222", "这是什么号码？" * 30, "cmpp")
        await office.until_states(*["delivered"] * 4)
        assert any("已退订" in text or "退订" in text for text in office.shown(phone))
        await make.until(lambda: office.centre.counters["active_tests"] >= 1)
    counters = office.centre.counters
    assert (counters["connects"], counters["refused_connects"]) == (1, int(version == "2.0"))
    assert counters["terminates"] == 1, "who stops in good order says so"
    assert counters["binds"] == 1
    assert {item["carrier"] for item in office.centre.book.submissions(None, 99)} == {"cmpp"}
    assert office.submitted(phone) == 4
    assert counters["max_outstanding_cmpp"] <= 16


@pytest.mark.parametrize("fault", ["swallow", "disconnect", "garbage"])
async def test_a_text_that_the_gateway_did_not_take_is_sent_again(
    new_office: Any, make: Any, fault: str
) -> None:
    office = await new_office(cmpp="3.0", **HASTY | {"cmpp_again_seconds": 0.3})
    person, phone = await office.person()
    office.break_with(**{fault: 1})
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("delivered")
    assert (office.submitted(phone), len(office.shown(phone))) == (1, 1)
    assert [row["attempts"] for row in await office.texts()] == [2]


@pytest.mark.parametrize("fault", ["drop_answer", "disconnect_after_accepting"])
async def test_a_text_that_the_gateway_took_without_saying_so_is_not_sent_again(
    new_office: Any, make: Any, fault: str
) -> None:
    """Its reports name the phone alone: as many as parts in doubt, and all have arrived."""
    office = await new_office(cmpp="3.0", **HASTY | {"cmpp_again_seconds": 60.0})
    short, first_phone = await office.person()
    long, second_phone = await office.person()
    async with office.open():
        office.break_with(**{fault: 1 if fault.startswith("disc") else 3})
        await office.tell(make.rejected(short))
        await make.until(lambda: office.submitted(first_phone) == 1)
        if fault == "drop_answer":
            await office.tell(make.paid(long))
        await office.until_states(*["delivered"] * (2 if fault == "drop_answer" else 1))
    assert office.submitted(first_phone) == 1
    assert office.submitted(second_phone) == (2 if fault == "drop_answer" else 0)
    assert {row["attempts"] for row in await office.texts()} == {1}
    assert await office.context.pool.fetchval("SELECT count(*) FROM early_receipt") == 0


async def test_a_report_of_another_text_says_nothing_about_one_in_doubt(
    new_office: Any, make: Any
) -> None:
    """One report to a phone with two texts in doubt: nobody knows of which, so neither has arrived by it."""
    office = await new_office(cmpp="3.0", **HASTY | {"cmpp_again_seconds": 1.0})
    person, phone = await office.person()
    async with office.open():
        office.break_with(drop_answer=1)
        await office.tell(make.rejected(person))
        await make.until(lambda: office.submitted(phone) == 1)
        office.break_with(swallow=1)
        await office.tell(make.rejected(person))
        await office.until_states("delivered", "delivered")
    assert office.submitted(phone) in (2, 3)
    assert len(office.shown(phone)) >= 2


async def test_flow_control_slows_the_link_down_and_costs_no_attempt(
    new_office: Any, make: Any
) -> None:
    office = await new_office(cmpp="3.0")
    person, phone = await office.person()
    office.break_with(throttle=3)
    async with office.open():
        await office.tell(*(make.rejected(person) for _ in range(4)))
        await office.until_states(*["delivered"] * 4)
    assert office.submitted(phone) == 4
    assert {row["attempts"] for row in await office.texts()} == {1}


async def test_a_number_that_the_gateway_does_not_serve_is_not_tried_again(
    new_office: Any, make: Any
) -> None:
    office = await new_office(cmpp="2.0")
    person, _ = await office.person()
    office.break_with(reject=1)
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("failed")
    assert [row["failure"] for row in await office.texts()] == ["cmpp_13"]


async def test_reports_that_come_before_the_answers_are_not_lost(
    new_office: Any, make: Any
) -> None:
    office = await new_office(cmpp="3.0", smsc={"handset_delay_seconds": 0.0})
    office.break_with(delay_seconds=0.15)
    person, phone = await office.person()
    async with office.open():
        await office.tell(*(make.paid(person) for _ in range(10)))
        await office.until_states(*["delivered"] * 10)
    assert office.submitted(phone) == 20
    assert await office.context.pool.fetchval("SELECT count(*) FROM early_receipt") == 0


async def test_a_silent_gateway_is_noticed_and_who_does_not_know_the_secret_gets_no_text(
    new_office: Any, make: Any
) -> None:
    office = await new_office(cmpp="3.0", **HASTY)
    person, phone = await office.person()
    async with office.open():
        await make.until(lambda: office.centre.counters["connects"] == 1)
        office.break_with(deaf=True)
        sessions = office.centre._sessions
        await make.until(lambda: not [one for one in sessions if one.carrier == "cmpp"])
        office.centre.settings.cmpp_secret = "another"
        office.break_with()
        await make.until(lambda: office.centre.counters["refused_connects"] >= 1)
        await office.tell(make.rejected(person))
        assert await office.states() == ["queued"]
        office.centre.settings.cmpp_secret = SECRET
        await office.until_states("delivered")
    assert office.submitted(phone) == 1


async def test_both_links_go_by_tls_and_not_to_a_gateway_for_which_nobody_vouches(
    new_office: Any, make: Any, tmp_path: Path
) -> None:
    """What cannot go to a false gateway goes by the other carrier."""
    folders = [tmp_path / name for name in ("ours", "strangers")]
    for folder in folders:
        folder.mkdir()
    ours, strangers = map(certificates.provide, folders)
    tls = {"cert_file": ours.bank.certificate, "key_file": ours.bank.key}
    vouched = {"smpp_ca_file": ours.authority, "text_detour_seconds": 0.3}
    for authority, carrier in ((ours.authority, "cmpp"), (strangers.authority, "smpp")):
        smsc = tls | {"book_path": tmp_path / f"{carrier}.sqlite"}
        office = await new_office(cmpp="3.0", smsc=smsc, cmpp_ca_file=authority, **vouched)
        person, phone = await office.person()
        async with office.open():
            await office.tell(make.rejected(person))
            await make.until(lambda office=office, phone=phone: office.shown(phone))
            await make.until(lambda office=office: office.centre.counters["binds"] == 1)
        taken = office.centre.book.submissions(phone, 9)
        assert [row["carrier"] for row in taken] == [carrier]
        assert office.centre.counters["connects"] == int(carrier == "cmpp")


async def test_killed_in_the_middle_no_text_is_lost_and_none_is_sent_twice(
    new_office: Any, make: Any
) -> None:
    """Half of what was in hand had been taken; the reports that wait at the gateway tell which."""
    office: Office = await new_office(
        cmpp="3.0",
        smsc={"handset_delay_seconds": 0.3},
        **HASTY | {"cmpp_window_messages": 32, "cmpp_again_seconds": 3.0},
    )
    people = [await office.person() for _ in range(20)]
    office.break_with(drop_answer=10, swallow=0)
    await office.tell(*(make.rejected(person) for person, _ in people))
    dying = asyncio.create_task(exchange_texts(office.context, asyncio.Event()))
    await make.until(lambda: office.centre.counters["submits"] >= 10)
    dying.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await dying
    office.break_with()
    async with office.open():
        await office.until_states(*["delivered"] * 20)
    assert [office.submitted(phone) for _, phone in people] == [1] * 20


async def test_connections_cut_in_full_traffic_lose_nothing_and_repeat_nothing(
    new_office: Any, make: Any
) -> None:
    office = await new_office(cmpp="3.0", **HASTY | {"cmpp_again_seconds": 3.0})
    people = [await office.person() for _ in range(90)]
    async with office.open():
        for at in range(0, 90, 30):
            some = people[at : at + 30]
            before = office.centre.counters["accepted"]
            await office.tell(*(make.rejected(person) for person, _ in some))
            await make.until(lambda before=before: office.centre.counters["accepted"] > before + 5)
            office.centre.disconnect("cmpp")
        await office.until_states(*["delivered"] * 90)
    assert [office.submitted(phone) for _, phone in people] == [1] * 90
    assert office.centre.counters["connects"] >= 4
