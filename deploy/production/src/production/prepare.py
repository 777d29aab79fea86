"""The preparation of given servers, which runs again harmlessly at every start of compose."""

from local import databases
from local.broker import VirtualHost
from local.errors import CannotStart
from local.folder import RunFolder
from local.platform import provided
from shared.base import given
from shared.messaging.topology import SERVICES


async def prepare(folder: RunFolder) -> None:
    """Make roles, databases, virtual host, users, exchanges, queues and policies on servers given by URL."""
    if not (given.find("POSTGRES_URL") and given.find("BROKER_URL")):
        raise CannotStart("Give POSTGRES_URL and BROKER_URL (and BROKER_MANAGEMENT_URL).")
    async with provided(folder) as platform:
        await databases.ensure_roles(platform.postgres, SERVICES)
        for service in SERVICES:
            await databases.ensure_database(platform.postgres, service, service)
        await VirtualHost(platform.rabbitmq).load()
