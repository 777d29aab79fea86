"""What the edge is given: the files and the variables of compose.yaml, for a cluster."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from production.kubernetes import NAMESPACE
from shared.messaging.topology import SERVICES
from tools.manifests.shapes import PORT, TMP, Manifest, named

NGINX = Path("deploy/nginx")


def edge_files(root: Path) -> Manifest:
    """The edge's configuration as compose has it, with the cluster's resolver and no user to become."""
    main = (root / NGINX / "main.conf").read_text("utf-8")
    for there, here in {
        "user nginx;\n": "",
        "/var/run/nginx.pid": f"{TMP}/nginx.pid",
        "resolver 127.0.0.11": "resolver kube-dns.kube-system.svc.cluster.local",
    }.items():
        assert there in main
        main = main.replace(there, here)
    names = {
        "default.conf.template": "edge.conf.template",
        "tls.conf": "tls.conf",
        "services-tls.conf": "services-tls.conf",
    }
    texts = {name: (root / NGINX / file).read_text("utf-8") for name, file in names.items()}
    return named("v1", "ConfigMap", "edge-files", {"data": {"nginx.conf": main, **texts}})


def edge_environment(compose: Mapping[str, Any]) -> Manifest:
    """What fills the edge's template: as compose does it, by TLS and by the cluster's names."""
    asked = {name: str(text) for name, text in compose["services"]["edge"]["environment"].items()}
    asked.pop("EDGE_NAME")
    asked["EDGE_LISTEN"] = "8443 ssl"
    for service in SERVICES:
        asked[f"{service.upper()}_ADDRESS"] = (
            f"{service}.{NAMESPACE}.svc.cluster.local:{PORT} resolve"
        )
    return named("v1", "ConfigMap", "edge-environment", {"data": asked})
