"""An authority, and the certificates that three machines of a database show each other and whoever comes."""

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from local.folder import LOOPBACK

AUTHORITY = "ca.pem"
USED_BY = ("postgres", "etcd")
"""Whose files they are: `postgres.pem`, `postgres.key`."""
BOTH_WAYS = (ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH)


class Authority:
    """Who is believed by all of them."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        constraints = x509.BasicConstraints(ca=True, path_length=0)
        name = _name("Database CA")
        builder = _builder(name, name, self._key).add_extension(constraints, critical=True)
        self._certificate = builder.sign(self._key, hashes.SHA256())

    def publish(self, folder: Path) -> Path:
        """Write down whom to believe."""
        file = folder / AUTHORITY
        file.write_bytes(self._certificate.public_bytes(serialization.Encoding.PEM))
        return file

    def issue(self, folder: Path, machine: str) -> None:
        """Write a machine's files: for its own name, the one that clients call, and this machine's."""
        self.publish(folder)
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName(
            [
                *(x509.DNSName(name) for name in (machine, "postgres", "localhost")),
                x509.IPAddress(ipaddress.ip_address(LOOPBACK)),
            ]
        )
        certificate = (
            _builder(_name(machine), self._certificate.subject, key)
            .add_extension(names, critical=False)
            .add_extension(x509.ExtendedKeyUsage(BOTH_WAYS), critical=False)
            .sign(self._key, hashes.SHA256())
        )
        written = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        for user in USED_BY:
            (folder / f"{user}.key").touch(mode=0o600)
            (folder / f"{user}.key").write_bytes(written)
            (folder / f"{user}.pem").write_bytes(
                certificate.public_bytes(serialization.Encoding.PEM)
            )


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=1))
    )


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
