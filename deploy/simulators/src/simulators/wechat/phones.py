"""The phones: what their owners see and do, for people (a page) and for tests (JSON)."""

import asyncio
import json
from importlib import resources
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from simulators.wechat import crypto
from simulators.wechat.account import BY_ARTICLE, BY_PAGE, POPUP_SECONDS, Account, Popup
from simulators.wechat.api import PERSON
from simulators.wechat.faults import Faults

MAX_ITEMS = 1_000
TEMPLATES_A_POPUP = 3
NO_TEMPLATE, TOO_MANY, NO_ANSWER = "20001", "20003", "10003"
"""Codes of `wx-open-subscribe`'s error."""


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


class Asked(BaseModel):
    """What a page asks for by `wx-open-subscribe`: ids of templates."""

    model_config = ConfigDict(extra="forbid")

    templates: list[str]


class Agreed(BaseModel):
    """What the phone's owner agrees to in the dialog, by title; nothing: cancelled."""

    model_config = ConfigDict(extra="forbid")

    titles: list[str]


def phones_of(account: Account) -> APIRouter:
    """Make page and control of one running account."""
    router = APIRouter()
    _looking(router, account)
    _doing(router, account)
    _popups(router, account)
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
        popup = account.popups.get(openid)
        return {
            **user,
            "subscriptions": wanted,
            "popup": {"number": popup.number, "titles": popup.titles} if popup else None,
            "items": account.book.items(openid, limit),
        }


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
        if not set(switched.wanted) <= set(account.settings.templates):
            raise HTTPException(422, "没有这类消息")
        account.book.spoke(openid)
        wanted = {title: True for title, yes in switched.wanted.items() if yes}
        if wanted:
            await account.subscribed(openid, wanted, BY_ARTICLE)
        if left := [title for title, yes in switched.wanted.items() if not yes]:
            await account.revoked(openid, left)

    @router.post("/control/phones/{openid}/here", status_code=204)
    async def here(openid: str, response: Response) -> None:
        """Let this browser be that phone's: web authorisation asks nobody."""
        _known(account, openid)
        response.set_cookie(PERSON, openid, httponly=True, samesite="lax")


def _popups(router: APIRouter, account: Account) -> None:
    @router.post("/control/phones/{openid}/popups")
    async def ask(openid: str, asked: Asked) -> dict[str, str]:
        """Show the dialog of `wx-open-subscribe`, and tell the page what came of it."""
        _known(account, openid)
        titles = {given: title for title, given in account.settings.templates.items()}
        if not asked.templates or not set(asked.templates) <= set(titles):
            return {"errMsg": "subscribe:fail", "errCode": NO_TEMPLATE}
        if len(asked.templates) > TEMPLATES_A_POPUP:
            return {"errMsg": "subscribe:fail", "errCode": TOO_MANY}
        popup = Popup(account.next_number(), [titles[one] for one in asked.templates])
        account.popups[openid] = popup
        try:
            agreed = await asyncio.wait_for(popup.agreed, POPUP_SECONDS)
        except TimeoutError:
            return {"errMsg": "subscribe:fail", "errCode": NO_ANSWER}
        finally:
            account.popups.pop(openid, None)
        details = {
            one: json.dumps({"status": "accept" if titles[one] in agreed else "cancel"})
            for one in asked.templates
        }
        return {"errMsg": "subscribe:ok", "subscribeDetails": json.dumps(details)}

    @router.put("/control/phones/{openid}/popups/{number}", status_code=204)
    async def answer(openid: str, number: int, agreed: Agreed) -> None:
        """Let the phone's owner answer the dialog."""
        popup = account.popups.get(openid)
        if popup is None or popup.number != number or popup.agreed.done():
            raise HTTPException(409, "窗口已关闭")
        account.book.spoke(openid)
        wanted = {title: title in agreed.titles for title in popup.titles}
        popup.agreed.set_result(agreed.titles)
        await account.subscribed(openid, wanted, BY_PAGE)


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
