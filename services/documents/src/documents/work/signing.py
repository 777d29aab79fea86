"""Who signs: a port, so that the city's seal platform can take the place of a key in a file."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pyhanko.keys import load_certs_from_pemder, load_private_key_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

FIELD = "Seal"


class CannotSign(Exception):
    """The key or its certificate cannot be used; says which file."""


class Signer(Protocol):
    """Signs a PDF (电子印章)."""

    def sign(self, pdf: bytes, title: str) -> bytes:
        """Return the PDF with a PAdES signature after which nothing may change."""


@dataclass(frozen=True)
class KeyFiles:
    """A private key and its certificates up to the authority, PEM."""

    key: Path
    certificates: Path


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
        self._signer = signers.SimpleSigner(own, key, store)
        self._centre_name = centre_name

    def sign(self, pdf: bytes, title: str) -> bytes:
        """Return the PDF with its signature appended; what was there before stays byte by byte."""
        metadata = signers.PdfSignatureMetadata(
            field_name=FIELD,
            md_algorithm="sha256",
            name=self._centre_name,
            reason=f"出具{title}",
            subfilter=fields.SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        )
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        signed = signers.sign_pdf(writer, metadata, signer=self._signer)
        return bytes(signed.getbuffer())
