"""HTTP of the nightly reports: parts, whole days, and which day is whole."""

import asyncio
import hmac
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Header, HTTPException, Request
from pydantic import BaseModel, ConfigDict

from simulators.national.faults import Faults
from simulators.national.reports import Reports

PART_MAX_BYTES = 64 * 1024 * 1024


class Whole(BaseModel):
    """What a day consists of."""

    model_config = ConfigDict(extra="forbid")

    tables: dict[str, dict[str, Any]]


class Taking:
    """Takes reports from whoever shows the token."""

    def __init__(self, token: str) -> None:
        self.reports = Reports()
        self.faults = Faults()
        self._token = token

    async def admit(self, authorization: Annotated[str, Header()] = "") -> None:
        """Let the centre in, or do what it was told to do wrong."""
        if not hmac.compare_digest(authorization, f"Bearer {self._token}"):
            raise HTTPException(401, "未授权")
        if self.faults.use_up("slow"):
            await asyncio.sleep(self.faults.slow_seconds)
        if self.faults.use_up("away"):
            raise HTTPException(503, "暂不可用")

    def router(self) -> APIRouter:
        """Its routes."""
        router = APIRouter(prefix="/reports", dependencies=[Depends(self.admit)])

        @router.get("/{centre}/{service}")
        async def last_whole(centre: str, service: str) -> dict[str, Any]:
            if self.faults.use_up("wrong"):
                return {"last": "many"}
            return {"last_whole": self.reports.last_whole(centre, service)}

        @router.put("/{centre}/{service}/{day}/{run}/{table}/{number}", status_code=204)
        async def take(request: Request, table: str, number: int) -> None:
            part = await request.body()
            if len(part) > PART_MAX_BYTES:
                raise HTTPException(413, "过大")
            self.reports.put(_key(request), table, number, part)

        @router.post("/{centre}/{service}/{day}/{run}/whole", status_code=204)
        async def close(request: Request, whole: Whole) -> None:
            if not self.reports.close(_key(request), whole.tables):
                raise HTTPException(409, "与所报不符")
            if self.faults.use_up("lost"):
                raise HTTPException(502, "应答丢失")

        return router


def _key(request: Request) -> tuple[str, str, str, str]:
    at = request.path_params
    day, run = date.fromisoformat(at["day"]), UUID(at["run"])
    return at["centre"], at["service"], day.isoformat(), str(run)
