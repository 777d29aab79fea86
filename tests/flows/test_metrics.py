"""Every query of alerts and dashboards, on a real Prometheus that reads the real services and broker."""

import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.support.monitoring import (
    OF_PROMETHEUS,
    OF_THE_KEEPER,
    OF_THE_SITE,
    RUNBOOK,
    queries,
    records,
    selectors,
)
from tests.support.workbench import Workbench

from city.clients import enrol_operator, visitor
from local.folder import LOOPBACK
from local.processes import Command, start
from local.system import System
from shared.messaging.topology import QUEUES, RETRY_STAGES_MS, SERVICES
from watch import prometheus

from .evidence import PAID_TEXT, Evidence, until
from .town import Town, operator_of
from .withdrawing import outcome

PROMETHEUS = Path(sys.executable).with_name("prometheus")
OF_THE_LANGUAGE = ("python_", "process_")
"""Metrics of the client library, not ours."""
TROUBLE_ONLY = ('status=~"5.."', 'outcome!="handled"', 'outcome!="delivered"')
"""What a quiet system does not show: its series are checked by name and labels only."""


@pytest.fixture(scope="module")
async def scraped(
    platform: Workbench, system: System, town: Town, evidence: Evidence, client: httpx.AsyncClient
) -> AsyncIterator[httpx.AsyncClient]:
    """A Prometheus with the configuration that `make run` writes, after one of each thing that counts.

    The processes may have been killed by the test before: what they had counted is gone.
    """
    assert PROMETHEUS.exists(), "prometheus is missing: run `make .venv/bin/promtool`"
    resident, asker = town.take("retired", 2)
    assert (await outcome(resident))["state"] == "paid"
    await evidence.text(resident, PAID_TEXT)
    await evidence.phones.send(asker.person.phone, "余额")
    await evidence.text(asker, "余额")
    operator = operator_of(1)
    guest = visitor(client, town.city)
    enrolled = await enrol_operator(guest, operator.phone, "correct horse battery staple")
    await enrolled.log_in(guest)

    configuration = prometheus.configure(system.city)
    configuration.write_text(configuration.read_text().replace("15s", "3s"))
    port = platform.folder.port("prometheus")
    command = Command(
        "prometheus",
        [
            str(PROMETHEUS),
            f"--config.file={configuration}",
            f"--storage.tsdb.path={configuration.parent / 'data'}",
            f"--web.listen-address={LOOPBACK}:{port}",
        ],
    )
    running = await start(platform.folder, command)
    try:
        async with httpx.AsyncClient(
            base_url=f"http://{LOOPBACK}:{port}/api/v1", trust_env=False
        ) as api:
            await until(lambda: _ready(api), "Prometheus answers")
            jobs = len(SERVICES) + 2
            await until(lambda: _ask(api, "up == 1"), "all are read", lambda up: len(up) == jobs)
            await until(lambda: _ask(api, "queue:messages_parked:sum"), "queues are recorded")
            yield api
    finally:
        await running.kill()


async def _get(api: httpx.AsyncClient, path: str, **query: str) -> Any:
    answer = await api.get(path, params=query)
    assert answer.is_success, answer.text
    return answer.json()["data"]


async def _ask(api: httpx.AsyncClient, query: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await _get(api, "/query", query=query))["result"]
    return found


async def _ready(api: httpx.AsyncClient) -> bool:
    try:
        return (await api.get("/query", params={"query": "up"})).is_success
    except httpx.TransportError:
        return False


async def test_everything_that_a_query_selects_is_really_exposed(
    scraped: httpx.AsyncClient,
) -> None:
    made = OF_PROMETHEUS | OF_THE_KEEPER | OF_THE_SITE | records()
    for selector in selectors():
        if selector.metric in made:
            continue
        series = await _get(scraped, "/series", **{"match[]": selector.metric})
        assert series, f"{selector.used_in}: nobody exposes {selector.metric}"
        labels = {label for one in series for label in one} | {"le"}
        unknown = selector.labels - labels
        assert not unknown, f"{selector.used_in}: {selector.metric} has no label {unknown}"
        if not any(words in selector.text for words in TROUBLE_ONLY):
            matching = await _get(scraped, "/series", **{"match[]": selector.text})
            assert matching, f"{selector.used_in}: nothing is {selector.text}"


async def test_every_query_can_be_answered(scraped: httpx.AsyncClient) -> None:
    for place, query in queries():
        answer = await scraped.get("/query", params={"query": query})
        assert answer.is_success, f"{place}: {answer.text}"


async def test_every_queue_of_the_topology_has_its_series(scraped: httpx.AsyncClient) -> None:
    for record in ("messages_waiting", "messages_parked", "messages_in_retry", "consumers"):
        series = await _until_all(scraped, f"queue:{record}:sum", len(QUEUES))
        assert {one["metric"]["queue"] for one in series} == {queue.name for queue in QUEUES}, (
            record
        )
    in_stages = 'rabbitmq_detailed_queue_messages_ready{stage=~"retry[.]."}'
    await _until_all(scraped, in_stages, len(QUEUES) * len(RETRY_STAGES_MS))


async def _until_all(api: httpx.AsyncClient, query: str, count: int) -> list[dict[str, Any]]:
    """A reading that came late leaves a gap: ask until there are so many series."""
    found: list[dict[str, Any]] = await until(
        lambda: _ask(api, query), f"{count} series of {query}", lambda series: len(series) == count
    )
    return found


async def test_every_metric_is_on_a_dashboard_and_in_the_runbook(
    scraped: httpx.AsyncClient, system: System, client: httpx.AsyncClient
) -> None:
    queried = {selector.metric for selector in selectors()}
    runbook = RUNBOOK.read_text("utf-8")
    for service in SERVICES:
        text = (await client.get(f"{system.city.service_urls[service]}/metrics")).text
        for family, kind in re.findall(r"^# TYPE (\S+) (\S+)$", text, re.MULTILINE):
            if family.startswith(OF_THE_LANGUAGE):
                continue
            parts = [f"{family}_{part}" for part in ("bucket", "sum", "count")]
            shown = queried & ({family, *parts} if kind == "histogram" else {family})
            assert shown, f"{service}'s {family} is on no dashboard and in no rule"
            assert f"| `{family}" in runbook, f"docs/runbook.md has no line for {family}"
