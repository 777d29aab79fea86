"""`make demo` and the end of `make run`: withdrawals before your eyes, from the request to the text."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from city.clients import Bank, Phones, Refused, Session, by_two, http_client, log_in, visitor
from city.seed import CastMember, cast_of, cast_when_made
from city.seed.office import Office, open_office
from city.seed.plan import GROUPS
from city.watching import Seen, all_events
from local.addresses import City
from local.console import say
from local.errors import CannotStart
from local.folder import RunFolder
from shared.base.identifiers import mask_name
from shared.base.money import yuan

ENDED_WITHIN_SECONDS = 60.0
POLL_SECONDS = 0.05
PAID_WORDS = "已到账"
LAST_EVENTS = ("funds.posted.v1", "funds.released.v1", "withdrawal.rejected.v1")
CHECKED_TYPES = ("contract_ended", "sentenced", "settled_abroad")
"""Types 2 to 4, in which the credit platform is asked (R-CRD-3)."""
CREDIT_ASKED, ANSWERED_WITHIN_SECONDS = "withdrawal.credit_asked.v1", 5.0
TYPES = ("retirement", "contract_ended", "sentenced", "settled_abroad", "loan_repaid")


@dataclass(frozen=True)
class Refusal:
    """Somebody whose application is refused, and why."""

    who: str
    kind: str
    rule: str


REFUSALS = (
    Refusal("not-sealed", "retirement", "R-WDR-1"),
    Refusal("stopped-recently", "contract_ended", "R-WDR-2"),
    Refusal("no-loan", "loan_repaid", "R-WDR-4"),
    Refusal("loan-unpaid", "loan_repaid", "R-WDR-4"),
    Refusal("offset-agreement", "loan_repaid", "R-WDR-4"),
    Refusal("retained-only", "loan_repaid", "R-WDR-5"),
    Refusal("frozen", "retirement", "R-WDR-10"),
    Refusal("owes-a-loan", "retirement", "R-WDR-10"),
    Refusal("banned", "retirement", "R-WDR-14"),
    Refusal("deceased", "retirement", "R-WDR-15"),
)


async def show_one(city: City, folder: RunFolder, kind: str = TYPES[0]) -> str | None:
    """Show one withdrawal, step by step; give its application's id, None when everybody has withdrawn.

    One of types 2 to 4 shows what the credit platform said, too: staff ask it.
    """
    async with http_client(city.authority) as client, all_events(city) as seen:
        guest = visitor(client, city)
        office = await open_office(guest, folder) if kind in CHECKED_TYPES else None
        return await Demonstration(guest, cast_of(folder), seen).pay(kind, office)


async def show_all(city: City, folder: RunFolder) -> None:
    """Show every type once, then every reason to refuse."""
    async with http_client(city.authority) as client, all_events(city) as seen:
        guest, cast = visitor(client, city), await cast_when_made(folder)
        if not cast:
            raise CannotStart(
                "The seeded city is not there (yet); `make run` tells when it is, or why not."
            )
        demonstration = Demonstration(guest, cast, seen)
        office = await open_office(guest, folder)
        for kind in TYPES:
            await demonstration.pay(kind, office)
        say("\nRefused, each with its reason:")
        for refusal in REFUSALS:
            if refusal.who in cast:
                await demonstration.refuse(refusal)
        await demonstration.refuse_while_open(office)
        await demonstration.fail_at_the_bank()


class Demonstration:
    """What is shown in one run."""

    def __init__(
        self, guest: Session, cast: dict[str, CastMember], seen: "asyncio.Queue[Seen]"
    ) -> None:
        self._guest = guest
        self._cast = cast
        self._seen = seen
        self._phones = Phones(guest.client, guest.city)
        self._bank = Bank(guest.client, guest.city)
        self._credit_asked = False

    async def pay(self, kind: str, office: Office | None = None) -> str | None:
        """Show a withdrawal that is paid, with the next person who has not withdrawn yet; give its id."""
        member = await self._next(kind)
        if member is None:
            say(
                f"\nAll {GROUPS} people for {kind} have withdrawn; `make clean` makes a fresh city."
            )
            return None
        say(f"\n{mask_name(member.name)} withdraws, type {kind}:")
        citizen = await self._log_in(member)
        before = {text["text_id"] for text in await self._phones.texts(member.phone)}
        application = await self._apply(citizen, member, kind)
        ended = await self._follow(citizen, application, office)
        await self._tell_books(citizen, application["id"])
        if self._credit_asked and office is not None:
            await _tell_check(office, application["id"])
        await self._tell_texts(member, before, ended)
        return str(application["id"])

    async def _next(self, kind: str) -> CastMember | None:
        for number in range(1, GROUPS + 1):
            member = self._cast.get(f"{kind}-{number}")
            if member is not None:
                texts = await self._phones.texts(member.phone)
                if not any(PAID_WORDS in text["text"] for text in texts):
                    return member
        return None

    async def refuse(self, refusal: Refusal) -> None:
        """Show a withdrawal that a rule refuses."""
        member = self._cast[refusal.who]
        citizen = await self._log_in(member)
        try:
            application = await self._apply(citizen, member, refusal.kind, quiet=True)
        except Refused as refused:
            say(f"  {refusal.rule:<9} {refused.problem.get('detail')}")
            return
        ended = await self._until_final(citizen, application["id"])
        reason = ended.get("reason") or {}
        say(f"  {reason.get('rule', ended['state']):<9} {reason.get('text', ended['state_text'])}")

    async def refuse_while_open(self, office: Office) -> None:
        """Show that nobody has two open applications, and what staff may say (R-WDR-8, 10)."""
        member = self._cast["in-review"]
        citizen = await self._log_in(member)
        try:
            first = await self._apply(citizen, member, "sentenced", quiet=True)
        except Refused as refused:
            say(f"  R-WDR-10  {refused.problem.get('detail')}")
            return
        await self._until(citizen, first["id"], lambda found: found["state"] == "in_review")
        await self.refuse(Refusal("in-review", "sentenced", "R-WDR-10"))
        await _review(office, first["id"], "reject", "判决书与封存原因不一致")
        ended = await self._until_final(citizen, first["id"])
        say(f"  {ended['reason']['rule']:<9} {ended['reason']['text']}")

    async def fail_at_the_bank(self) -> None:
        """Show a card of another person: the bank refuses, the money stays (R-WDR-3, 13)."""
        member = self._cast["card-of-another"]
        citizen = await self._log_in(member)
        application = await self._apply(citizen, member, "retirement", quiet=True)
        ended = await self._until_final(citizen, application["id"])
        say(f"  R-WDR-3   {(ended.get('reason') or {}).get('text', ended['state_text'])}")

    async def _log_in(self, member: CastMember) -> Session:
        return await log_in(self._guest, member.id_number, member.phone)

    async def _apply(
        self, citizen: Session, member: CastMember, kind: str, *, quiet: bool = False
    ) -> Any:
        body = {"kind": kind, "card_number": member.card}
        application = await citizen.post("withdrawals/applications", body)
        if not quiet:
            say(f"  POST /api/withdrawals/applications   202, {application['id']}")
        return application

    async def _follow(self, citizen: Session, application: Any, office: Office | None) -> Any:
        """Print the events of the application until it ends; review it where that is asked for."""
        began, self._credit_asked = None, False
        async with asyncio.timeout(ENDED_WITHIN_SECONDS):
            while True:
                event = await self._seen.get()
                if event.subject != application["id"]:
                    continue
                began = began or event.at
                self._credit_asked = self._credit_asked or event.type == CREDIT_ASKED
                seconds = (event.at - began).total_seconds()
                hearers = ", ".join(event.hearers) or "(nobody yet)"
                say(f"  +{seconds:6.3f} s  {event.owner:<12} {event.type:<30} → {hearers}")
                if event.type == "withdrawal.review_required.v1" and office is not None:
                    await _review(office, application["id"], "approve", "材料与封存原因一致")
                if event.type in LAST_EVENTS:
                    return await self._until_final(citizen, application["id"])

    async def _until_final(self, citizen: Session, application_id: str) -> Any:
        return await self._until(citizen, application_id, lambda found: found["final"])

    async def _until(
        self, citizen: Session, application_id: str, holds: Callable[[Any], bool]
    ) -> Any:
        async with asyncio.timeout(ENDED_WITHIN_SECONDS):
            while True:
                found = await citizen.get(f"withdrawals/applications/{application_id}")
                if holds(found):
                    return found
                await asyncio.sleep(POLL_SECONDS)

    async def _tell_books(self, citizen: Session, application_id: str) -> None:
        """Print what the bank's own book and the ledger say."""
        for row in await self._bank.payments(application_id):
            say(
                f"  bank's book   {row['status']}  {yuan(row['amount_fen'])} yuan, "
                f"serial {row['serial']}, sent {row['attempts']}x"
            )
        account = await citizen.get("accounts/my/account")
        say(f"  ledger        {account['state_text']}, balance {yuan(account['balance_fen'])} yuan")

    async def _tell_texts(self, member: CastMember, before: set[int], ended: Any) -> None:
        words = {"paid": PAID_WORDS, "rejected": "未通过", "failed": "未能转入"}[ended["state"]]
        async with asyncio.timeout(ENDED_WITHIN_SECONDS):
            while True:
                texts = [
                    text["text"]
                    for text in await self._phones.texts(member.phone)
                    if text["text_id"] not in before
                ]
                if any(words in text for text in texts):
                    break
                await asyncio.sleep(POLL_SECONDS)
        _say_texts(texts)


async def _tell_check(office: Office, application_id: str) -> None:
    """Print what the credit platform says of who withdrew; the money waited for none of it (R-CRD-3, 5)."""
    told = "no answer yet, and nothing waited for it"
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(ANSWERED_WITHIN_SECONDS):
            while True:
                found = await office.maker.get("credit/checks", matter_id=application_id)
                if found["items"]:
                    told = found["items"][0]["result_text"]
                    break
                await asyncio.sleep(POLL_SECONDS)
    say(f"  credit        {told}")


def _say_texts(texts: Sequence[str]) -> None:
    for text in texts:
        say(f"  phone         {text}")


async def _review(office: Office, application_id: str, proposal: str, opinion: str) -> None:
    """A maker proposes, a checker agrees."""
    path = f"withdrawals/reviews/{application_id}/proposal"
    await by_two(office.maker, office.checker, path, {"proposal": proposal, "reason": opinion})
    say(f"              staff         a maker proposes to {proposal}, a checker agrees")
