"""Control over HTTP (loopback): what phones hold, what to break, and the page of phones."""

from importlib import resources
from typing import Any, Literal

from fastapi import APIRouter, FastAPI, HTTPException, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field

from simulators.smsc.centre import Centre
from simulators.smsc.faults import Faults
from simulators.smsc.handset import Form

MAX_ROWS = 10_000


class PhoneText(BaseModel):
    """A text that a citizen sends to the short number."""

    model_config = ConfigDict(extra="forbid")

    phone: str = Field(pattern=r"^1\d{10}$")
    text: str = Field(min_length=1, max_length=500)
    carrier: Literal["smpp", "cmpp"] = "smpp"
    """By which protocol it comes to 12329."""
    alphabet: Literal["ucs2", "gbk"] = "ucs2"
    form: Form = Form.UDH8
    """How the carrier writes that it is long; CMPP has headers only."""
    bring: list[int] | None = Field(default=None, min_length=1, max_length=20)
    """Which of its parts come, from 1, in this order."""


def control_app(centre: Centre) -> FastAPI:
    """Make the control application of one running centre."""
    app = FastAPI(title="SMSC simulator", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(_books(centre))
    app.include_router(_levers(centre))
    return app


def _books(centre: Centre) -> APIRouter:
    router = APIRouter()

    @router.get("/", response_class=HTMLResponse)
    async def page() -> str:
        return resources.files(__package__).joinpath("page.html").read_text("utf-8")

    @router.get("/healthz")
    async def alive() -> dict[str, str]:
        return {"status": "ok"}

    @router.get("/control/messages")
    async def messages(
        phone: str | None = None, limit: int = Query(default=200, ge=1, le=MAX_ROWS)
    ) -> dict[str, Any]:
        return {"texts": centre.book.phones.texts(phone, limit)}

    @router.get("/control/submissions")
    async def submissions(
        phone: str | None = None, limit: int = Query(default=200, ge=1, le=MAX_ROWS)
    ) -> dict[str, Any]:
        return {"submissions": centre.book.submissions(phone, limit)}

    @router.get("/control/counters")
    async def counters() -> dict[str, int]:
        return dict(centre.counters)

    return router


def _levers(centre: Centre) -> APIRouter:
    router = APIRouter(prefix="/control")

    @router.get("/faults")
    async def faults() -> Faults:
        return centre.faults

    @router.put("/faults")
    async def set_faults(wanted: Faults) -> Faults:
        centre.faults = wanted
        return wanted

    @router.post("/disconnect", status_code=204)
    async def disconnect(carrier: str | None = None) -> None:
        centre.disconnect(carrier)

    @router.post("/mo", status_code=202)
    async def from_phone(sent: PhoneText) -> dict[str, str]:
        if not sent.text.strip():
            raise HTTPException(422, "短信内容不能为空")
        if sent.carrier == "cmpp" and sent.form in (Form.SAR, Form.PAYLOAD):
            raise HTTPException(422, "CMPP 没有这种长短信格式")
        centre.send_from_phone(
            sent.phone, sent.text, sent.carrier, sent.alphabet, form=sent.form, bring=sent.bring
        )
        return {"status": "queued"}

    return router
