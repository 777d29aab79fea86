"""Who calls a service's API in its own process: a client, a token, and a key for each thing that is done."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, ClassVar
from urllib.parse import quote

import httpx
from PIL import Image
from tests.support.issuer import confirmed

LOOK = {"Look-Reason": quote("柜台咨询")}
"""Why staff look somebody up."""


@dataclass(frozen=True)
class Caller:
    """Somebody who calls the API."""

    client: httpx.AsyncClient
    headers: Mapping[str, str]
    base: ClassVar[str] = ""
    """What every path begins with, where the client's address does not have it."""

    async def get(self, path: str, **query: Any) -> httpx.Response:
        headers = {**LOOK, **self.headers}
        return await self.client.get(self.base + path, params=query, headers=headers)

    async def post(self, path: str, body: Any = None, key: str | None = None) -> httpx.Response:
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        place = self.client.base_url.path.rstrip("/") + self.base + path
        headers = {
            **LOOK, **confirmed(token, place, body), **self.headers,
            "Idempotency-Key": key or uuid.uuid4().hex,
        }  # fmt: skip
        return await self.client.post(self.base + path, json=body, headers=headers)

    async def done(self, path: str, body: Any = None) -> Any:
        """Post what must succeed."""
        answer = await self.post(path, body)
        assert answer.is_success, answer.text
        return answer.json()

    async def scanned(self, proposed: httpx.Response) -> httpx.Response:
        """Attach a scan to what was proposed here, where it takes effect only with one."""
        if proposed.status_code == 202 and proposed.json().get("scan_needed"):
            attached = await self.attach(proposed.json()["proposal_id"])
            assert attached.status_code == 201, attached.text
        return proposed

    async def attach(
        self, proposal_id: str, content: bytes | None = None, name: str = "公证书"
    ) -> httpx.Response:
        """Attach a scan to a proposal."""
        key = {"Content-Type": "image/jpeg", "Idempotency-Key": uuid.uuid4().hex}
        return await self.client.post(
            f"{self.base}/proposals/{proposal_id}/papers/uploads",
            params={"name": name}, content=content or photograph(), headers={**self.headers, **key},
        )  # fmt: skip


def photograph() -> bytes:
    """A small red JPEG that says where it was taken."""
    made = BytesIO()
    Image.new("RGB", (400, 300), "red").save(made, "JPEG", exif=b"Exif\0\0MM\0*GPS-36.4N")
    return made.getvalue()


async def decide(
    checker: Caller, proposed: httpx.Response, *, agree: bool = True, reason: str = "已核对"
) -> httpx.Response:
    """Let somebody decide what another has proposed."""
    assert proposed.status_code == 202, proposed.text
    path = f"/proposals/{proposed.json()['proposal_id']}/decision"
    return await checker.post(path, {"agree": agree, "reason": reason})


async def by_two(
    maker: Caller, checker: Caller, path: str, body: Mapping[str, Any] | None = None
) -> httpx.Response:
    """Let one person propose and another agree; answers the first refusal, or the decision."""
    proposed = await maker.scanned(await maker.post(path, {"reason": "材料齐全", **(body or {})}))
    return await decide(checker, proposed) if proposed.status_code == 202 else proposed
