"""The pods of a service: who migrates, who serves, with which user, files and bounds."""

from collections.abc import Mapping
from typing import Any

from production.kubernetes import BY_POD
from tools.manifests.shapes import (
    LINES,
    PORT,
    TMP,
    VOICE_PORT,
    Manifest,
    is_called_by_telephone,
    labels,
    lines,
    mounted,
    named,
    place,
    pods,
)


def deployment(service: str, part: Mapping[str, Any]) -> Manifest:
    """Its pods: as many as scaling says, the next one ready before one goes."""
    telephone = is_called_by_telephone(part)
    spec = {
        **({"replicas": 1} if telephone else {}),
        "selector": pods(service),
        "strategy": {"type": "Recreate"}
        if telephone
        else {"type": "RollingUpdate", "rollingUpdate": {"maxUnavailable": 0, "maxSurge": 1}},
        "template": {"metadata": {"labels": labels(service)}, "spec": _pod(service, part)},
    }
    return named("apps/v1", "Deployment", service, {"spec": spec})


def claim(name: str) -> Manifest:
    """Instances on several machines write into one folder, each into files of its own."""
    asked = {"requests": {"storage": "20Gi"}}
    spec = {"accessModes": ["ReadWriteMany"], "resources": asked}
    return named("v1", "PersistentVolumeClaim", name, {"spec": spec})


def _pod(service: str, part: Mapping[str, Any]) -> Manifest:
    user = part["build"]["args"]["UID"]
    return {
        "serviceAccountName": service,
        "automountServiceAccountToken": False,
        "enableServiceLinks": False,
        "terminationGracePeriodSeconds": 40,
        "securityContext": {
            "runAsNonRoot": True, "runAsUser": user, "runAsGroup": user, "fsGroup": user,
            "fsGroupChangePolicy": "OnRootMismatch", "seccompProfile": {"type": "RuntimeDefault"},
        },
        "topologySpreadConstraints": [
            {"maxSkew": 1, "topologyKey": "kubernetes.io/hostname", "whenUnsatisfiable": "ScheduleAnyway",
             "labelSelector": pods(service)}
        ],
        "initContainers": [_migrating(service)],
        "containers": [_serving(service, part)],
        "volumes": _volumes(service, part),
    }  # fmt: skip


def _migrating(service: str) -> Manifest:
    """The one who knows the database's owner, and is gone before the service starts."""
    return {
        "name": "migrate",
        "image": f"provident-fund/{service}",
        "command": [service, "migrate"],
        "env": [{"name": "SETTINGS_FOLDER", "value": "/owner"}],
        "resources": _resources("50m", "128Mi", "1", "512Mi"),
        "securityContext": _confined(),
        "volumeMounts": [
            _mount("owner", "/owner"),
            _mount("inside", "/inside"),
            _mount("tmp", TMP, to_write=True),
        ],
    }


def _serving(service: str, part: Mapping[str, Any]) -> Manifest:
    probe = {"port": "https", "scheme": "HTTPS"}
    telephone = is_called_by_telephone(part)
    return {
        "name": service,
        "image": f"provident-fund/{service}",
        "envFrom": [{"configMapRef": {"name": f"{service}-settings"}}],
        "env": [{"name": name, "value": value} for name, value in _environment(part).items()],
        "ports": [{"name": "https", "containerPort": PORT}, *(lines("containerPort") if telephone else ())],
        "startupProbe": {"httpGet": {"path": "/readyz", **probe}, "periodSeconds": 2, "failureThreshold": 60},
        "readinessProbe": {"httpGet": {"path": "/readyz", **probe}, "periodSeconds": 5, "timeoutSeconds": 3},
        "livenessProbe": {
            "httpGet": {"path": "/healthz", **probe},
            "periodSeconds": 10, "timeoutSeconds": 5, "failureThreshold": 6,
        },
        # Whoever sends requests hears that this one is going before it takes none any more.
        "lifecycle": {"preStop": {"exec": {"command": ["sleep", "6"]}}},
        "resources": _resources("100m", "256Mi", "2", part["mem_limit"].upper() + "i"),
        "securityContext": _confined(),
        "volumeMounts": [
            _mount("settings", "/settings"),
            _mount("inside", "/inside"),
            _mount("tmp", TMP, to_write=True),
            *(_mount(*place(service, text), to_write=not text.endswith(":ro")) for text in mounted(part)),
        ],
    }  # fmt: skip


def _environment(part: Mapping[str, Any]) -> dict[str, str]:
    asked = part["environment"]
    places = {name: value for name, value in asked.items() if name in BY_POD}
    telephone = (
        {"RTP_PORT_LAST": str(VOICE_PORT + 2 * LINES - 2)} if is_called_by_telephone(part) else {}
    )
    return {
        "SETTINGS_FOLDER": "/settings",
        **places,
        **telephone,
    }


def _volumes(service: str, part: Mapping[str, Any]) -> list[Manifest]:
    """Its settings and certificate, the owner's for the migration, room for a moment, what compose mounts."""
    made: list[Manifest] = [
        {"name": "settings", "secret": {"secretName": f"{service}-settings", "defaultMode": 0o440}},
        {"name": "owner", "secret": {"secretName": f"{service}-owner", "defaultMode": 0o440}},
        {"name": "inside", "secret": {"secretName": f"{service}-inside", "defaultMode": 0o440}},
        {"name": "tmp", "emptyDir": {"sizeLimit": "1Gi"}},
    ]
    for text in mounted(part):
        name, _ = place(service, text)
        if text.endswith(":ro"):
            source: Manifest = {
                "secret": {
                    "secretName": name,
                    "defaultMode": 0o440,
                    "optional": name == "hotline-device",
                }
            }
        else:
            source = {"persistentVolumeClaim": {"claimName": name}}
        made.append({"name": name, **source})
    return made


def _mount(name: str, path: str, *, to_write: bool = False) -> Manifest:
    return {"name": name, "mountPath": path, **({} if to_write else {"readOnly": True})}


def _confined() -> Manifest:
    return {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }


def _resources(cpu: str, memory: str, cpu_most: str, memory_most: str) -> Manifest:
    return {
        "requests": {"cpu": cpu, "memory": memory},
        "limits": {"cpu": cpu_most, "memory": memory_most},
    }
