"""TLS inside a deployment: its authority, and a certificate for everybody who is called.

The folder `INSIDE_FOLDER` holds `ca.crt`, whom all believe, and a folder for each part with `tls.crt`,
`tls.key` and `ca.crt`, which the part finds at `/inside`. With `ca.key` beside `ca.crt` missing certificates
are issued here. A city that has an authority of its own puts its `ca.crt` there, and either the key of one
that may issue, or each part's two files.
"""

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.x509.oid import ExtendedKeyUsageOID

from local import certificates
from local.certificates import Issuer, Pair
from local.errors import CannotStart
from production import files, servers
from shared.messaging.topology import SERVICES

AUTHORITY = f"{servers.INSIDE}/ca.crt"
BY_POSTGRES = f"sslmode=verify-full&sslrootcert={AUTHORITY}"
BY_BROKER = f"cafile={AUTHORITY}"
"""How an address says whom its caller believes."""
CALLED = ("postgres", "rabbitmq", *SERVICES, "prometheus", "logs")
"""Who shows a certificate, by the name under which it is called."""
CALLERS = "callers"
"""The folder of those who only call: they need to know whom to believe."""
AUTHORITY_VALIDITY = timedelta(days=3650)
RENEW_BEFORE = timedelta(days=90)
"""A certificate that ends sooner is issued anew by the next `python -m production secrets`."""


def provide(folder: Path, now: datetime | None = None) -> None:
    """Make what is missing or ends soon; what a city has put there stays.

    Raises `CannotStart` for a certificate that is missing where there is no key to issue it with, and for one
    that the authority does not vouch for; `PermissionError` unless root does it.
    """
    now = now or datetime.now(UTC)
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    if not (folder / "ca.crt").exists():
        _make_authority(folder, now)
    believed = x509.load_pem_x509_certificates((folder / "ca.crt").read_bytes())
    for part in CALLED:
        pair = Pair(folder / part / "tls.crt", folder / part / "tls.key")
        if not _good(pair, now):
            _issue(folder, pair, part, now)
        _check(pair, believed)
        _hand_out(folder, part, files.user_of(part))
    _hand_out(folder, CALLERS, 0)


def _make_authority(folder: Path, now: datetime) -> None:
    made = certificates.authority("Provident Fund Inside", now, AUTHORITY_VALIDITY)
    (folder / "ca.key").touch(mode=0o600)
    (folder / "ca.key").write_bytes(certificates.key_text(made.key))
    (folder / "ca.crt").write_bytes(certificates.pem(made.certificate))


def _good(pair: Pair, now: datetime) -> bool:
    if not (pair.certificate.exists() and pair.key.exists()):
        return False
    certificate = x509.load_pem_x509_certificate(pair.certificate.read_bytes())
    return certificate.not_valid_after_utc - RENEW_BEFORE > now


def _issue(folder: Path, pair: Pair, part: str, now: datetime) -> None:
    """Issue a certificate, unless a city does so itself and the one that is there still holds."""
    if not (folder / "ca.key").exists():
        if pair.certificate.exists() and _ends(pair) > now:
            return
        raise CannotStart(
            f"{pair.certificate} is missing or has ended, and {folder} has no ca.key to issue it with."
        )
    pair.certificate.parent.mkdir(mode=0o700, exist_ok=True)
    for path in (pair.certificate, pair.key):
        path.unlink(missing_ok=True)
    certificates.issue(_issuer(folder), pair, part, ExtendedKeyUsageOID.SERVER_AUTH, now)


def _ends(pair: Pair) -> datetime:
    return x509.load_pem_x509_certificate(pair.certificate.read_bytes()).not_valid_after_utc


def _issuer(folder: Path) -> Issuer:
    """The authority whose key is there: the first of those in `ca.crt`."""
    certificate = x509.load_pem_x509_certificate((folder / "ca.crt").read_bytes())
    key = serialization.load_pem_private_key((folder / "ca.key").read_bytes(), None)
    issuer = Issuer(certificate, key)  # type: ignore[arg-type]
    if key.public_key() != certificate.public_key():
        raise CannotStart(f"{folder / 'ca.key'} is not the key of the first certificate in ca.crt.")
    return issuer


def _check(pair: Pair, believed: list[x509.Certificate]) -> None:
    """Whoever calls would refuse it: better now than when everything starts."""
    chain = x509.load_pem_x509_certificates(pair.certificate.read_bytes())
    if not any(_vouches(authority, chain[-1]) for authority in believed):
        raise CannotStart(f"{pair.certificate} was not issued by an authority of ca.crt.")
    key = serialization.load_pem_private_key(pair.key.read_bytes(), None)
    if key.public_key() != chain[0].public_key():
        raise CannotStart(f"{pair.key} is not the key of {pair.certificate.name} beside it.")


def _vouches(authority: x509.Certificate, certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _hand_out(folder: Path, part: str, user: int) -> None:
    """Give a part its files: the key is read by its user alone, whom to believe by everybody."""
    own = folder / part
    own.mkdir(mode=0o755, exist_ok=True)
    own.chmod(0o755)
    shutil.copyfile(folder / "ca.crt", own / "ca.crt")
    for path in own.iterdir():
        os.chown(path, user, user)
        path.chmod(0o400 if path.name == "tls.key" else 0o444)
