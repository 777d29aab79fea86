"""All on the way of a transfer is killed while one comes and one goes: both end, and the money moves once."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import httpx
import pytest

from local.system import System

from .evidence import Evidence, until
from .plan import Resident, closing_fen
from .town import Town
from .withdrawing import account, account_shows

JINAN = "370100"
COMES_FEN = 1_234_500 + 67
"""What the other centre has of anybody, with its interest (`simulators.letters.centres`)."""


class Letters:
    """The other centre, the platform's book, and our staff's list."""

    def __init__(self, town: Town, client: httpx.AsyncClient) -> None:
        self._town, self._client = town, client
        self._url = f"{town.city.letters_url}/control/letters"

    async def of_jinan(self, leaving: Resident) -> str:
        """Let the other centre ask for somebody's account; returns the letter's number."""
        person = leaving.person
        body = {"name": person.name, "id_number": person.id_number}
        answer = await self._client.post(self._url, json=body)
        return str(answer.json()["number"])

    async def known(self, number: str) -> Any:
        """How the platform's own book has a letter; None while it is away."""
        try:
            answer = await self._client.get(f"{self._url}/{number}")
        except httpx.TransportError:
            return None
        return answer.json().get("state") if answer.is_success else None

    async def ours(self, number: str, state: str) -> Any:
        """Wait until our list has a letter in a state; returns it."""

        async def look() -> Any:
            found = await self._town.maker.get("transfers/letters", ended=True, limit=200)
            (one,) = [one for one in found["items"] if one["number"] == number] or [None]
            return one

        return await until(look, f"{number} is {state}", lambda one: one and one["state"] == state)


@pytest.fixture
async def three_months_do(system: System, town: Town) -> AsyncIterator[None]:
    """A policy by which the town's three months of deposits are enough for a transfer in."""
    connection = await asyncpg.connect(system.environments.databases["transfers"].owner_url)
    await connection.execute(
        "INSERT INTO letter_policy VALUES ($1, 3, 20000000, 10, '试行')", town.today
    )
    yield
    await connection.execute("DELETE FROM letter_policy WHERE effective_from = $1", town.today)
    await connection.close()


@pytest.mark.usefixtures("three_months_do")
async def test_r_trf_4_whatever_is_killed_while_one_comes_and_one_goes_the_money_moves_once(
    system: System, town: Town, evidence: Evidence, client: httpx.AsyncClient
) -> None:
    coming, leaving = town.one("moves-here"), town.one("retired")
    letters = Letters(town, client)
    before = (await account(coming))["balance_fen"]

    async def accident(*victims: str) -> None:
        await asyncio.gather(*map(system.kill, victims))
        await asyncio.gather(*map(system.bring_back, victims))

    asked = await coming.me.post("transfers/requests", {"centre_code": JINAN})
    number = await letters.of_jinan(leaving)
    await accident("transfers", "letters")
    waiting = await letters.ours(number, "waiting")
    await town.by_two(f"transfers/letters/{waiting['letter_id']}/approval")
    await accident("accounts", "settlement")
    await letters.ours(number, "done")

    async def mine() -> Any:
        return await coming.me.get(f"transfers/requests/{asked['letter_id']}")

    came = await until(mine, "the transfer in is done", lambda one: one["state"] == "done")
    assert came["principal_fen"] + came["interest_fen"] == COMES_FEN
    await account_shows(coming, balance_fen=before + COMES_FEN, frozen_fen=0)
    for one in (number, came["number"]):
        await until(lambda one=one: letters.known(one), f"{one} is 00", lambda is_: is_ == "00")
    await account_shows(leaving, state="04", balance_fen=0, frozen_fen=0)
    (payment,) = (
        await client.get(
            f"{town.city.bank_control_url}/control/payments",
            params={"end_to_end_id": waiting["letter_id"].replace("-", "")},
        )
    ).json()["payments"]
    assert (payment["status"], payment["returned"]) == ("ACSC", False)
    assert payment["amount_fen"] == sum(closing_fen(leaving, town.today))
    await evidence.books_agree()
    assert await evidence.parked() == []
