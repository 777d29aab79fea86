"""What each process is told: environment variables, by the names of its settings class."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from local import carriers
from local.broker import VirtualHost
from local.certificates import Certificates
from local.databases import ServiceDatabase
from local.folder import LOOPBACK, RunFolder
from shared.messaging.topology import SERVICES
from shared.sealing.letters import private_key, public_text

PASSED_ON = (
    "LOG_LEVEL",
    "OTLP_ENDPOINT",
    "BUSINESS_CLOCK_OFFSET_SECONDS",
    "BATCH_MAX_MESSAGES",
)
"""Settings that may come from the environment of whoever starts the system."""

HOTLINE_DEVICE_FILE = "hotline-device.json"
"""What the hotline logs in with at the gateway; the city's administrators register it."""
VOICE_FIRST_PORT = 40_000
VOICE_PORTS = 200
VOICE_PLACES = 100
"""Each system has so many ports of voice, at one of so many places above the first one."""
BOOKS = "books"
"""The simulators' books, in the run folder."""
JOURNALS = "journals"
"""What each service has said, in the run folder."""

LOGIN_LIMITS = {
    "LOGIN_CODE_PAUSE_SECONDS": "1",
    "LOGIN_CODES_PER_HOUR": "100",
    "LOGIN_CODES_PER_ADDRESS": "2000",
    "LOGINS_PER_ADDRESS": "5000",
}
"""Here a whole city logs in from one address, again and again; the gateway's own are for the street."""


def business_clock_offset() -> timedelta:
    """How far whoever starts the system wants business time to be from the machine's."""
    return timedelta(seconds=int(os.environ.get("BUSINESS_CLOCK_OFFSET_SECONDS") or 0))


def _business_clock() -> dict[str, str]:
    """The bank keeps the centre's business date; it has no other setting of ours."""
    offset = os.environ.get("BUSINESS_CLOCK_OFFSET_SECONDS")
    return {"BUSINESS_CLOCK_OFFSET_SECONDS": offset} if offset else {}


def voice_folder() -> Path:
    """Where prompts are kept that were made once: by all systems of a user."""
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(cache) / "provident-fund" / "voice"


KEYS = (
    "PERSONAL_DATA_KEYS",
    "PERSONAL_DATA_ACTIVE_KEY",
    "LOOKUP_KEY",
    "MESSAGE_PRIVATE_KEYS",
)
"""Of each service; `<SERVICE>_<name>` in the environment of whoever starts the system goes before."""


WECHAT_CALLBACK_TOKEN_CHARACTERS = 32


def wechat_account(folder: RunFolder) -> dict[str, str]:
    """An official account of one's own making, as both sides of it know it."""
    return {
        "WECHAT_APP_ID": "wx0123456789abcdef",
        "WECHAT_APP_SECRET": folder.secret("wechat_app"),
        "WECHAT_CALLBACK_TOKEN": folder.secret("wechat_callback")[
            :WECHAT_CALLBACK_TOKEN_CHARACTERS
        ],
        # An EncodingAESKey is base64 of 32 bytes without its last sign.
        "WECHAT_CALLBACK_KEY": folder.secret_key("wechat_callback_key").rstrip("="),
        "WECHAT_TEMPLATES": json.dumps(
            {name: f"template-{name}" for name in ("progress", "money", "repayment", "account")}
        ),
    }


def own_keys(folder: RunFolder, name: str) -> dict[str, str]:
    """The keys that a service alone has, and the public message keys that all have."""
    return {
        "PERSONAL_DATA_KEYS": json.dumps({"s1": folder.secret_key(f"personal_data_{name}")}),
        "PERSONAL_DATA_ACTIVE_KEY": "s1",
        "LOOKUP_KEY": folder.secret_key(f"lookup_{name}"),
        "MESSAGE_PRIVATE_KEYS": json.dumps([folder.secret_key(f"message_{name}")]),
        "MESSAGE_PUBLIC_KEYS": json.dumps(public_keys(folder)),
    }


def public_keys(folder: RunFolder) -> dict[str, str]:
    """The public half of every service's message key."""
    return {
        name: public_text(private_key(folder.secret_key(f"message_{name}"))) for name in SERVICES
    }


def _given_keys(name: str) -> dict[str, str]:
    given = (*KEYS, "LOOKUP_OTHER_KEY")
    return {key: value for key in given if (value := os.environ.get(f"{name.upper()}_{key}"))}


@dataclass(frozen=True)
class Ports:
    """Who listens where, on the loopback address."""

    services: Mapping[str, int]
    edge: int
    bank: int
    bank_control: int
    smpp: int
    cmpp: int
    smsc_control: int
    registers: int
    sip: int
    """Of the hotline, UDP and TCP."""
    voice: int
    """The first of the hotline's ports of voice, `VOICE_PORTS` of them."""
    wechat_platform: int
    national: int
    """Of the simulated national platform."""
    letters: int
    """Of the simulated transfer platform."""
    letters_control: int
    kiosk_helper: int
    """Of the helper of a self-service terminal."""
    devices: int
    """Of the terminal's simulated printer."""
    scheme: str = "http"
    """How services and edge are spoken to."""

    @classmethod
    def chosen(cls, folder: RunFolder, edge: int | None = None, *, tls: bool = False) -> "Ports":
        """Take those of the last start, where they are still free."""
        return cls(
            scheme="https" if tls else "http",
            services={service: folder.port(f"{service}_http") for service in SERVICES},
            edge=folder.port("edge") if edge is None else edge,
            bank=folder.port("bank"),
            bank_control=folder.port("bank_control"),
            smpp=folder.port("smpp"),
            cmpp=folder.port("cmpp"),
            smsc_control=folder.port("smsc_control"),
            registers=folder.port("registers"),
            sip=folder.port("sip"),
            voice=VOICE_FIRST_PORT + folder.port("voice") % VOICE_PLACES * VOICE_PORTS,
            wechat_platform=folder.port("wechat_platform"),
            national=folder.port("national"),
            letters=folder.port("letters"),
            letters_control=folder.port("letters_control"),
            kiosk_helper=folder.port("kiosk_helper"),
            devices=folder.port("devices"),
        )

    def url(self, service: str) -> str:
        """A service's own address."""
        return f"{self.scheme}://{LOOPBACK}:{self.services[service]}"


@dataclass(frozen=True)
class Environments:
    """Makes the environment of every process of one system."""

    folder: RunFolder
    ports: Ports
    vhost: VirtualHost
    databases: Mapping[str, ServiceDatabase]
    certificates: Certificates
    extra: Mapping[str, str]
    """For every process; a test session sets its own waiting times here."""
    tls: bool = False
    """Whether the links inside speak TLS, as the one to the bank always does."""

    def service(self, name: str) -> dict[str, str]:
        """Of a service: what all have, and its own."""
        own = {
            "settlement": self._settlement,
            "notifications": lambda: carriers.links(
                self.folder, LOOPBACK, self.ports.smpp, self.ports.cmpp
            ),
            "documents": self._documents,
            "credit": lambda: {
                "REPORT_CHECK_URL": f"{self.ports.scheme}://localhost:{self.ports.edge}/credit/reports"
            },
            "hotline": self._hotline,
            "wechat": self._wechat,
            "portal": self._portal,
            "transfers": self._transfers,
            "gateway": self._gateway,
            "withdrawals": self._platform_of_registers,
            "accounts": self._reports,
            "loans": self._reports,
        }
        return {
            "DATABASE_URL": self.databases[name].url,
            "BROKER_URL": self.vhost.url(name),
            "HTTP_HOST": LOOPBACK,
            "HTTP_PORT": str(self.ports.services[name]),
            "JWKS_URL": f"{self.ports.url('gateway')}/.well-known/jwks.json",
            **self.keys(name),
            "JOURNAL_FOLDER": str(self.folder.make(f"{JOURNALS}/{name}", mode=0o700)),
            **{key: value for key in PASSED_ON if (value := os.environ.get(key))},
            **_given_keys(name),
            **(own[name]() if name in own else {}),
            **(self._service_tls(name) if self.tls else {}),
            **self.extra,
        }

    def keys(self, name: str) -> dict[str, str]:
        """A service's own keys of personal data, and the public ones of all."""
        return own_keys(self.folder, name)

    def _service_tls(self, name: str) -> dict[str, str]:
        pair = self.certificates.servers[name]
        return {
            "HTTP_CERT_FILE": str(pair.certificate),
            "HTTP_KEY_FILE": str(pair.key),
            "JWKS_CA_FILE": str(self.certificates.authority),
            "SMPP_CA_FILE": str(self.certificates.authority),
            "CMPP_CA_FILE": str(self.certificates.authority),
        }

    @property
    def journals(self) -> Path:
        """Where every service has its journal."""
        return self.folder.make(JOURNALS)

    def _settlement(self) -> dict[str, str]:
        return {
            "BANK_URL": f"https://localhost:{self.ports.bank}",
            "BANK_CA_FILE": str(self.certificates.authority),
            "BANK_CERT_FILE": str(self.certificates.settlement.certificate),
            "BANK_KEY_FILE": str(self.certificates.settlement.key),
            **self._reports(),
        }

    def _reports(self) -> dict[str, str]:
        return {
            "REPORT_URL": f"http://{LOOPBACK}:{self.ports.national}",
            "REPORT_TOKEN": self.folder.secret("national"),
        }

    def _documents(self) -> dict[str, str]:
        return {
            "SIGNING_KEY_FILE": str(self.certificates.seal.key),
            "SIGNING_CERT_FILE": str(self.certificates.seal.certificate),
            "CHECK_URL": f"{self.ports.scheme}://localhost:{self.ports.edge}/hall/check",
            "NATIONAL_URL": f"http://{LOOPBACK}:{self.ports.national}",
            "NATIONAL_TOKEN": self.folder.secret("national"),
            "NATIONAL_INBOUND_TOKEN": self.folder.secret("national_inbound"),
        }

    def national(self) -> dict[str, str]:
        """Of the simulated national platform."""
        asked = f"{self.ports.url('documents')}/api/documents/national-readings"
        return {
            "NATIONALSIM_HOST": LOOPBACK,
            "NATIONALSIM_PORT": str(self.ports.national),
            "NATIONALSIM_TOKEN": self.folder.secret("national"),
            "NATIONALSIM_BOOK_PATH": str(self._book("national")),
            "NATIONALSIM_CENTRE_URL": asked,
            "NATIONALSIM_CENTRE_TOKEN": self.folder.secret("national_inbound"),
            **(
                {"NATIONALSIM_CENTRE_CA_FILE": str(self.certificates.authority)} if self.tls else {}
            ),
            **self.extra,
        }

    def _hotline(self) -> dict[str, str]:
        urls = {
            f"{name.upper()}_URL": self.ports.url(name)
            for name in ("gateway", "accounts", "withdrawals", "loans")
        }
        authority = {"SERVICES_CA_FILE": str(self.certificates.authority)} if self.tls else {}
        return {
            "SIP_PORT": str(self.ports.sip),
            "AGENT_PEERS": f"{LOOPBACK}/32",
            "RTP_PORT_FIRST": str(self.ports.voice),
            "RTP_PORT_LAST": str(self.ports.voice + VOICE_PORTS),
            "VOICE_FOLDER": str(voice_folder()),
            "DEVICE_FILE": str(self.folder.path / HOTLINE_DEVICE_FILE),
            **urls,
            **authority,
        }

    def _wechat(self) -> dict[str, str]:
        platform = f"http://{LOOPBACK}:{self.ports.wechat_platform}"
        return {
            **wechat_account(self.folder),
            "WECHAT_URL": platform,
            "WECHAT_AUTHORIZE_URL": f"{platform}/connect/oauth2/authorize",
            "HALL_URL": f"{self.ports.scheme}://{LOOPBACK}:{self.ports.edge}",
        }

    def _portal(self) -> dict[str, str]:
        urls = {
            f"{name.upper()}_URL": self.ports.url(name)
            for name in ("accounts", "withdrawals", "loans")
        }
        authority = {"SERVICES_CA_FILE": str(self.certificates.authority)} if self.tls else {}
        site = f"{self.ports.scheme}://{LOOPBACK}:{self.ports.edge}"
        return {"SITE_URL": site, **urls, **authority}

    def _transfers(self) -> dict[str, str]:
        line = {"PLATFORM_HOST": LOOPBACK, "PLATFORM_PORT": str(self.ports.letters)}
        return {**line, "PLATFORM_PASSWORD": self.folder.secret("platform")}

    def letters(self) -> dict[str, str]:
        """Of the simulated transfer platform; its other centres pay by the bank."""
        return {
            "LETTERSIM_HOST": LOOPBACK,
            "LETTERSIM_PORT": str(self.ports.letters),
            "LETTERSIM_CONTROL_PORT": str(self.ports.letters_control),
            "LETTERSIM_PASSWORD": self.folder.secret("platform"),
            "LETTERSIM_BOOK_PATH": str(self._book("letters")),
            "LETTERSIM_BANK_URL": f"http://{LOOPBACK}:{self.ports.bank_control}",
            **self.extra,
        }

    def wechat_platform(self) -> dict[str, str]:
        """Of the simulated WeChat."""
        account = wechat_account(self.folder)
        callback = f"{self.ports.url('wechat')}/api/wechat/callbacks"
        return {
            **{name.replace("WECHAT_", "WECHATSIM_"): value for name, value in account.items()},
            "WECHATSIM_HOST": LOOPBACK,
            "WECHATSIM_PORT": str(self.ports.wechat_platform),
            "WECHATSIM_CALLBACK_URL": callback,
            "WECHATSIM_BOOK_PATH": str(self._book("wechat")),
            **(
                {"WECHATSIM_CALLBACK_CA_FILE": str(self.certificates.authority)} if self.tls else {}
            ),
            **self.extra,
        }

    def _gateway(self) -> dict[str, str]:
        return {
            "SIGNING_KEYS_KEY": self.folder.secret_key("signing_keys"),
            **self._platform_of_registers(),
            **LOGIN_LIMITS,
            **{name: value for name in LOGIN_LIMITS if (value := os.environ.get(name))},
        }

    def _platform_of_registers(self) -> dict[str, str]:
        return {
            "REGISTERS_URL": f"http://{LOOPBACK}:{self.ports.registers}",
            "REGISTERS_TOKEN": self.folder.secret("registers"),
        }

    def registers(self) -> dict[str, str]:
        """Of the simulated registers."""
        return {
            "REGISTERS_HOST": LOOPBACK,
            "REGISTERS_PORT": str(self.ports.registers),
            "REGISTERS_TOKEN": self.folder.secret("registers"),
            "REGISTERS_BOOK_PATH": str(self._book("registers")),
            **self.extra,
        }

    def bank(self) -> dict[str, str]:
        """Of the simulated bank."""
        return {
            "BANK_HOST": LOOPBACK,
            "BANK_PORT": str(self.ports.bank),
            "BANK_CONTROL_PORT": str(self.ports.bank_control),
            "BANK_BOOK_PATH": str(self._book("bank")),
            "BANK_CA_FILE": str(self.certificates.authority),
            "BANK_CERT_FILE": str(self.certificates.bank.certificate),
            "BANK_KEY_FILE": str(self.certificates.bank.key),
            **_business_clock(),
            **self.extra,
        }

    def smsc(self) -> dict[str, str]:
        """Of the simulated SMSC, and the carrier's gateway that it is, too."""
        return {
            **carriers.centre(self.folder, LOOPBACK, self.ports.smpp, self.ports.cmpp),
            "SMSC_CONTROL_PORT": str(self.ports.smsc_control),
            "SMSC_BOOK_PATH": str(self._book("smsc")),
            **(self._smsc_tls() if self.tls else {}),
            **self.extra,
        }

    def _smsc_tls(self) -> dict[str, str]:
        pair = self.certificates.servers["smsc"]
        return {"SMSC_CERT_FILE": str(pair.certificate), "SMSC_KEY_FILE": str(pair.key)}

    def _book(self, name: str) -> Path:
        return self.folder.make(BOOKS) / f"{name}.sqlite3"
