"""HTTP of the simulated registers: the questions of the centre, and the control."""

import asyncio
import hmac
from collections import Counter
from typing import Annotated, Any, Literal

from fastapi import FastAPI, Header, HTTPException, Response
from pydantic import BaseModel, ConfigDict, Field

from simulators.registers.book import NAMES, Book
from simulators.registers.carriers import CARRIERS, holds
from simulators.registers.faults import Faults
from simulators.registers.identities import IDENTITY, compare
from simulators.registers.settings import RegistersSettings

MAX_PEOPLE = 10


class Person(BaseModel):
    """Whom a question is about."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=100)
    id_number: str = Field(min_length=1, max_length=30)
    id_type: str = Field(default="01", max_length=2)


class Question(BaseModel):
    """About a person, or about a couple."""

    model_config = ConfigDict(extra="forbid")

    people: list[Person] = Field(min_length=1, max_length=MAX_PEOPLE)
    phone: str | None = Field(default=None, max_length=20)


class Fact(BaseModel):
    """What is put on record."""

    model_config = ConfigDict(extra="forbid")

    outcome: Literal["yes", "no", "unknown"] = "yes"
    data: dict[str, Any] = {}


class Registers:
    """The running simulator."""

    def __init__(self, settings: RegistersSettings) -> None:
        self.settings = settings
        self.book = Book(settings.book_path)
        self.faults = Faults()
        self.questions: Counter[str] = Counter()

    async def answer(self, register: str, question: Question) -> Response | dict[str, Any]:
        """Answer, or do what it was told to do wrong."""
        self.questions[register] += 1
        if self.faults.strike("slow", register):
            await asyncio.sleep(self.faults.slow_seconds)
        if self.faults.strike("away", register):
            return Response(status_code=503)
        if self.faults.strike("wrong", register):
            return {"outcome": "yes", "data": {"household": 7, "homes": "many"}}
        people = [(person.name, person.id_number) for person in question.people]
        if register == IDENTITY:
            return compare(self.book, *people)
        if register == CARRIERS and question.phone is not None:
            return holds(self.book, question.phone, people[0])
        return self.book.answer(register, [number for _, number in people])


def app_of(registers: Registers) -> FastAPI:
    """Make the application of one running simulator."""
    app = FastAPI(title="Registers", docs_url=None, redoc_url=None, openapi_url=None)

    @app.get("/healthz")
    async def alive() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/registers/{register}", response_model=None)
    async def ask(
        register: str, question: Question, authorization: Annotated[str, Header()] = ""
    ) -> Response | dict[str, Any]:
        if not hmac.compare_digest(authorization, f"Bearer {registers.settings.token}"):
            raise HTTPException(401, "未授权")
        if register not in NAMES:
            raise HTTPException(404, "没有这个登记系统")
        return await registers.answer(register, question)

    _control(app, registers)
    return app


def _control(app: FastAPI, registers: Registers) -> None:
    @app.put("/control/people/{id_number}/{register}", status_code=204)
    async def put(id_number: str, register: str, fact: Fact) -> None:
        if register not in NAMES:
            raise HTTPException(404, "没有这个登记系统")
        registers.book.put(id_number, register, fact.outcome, fact.data)

    @app.get("/control/questions")
    async def questions() -> dict[str, int]:
        return dict(registers.questions)

    @app.get("/control/faults")
    async def faults() -> Faults:
        return registers.faults

    @app.put("/control/faults")
    async def set_faults(wanted: Faults) -> Faults:
        registers.faults = wanted
        return wanted
