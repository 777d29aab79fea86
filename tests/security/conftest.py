"""All services in one process, each on a database of its own, and people who call them."""

import base64
import itertools
import json
import secrets
import uuid
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from tests.integration.accounts import conftest as accounts_
from tests.integration.documents import conftest as documents_
from tests.integration.gateway import conftest as gateway_
from tests.integration.loans import conftest as loans_
from tests.integration.notifications import conftest as notifications_
from tests.integration.settlement import conftest as settlement_
from tests.integration.wechat import conftest as wechat_
from tests.integration.withdrawals import conftest as withdrawals_
from tests.support.apps import app_of
from tests.support.issuer import KEY_ID, Issuer
from tests.support.passwords import hashed_quickly
from tests.support.telling import received
from tests.support.workbench import Workbench

from accounts.main import service as accounts_service
from accounts.settings import Settings as AccountsSettings
from credit.main import service as credit_service
from credit.settings import Settings as CreditSettings
from documents.domain import Asker, CaseKind, Printed, Wanted
from documents.handlers import asking, gathering, printed, reading, showing
from documents.main import service as documents_service
from documents.rules.sheets import InformationSheet
from documents.sealed import CODE
from documents.settings import Settings as DocumentsSettings
from gateway.access import OwnTokenVerifier
from gateway.handlers import keys
from gateway.main import service as gateway_service
from gateway.sealed import ID_NUMBER, NAME, PHONE
from gateway.secrets_at_rest import vault_of
from gateway.settings import Settings as GatewaySettings
from gateway.settings import settings_of
from gateway.store import signing_keys
from gateway.store.identities import Identity, row_seal_of
from hotline.domain import CallState, Ending
from hotline.handlers import calls
from hotline.main import service as hotline_service
from hotline.sealed import CALLER
from hotline.settings import Settings as HotlineSettings
from hotline.store.calls import Call
from loans.main import ROUTERS as LOANS_ROUTERS
from loans.settings import Settings as LoansSettings
from local import certificates
from notifications.handlers import texts as texting
from notifications.main import service as notifications_service
from notifications.settings import Settings as NotificationsSettings
from portal.main import service as portal_service
from portal.settings import Settings as PortalSettings
from settlement.main import service as settlement_service
from settlement.settings import Settings as SettlementSettings
from shared.base.clock import Clock, FixedClock, SystemClock
from shared.base.db import open_pool
from shared.base.settings import ServiceSettings
from shared.identity.principal import ALL_RIGHTS, Principal, Role
from shared.messages.documents import DocumentKind
from shared.messages.loans import LoanFactsTold
from shared.messaging.topology import SERVICES
from shared.messaging.unit import Context
from shared.proposals import scans_api
from shared.sealing.personal_data import PersonalData
from shared.service import Service
from simulators.wechat.account import Account
from transfers.main import service as transfers_service
from transfers.settings import Settings as TransfersSettings
from wechat.main import service as wechat_service
from wechat.settings import Settings as WechatSettings
from withdrawals.main import service as withdrawals_service
from withdrawals.settings import Settings as WithdrawalsSettings
from withdrawals.store import rulebooks

_bases = itertools.count(100_000)
"""Other facts for each certificate: the same ones would be the same document."""
MARCH = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
OCTOBER = datetime(2026, 10, 12, 1, 0, tzinfo=UTC)


def loans_service(settings: LoansSettings) -> Service:
    """As `loans.main` puts it together."""
    prepare = partial(scans_api.prepare, settings=settings)
    return Service("loans", settings, LOANS_ROUTERS, prepare=prepare)


CLOCKS: Mapping[str, Clock] = {
    "accounts": FixedClock(MARCH),
    "withdrawals": FixedClock(OCTOBER),
    "loans": FixedClock(MARCH),
    "settlement": SystemClock(),
    "notifications": SystemClock(),
    "documents": FixedClock(MARCH),
    "credit": FixedClock(OCTOBER),
    "hotline": FixedClock(MARCH),
    "wechat": SystemClock(),
    "portal": FixedClock(OCTOBER),
    "transfers": FixedClock(OCTOBER),
    "gateway": FixedClock(datetime.now(UTC).replace(microsecond=0)),
}
MAKE: Mapping[str, tuple[type[ServiceSettings], Any]] = {
    "accounts": (AccountsSettings, accounts_service),
    "withdrawals": (WithdrawalsSettings, withdrawals_service),
    "loans": (LoansSettings, loans_service),
    "settlement": (SettlementSettings, settlement_service),
    "notifications": (NotificationsSettings, notifications_service),
    "documents": (DocumentsSettings, documents_service),
    "credit": (CreditSettings, credit_service),
    "hotline": (HotlineSettings, hotline_service),
    "wechat": (WechatSettings, wechat_service),
    "portal": (PortalSettings, portal_service),
    "transfers": (TransfersSettings, transfers_service),
    "gateway": (GatewaySettings, gateway_service),
}
GATEWAY = {
    "signing_keys_key": base64.b64encode(secrets.token_bytes(32)).decode(),
    "login_code_answer_seconds": 0,
    # The clock goes on with every login, and a key of before is believed for as long as its tokens live.
    "access_token_seconds": 3_600,
    "login_codes_per_address": 100_000,
    "logins_per_address": 100_000,
    "first_login": "code",
}


@dataclass
class Hall:
    """The services, as those who test the right to enter see them."""

    keys: Issuer
    contexts: dict[str, Context]
    apps: dict[str, FastAPI]
    clients: dict[str, httpx.AsyncClient]
    account: Account
    """WeChat's side of the official account."""

    @property
    def accounts(self) -> accounts_.Accounts:
        """The means of accounts' own tests."""
        clock: Any = CLOCKS["accounts"]
        return accounts_.Accounts(
            self.contexts["accounts"], self.clients["accounts"], self.keys, clock
        )

    @property
    def withdrawals(self) -> withdrawals_.Withdrawals:
        """The means of withdrawals' own tests."""
        context, clock = self.contexts["withdrawals"], CLOCKS["withdrawals"]
        assert isinstance(clock, FixedClock)
        service = withdrawals_service(context.settings)  # type: ignore[arg-type]
        app, client = self.apps["withdrawals"], self.clients["withdrawals"]
        return withdrawals_.Withdrawals(context, service, app, client, self.keys, clock)

    @property
    def loans(self) -> loans_.LoansService:
        """The means of loans' own tests."""
        return loans_.LoansService(self.contexts["loans"], self.clients["loans"], self.keys)

    @property
    def settlement(self) -> settlement_.Settlement:
        """The means of settlement's own tests."""
        return settlement_.Settlement(
            self.contexts["settlement"], self.clients["settlement"], self.keys
        )

    @property
    def gateway(self) -> gateway_.Gateway:
        """The means of the gateway's own tests."""
        context, clock = self.contexts["gateway"], CLOCKS["gateway"]
        assert isinstance(clock, FixedClock)
        service = gateway_service(context.settings)  # type: ignore[arg-type]
        return gateway_.Gateway(
            context, service, self.apps["gateway"], self.clients["gateway"], clock
        )

    async def issued(self, person_id: uuid.UUID) -> tuple[str, str, str]:
        """Have a certificate asked for and printed, as the owners and the press would: id, number, code."""
        context = self.contexts["documents"]
        data = context.personal_data
        wanted = Wanted(person_id, DocumentKind.CONTRIBUTION, None, None)
        asker = Asker(uuid.uuid4(), Role.INDIVIDUAL, "张*", "web", "")
        async with context.unit() as unit:
            request = await asking.ask(unit, wanted, asker)
        told = documents_.facts_of(request.request_id, person_id, base_fen=next(_bases))
        async with context.unit() as unit:
            await gathering.contributions_told(unit, received([told]))
        number = str(
            await context.pool.fetchval(
                "SELECT number FROM request WHERE request_id = $1", request.request_id
            )
        )
        async with context.unit() as unit:
            await printed.keep(unit, number, Printed(b"%PDF-1.7", 1))
        sealed = await context.pool.fetchval(
            "SELECT content_sealed FROM document WHERE number = $1", number
        )
        return (
            str(request.request_id),
            number,
            str(json.loads(data.open(sealed, "document.content_sealed", number))["code"]),
        )

    async def code(self, person_id: uuid.UUID) -> tuple[str, str]:
        """Let somebody have a code (亮码) that can be read elsewhere: its id, and the code."""
        context = self.contexts["documents"]
        async with context.unit() as unit:
            made = await showing.begin(unit, person_id, "None")
        contributions = documents_.facts_of(made.code_id, person_id)
        loans = LoanFactsTold(
            request_id=made.code_id,
            person_id=person_id,
            told_at=contributions.told_at,
            loans=[],
            plan=[],
        )
        async with context.unit() as unit:
            await showing.loans_told(unit, received([loans]))
            await showing.contributions_told(unit, received([contributions]))
        assert made.code_sealed is not None
        opened = context.personal_data.open(made.code_sealed, CODE, made.code_id)
        return str(made.code_id), opened

    async def read_here(self, person_id: uuid.UUID, typed: Mapping[str, str]) -> str:
        """Let a code of another centre be read in the hall, and its sheet be filed: the reading's id."""
        context = self.contexts["documents"]
        asker = Asker(uuid.uuid4(), Role.INDIVIDUAL, "张*", "web", "")
        case = (CaseKind(typed["case_kind"]), typed["case_reference"])
        async with context.unit() as unit:
            made = await reading.ask(
                unit, typed["code"], typed["id_number"], case, asker=asker, person_id=person_id
            )
            sheet = InformationSheet(
                centre_name="山城市住房公积金管理中心",
                name="王五",
                id_type_text="居民身份证",
                id_number=typed["id_number"],
                facts_at=MARCH,
                account=None,
                loans=[],
            )
            await reading.told(unit, made.reading_id, sheet)
        number = str(
            await context.pool.fetchval(
                "SELECT number FROM reading WHERE reading_id = $1", made.reading_id
            )
        )
        async with context.unit() as unit:
            await printed.keep(unit, number, Printed(b"%PDF-1.7", 1))
        return str(made.reading_id)

    async def called(self) -> str:
        """Have somebody call and ask to be called back, as the telephone would: the call's id."""
        context = self.contexts["hotline"]
        call = Call(uuid.uuid4(), "127.0.0.1:0", context.clock.now())
        call.state, call.ending, call.ended_at = (
            CallState.ENDED,
            Ending.CALL_BACK,
            context.clock.now(),
        )
        call.caller_sealed = context.personal_data.seal("13805341234", CALLER, call.call_id)
        call.caller_hash = context.personal_data.lookup_hash("caller 13805341234")
        async with context.unit() as unit:
            await calls.keep(unit, call, call_back=True)
        return str(call.call_id)

    async def official(self) -> wechat_.Official:
        """The means of wechat's own tests."""
        app = self.apps["wechat"]
        phones = httpx.AsyncClient(
            transport=app.state.platform._client._transport, base_url="http://platform"
        )
        wechat, texts = self.contexts["wechat"], self.contexts["notifications"]
        return wechat_.Official(
            wechat,  # type: ignore[arg-type]
            texts,  # type: ignore[arg-type]
            self.clients["wechat"],
            self.keys,
            self.account,
            app.state.platform,
            phones,
        )

    async def subscriber(self, person_id: uuid.UUID) -> None:
        """Let notifications know a person's phone."""
        context = self.contexts["notifications"]
        event = notifications_.opened_event(context, "13905341111", person_id=person_id)
        async with context.unit() as unit:
            await texting.know_subscribers(unit, received([event]))

    async def trusted_again(self) -> None:
        """Undo a withdrawal of all signing keys."""
        context = self.contexts["gateway"]
        await context.pool.execute("UPDATE signing_key SET withdrawn_at = NULL")
        self.apps["gateway"].state.token_verifier = OwnTokenVerifier(context)

    async def token(
        self, principal: Principal, session: uuid.UUID | None = None, **claims: Any
    ) -> str:
        """A token with a live session at the gateway, if such a role can log in at all."""
        session_id = session or uuid.uuid4()
        context = self.contexts["gateway"]
        if principal.role is not Role.SERVICE:
            await context.pool.execute(
                KEEP_SESSION,
                session_id,
                principal.identity_id,
                principal.role.value,
                context.personal_data.seal("张三丰", NAME, principal.identity_id),
                context.personal_data.seal("13805341234", PHONE, principal.identity_id),
                context.personal_data.seal(gateway_.UNKNOWN_ID, ID_NUMBER, principal.identity_id),
                principal.person_id,
                principal.employer_number,
                row_seal_of(_identity_of(principal), context.personal_data),
            )
        return self.keys.token(principal, sid=str(session_id), **claims)


def _identity_of(principal: Principal) -> Identity:
    """The row of somebody who has a token in these tests."""
    employs = principal.role is Role.EMPLOYER_OPERATOR
    return Identity(
        principal.identity_id,
        principal.role,
        "",
        None,
        principal.person_id,
        principal.employer_number,
        None,
        senior=False,
        active_since=None,
        rights=ALL_RIGHTS if employs else frozenset(),
        id_number_hash=None if principal.role is Role.KIOSK else str(principal.identity_id),
    )


KEEP_SESSION = """
WITH known AS (
    INSERT INTO identity (id, role, id_number_hash, name_sealed, phone_sealed, id_number_sealed,
                          person_id, employer_number, created_at, rights, row_seal)
    VALUES ($2::uuid, $3, CASE WHEN $3 <> 'kiosk' THEN $2::uuid::text END, $4, $5, $6, $7, $8, now(),
            CASE WHEN $3 = 'employer_operator' THEN ARRAY['draft', 'confirm', 'pay', 'look'] END, $9)
    ON CONFLICT DO NOTHING
), login AS (
    INSERT INTO staff_credential (identity_id, login)
    SELECT $2::uuid, 'u' || replace($2::uuid::text, '-', '') WHERE $3 = 'employer_operator'
    ON CONFLICT DO NOTHING
)
INSERT INTO session (id, identity_id, channel, created_at, expires_at)
VALUES ($1, $2::uuid, 'web', now(), now() + interval '1 day')
ON CONFLICT DO NOTHING
"""


def _seal(folder: Any) -> dict[str, Any]:
    pair = certificates.provide(folder).seal
    return {
        "signing_key_file": pair.key,
        "signing_cert_file": pair.certificate,
        "requests_per_day": 1_000,
        "codes_per_day": 1_000,
        "national_url": "http://127.0.0.1:9",
        "national_inbound_token": documents_.PLATFORM,
    }


async def _bank(folder: Any) -> dict[str, str]:
    tls = certificates.provide(folder)
    return settlement_.Bank(folder, tls).settings()


@pytest.fixture(scope="session")
async def hall(
    platform: Workbench, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Hall]:
    keys = Issuer()
    own: dict[str, dict[str, Any]] = {
        "documents": _seal(tmp_path_factory.mktemp("seal")),
        "settlement": await _bank(tmp_path_factory.mktemp("tls")),
        "gateway": GATEWAY,
        "hotline": {
            "sip_port": 0,
            "device_file": "nowhere.json",
            **dict.fromkeys(
                ("gateway_url", "accounts_url", "withdrawals_url", "loans_url"),
                "http://127.0.0.1:9",
            ),
        },
        "notifications": {
            "smpp_host": "127.0.0.1",
            "smpp_port": 9,
            "smpp_system_id": notifications_.SYSTEM_ID,
            "smpp_password": notifications_.PASSWORD,
        },
        "portal": {
            "site_url": "https://gjj.example.cn",
            **dict.fromkeys(("accounts_url", "withdrawals_url", "loans_url"), "http://127.0.0.1:9"),
        },
        "wechat": {**wechat_.ACCOUNT, "wechat_callback_key": wechat_.CALLBACK_KEY},
        "withdrawals": {"live_heartbeat_seconds": 0.1, "live_poll_seconds": 0.2},
    }
    calling_back = wechat_.CallsBack()
    account = wechat_.simulated(tmp_path_factory.mktemp("wechat"), calling_back)
    made = Hall(keys, {}, {}, {}, account)
    async with keys.published():
        for service in SERVICES:
            settings_type, _ = MAKE[service]
            database = await platform.create_database(service)
            values = {"jwks_url": keys.jwks_url, **own.get(service, {})}
            settings = settings_type(**platform.settings(database, **values))
            await _open(made, service, settings)
        await _trust(made)
        calling_back.app = made.apps["wechat"]
        made.apps["wechat"].state.platform = wechat_.platform_of(made.contexts["wechat"], account)
        await (await made.official()).start()
        yield made
        for service in SERVICES:
            await made.clients[service].aclose()
            await made.contexts[service].pool.close()
        await account.close()


async def _open(hall: Hall, service: str, settings: ServiceSettings) -> None:
    pool = await open_pool(settings, f"test {service}")
    data = PersonalData.from_settings(settings)
    context = Context(service, settings, pool, CLOCKS[service], data)
    hall.contexts[service] = context
    with hashed_quickly():
        hall.apps[service] = app_of(MAKE[service][1](settings), context)
    hall.clients[service] = httpx.AsyncClient(
        transport=httpx.ASGITransport(app=hall.apps[service], raise_app_exceptions=False),
        base_url="http://loans/api/loans" if service == "loans" else f"http://{service}",
    )


async def _trust(hall: Hall) -> None:
    """Let the gateway know the key of these tests as one of its own, beside the one that it made."""
    context = hall.contexts["gateway"]
    await keys.rotate_by_age(context)
    await gateway_.founded(hall.gateway)
    before = context.clock.now() - timedelta(minutes=1)
    async with context.pool.acquire() as connection:
        vault = vault_of(settings_of(context))
        key = keys.sealed_key(vault, hall.keys.private, KEY_ID, before)
        await signing_keys.add(connection, key, before)
    await loans_.know(hall.contexts["loans"], *loans_.PEOPLE)
    async with hall.contexts["withdrawals"].unit() as unit:
        await rulebooks.load_packaged_days(unit)
