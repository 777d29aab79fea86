"""HTTP for everybody who logs in: codes, sessions, tokens, oneself."""

import asyncio
import time
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from gateway import views
from gateway.access import (
    Address,
    Caller,
    Ending,
    LiveSession,
    LoginThrough,
    PasswordsDependency,
    SettingsDependency,
    session_over,
)
from gateway.clock import now_of
from gateway.errors import Reason, Refused, must_wait
from gateway.handlers import codes, sessions, staff
from gateway.handlers.failures import transact
from gateway.handlers.sources import neighbourhood
from gateway.secrets_at_rest import token_hash
from gateway.settings import Settings
from gateway.shapes.everybody import (
    ActivationEntered,
    ChallengeMade,
    CodeEntered,
    CodeWanted,
    DeviceLogin,
    EnrolledShown,
    LoginLine,
    LoginPage,
    Me,
    RefreshWanted,
    StaffLogin,
    Tokens,
)
from gateway.shapes.fields import PAGE_MAX_ITEMS
from gateway.store import devices, identities, limits
from gateway.store.attempts import Outcome
from gateway.store.limits import Limit
from gateway.work.first_logins import ask_carriers
from gateway.work.register import Register
from shared.base.id_documents import IdDocument
from shared.base.identifiers import mask_phone
from shared.http.callers import ContextDependency
from shared.http.cursors import bad_cursor, decode_cursor, encode_cursor
from shared.identity.principal import Role
from shared.messaging.unit import Context

router = APIRouter(tags=["登录"])
NEWEST = 2**63 - 1
TEN_MINUTES = timedelta(minutes=10)
OUTCOMES = {
    Outcome.CODE_SENT: "已发送验证码",
    Outcome.REFUSED: "获取验证码过于频繁",
    Outcome.LOCKED: "登录已暂停，尝试被拒绝",
    Outcome.WRONG_CODE: "验证码错误",
    Outcome.CODE_EXPIRED: "验证码已失效",
    Outcome.PHONE_NOT_OWN: "首次登录时预留手机号未能核验为本人登记",
    Outcome.WRONG_CREDENTIALS: "密码或动态口令错误",
    Outcome.ACTIVATION_FAILED: "激活失败",
    Outcome.ACTIVATED: "已激活",
    Outcome.LOGGED_IN: "登录成功",
    Outcome.REFRESH_REUSED: "登录凭证被重复使用，已强制退出",
    Outcome.SESSION_ENDED: "登录已失效",
    Outcome.LOGGED_OUT: "已退出登录",
}


async def _take(
    context: Context, what: str, most: int, device: str | None, address: str | None
) -> None:
    """Count one use for an address, or for a device that has logged in before, which shares no limit."""
    known = device is not None and await devices.is_anybodys(context.pool, token_hash(device))
    place = f"device {token_hash(device)}" if known and device else neighbourhood(address)
    limit = Limit(f"{what} from {place}", most, TEN_MINUTES)
    wait = await limits.take(context.pool, [limit], now_of(context))
    if wait is not None:
        raise must_wait(Reason.TOO_MANY_REQUESTS, wait)


async def _take_login(
    context: Context, settings: Settings, device: str | None, address: str | None
) -> None:
    await _take(context, "logins", settings.logins_per_address, device, address)


async def get_register(request: Request) -> Register:
    """Give an endpoint whoever is asked about names and phones."""
    register: Register = request.app.state.register
    return register


RegisterDependency = Annotated[Register, Depends(get_register)]


@router.post("/login-codes", status_code=202, summary="获取登录验证码")
async def login_codes(
    body: CodeWanted, context: ContextDependency, settings: SettingsDependency, address: Address
) -> ChallengeMade:
    """Send a code to the phone of the citizen, if there is one; the answer does not say.

    An employer's operator logs in by password and authenticator, as staff do.
    """
    if Role(body.capacity) is Role.EMPLOYER_OPERATOR:
        raise Refused(Reason.BY_AUTHENTICATOR)
    answer_at = time.monotonic() + settings.login_code_answer_seconds
    document = IdDocument.parse(body.id_type, body.id_number)
    subject = codes.subject_of(
        context.personal_data, Role(body.capacity), document, body.employer_number
    )
    try:
        most = settings.login_codes_per_address
        await _take(context, "codes", most, body.device, address)
        issued = await transact(
            context, lambda unit: codes.issue_code(unit, subject, body.device, address)
        )
    finally:
        await asyncio.sleep(max(0.0, answer_at - time.monotonic()))
    return ChallengeMade(
        challenge_id=issued.challenge_id,
        expires_at=issued.expires_at,
        again_after_seconds=settings.login_code_pause_seconds,
    )


@router.post("/sessions", status_code=201, summary="用验证码登录")
async def log_in(
    body: CodeEntered,
    context: ContextDependency,
    settings: SettingsDependency,
    *,
    address: Address,
    through: LoginThrough,
    register: RegisterDependency,
) -> Tokens:
    """Open a session for whoever enters the code; five wrong codes end a challenge.

    Its channel (R-ACC-5) is that of the device whose token comes along, else the web. What is opened
    through a device ends soon, and with it; the device is not known to the person afterwards.
    """
    await _take_login(context, settings, body.device, address)
    carriers = await ask_carriers(context, register, body.challenge_id, body.code)
    opened = await transact(
        context,
        lambda unit: codes.log_in(
            unit,
            body.challenge_id,
            body.code,
            through=through,
            device=body.device,
            address=address,
            carriers=carriers,
        ),
    )
    return Tokens.of(opened)


@router.post("/sessions/staff", status_code=201, summary="工作人员和单位经办人登录")
async def staff_log_in(
    body: StaffLogin,
    context: ContextDependency,
    settings: SettingsDependency,
    passwords: PasswordsDependency,
    address: Address,
) -> Tokens:
    """Open a session for staff, or for an employer's operator: password and one-time password."""
    await _take_login(context, settings, body.device, address)
    opened = await staff.log_in(
        context,
        passwords,
        login=body.login,
        password=body.password,
        totp=body.totp,
        device=body.device,
        address=address,
    )
    if isinstance(opened, Refused):
        raise opened
    return Tokens.of(opened)


@router.post("/sessions/staff/activation", summary="工作人员和单位经办人激活账号")
async def activate(
    body: ActivationEntered,
    context: ContextDependency,
    settings: SettingsDependency,
    passwords: PasswordsDependency,
    address: Address,
) -> EnrolledShown:
    """Choose a password and enrol an authenticator, with the activation code that was texted."""
    await _take_login(context, settings, None, address)
    enrolled = await staff.activate(
        context,
        passwords,
        login=body.login,
        activation_code=body.activation_code,
        password=body.password,
        address=address,
    )
    if isinstance(enrolled, Refused):
        raise enrolled
    return EnrolledShown(totp_secret=enrolled.totp_secret, totp_uri=enrolled.totp_uri)


@router.post("/sessions/device", status_code=201, summary="自助终端登录")
async def device_log_in(
    body: DeviceLogin, context: ContextDependency, settings: SettingsDependency, address: Address
) -> Tokens:
    """Open a session for a self-service terminal."""
    await _take_login(context, settings, None, address)
    opened = await transact(
        context,
        lambda unit: staff.device_log_in(unit, body.client_id, body.client_secret, address),
    )
    return Tokens.of(opened)


@router.post("/tokens", summary="续期")
async def refresh(
    body: RefreshWanted, context: ContextDependency, settings: SettingsDependency, address: Address
) -> Tokens:
    """Exchange a refresh token; one that was used before ends the session."""
    opened = await transact(
        context, lambda unit: sessions.refresh(unit, body.refresh_token, address)
    )
    return Tokens.of(opened)


@router.delete("/sessions/current", status_code=204, summary="退出登录")
async def log_out(
    principal: Ending, session_id: LiveSession, context: ContextDependency, address: Address
) -> Response:
    """End the session of this token."""
    async with context.unit() as unit:
        await sessions.log_out(unit, principal, session_id, address)
    return Response(status_code=204)


@router.get("/me", summary="当前登录身份")
async def me(principal: Caller, _session: LiveSession, context: ContextDependency) -> Me:
    """Say who is logged in."""
    identity = await identities.read_identity(context.pool, principal.identity_id)
    if identity is None:
        raise session_over()
    phone = identities.phone_of(identity, context.personal_data)
    return Me(
        identity_id=identity.id,
        role=identity.role.value,
        name=principal.name,
        phone=mask_phone(phone) if phone else None,
        person_id=identity.person_id,
        employer_number=identity.employer_number,
        channel=principal.channel,
    )


@router.get("/me/logins", summary="登录记录")
async def logins(
    principal: Caller,
    _session: LiveSession,
    context: ContextDependency,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS)] = 20,
) -> LoginPage:
    """List attempts to log in as oneself, newest first (R-CRT-4)."""
    before = _position(cursor) if cursor else NEWEST
    rows = await views.attempts_before(context.pool, principal.identity_id, before, limit + 1)
    page = rows[:limit]
    return LoginPage(
        items=[
            LoginLine(
                at=row["at"],
                outcome=row["outcome"],
                outcome_text=OUTCOMES[Outcome(row["outcome"])],
                channel=row["channel"],
                address=row["address"],
            )
            for row in page
        ],
        next_cursor=encode_cursor(page[-1]["id"]) if len(rows) > limit else None,
    )


def _position(cursor: str) -> int:
    match decode_cursor(cursor):
        case [int(position)] if 0 <= position <= NEWEST:
            return position
    raise bad_cursor()
