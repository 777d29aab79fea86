"""How a service is reached and by whom, whom it reaches, and how many instances there are."""

from collections.abc import Iterable, Mapping
from typing import Any

from production.kubernetes import NAMESPACE
from shared.messaging.topology import SERVICES
from tools.manifests.shapes import PORT, Manifest, called, lines, named, pods, tcp

NOWHERE = "192.0.2.0/24"
"""TEST-NET-1 (RFC 5737): until a site names its neighbours' networks, nobody is reached."""
LEAST, MOST = 2, 3
"""Instances of a service."""
MESSAGES_EACH, LATE_SECONDS = 200, 10
"""A batch in hand for each instance; how long a queue may take to be worked off before there is one more."""
ANSWERS_DNS = {
    "to": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "kube-system"}}}],
    "ports": [{"protocol": "UDP", "port": 53}, {"protocol": "TCP", "port": 53}],
}
DATABASE = {"matchLabels": {"cnpg.io/cluster": "postgres"}}


def certificate(service: str) -> Manifest:
    """Its certificate, renewed a quarter before its end and read when a pod starts."""
    names = [service, f"{service}.{NAMESPACE}.svc", f"{service}.{NAMESPACE}.svc.cluster.local"]
    spec = {
        "secretName": f"{service}-inside",
        "dnsNames": names,
        "duration": "8760h",
        "renewBefore": "2160h",
        "privateKey": {"algorithm": "ECDSA", "size": 256, "rotationPolicy": "Always"},
        "usages": ["digital signature", "server auth"],
        "issuerRef": {"name": "inside", "kind": "Issuer"},
    }
    return named("cert-manager.io/v1", "Certificate", service, {"spec": spec})


def service(service: str) -> Manifest:
    """A name with every ready instance's address, for the edge, which asks for them anew all the time."""
    ports = [{"name": "https", "port": PORT, "targetPort": "https"}]
    spec = {"clusterIP": "None", "selector": pods(service)["matchLabels"], "ports": ports}
    return named("v1", "Service", service, {"spec": spec})


def budget(service: str) -> Manifest:
    """While machines are emptied, one at a time."""
    spec = {"maxUnavailable": 1, "selector": pods(service)}
    return named("policy/v1", "PodDisruptionBudget", service, {"spec": spec})


def callers(service: str, compose: Mapping[str, Any]) -> list[str]:
    """Who reaches it by HTTP: the edge, and whoever has its address among its settings."""
    parts = compose["services"]
    return [
        "edge",
        *(name for name in SERVICES if service in called(parts[name]) and name != service),
    ]


def policy(service: str, part: Mapping[str, Any], callers: Iterable[str]) -> Manifest:
    """Who reaches it, and whom it reaches inside."""
    others = [name for name in called(part) if name != service]
    monitoring = {
        "namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "monitoring"}}
    }
    spec = {
        "podSelector": pods(service),
        "policyTypes": ["Ingress", "Egress"],
        "ingress": [
            {"from": [*({"podSelector": pods(name)} for name in callers), monitoring], "ports": [tcp(PORT)]}
        ],
        "egress": [
            ANSWERS_DNS,
            {"to": [{"podSelector": DATABASE}], "ports": [tcp(5432)]},
            {"to": [{"podSelector": pods("rabbitmq")}], "ports": [tcp(5671)]},
            *({"to": [{"podSelector": pods(name)}], "ports": [tcp(PORT)]} for name in others),
        ],
    }  # fmt: skip
    return named("networking.k8s.io/v1", "NetworkPolicy", service, {"spec": spec})


def leaves(service: str, asked: list[str], *, telephone: bool) -> Manifest:
    """Whom outside it reaches: nobody, until the site names a network."""
    networks = [{"ipBlock": {"cidr": NOWHERE}}]
    spec: Manifest = {
        "podSelector": pods(service),
        "policyTypes": ["Ingress", "Egress"] if telephone else ["Egress"],
        "egress": [{"to": networks}],
    }
    if telephone:
        spec["ingress"] = [{"from": networks}]
    made = named("networking.k8s.io/v1", "NetworkPolicy", f"{service}-outside", {"spec": spec})
    made["metadata"]["annotations"] = {f"{NAMESPACE}/networks-of": ", ".join(asked)}
    return made


def telephone(service: str) -> Manifest:
    """Where carriers reach it."""
    spec = {
        "type": "LoadBalancer",
        "externalTrafficPolicy": "Local",
        "selector": pods(service)["matchLabels"],
        "ports": lines("port"),
    }
    return named("v1", "Service", f"{service}-street", {"spec": spec})


def scaling(service: str) -> Manifest:
    """By what waits in its queues and how long that takes; if the broker is silent, as many as there are."""
    queues = {
        "queueName": rf"^{service}\.(?!.*\.(retry\.\d+|parked)$)",
        "protocol": "http", "useRegex": "true", "pageSize": "500", "operation": "sum",
    }  # fmt: skip
    length = {"mode": "QueueLength", "value": str(MESSAGES_EACH)}
    age = {"mode": "ExpectedQueueConsumptionTime", "value": str(LATE_SECONDS)}
    triggers = [
        {"type": "rabbitmq", "name": name, "metricType": kind, "metadata": {**queues, **metadata},
         "authenticationRef": {"name": "scaling"}}
        for name, kind, metadata in (("length", "AverageValue", length), ("age", "Value", age))
    ]  # fmt: skip
    spec = {
        "scaleTargetRef": {"name": service},
        "minReplicaCount": LEAST,
        "maxReplicaCount": MOST,
        "pollingInterval": 15,
        "fallback": {
            "failureThreshold": 4,
            "replicas": LEAST,
            "behavior": "currentReplicasIfHigher",
        },
        "advanced": {
            "horizontalPodAutoscalerConfig": {
                "behavior": {"scaleDown": {"stabilizationWindowSeconds": 600}}
            }
        },
        "triggers": triggers,
    }
    return named("keda.sh/v1alpha1", "ScaledObject", service, {"spec": spec})
