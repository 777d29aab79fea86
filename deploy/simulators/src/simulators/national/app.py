"""HTTP of the simulated platform: the questions of the centre, questions to it, and the control."""

import asyncio
import hmac
import uuid
from typing import Annotated, Any

import httpx
from fastapi import FastAPI, Header, HTTPException, Response
from pydantic import BaseModel, ConfigDict, Field

from simulators.national.book import Book, Refusal
from simulators.national.faults import Faults
from simulators.national.settings import NationalSettings
from simulators.national.taking import Taking


class Question(BaseModel):
    """What a centre asks of a code that is shown to it."""

    model_config = ConfigDict(extra="forbid")

    reading_id: uuid.UUID = Field(default_factory=uuid.uuid4)
    code: str = Field(max_length=60)
    id_number: str = Field(max_length=30)
    centre_code: str = Field(max_length=6)
    centre_name: str = Field(max_length=200)
    purpose: str = Field(max_length=200)


class IssuedCode(BaseModel):
    """A code of another centre, as it is put on record."""

    model_config = ConfigDict(extra="forbid")

    id_number: str
    sheet: dict[str, Any]
    dead: bool = False


class National:
    """The running simulator."""

    def __init__(
        self, settings: NationalSettings, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        """`transport` is for a centre in the same process."""
        self.settings = settings
        self.book = Book(settings.book_path)
        self.faults = Faults()
        self.questions = 0
        self.taking = Taking(settings.token)
        ca_file = settings.centre_ca_file
        self._client = httpx.AsyncClient(
            timeout=settings.centre_seconds,
            verify=str(ca_file) if ca_file else True,
            trust_env=False,
            transport=transport,
            headers={"Platform-Authorization": settings.centre_token},
        )

    async def close(self) -> None:
        """End."""
        await self._client.aclose()
        self.book.close()

    async def answer(self, question: Question) -> Response | dict[str, Any]:
        """Answer a centre, or do what it was told to do wrong."""
        self.questions += 1
        if self.faults.use_up("slow"):
            await asyncio.sleep(self.faults.slow_seconds)
        if self.faults.use_up("away"):
            return Response(status_code=503)
        if self.faults.use_up("wrong"):
            return {"name": 7, "loans": "many"}
        try:
            told = self.book.read(question.code, question.id_number, str(question.reading_id))
        except Refusal as refusal:
            return _problem(refusal.status, refusal.title)
        if self.faults.use_up("lost"):
            return Response(status_code=502)
        if self.faults.use_up("stranger"):
            return {**told, "name": "某某", "id_number": "11010519491231002X"}
        return told

    async def ask_the_centre(self, question: Question) -> httpx.Response:
        """Ask the centre what a code of its stands for, as another centre would have us do."""
        body = question.model_dump(mode="json")
        return await self._client.post(self.settings.centre_url, json=body)


def _problem(status: int, title: str) -> Response:
    return Response(f'{{"title": "{title}"}}', status, media_type="application/problem+json")


def app_of(national: National) -> FastAPI:
    """Make the application of one running simulator."""
    app = FastAPI(title="National platform", docs_url=None, redoc_url=None, openapi_url=None)

    @app.get("/healthz")
    async def alive() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/readings", response_model=None)
    async def read(
        question: Question, authorization: Annotated[str, Header()] = ""
    ) -> Response | dict[str, Any]:
        if not hmac.compare_digest(authorization, f"Bearer {national.settings.token}"):
            raise HTTPException(401, "未授权")
        return await national.answer(question)

    app.include_router(national.taking.router())
    _control(app, national)
    return app


def _control(app: FastAPI, national: National) -> None:
    @app.put("/control/codes/{code}", status_code=204)
    async def put(code: str, issued: IssuedCode) -> None:
        national.book.put(code, issued.id_number, issued.sheet, dead=issued.dead)

    @app.post("/control/readings", response_model=None)
    async def read_at_another_centre(question: Question) -> Response:
        told = await national.ask_the_centre(question)
        return Response(told.content, told.status_code, media_type="application/json")

    @app.get("/control/reports/faults")
    async def report_faults() -> Faults:
        return national.taking.faults

    @app.put("/control/reports/faults")
    async def set_report_faults(wanted: Faults) -> Faults:
        national.taking.faults = wanted
        return wanted

    @app.get("/control/faults")
    async def faults() -> Faults:
        return national.faults

    @app.put("/control/faults")
    async def set_faults(wanted: Faults) -> Faults:
        national.faults = wanted
        return wanted
