"""From where somebody tries to log in: a device that has logged in before, or an address of the street."""

import ipaddress
from uuid import UUID

from gateway.clock import now_of
from gateway.secrets_at_rest import new_token, token_hash
from gateway.store import devices
from gateway.store.attempts import Source
from shared.messaging.unit import Unit

SUBSCRIBER_PREFIX = 64
"""Bits of an IPv6 address that one subscriber has (RFC 6177); the rest is chosen freely."""


def neighbourhood(address: str | None) -> str:
    """What counts as one address: IPv4 as it is, IPv6 by its first 64 bits."""
    if address is None or ":" not in address:
        return str(address)
    return str(ipaddress.ip_network(f"{address}/{SUBSCRIBER_PREFIX}", strict=False))


async def source_of(
    unit: Unit, subject_hash: str, device: str | None, address: str | None
) -> Source:
    """Find from where a subject is tried; the caller holds the subject."""
    known = device is not None and await devices.is_known(
        unit.connection, token_hash(device), subject_hash
    )
    name = f"device {token_hash(device)}" if known and device else neighbourhood(address)
    return Source(unit.personal_data.lookup_hash(f"{subject_hash} from {name}"), known)


async def remember(unit: Unit, subject_hash: str, identity_id: UUID, device: str | None) -> str:
    """Know the device that has just logged in; returns what it shows next time."""
    now = now_of(unit.context)
    known = device is not None and await devices.is_known(
        unit.connection, token_hash(device), subject_hash
    )
    shown = device if known and device else new_token()
    await devices.keep(unit.connection, token_hash(shown), subject_hash, identity_id, now)
    return shown
