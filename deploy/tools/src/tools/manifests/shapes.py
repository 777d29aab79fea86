"""Names, labels, ports and what a part of compose.yaml says of itself."""

import re
from collections.abc import Mapping
from typing import Any

from production import servers
from production.kubernetes import NAMESPACE
from shared.messaging.topology import SERVICES

Manifest = dict[str, Any]

PORT = servers.CONTAINER_PORT
TMP = "/tmp"  # noqa: S108
"""Room that is gone with the pod."""
OUTSIDE = frozenset(
    {"BANK_URL", "SMPP_HOST", "CMPP_HOST", "REGISTERS_URL", "NATIONAL_URL", "WECHAT_URL", "PLATFORM_HOST",
     "SIP_PEERS"}
)  # fmt: skip
"""Variables of compose.yaml that name somebody outside."""
VOICE_PORT = 40_000
LINES = 20
"""Calls at a time, each with two ports of the load balancer, which knows no ranges."""


def named(version: str, kind: str, name: str, body: Manifest) -> Manifest:
    """Give an object of one kind and name."""
    return {
        "apiVersion": version,
        "kind": kind,
        "metadata": {"name": name, "labels": labels(name)},
        **body,
    }


def labels(name: str) -> dict[str, str]:
    """Give the labels of everything of that name."""
    return {"app.kubernetes.io/name": name, "app.kubernetes.io/part-of": NAMESPACE}


def pods(name: str) -> Manifest:
    """Select the pods of that name."""
    return {"matchLabels": {"app.kubernetes.io/name": name}}


def tcp(port: int) -> Manifest:
    """Name a port."""
    return {"protocol": "TCP", "port": port}


def kept(part: Mapping[str, Any]) -> list[str]:
    """Volumes of its own."""
    return [text.split(":")[0] for text in mounted(part) if not text.startswith("$")]


def mounted(part: Mapping[str, Any]) -> list[str]:
    """What compose.yaml mounts beside secrets and certificate, which have a place of their own here."""
    apart = ("${SECRETS_FOLDER", "${INSIDE_FOLDER")
    return [text for text in part["volumes"] if not text.startswith(apart)]


def place(service: str, text: str) -> tuple[str, str]:
    """A volume of compose.yaml: its name here, and where it is mounted."""
    source, path = re.sub(r"^\$\{[^}]*\}", "$", text).removesuffix(":ro").split(":")
    return (f"{service}-{path.strip('/')}" if source == "$" else source), path


def called(part: Mapping[str, Any]) -> list[str]:
    """Whom a part of compose.yaml calls by HTTP."""
    text = " ".join(map(str, part["environment"].values()))
    found = set(re.findall(rf"https://(\w+):{PORT}", text))
    return [name for name in SERVICES if name in found]


def outside(part: Mapping[str, Any]) -> list[str]:
    """Which variables of somebody outside a part of compose.yaml has."""
    text = " ".join(map(str, part["environment"].values()))
    return sorted(OUTSIDE & set(re.findall(r"\$\{(\w+)", text)))


def is_called_by_telephone(part: Mapping[str, Any]) -> bool:
    """Tell whether the street reaches it without the edge: one instance, for a call lives in it."""
    return bool(part.get("ports"))


def lines(key: str) -> list[Manifest]:
    """SIP, and two ports a call."""
    voice = range(VOICE_PORT, VOICE_PORT + 2 * LINES)
    made = [("sip-tcp", "TCP", 5060), ("sip-udp", "UDP", 5060)]
    made += [(f"voice-{port}", "UDP", port) for port in voice]
    return [{"name": name, "protocol": protocol, key: port} for name, protocol, port in made]
