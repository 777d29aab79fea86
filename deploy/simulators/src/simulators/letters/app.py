"""Control of the simulated transfer platform: what other centres do, what its books say, what goes wrong."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Body, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse

from simulators.letters.centres import Information, NotNow, OtherLetter
from simulators.letters.faults import Faults
from simulators.letters.platform import Platform

Reason = Annotated[str, Body(embed=True, max_length=255)]


def control_app(platform: Platform) -> FastAPI:
    """Make the control application of one running platform."""
    app = FastAPI(title="Transfer platform", docs_url=None, redoc_url=None, openapi_url=None)

    @app.exception_handler(NotNow)
    async def not_now(_request: Request, error: NotNow) -> JSONResponse:
        return JSONResponse({"title": str(error)}, 409)

    @app.get("/healthz")
    async def alive() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/control/faults")
    async def faults() -> Faults:
        return platform.faults

    @app.put("/control/faults")
    async def set_faults(wanted: Faults) -> Faults:
        platform.faults = wanted
        return wanted

    @app.post("/control/disconnect", status_code=204)
    async def disconnect() -> None:
        platform.disconnect()

    _letters(app, platform)
    _deeds(app, platform)
    return app


def _letters(app: FastAPI, platform: Platform) -> None:
    @app.get("/control/letters")
    async def letters() -> list[dict[str, Any]]:
        return platform.book.letters()

    @app.get("/control/letters/{number}")
    async def letter(number: str) -> dict[str, Any]:
        found = platform.book.letter(number)
        if found is None:
            raise HTTPException(404, "没有该联系函")
        return {**found, "pushes": [dict(one) for one in platform.book.pushes(number)]}

    @app.post("/control/letters", status_code=201)
    async def write(wanted: OtherLetter) -> Mapping[str, str]:
        return {"number": platform.centres.write(wanted)}


def _deeds(app: FastAPI, platform: Platform) -> None:
    """What the other centre of a letter does."""
    centres = platform.centres

    @app.post("/control/letters/{number}/receipt", status_code=204)
    async def receive(number: str) -> None:
        centres.receive(number)

    @app.post("/control/letters/{number}/refusal", status_code=204)
    async def refuse(number: str, reason: Reason) -> None:
        centres.receive(number, reason)

    @app.post("/control/letters/{number}/information", status_code=204)
    async def inform(number: str, told: Information) -> None:
        await centres.inform(number, told)

    @app.post("/control/letters/{number}/failure", status_code=204)
    async def give_up(number: str, reason: Reason) -> None:
        centres.give_up(number, reason)

    @app.post("/control/letters/{number}/completion", status_code=204)
    async def complete(number: str) -> None:
        centres.say(number, "BDC905", "2", "", "00")

    @app.post("/control/letters/{number}/correction", status_code=204)
    async def correct(number: str, reason: Reason) -> None:
        centres.say(number, "BDC905", "1", reason, "06")

    @app.post("/control/letters/{number}/cancellation", status_code=204)
    async def cancel(number: str) -> None:
        centres.say(number, "BDC903", "0", "撤销", None)
