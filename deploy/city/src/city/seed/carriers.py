"""What goes by which carrier in the city: one prefix by CMPP, all else by SMPP; two people say so."""

from datetime import date

from city.clients import by_two
from city.seed.office import Office

PREFIX = "133"


async def route_a_prefix(office: Office, today: date) -> None:
    """Let a prefix go by the gateway from a day on; begun again on the same day, nothing more happens."""
    body = {"prefix": PREFIX, "route": "cmpp", "effective_from": today.isoformat()}
    key = f"seed-route-{PREFIX}-{today}"
    await by_two(office.maker, office.checker, "notifications/routes", body, key=key)
