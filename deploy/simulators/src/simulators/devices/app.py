"""HTTP of the simulated parts: the printer's IPP, and the control."""

from typing import Any

from fastapi import FastAPI, Request, Response
from pydantic import BaseModel, ConfigDict
from starlette.requests import ClientDisconnect

from simulators.devices.printer import Levers, Printer
from simulators.devices.reader import Reader
from terminal.card import Card
from terminal.ipp import Malformed, decode

IPP = "application/ipp"


class Laid(BaseModel):
    """A card that somebody lays on the reader."""

    model_config = ConfigDict(extra="forbid")

    name: str
    id_number: str


class Line(BaseModel):
    """Whether the reader answers."""

    model_config = ConfigDict(extra="forbid")

    away: bool = False


def app_of(printer: Printer, reader: Reader) -> FastAPI:
    """Make the application of one running simulator."""
    app = FastAPI(title="Terminal's parts", docs_url=None, redoc_url=None, openapi_url=None)

    @app.get("/healthz")
    async def alive() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/ipp/print", response_model=None)
    async def ipp(request: Request) -> Response:
        if printer.levers.away:
            return Response(status_code=503)
        try:
            asked = decode(await request.body())
        except (Malformed, ClientDisconnect):
            return Response(status_code=400)
        return Response(printer.answer(asked), media_type=IPP)

    _control(app, printer, reader)
    return app


def _control(app: FastAPI, printer: Printer, reader: Reader) -> None:
    @app.get("/control/printer")
    async def levers() -> Levers:
        return printer.levers

    @app.put("/control/printer")
    async def set_levers(wanted: Levers) -> Levers:
        printer.levers = wanted
        return wanted

    @app.get("/control/prints")
    async def prints() -> list[dict[str, Any]]:
        return [
            {
                "state": one.state.name.lower(),
                "sheets": one.sheets,
                "out": one.out,
                "sha256": one.sha256,
                "held_bytes": len(one.data),
            }
            for one in printer.prints
        ]

    @app.put("/control/reader", status_code=204)
    async def set_reader(wanted: Line) -> None:
        reader.away = wanted.away

    @app.put("/control/card", status_code=204)
    async def lay(card: Laid) -> None:
        reader.card = Card(card.name, card.id_number)

    @app.delete("/control/card", status_code=204)
    async def lift() -> None:
        reader.card = None
