"""A terminal's helper: one page alone may ask; what is not out whole is taken back, nothing stays."""

import asyncio

import httpx
import pytest
from tests.support.waiting import until

from simulators.devices.printer import Levers
from terminal.app import app_of
from terminal.card import Card
from terminal.ipp import Group, JobState, Operation, Tag, encode
from terminal.printer import Printer, State

from .conftest import ORIGIN, Terminal, free_port, served


async def test_no_other_page_reads_a_card_or_prints(terminal: Terminal) -> None:
    terminal.reader.card = Card("张三", "11010519491231002X")
    page = terminal.page
    strange = (
        {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": ""},
        {"Host": "evil.example:8390"},
    )  # fmt: skip
    for headers in strange:
        for method, path in (("GET", "/parts"), ("POST", "/cards"), ("OPTIONS", "/prints")):
            answer = await page.request(method, path, headers=headers)
            assert (answer.status_code, answer.content) == (403, b""), (headers, method)
            assert "access-control-allow-origin" not in answer.headers
    asked = {"Access-Control-Request-Private-Network": "true"}
    told = (await page.options("/prints", headers=asked)).headers
    assert told["access-control-allow-origin"] == ORIGIN
    assert told["access-control-allow-private-network"] == "true"
    assert terminal.printer.prints == []


async def test_a_card_is_waited_for_read_and_forgotten(terminal: Terminal) -> None:
    none = await terminal.page.post("/cards")
    assert (none.status_code, none.json()["title"]) == (404, "no-card")
    terminal.reader.card = Card("欧阳修远", "11010519491231002X")
    read = (await terminal.page.post("/cards")).json()
    assert read == {"name": "欧阳修远", "id_number": "11010519491231002X"}
    terminal.reader.card = None
    assert (await terminal.page.post("/cards")).status_code == 404
    terminal.reader.away = True
    away = await terminal.page.post("/cards")
    assert (away.status_code, away.json()["title"]) == (503, "reader-away")
    assert (await terminal.page.get("/parts")).json() == {"printer": "ready", "reader": "away"}


async def test_pressed_twice_prints_once_and_one_at_a_time(terminal: Terminal) -> None:
    terminal.printer.levers = Levers(seconds_a_sheet=0.3)
    first, again, other = await asyncio.gather(
        terminal.print("one"), terminal.print("one"), terminal.print("two")
    )
    assert [first.json(), again.json()] == [{"outcome": "printed"}] * 2
    assert (other.status_code, other.json()["title"]) == (409, "printer-busy")
    assert await terminal.came_out("one") == "printed", "asked for again, it is there already"
    assert [one.out for one in terminal.printer.prints] == [1]
    assert (await terminal.print("three", b"<html>")).status_code == 422


@pytest.mark.parametrize(
    ("trouble", "told"),
    [(Levers(paper=1, sheets_a_print=3), "out_of_paper"), (Levers(jammed=True), "jammed")],
)
async def test_what_stops_in_mid_print_is_taken_back_and_printed_when_tried_again(
    terminal: Terminal, trouble: Levers, told: State
) -> None:
    terminal.printer.levers = trouble
    assert await terminal.came_out("one") == told
    assert (await terminal.page.get("/parts")).json()["printer"] == told
    terminal.printer.levers = Levers()
    assert await terminal.came_out("one") == "printed"
    states = [one.state for one in terminal.printer.prints]
    assert states[-1] is JobState.COMPLETED
    assert JobState.COMPLETED not in states[:-1], "paper put in later brings out nothing of before"
    terminal.printer.levers = Levers(away=True)
    assert await terminal.came_out("two") == "away"


async def test_who_leaves_in_mid_print_takes_it_back(terminal: Terminal) -> None:
    terminal.printer.levers = Levers(sheets_a_print=1000, seconds_a_sheet=0.05)
    with pytest.raises(httpx.ReadTimeout):
        await terminal.page.post(
            "/prints", content=b"%PDF-1.7 mine", headers={"Idempotency-Key": "one"}, timeout=0.5
        )
    left = terminal.printer.prints[0]
    await until(lambda: left.state is JobState.CANCELED and left.data == b"")
    terminal.printer.levers = Levers()
    assert await terminal.came_out("two") == "printed", "the next person's"


async def test_what_a_printer_holds_when_the_power_comes_back_is_never_printed(
    terminal: Terminal,
) -> None:
    terminal.printer.levers = Levers(paper=0)
    wanted = {"document-format": (Tag.MIME, "application/pdf")}
    body = encode(Operation.PRINT_JOB, 1, [(Group.OPERATION, wanted)], b"%PDF-1.7 of before")
    async with httpx.AsyncClient() as before:
        await before.post(terminal.printer_url, content=body)
    held = terminal.printer.prints[0]
    await until(lambda: held.state is JobState.STOPPED)
    settings = terminal.settings.model_copy(update={"port": free_port()})
    async with served(app_of(settings), settings.port):
        assert (held.state, held.data) == (JobState.CANCELED, b"")


async def test_a_printer_that_is_away_at_first_is_freed_before_it_prints(
    terminal: Terminal,
) -> None:
    async with httpx.AsyncClient() as http:
        printer = Printer(terminal.printer_url, http)
        terminal.printer.levers = Levers(away=True)
        assert await printer.state() == "away"
        terminal.printer.levers = Levers()
        assert await printer.state() == "ready"
        assert await Printer("", http).state() == "none"
