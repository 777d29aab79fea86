"""The virtual host of a system: users, rights, exchanges, queues and policies, from the definitions."""

import base64
import hashlib
import os
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx

from local.errors import CannotStart
from local.folder import derived_password
from local.rabbitmq import RabbitServer
from shared.messaging.definitions import OPERATOR, VHOST, WATCHER, broker_definitions
from shared.messaging.topology import SERVICES


@dataclass(frozen=True)
class VirtualHost:
    """A virtual host with one user per service."""

    server: RabbitServer
    name: str = VHOST
    user_prefix: str = ""
    """Sets the users of a test session apart from those of a running system on the same broker."""

    def user(self, service: str) -> str:
        """Name the user of a service."""
        return f"{self.user_prefix}{service}"

    def password(self, service: str) -> str:
        """Return the password of a service's user."""
        return derived_password(self.server.admin_password, self.user(service))

    def url(self, service: str) -> str:
        """Return the AMQP URL of a service, or of the operator."""
        return self.server.url_of(self.name, self.user(service), self.password(service))

    def definitions(self, *, queues: bool | Collection[str] = True) -> dict[str, Any]:
        """The generated definitions for this virtual host, with the users' password hashes.

        Of queues all, none, or those of the names given.
        """
        found = broker_definitions(self.name)
        for user in found["users"]:
            user["password_hash"] = password_hash(self.password(user["name"]))
            user["hashing_algorithm"] = "rabbit_password_hashing_sha256"
            user["name"] = self.user(user["name"])
        for permission in found["permissions"]:
            permission["user"] = self.user(permission["user"])
        if queues is not True:
            names = set(queues or ())
            found["queues"] = [one for one in found["queues"] if one["name"] in names]
            found["bindings"] = [one for one in found["bindings"] if one["destination"] in names]
        return found

    async def load(self, *, queues: bool | Collection[str] = True) -> None:
        """Load the definitions; what is there already stays. Without queues: services declare theirs.

        Raises `CannotStart` when queues of another version are there: no service could declare its own.
        """
        definitions = self.definitions(queues=queues)
        async with self.server.management() as client:
            if queues:
                await self._refuse_other_queues(client, definitions["queues"])
            answer = await client.post("/api/definitions", json=definitions)
            answer.raise_for_status()

    async def _refuse_other_queues(
        self, client: httpx.AsyncClient, wanted: list[dict[str, Any]]
    ) -> None:
        answer = await client.get(f"/api/queues/{quote(self.name, safe='')}")
        if answer.status_code == httpx.codes.NOT_FOUND:
            return
        there = {queue["name"]: queue["arguments"] for queue in answer.raise_for_status().json()}
        other = [
            queue["name"]
            for queue in wanted
            if there.get(queue["name"], queue["arguments"]) != queue["arguments"]
        ]
        if other:
            raise CannotStart(
                f"The broker has {len(other)} queues of another version ({other[0]} …), and a queue "
                "cannot be changed. Go back to that version, or `make clean` removes them with "
                "everything else; a broker of your own: docs/runbook.md, Queues."
            )

    async def remove(self) -> None:
        """Remove the virtual host; users with a prefix of their own go with it."""
        async with self.server.management() as client:
            await client.delete(f"/api/vhosts/{quote(self.name, safe='')}")
            if self.user_prefix:
                names = [self.user(name) for name in (*SERVICES, OPERATOR, WATCHER)]
                await client.post("/api/users/bulk-delete", json={"users": names})


def password_hash(password: str) -> str:
    """Hash a password as RabbitMQ keeps it: base64 of a salt and SHA-256 of salt and password."""
    salt = os.urandom(4)
    return base64.b64encode(salt + hashlib.sha256(salt + password.encode()).digest()).decode()
