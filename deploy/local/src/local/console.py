"""What the start says on the terminal: each phase with its time, then the addresses."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from local.addresses import City
from shared.messaging.topology import SERVICES


class Note:
    """A phrase that a phase may add to its line once it knows it."""

    text: str = ""


@contextmanager
def phase(name: str) -> Iterator[Note]:
    """Print a line when the phase is over: name, seconds, note."""
    started = time.monotonic()
    note = Note()
    yield note
    seconds = time.monotonic() - started
    say(f"  {name:<34}{seconds:6.1f} s{'  ' + note.text if note.text else ''}")


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say_addresses(city: City) -> None:
    """Print where everything is."""
    rows = [
        ("Portal (门户网站)", f"{city.edge_url}/"),
        ("Web hall (网上办事大厅)", f"{city.edge_url}/hall/"),
        *((f"API of {service}", city.docs_url(service)) for service in SERVICES),
        ("RabbitMQ dashboard", city.dashboard_url),
        ("", f"user {city.operator_name}, password {city.operator_password}"),
        ("Phones (simulated SMSC)", f"{city.smsc_control_url}/"),
        ("WeChat phones (simulated)", f"{city.wechat_phones_url}/"),
        ("Bank (simulated)", f"{city.bank_control_url}/"),
        ("12329 by softphone", city.hotline_address),
        ("", "any softphone on this machine, UDP, no account: baresip, Linphone, Twinkle"),
        ("12329 for agents", city.hotline_address.replace("12329@", "8012329@")),
        ("", "an agent's softphone stands by, with the code from 电话台 on the desk"),
        *((f"Metrics of {name}", url) for name, url in city.metrics_urls().items()),
        ("Prometheus, configured", str(city.prometheus)),
        ("Logs", f"{city.logs}/"),
    ]
    say("")
    for name, value in rows:
        say(f"  {name:<26}{value}")
    say("")
