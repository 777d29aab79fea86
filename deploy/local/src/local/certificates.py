"""A private certification authority: mutual TLS with the bank always, TLS on every other link by setting."""

import ipaddress
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import CertificateIssuerPrivateKeyTypes
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from local.folder import LOOPBACK, RunFolder
from shared.messaging.topology import SERVICES

SERVERS = ("postgres", "rabbitmq", "edge", "smsc", *SERVICES)
"""Who else is called by others."""

IN_CLEAR = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Trusts nobody: for clients of plain HTTP, who would read the system's authorities, which takes 50 ms."""

VALIDITY = timedelta(days=365)
RENEW_BEFORE = timedelta(days=30)
DOCUMENT_SIGNING = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")
"""RFC 9336."""
SEAL_NAME = "Provident Fund Centre Seal (test)"


@dataclass(frozen=True)
class Pair:
    """A certificate and its private key, as files."""

    certificate: Path
    key: Path


@dataclass(frozen=True)
class Certificates:
    """Both ends of the bank link, and everybody else who is called."""

    authority: Path
    bank: Pair
    settlement: Pair
    seal: Pair
    """The electronic seal of documents; the certificate's file holds the authority's too."""
    servers: Mapping[str, Pair]


@dataclass(frozen=True)
class Issuer:
    """An authority that can vouch for others."""

    certificate: x509.Certificate
    key: CertificateIssuerPrivateKeyTypes


def provide(folder: Path, now: datetime | None = None) -> Certificates:
    """Make the certificates, unless those of the last start are good for a while yet."""
    now = now or datetime.now(UTC)
    made = Certificates(
        folder / "ca.pem",
        Pair(folder / "bank.pem", folder / "bank.key"),
        Pair(folder / "settlement.pem", folder / "settlement.key"),
        Pair(folder / "seal.pem", folder / "seal.key"),
        {
            name: Pair(folder / f"{name}-server.pem", folder / f"{name}-server.key")
            for name in SERVERS
        },
    )
    if not _still_good(made, now):
        issuer = authority("Provident Fund Local CA", now)
        issue(issuer, made.bank, "bank", ExtendedKeyUsageOID.SERVER_AUTH, now)
        issue(issuer, made.settlement, "settlement", ExtendedKeyUsageOID.CLIENT_AUTH, now)
        issue(issuer, made.seal, SEAL_NAME, DOCUMENT_SIGNING, now)
        with made.seal.certificate.open("ab") as chain:
            chain.write(pem(issuer.certificate))
        for name, pair in made.servers.items():
            issue(issuer, pair, name, ExtendedKeyUsageOID.SERVER_AUTH, now)
        made.authority.write_bytes(pem(issuer.certificate))
    return made


def provide_in(folder: RunFolder) -> Certificates:
    """Make them in the run folder."""
    return provide(folder.make("tls", mode=0o700))


def _still_good(made: Certificates, now: datetime) -> bool:
    """The authority's file is written last: where it is, the others are."""
    others = (pair.certificate for pair in (made.seal, *made.servers.values()))
    if not (made.authority.exists() and all(path.exists() for path in others)):
        return False
    authority = x509.load_pem_x509_certificate(made.authority.read_bytes())
    return authority.not_valid_after_utc - RENEW_BEFORE > now


def authority(common_name: str, now: datetime, validity: timedelta = VALIDITY) -> Issuer:
    """Make an authority that nobody vouches for but itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(common_name)
    certificate = (
        _builder(name, name, key, now, validity)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Issuer(certificate, key)


def issue(
    issuer: Issuer, pair: Pair, common_name: str, purpose: x509.ObjectIdentifier, now: datetime
) -> None:
    """Write a fresh key, for its owner alone, and the certificate that the authority gives for it."""
    key = ec.generate_private_key(ec.SECP256R1())
    signs_documents = purpose == DOCUMENT_SIGNING
    authority_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(
        issuer.certificate.public_key()  # type: ignore[arg-type]
    )
    builder = (
        _builder(_name(common_name), issuer.certificate.subject, key, now)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_documents=signs_documents), critical=True)
        .add_extension(x509.ExtendedKeyUsage([purpose]), critical=False)
        .add_extension(authority_key, critical=False)
    )
    if not signs_documents:
        builder = builder.add_extension(_names(common_name), critical=False)
    certificate = builder.sign(issuer.key, hashes.SHA256())
    pair.key.touch(mode=0o600)
    pair.key.write_bytes(key_text(key))
    pair.certificate.write_bytes(pem(certificate))


def key_text(key: CertificateIssuerPrivateKeyTypes) -> bytes:
    """Write a private key as PEM, without a password."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _names(common_name: str) -> x509.SubjectAlternativeName:
    return x509.SubjectAlternativeName(
        [
            x509.DNSName("localhost"),
            x509.DNSName(common_name),
            x509.IPAddress(ipaddress.ip_address(LOOPBACK)),
        ]
    )


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    now: datetime,
    validity: timedelta = VALIDITY,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + validity)
    )


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def _usage(*, signs_certificates: bool = False, signs_documents: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=signs_documents,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def pem(certificate: x509.Certificate) -> bytes:
    """Write a certificate as PEM."""
    return certificate.public_bytes(serialization.Encoding.PEM)
