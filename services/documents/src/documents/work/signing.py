"""Who signs: a port, so that the city's seal platform can take the place of a key in a file."""

import io
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key
from pyhanko.keys import load_certs_from_pemder, load_private_key_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from documents.work.keys import CannotSign, KeyFiles

FIELD = "Seal"
DIGEST = "sha256"
SIGNATURE_BYTES = 4_096
"""What a signature takes beside its certificates: attributes and an RSA key of 4,096 bits, and as much again.

Reserved without asking, since pyHanko finds the size by signing once more.
"""


class Signer(Protocol):
    """Signs a PDF (电子印章)."""

    def sign(self, pdf: bytes, title: str) -> bytes:
        """Return the PDF with a PAdES signature after which nothing may change."""


class FileSigner:
    """Signs with a key in a file: PAdES B-B, certified, no change allowed, no call to anybody."""

    def __init__(self, files: KeyFiles, centre_name: str) -> None:
        """Load the key; raises `CannotSign`."""
        try:
            own, *others = load_certs_from_pemder([str(files.certificates)])  # type: ignore[no-untyped-call]
            key = load_private_key_from_pemder(str(files.key), passphrase=None)
        except (OSError, ValueError) as error:
            raise CannotSign(f"cannot use {files.key} with {files.certificates}") from error
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register_multiple([own, *others])
        loaded = load_der_private_key(key.dump(), password=None)
        if not isinstance(loaded, RSAPrivateKey | EllipticCurvePrivateKey):
            raise CannotSign(f"{files.key} is neither an RSA key nor one of an elliptic curve")
        self._signer = _LoadedSigner(own, key, store)
        self._signer.loaded = loaded
        every_certificate = sum(len(one.dump()) for one in (own, *others))
        self._reserved = 2 * (every_certificate + SIGNATURE_BYTES)
        self._centre_name = centre_name

    def sign(self, pdf: bytes, title: str) -> bytes:
        """Return the PDF with its signature appended; what was there before stays byte by byte."""
        metadata = signers.PdfSignatureMetadata(
            field_name=FIELD,
            md_algorithm=DIGEST,
            name=self._centre_name,
            reason=f"出具{title}",
            subfilter=fields.SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        )
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        signed = signers.sign_pdf(
            writer, metadata, signer=self._signer, bytes_reserved=self._reserved
        )
        return bytes(signed.getbuffer())


class _LoadedSigner(signers.SimpleSigner):
    """Signs with a key that was loaded once; pyHanko loads and checks an RSA key for each signature."""

    loaded: RSAPrivateKey | EllipticCurvePrivateKey

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        """Sign data, of which `DIGEST` is taken."""
        assert digest_algorithm == DIGEST
        if isinstance(self.loaded, RSAPrivateKey):
            return self.loaded.sign(data, PKCS1v15(), SHA256())
        return self.loaded.sign(data, ECDSA(SHA256()))
