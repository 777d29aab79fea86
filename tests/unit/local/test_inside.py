"""Certificates of the links inside: who gets which, an authority of one's own, and what is refused."""

import os
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from local import certificates
from local.errors import CannotStart
from production import inside, servers

NOW = datetime(2026, 12, 1, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def owners(monkeypatch: pytest.MonkeyPatch) -> dict[Path, int]:
    """Whom files were given to: nobody but root gives any."""
    found: dict[Path, int] = {}
    monkeypatch.setattr(os, "chown", lambda path, user, _group: found.update({Path(path): user}))
    return found


def certificate(folder: Path, part: str) -> x509.Certificate:
    return x509.load_pem_x509_certificate((folder / part / "tls.crt").read_bytes())


def test_a_first_start_makes_an_authority_and_a_certificate_for_everybody_who_is_called(
    tmp_path: Path, owners: dict[Path, int]
) -> None:
    inside.provide(tmp_path, NOW)
    for part in inside.CALLED:
        names = certificate(tmp_path, part).extensions.get_extension_for_class(
            x509.SubjectAlternativeName
        )
        assert part in names.value.get_values_for_type(x509.DNSName)
        key = tmp_path / part / "tls.key"
        assert key.stat().st_mode & 0o777 == 0o400
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(
            tmp_path / part / "tls.crt", key
        )
    assert owners[tmp_path / "accounts" / "tls.key"] == servers.user_of("accounts")
    assert {path.name for path in (tmp_path / inside.CALLERS).iterdir()} == {"ca.crt"}
    assert (tmp_path / "ca.key").stat().st_mode & 0o077 == 0


def test_what_ends_soon_is_issued_anew_by_the_same_authority_and_what_does_not_stays(
    tmp_path: Path,
) -> None:
    inside.provide(tmp_path, NOW)
    first, authority = certificate(tmp_path, "loans"), (tmp_path / "ca.crt").read_bytes()
    inside.provide(tmp_path, NOW + 274 * DAY)
    assert certificate(tmp_path, "loans") == first, "91 days are left"
    inside.provide(tmp_path, NOW + 276 * DAY)
    second = certificate(tmp_path, "loans")
    assert second != first, "89 days are left"
    assert (tmp_path / "ca.crt").read_bytes() == authority
    second.verify_directly_issued_by(x509.load_pem_x509_certificate(authority))


def test_a_city_issues_with_an_authority_of_its_own(tmp_path: Path) -> None:
    theirs = certificates.authority("City of Dezhou", NOW)
    (tmp_path / "ca.crt").write_bytes(certificates.pem(theirs.certificate))
    (tmp_path / "ca.key").write_bytes(certificates.key_text(theirs.key))
    inside.provide(tmp_path, NOW)
    certificate(tmp_path, "rabbitmq").verify_directly_issued_by(theirs.certificate)
    stranger = certificates.authority("Somebody", NOW)
    (tmp_path / "ca.key").write_bytes(certificates.key_text(stranger.key))
    with pytest.raises(CannotStart, match="not the key"):
        inside.provide(tmp_path, NOW + 300 * DAY)


def test_a_city_that_keeps_its_key_elsewhere_brings_every_certificate(tmp_path: Path) -> None:
    inside.provide(tmp_path, NOW)
    (tmp_path / "ca.key").unlink()
    inside.provide(tmp_path, NOW + 300 * DAY)
    with pytest.raises(CannotStart, match=r"postgres/tls\.crt is missing or has ended"):
        inside.provide(tmp_path, NOW + 366 * DAY)
    (tmp_path / "gateway" / "tls.crt").unlink()
    with pytest.raises(CannotStart, match=r"gateway/tls\.crt is missing"):
        inside.provide(tmp_path, NOW)


def test_a_certificate_that_callers_would_refuse_is_refused_before_anything_starts(
    tmp_path: Path,
) -> None:
    inside.provide(tmp_path / "ours", NOW)
    inside.provide(tmp_path / "theirs", NOW)
    ours, theirs = tmp_path / "ours" / "credit", tmp_path / "theirs" / "credit"
    good = (ours / "tls.crt").read_bytes()
    ours.joinpath("tls.crt").chmod(0o600)
    ours.joinpath("tls.crt").write_bytes((theirs / "tls.crt").read_bytes())
    with pytest.raises(CannotStart, match="authority"):
        inside.provide(tmp_path / "ours", NOW)
    ours.joinpath("tls.crt").write_bytes(good)
    ours.joinpath("tls.key").chmod(0o600)
    ours.joinpath("tls.key").write_bytes((theirs / "tls.key").read_bytes())
    with pytest.raises(CannotStart, match="not the key"):
        inside.provide(tmp_path / "ours", NOW)
