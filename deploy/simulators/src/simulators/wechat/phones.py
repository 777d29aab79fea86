"""The phones: what their owners see and do, for people (a page) and for tests (JSON)."""

from importlib import resources
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from simulators.wechat import crypto
from simulators.wechat.account import Account
from simulators.wechat.api import PERSON
from simulators.wechat.faults import Faults

MAX_ITEMS = 1_000


class NewPhone(BaseModel):
    """Somebody gets WeChat."""

    model_config = ConfigDict(extra="forbid")

    nickname: str = Field(min_length=1, max_length=20)


class Following(BaseModel):
    """Follow the account, or leave it."""

    model_config = ConfigDict(extra="forbid")

    following: bool


class Typed(BaseModel):
    """What somebody types to the account."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=2_000)


class PageConfig(BaseModel):
    """What a page tells `wx.config`, and the address that the phone has it open at."""

    model_config = ConfigDict(extra="forbid")

    url: str = Field(max_length=2_000)
    app_id: str
    timestamp: str
    nonce: str
    signature: str


class Subscriptions(BaseModel):
    """Templates, by title, that somebody switches."""

    model_config = ConfigDict(extra="forbid")

    wanted: dict[str, bool]


def phones_of(account: Account) -> APIRouter:
    """Make page and control of one running account."""
    router = APIRouter()
    _looking(router, account)
    _doing(router, account)
    _levers(router, account)
    return router


def _known(account: Account, openid: str) -> dict[str, Any]:
    user = account.book.user(openid)
    if user is None:
        raise HTTPException(404, "没有这部手机")
    return user


def _looking(router: APIRouter, account: Account) -> None:
    @router.get("/", response_class=HTMLResponse)
    async def page() -> str:
        return resources.files(__package__).joinpath("page.html").read_text("utf-8")

    @router.get("/healthz")
    async def alive() -> dict[str, str]:
        return {"status": "ok"}

    @router.get("/control/phones")
    async def phones() -> dict[str, Any]:
        return {
            "phones": account.book.users(),
            "menu": account.book.kept("menu") or [],
            "templates": sorted(account.settings.templates),
        }

    @router.get("/control/phones/{openid}")
    async def phone(
        openid: str, limit: Annotated[int, Query(ge=1, le=MAX_ITEMS)] = 100
    ) -> dict[str, Any]:
        user = _known(account, openid)
        wanted = {
            title: account.book.wants(openid, given)
            for title, given in account.settings.templates.items()
        }
        return {**user, "subscriptions": wanted, "items": account.book.items(openid, limit)}


def _doing(router: APIRouter, account: Account) -> None:
    @router.post("/control/phones", status_code=201)
    async def add(new: NewPhone) -> dict[str, str]:
        return {"openid": account.book.new_user(new.nickname)}

    @router.put("/control/phones/{openid}/following", status_code=204)
    async def follow(openid: str, wanted: Following) -> None:
        _known(account, openid)
        account.book.follow(openid, following=wanted.following)
        account.book.spoke(openid)
        event = "subscribe" if wanted.following else "unsubscribe"
        await account.done_by(openid, {"MsgType": "event", "Event": event, "EventKey": ""})

    @router.post("/control/phones/{openid}/texts", status_code=204)
    async def write(openid: str, typed: Typed) -> None:
        if not _known(account, openid)["following"]:
            raise HTTPException(409, "请先关注公众号")
        account.book.spoke(openid)
        account.book.put(openid, "typed", {"text": typed.text})
        await account.done_by(
            openid,
            {"MsgType": "text", "Content": typed.text, "MsgId": account.next_number()},
        )

    @router.put("/control/phones/{openid}/subscriptions", status_code=204)
    async def subscribe(openid: str, switched: Subscriptions) -> None:
        _known(account, openid)
        told = []
        for title, wanted in switched.wanted.items():
            template = account.settings.templates.get(title)
            if template is None:
                raise HTTPException(422, "没有这类消息")
            account.book.subscribe(openid, template, wanted=wanted)
            status = "accept" if wanted else "reject"
            told.append({"TemplateId": template, "SubscribeStatusString": status, "PopupScene": 1})
        account.book.spoke(openid)
        event = {"MsgType": "event", "Event": "subscribe_msg_popup_event"}
        await account.done_by(openid, {**event, "SubscribeMsgPopupEvent": {"List": told}})

    @router.post("/control/phones/{openid}/here", status_code=204)
    async def here(openid: str, response: Response) -> None:
        """Let this browser be that phone's: web authorisation asks nobody."""
        _known(account, openid)
        response.set_cookie(PERSON, openid, httponly=True, samesite="lax")


def _levers(router: APIRouter, account: Account) -> None:
    @router.post("/control/page-configs")
    async def config(told: PageConfig) -> dict[str, str]:
        """Say what the phone's bridge says to a page: whether its signature is by the ticket in use."""
        if told.app_id != account.settings.app_id:
            return {"errMsg": "config:invalid appid"}
        right = crypto.page_signature(account.ticket, told.nonce, told.timestamp, told.url)
        return {"errMsg": "config:ok" if told.signature == right else "config:invalid signature"}

    @router.get("/control/faults")
    async def faults() -> Faults:
        return account.faults

    @router.put("/control/faults")
    async def set_faults(wanted: Faults) -> Faults:
        account.faults = wanted
        return wanted

    @router.get("/control/callbacks")
    async def callbacks() -> dict[str, Any]:
        return {"callbacks": account.callbacks}

    @router.get("/control/calls")
    async def calls(path: str) -> dict[str, int]:
        return {"today": account.book.counted(path)}
