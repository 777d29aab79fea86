"""Requests about scans of what two people decide, the same wherever business is done at the counter."""

from tests.support.callers import photograph

from shared.identity.principal import Role

from .asking import Asked, Town, asks
from .asking_parked import proposed


def _of(service: str) -> None:
    async def made(town: Town) -> dict[str, str]:
        return await proposed(town, service, town.principal(Role.STAFF_MAKER))

    @asks(f"POST /{service}/proposals/{{proposal_id}}/papers/uploads")
    async def _attached(town: Town) -> Asked:
        headers = {"Content-Type": "image/jpeg"}
        sent = {"query": {"name": "公证书"}, "headers": headers, "content": photograph()}
        return Asked(await made(town), **sent)

    @asks(f"GET /{service}/proposals/{{proposal_id}}/papers/{{paper_id}}")
    async def _fetched(town: Town) -> Asked:
        path = await made(town)
        token = await town.hall.token(town.principal(Role.STAFF_MAKER))
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": path["proposal_id"]}
        sent = await town.hall.clients[service].post(
            f"http://{service}/api/{service}/proposals/{path['proposal_id']}/papers/uploads",
            params={"name": "公证书"},
            content=photograph(),
            headers={**headers, "Content-Type": "image/jpeg"},
        )
        assert sent.status_code == 201, sent.text
        return Asked({**path, "paper_id": sent.json()["paper_id"]})


for name in ("accounts", "withdrawals", "loans", "gateway"):
    _of(name)
