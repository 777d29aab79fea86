"""WeChat's API as accounts call it: tokens, menu, notices, answers, web authorisation."""

import asyncio
import re
from html import escape
from typing import Annotated, Any
from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Body, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from simulators.wechat.account import Account

LIMITS = {"thing": 20, "phrase": 5, "character_string": 32, "amount": 16}
Sent = Annotated[dict[str, Any], Body()]
MENU_COLUMNS, MENU_ROWS = 3, 5
OK = {"errcode": 0, "errmsg": "ok"}


def wrong(errcode: int, what: str) -> dict[str, Any]:
    """Refuse, as WeChat does: HTTP 200 and a code."""
    return {"errcode": errcode, "errmsg": what}


def api_of(account: Account) -> APIRouter:
    """Make the API of one running account."""
    router = APIRouter()
    _tokens(router, account)
    _sending(router, account)
    _authorisation(router, account)
    return router


def _strikes(account: Account, fault: str, path: str) -> bool:
    only = account.faults.only_path
    return (only is None or only == path) and account.faults.use_up(fault)


def _turned_away(account: Account, path: str) -> Response | None:
    account.book.count(path)
    return Response(status_code=503) if _strikes(account, "away", path) else None


def _bad_token(account: Account, token: str, path: str) -> dict[str, Any] | None:
    if _strikes(account, "forget_token", path):
        account.forget_token()
    return None if account.is_token(token) else wrong(40001, "invalid credential")


def _tokens(router: APIRouter, account: Account) -> None:
    @router.post("/cgi-bin/stable_token", response_model=None)
    async def stable_token(asked: Sent) -> Any:
        path = "/cgi-bin/stable_token"
        if (away := _turned_away(account, path)) is not None:
            return away
        if asked.get("appid") != account.settings.app_id:
            return wrong(40013, "invalid appid")
        if asked.get("secret") != account.settings.app_secret:
            return wrong(40125, "invalid appsecret")
        if account.book.counted(path) > account.settings.calls_for_tokens_per_day:
            return wrong(45009, "reach max api daily quota limit")
        token, seconds = account.token(anew=bool(asked.get("force_refresh")))
        return {"access_token": token, "expires_in": seconds}

    @router.get("/cgi-bin/ticket/getticket", response_model=None)
    async def ticket(access_token: str, type: str = "jsapi") -> Any:
        path = "/cgi-bin/ticket/getticket"
        if (away := _turned_away(account, path)) is not None:
            return away
        if (bad := _bad_token(account, access_token, path)) is not None:
            return bad
        if type != "jsapi":
            return wrong(40097, "invalid args")
        return {**OK, "ticket": account.ticket, "expires_in": account.settings.token_seconds}

    @router.post("/cgi-bin/menu/create", response_model=None)
    async def menu(access_token: str, wanted: Sent) -> Any:
        path = "/cgi-bin/menu/create"
        if (away := _turned_away(account, path)) is not None:
            return away
        if (bad := _bad_token(account, access_token, path)) is not None:
            return bad
        columns = wanted.get("button", [])
        if not 1 <= len(columns) <= MENU_COLUMNS:
            return wrong(40016, "invalid button size")
        if any(not 1 <= len(one.get("sub_button", [])) <= MENU_ROWS for one in columns):
            return wrong(40023, "invalid sub button size")
        account.book.keep("menu", columns)
        return OK


def _sending(router: APIRouter, account: Account) -> None:
    @router.post("/cgi-bin/message/subscribe/bizsend", response_model=None)
    async def notice(access_token: str, wanted: Sent) -> Any:
        path = "/cgi-bin/message/subscribe/bizsend"
        if (away := _turned_away(account, path)) is not None:
            return away
        bad = (
            _bad_token(account, access_token, path)
            or _refused(account, path)
            or _no_notice(account, wanted, path)
        )
        answer = bad or _delivered(account, wanted, path)
        await asyncio.sleep(account.faults.slow_seconds)
        return answer

    @router.post("/cgi-bin/message/custom/send", response_model=None)
    async def answer(access_token: str, wanted: Sent) -> Any:
        path = "/cgi-bin/message/custom/send"
        if (away := _turned_away(account, path)) is not None:
            return away
        bad = _bad_token(account, access_token, path) or _refused(account, path)
        if bad:
            return bad
        openid = str(wanted.get("touser"))
        if not account.may_be_answered(openid):
            return wrong(45015, "response out of time limit or subscription is canceled")
        account.book.put(openid, "answer", {"text": wanted["text"]["content"]})
        return Response(status_code=502) if _strikes(account, "lose_answer", path) else OK


def _refused(account: Account, path: str) -> dict[str, Any] | None:
    return wrong(account.faults.errcode, "as told") if _strikes(account, "refuse", path) else None


def _no_notice(account: Account, wanted: dict[str, Any], path: str) -> dict[str, Any] | None:
    openid, template = str(wanted.get("touser")), str(wanted.get("template_id"))
    user = account.book.user(openid)
    reasons = (
        (account.book.counted(path) > account.settings.notices_per_day, 45009, "daily quota"),
        (user is None, 40003, "invalid openid"),
        (template not in account.settings.templates.values(), 40037, "invalid template_id"),
        (user is not None and not user["following"], 43004, "require subscribe"),
        (not account.book.wants(openid, template), 43101, "user refuse to accept the msg"),
    )
    for true, code, what in reasons:
        if true:
            return wrong(code, what)
    for name, field in wanted.get("data", {}).items():
        limit = LIMITS.get(name.rstrip("0123456789"))
        value = str(field.get("value", ""))
        if limit is None or not value or len(value) > limit:
            return wrong(47003, f"argument invalid! data.{name}.value")
    return None


def _delivered(account: Account, wanted: dict[str, Any], path: str) -> Any:
    openid, template = str(wanted["touser"]), str(wanted["template_id"])
    number = account.next_number()
    undelivered = _strikes(account, "undelivered", path)
    if not undelivered:
        titles = {given: title for title, given in account.settings.templates.items()}
        fields = {name: field["value"] for name, field in wanted["data"].items()}
        shown = {"title": titles[template], "fields": fields, "page": wanted.get("page", "")}
        account.book.put(openid, "notice", shown)
    if not _strikes(account, "no_receipt", path):
        code, status = ("1", "user block") if undelivered else ("0", "success")
        told = {"TemplateId": template, "MsgID": number, "ErrorCode": code, "ErrorStatus": status}
        event = {"MsgType": "event", "Event": "subscribe_msg_sent_event"}
        account.tell(openid, {**event, "SubscribeMsgSentEvent": {"List": told}})
    if _strikes(account, "lose_answer", path):
        return Response(status_code=502)
    return {**OK, "msgid": number} if account.settings.tells_ids else OK


PERSON = "wechat_user"
AGREE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>微信授权</title>
<body style="font:16px system-ui;padding:2em">
<p>德州公积金 申请获取您的微信标识。</p>{choices}</body></html>"""


def _authorisation(router: APIRouter, account: Account) -> None:
    @router.get("/connect/oauth2/authorize", response_model=None)
    async def authorize(
        *,
        request: Request,
        appid: str,
        redirect_uri: str,
        state: str = "",
        response_type: str = "code",
        scope: str = "snsapi_base",
        openid: str | None = None,
    ) -> Response:
        if appid != account.settings.app_id or response_type != "code" or scope != "snsapi_base":
            return Response("wrong request", 400)
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,128}", state) or not urlsplit(redirect_uri).netloc:
            return Response("wrong state or redirect_uri", 400)
        chosen = openid or request.cookies.get(PERSON)
        if chosen is None or account.book.user(chosen) is None:
            return HTMLResponse(AGREE.format(choices=_choices(account, request)))
        joint = "&" if "?" in redirect_uri else "?"
        query = urlencode({"code": account.code_for(chosen), "state": state})
        return RedirectResponse(f"{redirect_uri}{joint}{query}", 302)

    @router.get("/sns/oauth2/access_token", response_model=None)
    async def who(appid: str, secret: str, code: str, grant_type: str = "") -> Any:
        if (away := _turned_away(account, "/sns/oauth2/access_token")) is not None:
            return away
        settings = account.settings
        if (appid, secret) != (settings.app_id, settings.app_secret):
            return wrong(40125, "invalid appsecret")
        openid = account.openid_of(code)
        if openid is None or grant_type != "authorization_code":
            return wrong(40029, "invalid code")
        return {
            "access_token": "web",
            "expires_in": 7_200,
            "openid": openid,
            "scope": "snsapi_base",
        }


def _choices(account: Account, request: Request) -> str:
    links = []
    for user in account.book.users():
        address = request.url.include_query_params(openid=user["openid"])
        links.append(f'<p><a href="{escape(str(address))}">{escape(user["nickname"])}</a></p>')
    return "".join(links) or "<p>还没有手机：请先在手机页面添加。</p>"
