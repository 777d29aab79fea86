"""Control over HTTP (loopback): what was paid, what to break, who pays in, and the page."""

from dataclasses import asdict
from datetime import date
from importlib import resources
from typing import Annotated, Any, Literal

from fastapi import APIRouter, FastAPI, HTTPException, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from simulators.bank.bank import Bank
from simulators.bank.book import ConflictError, NotPaidError
from simulators.bank.faults import Faults
from simulators.bank.records import Card, Receipt

MAX_ROWS = 10_000
MAX_RECEIPT_FEN = 10**15

PRINTABLE = r"^[^\x00-\x1f\x7f\ufffe\uffff]+$"
"""What can stand in XML and on one line."""
Words = Annotated[str, StringConstraints(pattern=PRINTABLE, max_length=140)]
Rows = Annotated[int, Query(ge=1, le=MAX_ROWS)]


class IncomingReceipt(BaseModel):
    """An employer, or a borrower, pays into the special account."""

    model_config = ConfigDict(extra="forbid")

    payer_name: Words
    amount_fen: int = Field(gt=0, le=MAX_RECEIPT_FEN)
    remittance_information: Words
    value_date: date | None = None
    """Before the booking date, or on it; on it when not given."""
    reference: Words | None = None
    """The same reference books the same receipt once."""


class PaymentReturn(BaseModel):
    """The receiving bank sends a payment back (退票), or the borrower's bank a debit (扣款退回)."""

    model_config = ConfigDict(extra="forbid")

    end_to_end_id: str
    reason_code: str = Field(default="AC04", pattern=r"^[A-Z0-9]{4}$")
    reason_text: Annotated[str, StringConstraints(pattern=PRINTABLE, max_length=105)] | None = None


class RegisteredCard(BaseModel):
    """A card to be registered, or changed."""

    model_config = ConfigDict(extra="forbid")

    card_number: str = Field(pattern=r"^\d{16,19}$")
    holder_name: Words
    kind: Literal["debit", "credit"] = "debit"
    state: Literal["open", "closed", "blocked"] = "open"
    """`blocked`: the holder's, as a question about it is told, and yet no money comes to it."""
    balance_fen: int | None = Field(default=None, ge=0, le=MAX_RECEIPT_FEN)
    """What debits may take; not given, it stays what it is."""


def control_app(bank: Bank) -> FastAPI:
    """Make the control application of one running bank."""
    app = FastAPI(title="Bank simulator", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(_books(bank))
    app.include_router(_levers(bank))
    app.include_router(_counter_hall(bank))
    return app


def _books(bank: Bank) -> APIRouter:
    router = APIRouter()
    views = bank.book.views

    @router.get("/", response_class=HTMLResponse)
    async def page() -> str:
        return resources.files(__package__).joinpath("page.html").read_text("utf-8")

    @router.get("/healthz")
    async def alive() -> dict[str, str]:
        return {"status": "ok"}

    @router.get("/control/payments")
    async def payments(
        end_to_end_id: str | None = None,
        card: str | None = None,
        after: Annotated[int | None, Query(ge=0)] = None,
        limit: Rows = 200,
    ) -> dict[str, Any]:
        return {"payments": await bank.do(views.payments, end_to_end_id, card, after, limit)}

    @router.get("/control/entries")
    async def entries(after: Annotated[int, Query(ge=0)] = 0, limit: Rows = 200) -> dict[str, Any]:
        return {"entries": await bank.do(views.entries, after, limit)}

    @router.get("/control/totals")
    async def totals() -> dict[str, int]:
        return await bank.do(views.totals)

    @router.get("/control/counters")
    async def counters() -> dict[str, int]:
        return dict(bank.counters)

    return router


def _levers(bank: Bank) -> APIRouter:
    router = APIRouter(prefix="/control")

    @router.get("/faults")
    async def faults() -> Faults:
        return bank.faults

    @router.put("/faults")
    async def set_faults(wanted: Faults) -> Faults:
        bank.faults = wanted
        return wanted

    @router.post("/disconnect", status_code=204)
    async def disconnect() -> None:
        bank.disconnect()

    return router


def _counter_hall(bank: Bank) -> APIRouter:
    """What other customers of the bank do."""
    router = APIRouter(prefix="/control")

    @router.post("/receipts", status_code=201)
    async def receive(paid: IncomingReceipt) -> dict[str, int]:
        today = bank.clock.today()
        value_on = paid.value_date or today
        if value_on > today:
            raise HTTPException(422, "起息日不能晚于记账日")
        receipt = Receipt(
            paid.payer_name, paid.amount_fen, paid.remittance_information, value_on.isoformat(),
            paid.reference,
        )  # fmt: skip
        try:
            return {"number": await bank.do(bank.book.receive, receipt)}
        except ConflictError as error:
            raise HTTPException(409, "该参考号已用于另一笔来款") from error

    @router.post("/returns", status_code=201)
    async def bring_back(sent: PaymentReturn) -> dict[str, str]:
        try:
            await bank.do(
                bank.book.bring_back, sent.end_to_end_id, sent.reason_code, sent.reason_text
            )
        except NotPaidError as error:
            raise HTTPException(
                409, "没有这笔已完成的付款或扣款，或已退回，或专户余额不足"
            ) from error
        return {"status": "returned"}

    @router.post("/cards", status_code=201)
    async def put_card(card: RegisteredCard) -> dict[str, str]:
        await bank.do(bank.book.put_card, Card(**card.model_dump()))
        return {"status": "registered"}

    @router.get("/cards/{number}")
    async def card(number: str) -> dict[str, Any]:
        found = await bank.do(bank.book.card, number)
        if found is None:
            raise HTTPException(404, "没有这张卡")
        return asdict(found)

    return router
