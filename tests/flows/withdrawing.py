"""What a citizen does about a withdrawal: apply, follow, and what the account shows afterwards."""

from collections.abc import Collection
from typing import Any

from .evidence import until
from .plan import Resident

FINAL = ("paid", "failed", "rejected", "cancelled", "returned")


async def apply(
    resident: Resident, kind: str = "retirement", card: str | None = None, **more: Any
) -> dict[str, Any]:
    """Apply for a withdrawal to a card, one's own if none is given."""
    body = {"kind": kind, "card_number": card or resident.person.card}
    application: dict[str, Any] = await resident.me.post(
        "withdrawals/applications", {**body, **more}
    )
    return application


async def shown(resident: Resident, application_id: str) -> dict[str, Any]:
    """The application as its owner sees it now."""
    found: dict[str, Any] = await resident.me.get(f"withdrawals/applications/{application_id}")
    return found


async def reached(
    resident: Resident, application_id: str, states: Collection[str]
) -> dict[str, Any]:
    """Wait until an application is in one of these states."""
    return await until(
        lambda: shown(resident, application_id),
        f"the application of {resident.part.key} is {' or '.join(states)}",
        lambda application: application["state"] in states,
    )


async def outcome(resident: Resident, kind: str = "retirement", **more: Any) -> dict[str, Any]:
    """Apply, and wait for the end."""
    application = await apply(resident, kind, **more)
    return await reached(resident, application["id"], FINAL)


async def account(resident: Resident) -> dict[str, Any]:
    """The resident's own account, as the page shows it."""
    found: dict[str, Any] = await resident.me.get("accounts/my/account")
    return found


async def account_shows(resident: Resident, **wanted: Any) -> dict[str, Any]:
    """Wait until the account shows these values."""
    return await until(
        lambda: account(resident),
        f"the account of {resident.part.key} shows {wanted}",
        lambda found: found.items() >= wanted.items(),
    )
