"""What the press works with, seen to be fit without loading what prints and signs."""

from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_der_private_key, load_pem_private_key
from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificates

from shared.base import fonts

PEM = b"-----BEGIN"


class CannotSign(Exception):
    """The key or its certificate cannot be used; says which file."""


@dataclass(frozen=True)
class KeyFiles:
    """A private key and its certificates up to the authority, PEM."""

    key: Path
    certificates: Path

    def demand(self) -> None:
        """Raise `CannotSign` where a press could not sign with them."""
        try:
            key, certificates = self.key.read_bytes(), self.certificates.read_bytes()
            load = load_pem_private_key if PEM in key else load_der_private_key
            loaded = load(key, None)
            if PEM in certificates:
                load_pem_x509_certificates(certificates)
            else:
                load_der_x509_certificate(certificates)
        except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise CannotSign(f"cannot use {self.key} with {self.certificates}") from error
        if not isinstance(loaded, RSAPrivateKey | EllipticCurvePrivateKey):
            raise CannotSign(f"{self.key} is neither an RSA key nor one of an elliptic curve")


@dataclass(frozen=True)
class Press:
    """What a press needs to know."""

    fonts: Path
    keys: KeyFiles
    centre_name: str

    def demand(self) -> None:
        """Raise `MissingFonts` or `CannotSign` unless a worker can work with it."""
        fonts.demand(self.fonts)
        self.keys.demand()
