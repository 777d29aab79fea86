"""HTTP for WeChat alone: callbacks, looked at from the outside in before anything is done.

Size (by the gate, before the body is read), time, signature, one body for each signature, envelope, XML; then
one transaction, and the answer. All that follows is done by events.
"""

from datetime import UTC, datetime
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import PlainTextResponse

from shared.base.telemetry import get_logger
from shared.http.callers import ContextDependency
from shared.http.gate import up_to
from shared.messaging.unit import Context, Unit
from wechat import metrics
from wechat.errors import Reason, Refused
from wechat.handlers import incoming as handlers
from wechat.protocol import callbacks, envelope, signatures
from wechat.protocol.callbacks import BadCallback, Callback
from wechat.protocol.envelope import BadEnvelope
from wechat.settings import settings_of
from wechat.store import incoming

router = APIRouter(tags=["微信回调"])

BODY_MAX_BYTES = 16 * 1024
SUCCESS = "success"
"""What WeChat waits for; anything else, or nothing within five seconds, has it send again."""

log = get_logger()

Signature = Annotated[
    str, Query(max_length=64, description="按微信规则对 token、timestamp、nonce 的签名")
]
Timestamp = Annotated[str, Query(max_length=12, description="微信发送的时间，秒")]
Nonce = Annotated[str, Query(max_length=64, description="微信的随机数")]
Echo = Annotated[str, Query(max_length=500, description="原样返回")]
OuterSignature = Annotated[str, Query(max_length=64, description="安全模式：连同密文的签名")]
XML = {
    **up_to(BODY_MAX_BYTES),
    "requestBody": {
        "required": True,
        "content": {"text/xml": {"schema": {"type": "string", "format": "binary"}}},
    },
}


@router.get("/callbacks", response_class=PlainTextResponse, summary="微信接入验证")
async def verify(
    context: ContextDependency,
    timestamp: Timestamp,
    nonce: Nonce,
    signature: Signature,
    echostr: Echo = "",
) -> str:
    """Show WeChat that whoever answers here knows the token."""
    _demand_now(context, timestamp)
    _demand_signature(context, signature, timestamp, nonce)
    return echostr


@router.post(
    "/callbacks", response_class=PlainTextResponse, openapi_extra=XML, summary="微信消息和事件"
)
async def receive(
    *,
    request: Request,
    context: ContextDependency,
    timestamp: Timestamp,
    nonce: Nonce,
    signature: Signature,
    msg_signature: OuterSignature = "",
) -> str:
    """Take a message or an event, once; what is done about it, is done later."""
    _demand_now(context, timestamp)
    _demand_signature(context, signature, timestamp, nonce)
    raw = await request.body()
    callback = _opened(context, raw, timestamp, nonce, msg_signature)
    signed = msg_signature or f"{signature} {timestamp} {nonce}"
    outcome = await context.transact(partial(_take, signed=signed, raw=raw, callback=callback))
    metrics.CALLBACKS.labels(outcome).inc()
    if outcome == "forged":
        raise Refused(Reason.CALLBACK_NOT_SIGNED)
    return SUCCESS


def _demand_now(context: Context, timestamp: str) -> None:
    """WeChat's clock is the real one, wherever a demonstration has moved ours."""
    age = settings_of(context).callback_age_seconds
    real = context.clock.now() - context.settings.business_clock_offset
    if not (timestamp.isascii() and timestamp.isdigit()) or (
        abs(int(timestamp) - int(real.timestamp())) > age
    ):
        metrics.CALLBACKS.labels("late").inc()
        raise Refused(Reason.CALLBACK_NOT_SIGNED)


def _demand_signature(
    context: Context, told: str, timestamp: str, nonce: str, *encrypted: str
) -> None:
    token = settings_of(context).wechat_callback_token.get_secret_value()
    right = signatures.callback_signature(token, timestamp, nonce, *encrypted)
    if not signatures.same(told, right):
        metrics.CALLBACKS.labels("forged").inc()
        raise Refused(Reason.CALLBACK_NOT_SIGNED)


def _opened(
    context: Context, raw: bytes, timestamp: str, nonce: str, msg_signature: str
) -> Callback:
    """Open the envelope, where there must be one, and read what is in it; raises `Refused`."""
    try:
        key = settings_of(context).wechat_callback_key
        if key is None:
            return callbacks.read(raw)
        encrypted = callbacks.encrypted_in(raw)
        _demand_signature(context, msg_signature, timestamp, nonce, encrypted)
        opened = envelope.opened(
            encrypted, envelope.key_of(key.get_secret_value()), settings_of(context).wechat_app_id
        )
        return callbacks.read(opened)
    except (BadCallback, BadEnvelope) as error:
        metrics.CALLBACKS.labels("unreadable").inc()
        log.warning("callback not read", error=str(error))
        raise Refused(Reason.CALLBACK_UNREADABLE) from error


async def _take(unit: Unit, *, signed: str, raw: bytes, callback: Callback) -> str:
    """Use the signature up for this body, then do it; in plain mode the signature does not cover the body."""
    data, now = unit.personal_data, datetime.now(UTC)
    body_hash = data.lookup_hash(raw.decode("utf-8", "replace"))
    signature_hash = data.lookup_hash(f"signature {signed}")
    if not await incoming.use_signature(unit.connection, signature_hash, body_hash, now):
        return "forged"
    return "new" if await handlers.take(unit, callback) else "repeated"
