"""What people do meanwhile: apply, insist, change their minds, review, ask for balances, log in."""

import asyncio
import contextlib
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

import httpx

from city.clients import Bank, Phones, Refused, log_in, visitor
from local.databases import ServiceDatabase
from shared.base.db import DATABASE_AWAY

from .people import Office, Resident
from .plan import month_before
from .waiting import AGAIN_SECONDS, execute, insist, insist_by_two, look

REVIEWS_POLL_SECONDS = 0.5
REVIEWS_PAGE = 200
COMPARE_EVERY_SECONDS = 5.0
STRANGERS_FEN = 123_456
DEADLINE_PASSES = """
UPDATE application SET step_due_at = now() WHERE id = $1 AND state = 'in_review'
"""
FINAL = frozenset({"paid", "failed", "rejected", "cancelled", "returned"})


@dataclass
class Answers:
    """What the people were told."""

    accepted: dict[int, list[str]] = field(default_factory=dict)
    """Citizen → the application ids of each answer to the one request."""
    refused: dict[int, str] = field(default_factory=dict)
    """Citizen → why the request was refused at the door."""
    logged_in: int = 0


class Crowd:
    """Everybody, each in a task of their own."""

    def __init__(
        self,
        residents: Sequence[Resident],
        office: Office,
        phones: Phones,
        bank: Bank,
        withdrawals: ServiceDatabase,
    ) -> None:
        self.answers = Answers()
        self._residents = residents
        self._office = office
        self._phones = phones
        self._bank = bank
        self._withdrawals = withdrawals
        self._remembered: set[int] = set()
        """Forgotten citizens whom the staff has been reminded of."""
        self._by_application: dict[str, Resident] = {}

    async def live(self) -> None:
        """Let everybody do what they will do, until all have had their way."""
        async with asyncio.TaskGroup() as group:
            for resident in self._residents:
                group.create_task(self._live_one(resident))

    async def _live_one(self, resident: Resident) -> None:
        citizen = resident.citizen
        await asyncio.sleep(citizen.at_seconds)
        if citizen.asks_balance:
            await self._ask_balance(resident)
        if citizen.logs_in:
            await self._log_in(resident)
        if citizen.part.key == "unsealed":
            await self._unseal(resident)
        application_id = await self._apply(resident)
        if application_id is not None:
            self._by_application[application_id] = resident
            await self._afterwards(resident, application_id)

    async def _apply(self, resident: Resident) -> str | None:
        citizen = resident.citizen
        body = {"kind": citizen.part.kind, "card_number": resident.person.card}
        ask = partial(
            insist, resident.session, "withdrawals/applications", body,
            key=f"chaos-{citizen.number}",
        )  # fmt: skip
        try:
            found = await asyncio.gather(*(ask() for _ in range(2 if citizen.twice else 1)))
        except Refused as refusal:
            self.answers.refused[citizen.number] = str(refusal)
            return None
        self.answers.accepted[citizen.number] = [str(answer["id"]) for answer in found]
        return self.answers.accepted[citizen.number][0]

    async def _afterwards(self, resident: Resident, application_id: str) -> None:
        match resident.citizen.part.key:
            case "hasty":
                await self._cancel(resident, application_id)
            case "thought-better":
                await self._state(resident, application_id, {"in_review"})
                await self._cancel(resident, application_id)
            case "nobody-knows":
                await self._state(resident, application_id, {"awaiting_papers"})
                await self._cancel(resident, application_id)
            case "returned":
                await self._state(resident, application_id, FINAL)
                await send_back(self._bank, application_id)
            case "forgotten":
                await self._be_forgotten(resident, application_id)

    async def _cancel(self, resident: Resident, application_id: str) -> None:
        path = f"withdrawals/applications/{application_id}/cancel"
        with contextlib.suppress(Refused):  # approved meanwhile: then it is paid
            await insist(resident.session, path)

    async def _state(
        self, resident: Resident, application_id: str, wanted: frozenset[str] | set[str]
    ) -> None:
        path = f"withdrawals/applications/{application_id}"
        while True:
            found = await look(resident.session, path)
            if found["state"] in wanted or found["final"]:
                return
            await asyncio.sleep(AGAIN_SECONDS)

    async def _unseal(self, resident: Resident) -> None:
        """Staff takes back the seal: who goes on working cannot retire."""
        month = f"{month_before(self._office.today, -1):%Y-%m}"
        item = {"account_number": resident.account_number, "effective_month": month}
        maker, checker = self._office.maker, self._office.checker
        await insist_by_two(maker, checker, "accounts/accounts/unseal", {"items": [item]})

    async def _be_forgotten(self, resident: Resident, application_id: str) -> None:
        """Wait in review past the deadline, which passes at once here; then staff remembers."""
        path = f"withdrawals/applications/{application_id}"
        await self._state(resident, application_id, {"in_review"})
        while not (found := await look(resident.session, path))["overdue"] and not found["final"]:
            with contextlib.suppress(*DATABASE_AWAY):
                await execute(self._withdrawals, DEADLINE_PASSES, uuid.UUID(application_id))
            await asyncio.sleep(AGAIN_SECONDS)
        self._remembered.add(resident.citizen.number)

    async def keep_the_bank_busy(self, stop: asyncio.Event) -> None:
        """Strangers pay in, and yesterday is reconciled, again and again until `stop`."""
        day = (self._office.today - timedelta(days=1)).isoformat()
        receipt = {
            "payer_name": "德州市混沌试验陌生单位",
            "amount_fen": STRANGERS_FEN,
            "remittance_information": "往来款",
            "value_date": self._office.today.isoformat(),
        }
        while not stop.is_set():
            with contextlib.suppress(httpx.TransportError, Refused):
                await self._bank.order("receipts", receipt)
            path = "settlement/reconciliations"
            await insist(self._office.maker, path, {"business_date": day})
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), COMPARE_EVERY_SECONDS)

    async def _ask_balance(self, resident: Resident) -> None:
        with contextlib.suppress(httpx.TransportError):
            await self._phones.send(resident.person.phone, "余额")

    async def _log_in(self, resident: Resident) -> None:
        """Log in as everybody does; whoever has no luck comes back another day."""
        who = resident.person
        guest = visitor(resident.session.client, resident.session.city)
        phones_of_guest = (httpx.TransportError, Refused, TimeoutError, ValueError)
        with contextlib.suppress(*phones_of_guest):
            await log_in(guest, who.id_number, who.phone)
            self.answers.logged_in += 1

    async def review(self, stop: asyncio.Event) -> None:
        """Look through the reviews until `stop`, as two members of staff."""
        while not stop.is_set():
            page = await look(self._office.maker, "withdrawals/reviews", limit=REVIEWS_PAGE)
            waiting = [self._by_application.get(item["id"]) for item in page["items"]]
            async with asyncio.TaskGroup() as group:
                for item, resident in zip(page["items"], waiting, strict=True):
                    if resident is not None and self._may_review(resident):
                        group.create_task(self._review_one(item, resident))
            await asyncio.sleep(REVIEWS_POLL_SECONDS)

    def _may_review(self, resident: Resident) -> bool:
        match resident.citizen.part.key:
            case "thought-better":
                return False
            case "forgotten":
                return resident.citizen.number in self._remembered
            case _:
                return True

    async def _review_one(self, item: Mapping[str, object], resident: Resident) -> None:
        rejecting = resident.citizen.part.key == "rejected-by-staff"
        proposal = "reject" if rejecting else "approve"
        path = f"withdrawals/reviews/{item['id']}/proposal"
        with contextlib.suppress(Refused):  # decided meanwhile; else it is in the next look
            body = {"proposal": proposal, "reason": "已核实"}
            await insist_by_two(self._office.maker, self._office.checker, path, body)


async def lose_answer(bank: Bank, card: str) -> None:
    """Let the bank execute the next file about a card and not answer, unless another fault comes first."""
    with contextlib.suppress(httpx.TransportError):
        await bank.faults(drop_answer=1, only_card=card)


async def send_back(bank: Bank, order_id: str) -> None:
    """Let the other bank return a payment, or take a debit back; 409 says that it has done so."""
    order = {"end_to_end_id": order_id.replace("-", ""), "reason_code": "AC04"}
    while True:
        try:
            await bank.order("returns", order)
        except httpx.TransportError:
            await asyncio.sleep(AGAIN_SECONDS)
        except Refused as refusal:
            if refusal.status == 409:
                return
            await asyncio.sleep(AGAIN_SECONDS)
        else:
            return
