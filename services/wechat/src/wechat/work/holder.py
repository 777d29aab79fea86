"""The one holder of token and ticket among all instances: a lease in the database, which others wait for.

Only the holder asks WeChat for them; the others read what it has stored, sealed. A holder that dies costs
nothing: a token is renewed minutes before it ends, and a lease lasts seconds.
"""

import asyncio
import hashlib
import json
import uuid
from datetime import timedelta

from shared.base.resilience import every
from shared.base.telemetry import get_logger
from shared.base.waiting import pause
from shared.messaging.notices import listen
from shared.messaging.unit import Context
from wechat import metrics
from wechat.platform import InDoubt, Lent, NotSent, Platform, Refused
from wechat.rules.answers import Verdict, verdict_of
from wechat.rules.businesses import menu
from wechat.settings import Settings
from wechat.store import credentials
from wechat.store.credentials import ACCESS_TOKEN, PAGE_TICKET

CHANNEL = "credential"
LEASES_A_ROUND = 3
"""The lease is made longer three times before it would end."""
FAILED = (NotSent, InDoubt, Refused)

log = get_logger()


class Holder:
    """An instance that is the holder, or would be."""

    def __init__(self, context: Context[Settings], platform: Platform) -> None:
        self._context = context
        self._settings = context.settings
        self._platform = platform
        self.instance = uuid.uuid4()
        self._wake = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Hold and renew until `stop`; then let go at once."""
        lease = self._settings.holder_lease_seconds
        async with asyncio.TaskGroup() as group:
            heard = {CHANNEL: lambda _: self._wake.set()}
            group.create_task(listen(self._context, heard, self._wake.set, stop))
            group.create_task(self._wake_at_the_end(stop))
            await every(
                lease / LEASES_A_ROUND, self.round, stop, name="hold the token", rest=self._rest
            )
        await credentials.release(self._context.pool, self.instance)

    async def _wake_at_the_end(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._wake.set()

    async def _rest(self) -> None:
        await pause(self._wake, self._settings.holder_lease_seconds / LEASES_A_ROUND)
        self._wake.clear()

    async def round(self) -> None:
        """Be the holder if nobody else is, and renew what is due."""
        lease = timedelta(seconds=self._settings.holder_lease_seconds)
        if not await credentials.hold(self._context.pool, self.instance, lease):
            return
        good = await credentials.good(self._context.pool)
        try:
            if ACCESS_TOKEN not in good:
                await self._renew_token()
            if PAGE_TICKET not in good:
                await self._renew_ticket()
            await self._put_menu()
        except FAILED as error:
            metrics.RENEWALS.labels("failed").inc()
            log.warning("WeChat gave no token", error=repr(error))

    async def _renew_token(self) -> None:
        """Get the token; anew where the one that we had was refused, not just about to end."""
        pool, data = self._context.pool, self._context.personal_data
        version = await credentials.version_of(pool, ACCESS_TOKEN)
        current = await credentials.read(pool, data, ACCESS_TOKEN)
        await self._put(
            ACCESS_TOKEN,
            await self._platform.access_token(anew=version > 0 and current is None),
        )

    async def _renew_ticket(self) -> None:
        token = await self._token()
        if token is not None:
            await self._put(PAGE_TICKET, await self._platform.page_ticket(token.value))

    async def _put_menu(self) -> None:
        """Give WeChat the menu, where it has another one."""
        wanted = menu(self._settings.hall_url)
        text = json.dumps(wanted, ensure_ascii=False, sort_keys=True)
        digest = hashlib.sha256(text.encode()).hexdigest()
        if await credentials.menu_hash(self._context.pool) == digest:
            return
        token = await self._token()
        if token is None:
            return
        try:
            await self._platform.put_menu(token.value, wanted)
        except Refused as error:
            if verdict_of(error.errcode) is Verdict.STALE_TOKEN:
                await credentials.spoil(self._context.pool, ACCESS_TOKEN, token.version)
            raise
        await credentials.menu_was_put(self._context.pool, digest)

    async def _token(self) -> credentials.Credential | None:
        return await credentials.read(self._context.pool, self._context.personal_data, ACCESS_TOKEN)

    async def _put(self, kind: str, lent: Lent) -> None:
        async with self._context.pool.acquire() as connection:
            await credentials.put(
                connection,
                self._context.personal_data,
                kind,
                lent.value,
                seconds=lent.seconds,
                renew_seconds=self._settings.token_renew_seconds,
                instance=self.instance,
            )
        metrics.RENEWALS.labels("renewed").inc()
