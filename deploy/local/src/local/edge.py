"""nginx as the edge: its configuration from deploy/nginx, as an ordinary child process."""

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from local.certificates import Certificates
from local.errors import CannotStart
from local.folder import LOOPBACK, RunFolder
from local.processes import Command
from local.readiness import answers
from local.supervisor import Part

TEMPLATE = Path(__file__).parents[3] / "nginx" / "edge.conf.template"
HALL = Path(__file__).parents[4] / "services" / "hall" / "dist"
"""What `make web` builds."""

LIMITS = {
    "EDGE_REQUESTS_PER_SECOND": "500",
    "EDGE_BURST_REQUESTS": "1000",
    "EDGE_LOGINS_PER_SECOND": "50",
    "EDGE_BURST_LOGINS": "200",
    "EDGE_CONNECTIONS": "4000",
    "EDGE_SENDERS": "4000",
    "EDGE_LARGE_SENDERS": "32",
    "EDGE_PATIENCE_SECONDS": "5",
    "EDGE_REQUESTS_IN_HAND": "128",
    "EDGE_STRANGERS_IN_HAND": "64",
    "EDGE_LISTS_IN_HAND": "16",
}
"""Per address, in hand per service. A whole city calls from here; compose.yaml has those for the street."""


def edge_part(
    folder: RunFolder,
    port: int,
    services: Mapping[str, str],
    tls: Certificates | None = None,
    kiosk_helper: str = "",
) -> Part:
    """Write the configuration and say how to start nginx; with certificates, TLS to both sides.

    `kiosk_helper` is where terminals find their helper, if they have one.
    """
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None:
        raise CannotStart("nginx is not installed: run `make install`, or install nginx-light.")
    home = folder.make("nginx")
    values = {
        **LIMITS,
        **{name: value for name in LIMITS if (value := os.environ.get(name))},
        "EDGE_LISTEN": f"{LOOPBACK}:{port} ssl" if tls else f"{LOOPBACK}:{port}",
        "EDGE_NAME": f"{LOOPBACK}:{port}",
        "HALL_FOLDER": str(HALL),
        "KIOSK_HELPER": kiosk_helper,
        "SERVICES_SCHEME": "https" if tls else "http",
        **{f"{name.upper()}_ADDRESS": address for name, address in services.items()},
    }
    folder.write(home / "edge.conf", render(TEMPLATE.read_text("utf-8"), values))
    main = _main_configuration(home, folder.logs, _tls_files(tls) if tls else "")
    folder.write(home / "nginx.conf", main)
    argv = [program, "-p", str(home), "-c", str(home / "nginx.conf"), "-e", "stderr"]
    up = f"{'https' if tls else 'http'}://{LOOPBACK}:{port}/edge-is-up"
    return Part(Command("edge", argv, stop_seconds=5), answers(up, tls.authority if tls else None))


def _tls_files(tls: Certificates) -> str:
    """The TLS settings of production, with the files of this folder."""
    files = {
        "/etc/nginx/tls/fullchain.pem": tls.servers["edge"].certificate,
        "/etc/nginx/tls/privkey.pem": tls.servers["edge"].key,
        "/inside/ca.crt": tls.authority,
    }
    texts = (
        TEMPLATE.with_name(name).read_text("utf-8") for name in ("tls.conf", "services-tls.conf")
    )
    text = "".join(texts)
    for there, here in files.items():
        text = text.replace(there, str(here))
    return text


def render(template: str, values: Mapping[str, str]) -> str:
    """Put the values in, and leave nginx's own $variables alone, as the nginx image does.

    A service of several instances has their addresses by commas, and a `server` for each.
    """

    def each_instance(line: re.Match[str]) -> str:
        addresses = values[line["name"]].split(",")
        return " ".join(f"server {address}{line['options']};" for address in addresses)

    template = re.sub(
        r"server \$\{(?P<name>[A-Z]+_ADDRESS)\}(?P<options>[^;]*);", each_instance, template
    )
    return re.sub(r"\$\{([A-Z_]+)\}", lambda name: values[name[1]], template)


def _worker() -> str:
    """Who reads the hall's files: nobody, unless a folder above them lets only root in."""
    open_to_all = all(folder.stat().st_mode & 0o001 for folder in HALL.parent.parents)
    return "nobody nogroup" if open_to_all else "root"


def _main_configuration(home: Path, logs: Path, tls: str) -> str:
    user = f"user {_worker()};" if os.geteuid() == 0 else ""
    return f"""\
daemon off;
{user}
worker_processes 2;
pid {home}/nginx.pid;
error_log stderr notice;
events {{ worker_connections 4096; }}
http {{
    log_format edge escape=json
        '{{"time":"$time_iso8601","method":"$request_method","path":"$uri","status":$status,'
        '"seconds":$request_time,"upstream":"$upstream_addr","bytes":$bytes_sent}}';
    access_log {logs}/edge-access.log edge;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/unused;
    uwsgi_temp_path {home}/unused;
    scgi_temp_path {home}/unused;
    {tls}
    include {home}/edge.conf;
}}
"""
