"""Signing with the kinds of key that a seal's file may hold (R-CRT-3)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
import typst
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID
from tests.support.pdf import judged_by_poppler

from documents.work.keys import CannotSign, KeyFiles
from documents.work.signing import FileSigner

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey
CENTRE = "示例市住房公积金管理中心"


def files(folder: Path, key: Key) -> KeyFiles:
    """A key and a certificate that it signed itself."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, CENTRE)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, None if isinstance(key, ed25519.Ed25519PrivateKey) else SHA256())
    )
    found = KeyFiles(folder / "key.pem", folder / "certificate.pem")
    found.key.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    found.certificates.write_bytes(certificate.public_bytes(Encoding.PEM))
    return found


@pytest.mark.parametrize(
    "made",
    [
        partial(rsa.generate_private_key, 65_537, 4_096),
        partial(ec.generate_private_key, ec.SECP384R1()),
    ],
    ids=["RSA 4096", "P-384"],
)
def test_r_crt_3_a_signature_holds_whatever_the_kind_of_key(
    tmp_path: Path, made: Callable[[], Key]
) -> None:
    signer = FileSigner(files(tmp_path, made()), CENTRE)
    path = tmp_path / "signed.pdf"
    path.write_bytes(signer.sign(typst.compile(b"#set page(width: 40mm, height: 20mm)\nA"), "证明"))
    told = judged_by_poppler(path)
    assert "Signature is Valid." in told, told
    assert "Total document signed" in told


def test_a_key_that_no_reader_of_pdf_expects_is_refused_at_the_start(tmp_path: Path) -> None:
    unfit = files(tmp_path, ed25519.Ed25519PrivateKey.generate())
    with pytest.raises(CannotSign, match="neither"):
        FileSigner(unfit, CENTRE)
    with pytest.raises(CannotSign, match="neither"):
        unfit.demand()


def test_the_service_sees_what_no_worker_could_sign_with(tmp_path: Path) -> None:
    fit = files(tmp_path, ec.generate_private_key(ec.SECP256R1()))
    fit.demand()
    fit.certificates.write_bytes(fit.key.read_bytes())
    with pytest.raises(CannotSign, match="cannot use"):
        fit.demand()
    fit.key.unlink()
    with pytest.raises(CannotSign, match="cannot use"):
        fit.demand()
