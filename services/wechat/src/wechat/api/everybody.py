"""HTTP for every page of the hall, logged in or not: the signature for WeChat's JS-SDK, the menu."""

import secrets
from typing import Annotated
from urllib.parse import urldefrag

from fastapi import APIRouter, Query

from shared.http.callers import ContextDependency
from wechat.api.reaching import away
from wechat.errors import Reason, Refused
from wechat.protocol.signatures import page_signature
from wechat.rules.businesses import MENU
from wechat.settings import settings_of
from wechat.shapes import Menu, PageSignature
from wechat.store import credentials

router = APIRouter(tags=["微信网页"])

NONCE_BYTES = 12
Page = Annotated[
    str,
    Query(max_length=2_000, description="网上大厅页面的完整地址；井号及以后的部分不参与签名"),
]


@router.get("/page-signature", summary="页面签名")
async def sign(context: ContextDependency, url: Page) -> PageSignature:
    """Sign a page of the hall for `wx.config`; nobody else's page is signed."""
    page, _ = urldefrag(url)
    if not page.startswith(f"{settings_of(context).hall_url}/"):
        raise Refused(Reason.NOT_OUR_PAGE)
    ticket = await credentials.read(context.pool, context.personal_data, credentials.PAGE_TICKET)
    if ticket is None:
        raise away()
    real = context.clock.now() - context.settings.business_clock_offset
    nonce, timestamp = secrets.token_urlsafe(NONCE_BYTES), int(real.timestamp())
    return PageSignature(
        app_id=settings_of(context).wechat_app_id,
        timestamp=timestamp,
        nonce=nonce,
        signature=page_signature(ticket.value, nonce, timestamp, page),
    )


@router.get("/menu", summary="公众号菜单")
async def menu(context: ContextDependency) -> Menu:
    """Show what the account's menu has, and which notices can be subscribed to."""
    settings = settings_of(context)
    return Menu.of(MENU, settings.wechat_templates)
