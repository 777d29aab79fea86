"""Between the three machines of the database, and before them, nobody is believed without a certificate."""

from urllib.parse import urlsplit

import asyncpg
import httpx
import pytest
from tests.support.places import folder_for_a_session
from tests.support.waiting import until

from local.folder import RunFolder

from .certificates import Authority
from .machines import Cluster, Machine, cluster

pytestmark = pytest.mark.timeout(300)

FOLLOWERS = "SELECT ssl FROM pg_stat_replication JOIN pg_stat_ssl USING (pid)"
FOLLOWED_BY = "SELECT conninfo FROM pg_stat_wal_receiver"


async def test_the_three_speak_tls_with_each_other_and_take_nobody_without() -> None:
    with folder_for_a_session() as path:
        folder = RunFolder(path)
        folder.make()
        async with cluster(folder, Authority()) as made:
            one = await made.leader()
            assert await asked(made.server.url, FOLLOWERS) == [True, True]
            by_haproxy = f":{urlsplit(made.server.url).port}/"
            direct = made.server.url.replace(by_haproxy, f":{one.ports['postgres']}/")
            with pytest.raises(asyncpg.InvalidAuthorizationSpecificationError):
                await asked(direct.replace("verify-full", "disable"), FOLLOWERS)
            with pytest.raises(httpx.TransportError):
                async with httpx.AsyncClient(trust_env=False) as client:
                    await client.get(f"{one.patroni.replace('https', 'http')}/primary")
            assert await without_a_certificate(one) == 403

            await one.told("switchover", "--force")
            assert await made.leader() is not one
            await made.whole()
            (conninfo,) = await until(lambda: asked(direct, FOLLOWED_BY))
            assert "sslmode=verify-full" in conninfo
            assert await asked(made.server.url, FOLLOWERS) == [True, True]
            await typed_by_an_operator(made, one)


async def typed_by_an_operator(made: Cluster, at: Machine) -> None:
    """The other words of docs/production.md; who hears them believes only who shows a certificate."""
    await at.told("list")
    (candidate,) = await named(made, "sync_standby")
    await at.told("failover", "--candidate", candidate, "--force")
    assert (await made.leader()).name == candidate
    await made.whole()
    (follower,) = await named(made, "replica")
    await at.told("reinit", "provident-fund", follower, "--force", "--wait")
    await made.whole()


async def named(made: Cluster, role: str) -> list[str]:
    """Who has this role."""
    return [member["name"] for member in await made.members() if member["role"] == role]


async def asked(url: str, query: str) -> list[object]:
    """The first column of the answer."""
    connection = await asyncpg.connect(url)
    try:
        return [row[0] for row in await connection.fetch(query)]
    finally:
        await connection.close()


async def without_a_certificate(machine: Machine) -> int:
    """What Patroni answers to who has its password, and wants it to hand over."""
    password = machine.commands[-1].environment["PATRONI_RESTAPI_PASSWORD"]
    async with machine.client(certificate=False, auth=("patroni", password)) as client:
        answer = await client.post(f"{machine.patroni}/switchover", json={"leader": machine.name})
    return answer.status_code
