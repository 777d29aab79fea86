"""`make bench`: withdrawals a second from the request to the text that the SMSC accepted, against floors.

Starts a whole system on servers of its own, below `.run/`. Everything is measured in one run on one machine,
durability as in production (fsync on, quorum queues); the figures that count are the ratios. Options:
`COUNT` withdrawals a run (default 2000).
"""

import asyncio
import contextlib
import os
import shutil
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil
from tests.issuer import Issuer

from local.city import City
from local.folder import RunFolder
from local.platform import provided
from local.system import System, running
from local.workbench import Workbench
from shared.tokens import Role
from shared.topology import SERVICES

from .citizens import Office, prepare
from .floors import broker_floor, sql_floor
from .load import Request, Sent, apply_all

ROOT = Path(__file__).parents[2]
COUNT = int(os.environ.get("COUNT", "2000"))
MESSAGES_PER_WITHDRAWAL = 7
"""submitted, debt_checked, funds_requested, reserved, approved, succeeded, paid."""
ENDED_WITHIN_SECONDS = 180.0
POLL_SECONDS = 0.2
TOKENS_LIVE_SECONDS = 4 * 3600
PAID_WORDS = "已到账"
SUBMISSIONS_MAX = 10_000


@dataclass(frozen=True)
class Result:
    """What one run showed."""

    per_second: float
    p50_seconds: float
    p99_seconds: float
    answer_p50_seconds: float
    answer_p99_seconds: float


async def main() -> None:
    """Measure, print, and clean up."""
    folder = RunFolder(ROOT / ".run" / f"bench-{os.getpid()}")
    issuer = Issuer("benchmark", TOKENS_LIVE_SECONDS)
    try:
        async with provided(folder, throwaway=True) as servers, issuer.published():
            workbench = Workbench(servers, folder)
            await workbench.open()
            databases = {service: await workbench.create_database(service) for service in SERVICES}
            vhost = await workbench.create_vhost(queues=True)
            per_second_sql = await sql_floor(servers.postgres.url)
            per_second_broker = await broker_floor(vhost)
            print(f"floor: {per_second_sql:8.0f} withdrawals/s in plain SQL, same durability")
            print(f"floor: {per_second_broker:8.0f} messages/s confirmed by one quorum queue")
            limits = {"EDGE_REQUESTS_PER_SECOND": "100000", "EDGE_BURST_REQUESTS": "100000"}
            os.environ.update(limits)
            system = System(folder, vhost, databases, report=print, extra=dict(issuer.environment))
            async with running(system):
                await system.start()
                await _measure(system, issuer, per_second_sql, per_second_broker)
            await workbench.close()
    finally:
        shutil.rmtree(folder.path, ignore_errors=True)


async def _measure(
    system: System, issuer: Issuer, per_second_sql: float, per_second_broker: float
) -> None:
    async with httpx.AsyncClient(timeout=120, trust_env=False) as client:
        office = Office(client, system.city, issuer.token_for(Role.STAFF_ADMIN))
        requests = await prepare(office, issuer, 2 * COUNT + 200)
        await _run(client, system.city, requests[:200], 100.0)
        before = _processor_seconds()
        full = await _run(client, system.city, requests[200 : 200 + COUNT], 0.0)
        spent = _processor_seconds()
        _say("as fast as it goes", full)
        print(f"  {full.per_second / per_second_sql:8.3f} of the SQL floor")
        share = full.per_second * MESSAGES_PER_WITHDRAWAL / per_second_broker
        print(f"  {share:8.3f} of the broker's floor, at {MESSAGES_PER_WITHDRAWAL} messages each")
        print("processor time per withdrawal, ms:")
        for name in sorted(spent, key=lambda name: before.get(name, 0) - spent[name]):
            print(f"  {name:14}{(spent[name] - before.get(name, 0)) * 1000 / COUNT:8.2f}")
        half = await _run(client, system.city, requests[200 + COUNT :], full.per_second / 2)
        _say("at half that rate", half)
        for name, megabytes in _memory(system):
            print(f"  {name:14}{megabytes:8.1f} MB resident")


async def _run(
    client: httpx.AsyncClient, city: City, requests: Sequence[Request], per_second: float
) -> Result:
    sent = await apply_all(city.edge_url, requests, per_second)
    refused = [item for item in sent if item.status != 202]
    assert not refused, f"{len(refused)} not accepted, first with {refused[0].status}"
    texted = await _texted(client, city, {item.phone for item in sent})
    return _result(sent, texted)


async def _texted(client: httpx.AsyncClient, city: City, phones: set[str]) -> dict[str, float]:
    """Wait until every phone's text about the money was accepted; return when, by phone."""
    async with asyncio.timeout(ENDED_WITHIN_SECONDS):
        while True:
            answer = await client.get(
                f"{city.smsc_control_url}/control/submissions", params={"limit": SUBMISSIONS_MAX}
            )
            found = {
                row["phone"]: float(row["accepted_at"])
                for row in answer.json()["submissions"]
                if PAID_WORDS in row["text"] and row["phone"] in phones
            }
            if len(found) == len(phones):
                return found
            await asyncio.sleep(POLL_SECONDS)


def _result(sent: Sequence[Sent], texted: dict[str, float]) -> Result:
    ends = [texted[item.phone] - item.sent_at for item in sent]
    answers = [item.answered_at - item.sent_at for item in sent]
    seconds = max(texted.values()) - min(item.sent_at for item in sent)
    end_cuts = statistics.quantiles(ends, n=100)
    answer_cuts = statistics.quantiles(answers, n=100)
    return Result(len(sent) / seconds, end_cuts[49], end_cuts[98], answer_cuts[49], answer_cuts[98])


def _say(name: str, result: Result) -> None:
    print(f"{name}: {result.per_second:.0f} withdrawals/s, request to accepted text")
    print(f"  end to end p50 {result.p50_seconds:.3f} s, p99 {result.p99_seconds:.3f} s")
    print(
        f"  answer     p50 {result.answer_p50_seconds:.3f} s, p99 {result.answer_p99_seconds:.3f} s"
    )


def _processor_seconds() -> dict[str, float]:
    """Processor time so far of everything that was started here, by what it is."""
    spent: dict[str, float] = {}
    me = psutil.Process()
    for process in (me, *me.children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            name = _kind(process) if process != me else "load"
            spent[name] = spent.get(name, 0.0) + times.user + times.system
    return spent


def _kind(process: psutil.Process) -> str:
    """What a process is: a service or simulator by its module, a server by its program."""
    command = process.cmdline()
    if "-m" in command[:3]:
        return command[command.index("-m") + 1]
    return process.name()


def _memory(system: System) -> list[tuple[str, float]]:
    pids = system.pids()
    rows = [(name, psutil.Process(pids[name]).memory_info().rss / 1e6) for name in SERVICES]
    return [*rows, ("together", sum(megabytes for _, megabytes in rows))]


if __name__ == "__main__":
    asyncio.run(main())
