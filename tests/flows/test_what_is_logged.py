"""After everything that the town has done, no log of ours holds what could harm anybody (R-CHK-4)."""

import json
import re

from city.seed.people import person
from local.system import System
from shared.messaging.topology import SERVICES

from .evidence import Evidence
from .plan import PARTS
from .town import Town, operator_of
from .withdrawing import FINAL, apply, reached

TOKEN = re.compile(r"eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.")


def logs_of(system: System) -> dict[str, str]:
    """What our services and the edge have written; the simulators are other companies."""
    found = {
        path.name: path.read_text("utf-8", "replace")
        for path in system.city.logs.iterdir()
        if path.name.startswith((*SERVICES, "edge"))
    }
    assert {name.split(".")[0].split("-")[0] for name in found} == {*SERVICES, "edge"}
    return found


async def test_r_chk_4_no_log_holds_an_id_number_a_phone_a_card_a_name_or_a_token(
    system: System, town: Town, evidence: Evidence
) -> None:
    applicant = town.one("retired")
    application = await apply(applicant)
    await evidence.paid_once(applicant, await reached(applicant, application["id"], FINAL))
    people = [person(number) for number in range(1, sum(part.count for part in PARTS) + 1)]
    people += [operator_of(1), operator_of(2)]
    secret = {text for one in people for text in (one.id_number, one.phone, one.card, one.name)}
    assert applicant.person.card in secret
    logs = logs_of(system)
    assert application["id"] in "".join(logs.values()), "the logs tell of applications"
    for name, text in logs.items():
        assert {found for found in secret if found in text} == set(), name
        assert not TOKEN.search(text), name
        assert applicant.me.token is not None
        assert applicant.me.token not in text


OF_PYTHON = re.compile(r".*/multiprocessing/resource_tracker\.py:.*|  warnings\.warn\(.*")
"""What the tracker of a press that was killed writes, which is a process of Python's own."""
FORGED = '{"level": "critical", "event": "forged"}'


async def test_nobody_writes_a_line_of_their_own_into_a_log(system: System, town: Town) -> None:
    client = town.bank.client
    for service, url in system.city.service_urls.items():
        for path in (f"/api/{service}/%0a{FORGED}", f"/%0d%0a{FORGED}"):
            await client.get(
                url + path, headers={"traceparent": f"00-x {FORGED}", "User-Agent": FORGED}
            )
    await client.get(f"{system.city.edge_url}/api/accounts/%0a{FORGED}")
    for name, text in logs_of(system).items():
        said = [line for line in text.splitlines() if not OF_PYTHON.fullmatch(line)]
        lines = [line for line in said if line.startswith("{")]
        assert all(isinstance(json.loads(line), dict) for line in lines), name
        assert FORGED not in text.splitlines(), name
        if name.startswith(SERVICES):
            assert lines == said, name
