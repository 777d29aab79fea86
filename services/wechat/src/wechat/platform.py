"""WeChat's API over HTTPS: one call each, bounded in time; no answer is not the same as a refusal."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpx
from pydantic import BaseModel, ValidationError

from wechat.protocol.callbacks import OPENID
from wechat.settings import Settings

NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class NotSent(Exception):
    """The call never left: WeChat cannot be reached."""


class InDoubt(Exception):
    """The call left, and no answer that makes sense came."""


class Refused(Exception):
    """WeChat answered with an `errcode`."""

    def __init__(self, errcode: int) -> None:
        super().__init__(f"errcode {errcode}")
        self.errcode = errcode


class _Answer(BaseModel):
    errcode: int = 0
    msgid: int | str | None = None
    access_token: str = ""
    ticket: str = ""
    openid: str = ""
    expires_in: int = 0


@dataclass(frozen=True, repr=False)
class Lent:
    """A token or ticket, and for how many seconds it is good."""

    value: str
    seconds: int


class Platform:
    """What WeChat does for us; `transport` is for who has a platform in the same process."""

    def __init__(
        self, settings: Settings, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._settings = settings
        self._client = httpx.AsyncClient(
            base_url=settings.wechat_url,
            timeout=settings.wechat_timeout_seconds,
            verify=str(settings.wechat_ca_file) if settings.wechat_ca_file else True,
            limits=httpx.Limits(max_connections=settings.send_at_once + 4),
            trust_env=False,
            transport=transport,
        )

    async def close(self) -> None:
        """Close its connections."""
        await self._client.aclose()

    async def access_token(self, *, anew: bool) -> Lent:
        """Get the token of all calls; `anew` where the one in use is no longer good."""
        body = {
            "grant_type": "client_credential",
            "appid": self._settings.wechat_app_id,
            "secret": self._settings.wechat_app_secret.get_secret_value(),
            "force_refresh": anew,
        }
        answer = await self._call("POST", "/cgi-bin/stable_token", {}, body)
        return self._lent(answer.access_token, answer)

    async def page_ticket(self, token: str) -> Lent:
        """Get the ticket that signs pages (jsapi_ticket)."""
        query = {"access_token": token, "type": "jsapi"}
        answer = await self._call("GET", "/cgi-bin/ticket/getticket", query)
        return self._lent(answer.ticket, answer)

    def _lent(self, value: str, answer: _Answer) -> Lent:
        if not value or answer.expires_in <= 0:
            raise InDoubt("an answer without what was asked for")
        return Lent(value, answer.expires_in)

    async def openid_of(self, code: str) -> str:
        """Learn who agreed to be known, by the one-time code of web authorisation."""
        query = {
            "appid": self._settings.wechat_app_id,
            "secret": self._settings.wechat_app_secret.get_secret_value(),
            "code": code,
            "grant_type": "authorization_code",
        }
        answer = await self._call("GET", "/sns/oauth2/access_token", query)
        if not OPENID.fullmatch(answer.openid):
            raise InDoubt("an answer without an openid")
        return answer.openid

    async def put_menu(self, token: str, menu: dict[str, Any]) -> None:
        """Put the menu of the account."""
        await self._call("POST", "/cgi-bin/menu/create", {"access_token": token}, menu)

    async def send_notice(
        self, token: str, openid: str, template_id: str, page: str, fields: dict[str, str]
    ) -> str:
        """Send a subscribed notice (订阅通知); return WeChat's id of it, empty where it gives none."""
        body = {
            "touser": openid,
            "template_id": template_id,
            "page": self._settings.hall_url + page,
            "data": {name: {"value": value} for name, value in fields.items()},
        }
        query = {"access_token": token}
        answer = await self._call("POST", "/cgi-bin/message/subscribe/bizsend", query, body)
        return "" if answer.msgid is None else str(answer.msgid)

    async def send_answer(self, token: str, openid: str, text: str) -> str:
        """Send a text to who has written to the account lately (客服消息)."""
        body = {"touser": openid, "msgtype": "text", "text": {"content": text}}
        await self._call("POST", "/cgi-bin/message/custom/send", {"access_token": token}, body)
        return ""

    async def _call(
        self, method: str, path: str, query: dict[str, str], body: dict[str, Any] | None = None
    ) -> _Answer:
        """Call once; raises `Refused`, `NotSent` or `InDoubt`. No address is logged: it holds secrets."""
        try:
            response = await self._client.request(method, path, params=query, json=body)
        except NEVER_LEFT as error:
            raise NotSent(type(error).__name__) from None
        except httpx.HTTPError as error:
            raise InDoubt(type(error).__name__) from None
        if response.status_code != httpx.codes.OK:
            raise InDoubt(f"HTTP {response.status_code}")
        try:
            answer = _Answer.model_validate_json(response.content)
        except ValidationError:
            raise InDoubt("an answer that makes no sense") from None
        if answer.errcode:
            raise Refused(answer.errcode)
        return answer

    def authorize_url(self, state: str, page: str) -> str:
        """Where a WeChat user agrees to be known; it leads back to the hall with `code` and `state`."""
        query = urlencode(
            {
                "appid": self._settings.wechat_app_id,
                "redirect_uri": self._settings.hall_url + page,
                "response_type": "code",
                "scope": "snsapi_base",
                "state": state,
            }
        )
        return f"{self._settings.wechat_authorize_url}?{query}#wechat_redirect"
