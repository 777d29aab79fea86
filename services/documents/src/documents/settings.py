"""Settings of the documents service."""

from pathlib import Path

from pydantic import Field

from shared.base.settings import ServiceSettings
from shared.messaging.unit import Context, own_settings


class Settings(ServiceSettings):
    """The plumbing's settings and those of the press."""

    centre_name: str = "示例市住房公积金管理中心"
    """Who issues the documents, as their heading and seal have it."""
    check_url: str = "https://localhost/hall/check"
    """Where anybody checks a document; the number and the code are added to it, in the QR code too."""
    fonts_folder: Path = Path("/usr/share/fonts")
    """Where Noto Serif CJK and Hanazono are, which are embedded in every document."""
    signing_key_file: Path
    """Private key of the electronic seal, PEM."""
    signing_cert_file: Path
    """Its certificate and those up to the authority, PEM."""

    press_workers: int = Field(1, ge=1, le=32)
    """Processes that print and sign, beside the one that answers."""
    press_claim_seconds: float = Field(60.0, gt=0)
    """What a dead process was printing is printed again after this; longer than any document takes."""
    press_poll_seconds: float = Field(5.0, gt=0)
    """The press is woken by NOTIFY; this is for a notification that was lost."""
    requests_per_day: int = Field(50, ge=1)
    """Documents that one person may ask for on a business day."""


def settings_of(context: Context) -> Settings:
    """The documents service's own settings, of a running service."""
    return own_settings(context, Settings)
