"""RabbitMQ definitions and the AsyncAPI document, generated from the topology table.

`ops definitions` rewrites `deploy/rabbitmq/definitions.json` and `docs/asyncapi.json`;
a test compares them with what this module makes. Passwords are not in the file: the loader adds them.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from shared.messages import EVENTS
from shared.messaging.broker import QUORUM, own_queues, retry_arguments
from shared.messaging.topology import (
    BROKER_DELIVERY_LIMIT,
    QUEUES,
    RETRY_STAGES_MS,
    SERVICES,
    Queue,
    exchange_of,
    returns_of,
)

VHOST = "provident-fund"
OPERATOR = "operator"
WATCHER = "watcher"
"""Counts messages by the management interface, for whoever scales services; reads and writes none."""


def broker_definitions(vhost: str = VHOST) -> dict[str, Any]:
    """What the broker must know: vhost, users' rights, exchanges, queues, bindings, policies."""
    return {
        "vhosts": [{"name": vhost}],
        "users": [
            *({"name": service, "tags": ""} for service in SERVICES),
            {"name": OPERATOR, "tags": "administrator"},
            {"name": WATCHER, "tags": "monitoring"},
        ],
        "permissions": [
            *(_rights(service, vhost) for service in SERVICES),
            _all_rights(vhost),
            _no_right(vhost),
        ],
        "exchanges": [
            _exchange(name, kind, vhost)
            for service in SERVICES
            for name, kind in ((exchange_of(service), "topic"), (returns_of(service), "direct"))
        ],
        "queues": [definition for queue in QUEUES for definition in _queues(queue, vhost)],
        "bindings": [binding for queue in QUEUES for binding in _bindings(queue, vhost)],
        "policies": _policies(vhost),
    }


def _rights(service: str, vhost: str) -> dict[str, Any]:
    """Configure and write only what is its own; read (bind its queues to) only whom it hears."""
    own = rf"^{service}\."
    heard = {e.owner for queue in QUEUES if queue.consumer == service for e in queue.events}
    sources = "".join(rf"|^{owner}\.events$" for owner in sorted(heard - {service}))
    return {
        "user": service,
        "vhost": vhost,
        "configure": own,
        "write": own,
        "read": f"{own}{sources}",
    }


def _all_rights(vhost: str) -> dict[str, Any]:
    return {"user": OPERATOR, "vhost": vhost, "configure": ".*", "write": ".*", "read": ".*"}


def _no_right(vhost: str) -> dict[str, Any]:
    """Without an entry the management interface shows nothing of a virtual host."""
    return {"user": WATCHER, "vhost": vhost, "configure": "^$", "write": "^$", "read": "^$"}


def _exchange(name: str, kind: str, vhost: str) -> dict[str, Any]:
    return {
        "name": name,
        "vhost": vhost,
        "type": kind,
        "durable": True,
        "auto_delete": False,
        "internal": False,
        "arguments": {},
    }


def _bindings(queue: Queue, vhost: str) -> list[dict[str, Any]]:
    """What it hears, and how its messages come back to it, wait, or are parked."""
    heard = [(exchange_of(event.owner), queue.name, event.type) for event in queue.events]
    own = [(returns_of(queue.consumer), name, name) for name in own_queues(queue)]
    return [
        {
            "source": source,
            "vhost": vhost,
            "destination": destination,
            "destination_type": "queue",
            "routing_key": key,
            "arguments": {},
        }
        for source, destination, key in (*heard, *own)
    ]


def _queues(queue: Queue, vhost: str) -> list[dict[str, Any]]:
    named = [(queue.name, QUORUM), (queue.parked, QUORUM)]
    named += [
        (queue.retry(stage), retry_arguments(queue)) for stage in range(1, len(RETRY_STAGES_MS) + 1)
    ]
    return [
        {
            "name": name,
            "vhost": vhost,
            "durable": True,
            "auto_delete": False,
            "arguments": arguments,
        }
        for name, arguments in named
    ]


def _policies(vhost: str) -> list[dict[str, Any]]:
    """What an operator may change at run time, without a restart."""
    stages = [
        _policy(vhost, f"retry-stage-{stage}", rf"\.retry\.{stage}$", {"message-ttl": ttl_ms})
        for stage, ttl_ms in enumerate(RETRY_STAGES_MS, start=1)
    ]
    limit = {"delivery-limit": BROKER_DELIVERY_LIMIT}
    return [
        *stages,
        _policy(vhost, "work-queues", r"^[a-z]+\.[a-z-]+$", limit),
        _policy(vhost, "parked-messages", r"\.parked$", limit),
    ]


def _policy(vhost: str, name: str, pattern: str, definition: dict[str, Any]) -> dict[str, Any]:
    return {
        "vhost": vhost,
        "name": name,
        "pattern": pattern,
        "apply-to": "queues",
        "priority": 1,
        "definition": definition,
    }


HEADERS = {
    "specversion": "Version of CloudEvents: 1.0.",
    "id": "Id of the message, by which an inbox knows it again.",
    "source": "The service that says it.",
    "type": "Type of the event, also the routing key.",
    "subject": "The aggregate that it is about; events of one subject keep their order.",
    "time": "When it became true, ISO 8601.",
    "sequence": "Number among the events of its subject, from 1.",
    "traceparent": "The trace that it belongs to, W3C Trace Context.",
}
HEADERS_SCHEMA: dict[str, Any] = {
    "type": "object",
    "description": "CloudEvents attributes as AMQP headers (binary mode).",
    "required": [f"cloudEvents:{name}" for name in ("id", "source", "type", "subject", "time")],
    "properties": {
        f"cloudEvents:{name}": {"type": "string", "description": text}
        for name, text in HEADERS.items()
    },
}


def asyncapi() -> dict[str, Any]:
    """The event catalogue as an AsyncAPI 3.0 document: a channel a type, its sender and hearers."""
    schemas: dict[str, Any] = {"Headers": HEADERS_SCHEMA}
    messages: dict[str, Any] = {}
    channels: dict[str, Any] = {}
    operations: dict[str, Any] = {}
    for event in EVENTS.values():
        schema = event.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(schema.pop("$defs", {}))
        schemas[event.__name__] = schema
        messages[event.__name__] = {
            "name": event.type,
            "summary": (event.__doc__ or "").strip().splitlines()[0],
            "contentType": "application/json",
            "headers": {"$ref": "#/components/schemas/Headers"},
            "payload": {"$ref": f"#/components/schemas/{event.__name__}"},
        }
        name = event.__name__
        channels[name] = {
            "address": event.type,
            "messages": {name: {"$ref": f"#/components/messages/{name}"}},
            "bindings": {
                "amqp": {
                    "is": "routingKey",
                    "exchange": {
                        "name": exchange_of(event.owner),
                        "type": "topic",
                        "durable": True,
                    },
                }
            },
        }
        operations[f"{event.owner}.send.{name}"] = _operation(
            name, "send", f"{event.owner} says it"
        )
    for queue in QUEUES:
        for event in queue.events:
            operations[f"{queue.name}.{event.__name__}"] = _operation(
                event.__name__, "receive", f"{queue.name}: {queue.purpose}"
            )
    return {
        "asyncapi": "3.1.0",
        "info": {
            "title": "Housing provident fund events",
            "version": "1.0.0",
            "description": "CloudEvents 1.0 in AMQP binary mode; money in fen, personal data sealed.",
        },
        "defaultContentType": "application/json",
        "channels": channels,
        "operations": operations,
        "components": {"schemas": schemas, "messages": messages},
    }


def _operation(channel: str, action: str, summary: str) -> dict[str, Any]:
    return {
        "action": action,
        "summary": summary,
        "channel": {"$ref": f"#/channels/{channel}"},
        "messages": [{"$ref": f"#/channels/{channel}/messages/{channel}"}],
    }


def render(document: dict[str, Any]) -> str:
    """JSON as it is committed."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def options(parser: argparse.ArgumentParser) -> None:
    """What the command must be told."""
    parser.add_argument("root", type=Path, nargs="?", default=Path(), help="the project's root")


def run(arguments: argparse.Namespace) -> int:
    """Rewrite the generated files below the project's root; exit code."""
    for path, document in (
        ("deploy/rabbitmq/definitions.json", broker_definitions()),
        ("docs/asyncapi.json", asyncapi()),
    ):
        target = arguments.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(render(document), encoding="utf-8")
    return 0
