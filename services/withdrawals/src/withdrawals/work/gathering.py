"""Asks registers, in no transaction: claims inquiries, asks, keeps what came, decides then (R-WDR-21)."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial

from shared.base.resilience import every
from shared.messaging.unit import Context, Unit
from withdrawals.dossier import TOLD, Outcome, Register, Told
from withdrawals.handlers import gathering
from withdrawals.handlers.gathering import needed
from withdrawals.sealed import IDENTITY, REGISTERS
from withdrawals.settings import Settings
from withdrawals.store import inquiries
from withdrawals.store.inquiries import Inquiry
from withdrawals.work.registers import HttpRegisters, Identity, NoRegisters, Registers, client_of


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
    async with context.unit() as unit:
        claimed = await inquiries.claim(unit.connection, unit.clock.now(), lease, limit)
    async with asyncio.TaskGroup() as group:
        for inquiry in claimed:
            group.create_task(gather_one(context, registers, inquiry))
    return len(claimed) == limit


async def gather_one(context: Context[Settings], registers: Registers, inquiry: Inquiry) -> None:
    """Ask what is not known yet; conclude when nothing is missing, else come again later."""
    told = _known(context, inquiry)
    wanted = needed(inquiry)
    told |= await _ask_all(registers, _identity(context, inquiry), wanted - told.keys(), told)
    if wanted <= told.keys():
        await context.transact(partial(_conclude, inquiry, told), patient=True)
        return
    longest = context.settings.gather_pause_max_seconds
    pause = timedelta(seconds=min(2**inquiry.tries, longest))
    sealed = context.personal_data.seal(TOLD.dump_json(told).decode(), REGISTERS, inquiry.id)
    async with context.unit() as unit:
        again_at = unit.clock.now() + pause
        await inquiries.keep_partly(unit.connection, inquiry.id, sealed, again_at)


async def _conclude(inquiry: Inquiry, told: Mapping[Register, Told], unit: Unit[Settings]) -> None:
    await gathering.conclude(unit, inquiry.id, told)


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


async def _ask_all(
    registers: Registers,
    identity: Identity | None,
    wanted: frozenset[Register],
    told: Mapping[Register, Told],
) -> dict[Register, Told]:
    """Ask about the couple, once it is known who is one (R-WDR-20); a stranger has nothing on record."""
    if identity is None:
        return {one: Told(Outcome.NO) for one in wanted}
    found: dict[Register, Told] = {}
    marriage = told.get(Register.MARRIAGE)
    if Register.MARRIAGE in wanted:
        marriage = await registers.ask(Register.MARRIAGE, [identity])
        if marriage is None:
            return {}
        found[Register.MARRIAGE] = marriage
    people = [identity, *_spouse(marriage)]
    others = sorted(wanted - {Register.MARRIAGE})
    answers = await asyncio.gather(*(registers.ask(one, people) for one in others))
    return found | {
        register: answer
        for register, answer in zip(others, answers, strict=True)
        if answer is not None
    }


def _spouse(marriage: Told | None) -> Sequence[Identity]:
    spouse = marriage.data.get("spouse") if marriage is not None else None
    if not isinstance(spouse, dict) or not spouse.get("id_number"):
        return ()
    return (Identity(str(spouse.get("name", "")), str(spouse["id_number"])),)
