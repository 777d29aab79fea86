"""Asks registers, in no transaction: claims inquiries, asks, keeps what came, decides then (R-WDR-21)."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial

from shared.base.registers import Identity, client_of
from shared.base.resilience import every
from shared.messaging.unit import Context, Unit
from withdrawals.domain import Spouse
from withdrawals.dossier import TOLD, Outcome, Register, Told
from withdrawals.handlers import consent_tellings as tellings
from withdrawals.handlers import consents, gathering
from withdrawals.handlers.gathering import needed
from withdrawals.sealed import IDENTITY, REGISTERS
from withdrawals.settings import Settings
from withdrawals.store import consents as store
from withdrawals.store import inquiries
from withdrawals.store.inquiries import Inquiry
from withdrawals.work.registers import HttpRegisters, NoRegisters, Registers

OF_THE_COUPLE = frozenset({
    Register.HOMES, Register.LEASES, Register.INVOICES, Register.BANK_LOANS, Register.ILLNESS,
})  # fmt: skip
"""Asked about the spouse as well, with the spouse's consent; the others speak of the applicant only."""


async def run(context: Context[Settings], stop: asyncio.Event) -> None:
    """Gather until `stop`."""
    client = client_of(context.settings)
    registers: Registers = HttpRegisters(client) if client is not None else NoRegisters()
    try:
        await every(
            context.settings.gather_every_seconds,
            partial(gather_some, context, registers),
            stop,
            name="ask registers",
        )
    finally:
        if client is not None:
            await client.aclose()


async def gather_some(context: Context[Settings], registers: Registers) -> bool:
    """Ask for what is due; True where there may be more."""
    settings = context.settings
    limit, lease = settings.gather_batch, timedelta(seconds=settings.gather_lease_seconds)
    async with context.pool.acquire() as connection:
        claimed = await inquiries.claim(connection, context.clock.now(), lease, limit)
    async with asyncio.TaskGroup() as group:
        for inquiry in claimed:
            group.create_task(gather_one(context, registers, inquiry))
    return len(claimed) == limit


async def gather_one(context: Context[Settings], registers: Registers, inquiry: Inquiry) -> None:
    """Ask what is not known yet; conclude when nothing is missing, else come again later."""
    told = _known(context, inquiry)
    wanted, identity = needed(inquiry), _identity(context, inquiry)
    told |= await _ask_marriage(registers, identity, wanted - told.keys())
    named = _spouse(told.get(Register.MARRIAGE))
    spouse = await _known_by_hash(context, named)
    silent = spouse is not None and not spouse.consents
    if Register.MARRIAGE in told or Register.MARRIAGE not in wanted:
        people = _people(identity, None if silent else named)
        told |= await _ask_others(registers, people, wanted - told.keys(), silent=silent)
    if wanted <= told.keys():
        invited = tellings.Invited(inquiry.id, named.id_number) if named else None
        await context.transact(partial(_conclude, inquiry, told, spouse, invited), patient=True)
        return
    longest = context.settings.gather_pause_max_seconds
    pause = timedelta(seconds=min(2**inquiry.tries, longest))
    answered = {register: one for register, one in told.items() if not one.unasked}
    sealed = context.personal_data.seal(TOLD.dump_json(answered).decode(), REGISTERS, inquiry.id)
    async with context.unit() as unit:
        again_at = unit.clock.now() + pause
        await inquiries.keep_partly(unit.connection, inquiry.id, sealed, again_at)


async def _conclude(
    inquiry: Inquiry,
    told: Mapping[Register, Told],
    spouse: Spouse | None,
    invited: tellings.Invited | None,
    unit: Unit[Settings],
) -> None:
    waits = await gathering.conclude(unit, inquiry.id, told, spouse)
    if waits and invited and spouse and not spouse.consents:
        await tellings.invite(unit, spouse, invited)


def _known(context: Context[Settings], inquiry: Inquiry) -> dict[Register, Told]:
    if inquiry.registers_sealed is None:
        return {}
    return TOLD.validate_json(
        context.personal_data.open(inquiry.registers_sealed, REGISTERS, inquiry.id)
    )


def _identity(context: Context[Settings], inquiry: Inquiry) -> Identity | None:
    """Return whom to ask about; None for somebody whom accounts does not know."""
    sealed = inquiry.identity_sealed
    if sealed is None:
        return None
    clear = context.personal_data.open(sealed, IDENTITY, inquiry.id)
    name, _, number = clear.partition("\n")
    return Identity(name, number) if number else None


async def _ask_marriage(
    registers: Registers, identity: Identity | None, wanted: frozenset[Register]
) -> dict[Register, Told]:
    """Ask first who is a couple (R-WDR-20); a stranger has nothing on record."""
    if Register.MARRIAGE not in wanted:
        return {}
    if identity is None:
        return {Register.MARRIAGE: Told(Outcome.NO)}
    marriage = await registers.ask(Register.MARRIAGE, [identity])
    return {Register.MARRIAGE: marriage} if marriage is not None else {}


async def _known_by_hash(context: Context[Settings], named: Identity | None) -> Spouse | None:
    """Say whether the spouse whom the register names may be looked up; None for who has none."""
    if named is None:
        return None
    hashed = consents.hash_of(context.personal_data, named.id_number)
    return Spouse(hashed, await store.holds(context.pool, hashed, context.clock.today()))


def _people(identity: Identity | None, spouse: Identity | None) -> list[Identity]:
    return [one for one in (identity, spouse if identity else None) if one is not None]


async def _ask_others(
    registers: Registers,
    people: Sequence[Identity],
    wanted: frozenset[Register],
    *,
    silent: bool,
) -> dict[Register, Told]:
    """Ask about the couple or the applicant alone; nobody where the spouse has not consented (R-WDR-20)."""
    if not people:
        return {one: Told(Outcome.NO) for one in wanted}
    unasked = wanted & OF_THE_COUPLE if silent else frozenset[Register]()
    others = sorted(wanted - unasked)
    answers = await asyncio.gather(
        *(registers.ask(one, people if one in OF_THE_COUPLE else people[:1]) for one in others)
    )
    found = {one: answer for one, answer in zip(others, answers, strict=True) if answer is not None}
    return found | {one: Told(Outcome.UNKNOWN, unasked=True) for one in unasked}


def _spouse(marriage: Told | None) -> Identity | None:
    spouse = marriage.data.get("spouse") if marriage is not None else None
    if not isinstance(spouse, dict) or not spouse.get("id_number"):
        return None
    return Identity(str(spouse.get("name", "")), str(spouse["id_number"]))
