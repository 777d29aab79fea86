"""What else happened to people: frozen accounts, bans, cards that the bank knows under another name."""

import asyncio
from datetime import date

from city.clients import Bank, by_two
from city.seed.months import Known
from city.seed.office import Office
from city.seed.plan import Plan, Resident

BANS_FROM = date(2026, 9, 20)
"""R-WDR-14: before Decree 844 nobody was banned."""


async def make_states(office: Office, plan: Plan, known: Known, today: date) -> None:
    """Bring about every state of the plan that is not a loan."""
    bank = Bank(office.maker.client, office.maker.city)
    async with asyncio.TaskGroup() as group:
        for resident in plan.residents:
            if resident.shows:
                group.create_task(_register_card(bank, resident))
            if resident.frozen:
                group.create_task(_freeze(office, known, resident))
            if resident.banned and today >= BANS_FROM:
                person_id = known.accounts[resident.key].person_id
                group.create_task(_ban(office, person_id, resident.key, today))


async def _freeze(office: Office, known: Known, resident: Resident) -> None:
    number = known.accounts[resident.key].account_number
    await office.maker.post(
        f"accounts/accounts/{number}/freeze",
        {"reason": "德城区人民法院（2026）鲁1402执1号协助执行通知书"},
        key=f"seed-freeze-{resident.key}",
    )


async def _register_card(bank: Bank, resident: Resident) -> None:
    holder = resident.card_of or resident.person.name
    await bank.order("cards", {"card_number": resident.person.card, "holder_name": holder})


async def _ban(office: Office, person_id: str, key: str, today: date) -> None:
    """False materials: proposed by one member of staff, decided by another (R-WDR-14)."""
    await by_two(
        office.maker,
        office.checker,
        "withdrawals/bans",
        {
            "person_id": person_id,
            "cause": "false_materials",
            "found_on": today.isoformat(),
            "document_number": "德公积金罚字〔2026〕1号",
        },
        key=f"seed-ban-{key}",
    )
