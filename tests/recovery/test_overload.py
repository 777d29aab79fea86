"""More than the system can do is refused at the door, with words and a time; what was accepted is done."""

import asyncio
import json
import uuid
from collections import Counter
from datetime import UTC, datetime

import httpx
import pytest
from tests.bench.load import Request

from .people import Application, Town
from .runbook import Operator

AT_ONCE = 24
AGAIN_SECONDS = 0.2
UNDECIDED_MAX = 8
IN_HAND_MAX = 6
"""Of the system here; see conftest."""


@pytest.mark.timeout(300)
async def test_what_is_accepted_and_not_decided_is_bounded_and_the_rest_is_told_when_to_come(
    town: Town, operator: Operator
) -> None:
    began = datetime.now(UTC)
    people = town.take(AT_ONCE)
    await town.system.kill("loans")
    accepted: dict[str, Application] = {}
    for person in people[: 2 * UNDECIDED_MAX]:
        answer = await _ask(town, person)
        if answer.status_code == 202:
            accepted[person.phone] = Application(answer.json()["id"], person)
        else:
            _says_when_to_come_again(answer)
    assert len(accepted) == UNDECIDED_MAX

    await town.system.bring_back("loans")
    await town.reached(accepted.values())
    statuses: Counter[int] = Counter()
    waiting = [person for person in people if person.phone not in accepted]
    while waiting:
        answers = await asyncio.gather(*(_ask(town, person) for person in waiting))
        statuses.update(answer.status_code for answer in answers)
        for person, answer in zip(waiting, answers, strict=True):
            if answer.status_code == 202:
                accepted[person.phone] = Application(answer.json()["id"], person)
            else:
                _says_when_to_come_again(answer)
        waiting = [person for person in waiting if person.phone not in accepted]
        await asyncio.sleep(AGAIN_SECONDS)
        assert len(await town.rows("withdrawals", UNDECIDED)) <= UNDECIDED_MAX + IN_HAND_MAX
    assert statuses[202] == AT_ONCE - UNDECIDED_MAX
    assert statuses[429] + statuses[503] > 0

    await town.reached(accepted.values())
    await operator.books_agree(began)
    await town.paid_once(accepted.values())


UNDECIDED = "SELECT FROM application WHERE state IN ('submitted', 'funds_requested')"


async def _ask(town: Town, person: Request) -> httpx.Response:
    """Apply through the edge, always under the same key, as a page does that tries again."""
    headers = {
        "Authorization": f"Bearer {person.token}",
        "Confirmation": person.confirmation,
        "Idempotency-Key": uuid.uuid5(uuid.NAMESPACE_OID, person.phone).hex,
        "Content-Type": "application/json",
    }
    url = f"{town.system.city.edge_url}/api/withdrawals/applications"
    return await town.client.post(url, content=person.body, headers=headers)


def _says_when_to_come_again(answer: httpx.Response) -> None:
    assert answer.status_code in (429, 503), answer.text
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "试" in json.loads(answer.content)["detail"]
