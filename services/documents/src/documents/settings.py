"""Settings of the documents service."""

from pathlib import Path

from pydantic import Field, SecretStr

from shared.base import fonts
from shared.base.settings import ServiceSettings
from shared.messaging.unit import Context, own_settings


class Settings(ServiceSettings):
    """The plumbing's settings and those of the press."""

    centre_name: str = "示例市住房公积金管理中心"
    """Who issues the documents, as their heading and seal have it."""
    check_url: str = "https://localhost/hall/check"
    """Where anybody checks a document; the number and the code are added to it, in the QR code too."""
    fonts_folder: Path = fonts.FOLDER
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
    centre_code: str = Field("371400", pattern=r"^\d{6}$")
    """Area of the centre (GB/T 2260), which its codes (亮码) begin with."""
    national_url: str | None = None
    """The national platform by which codes of other centres are read; none: they cannot be read here."""
    national_token: str = Field("", repr=False)
    """By which the platform knows the centre."""
    national_inbound_token: SecretStr | None = None
    """By which the centre knows the platform, when another centre reads a code of ours; none: nobody can."""
    national_ca_file: Path | None = None
    """Whose certificates the platform may show; none: those that the machine trusts."""
    national_timeout_seconds: float = Field(5.0, gt=0)
    """A platform that takes longer has not answered, and is asked the same again."""
    reading_poll_seconds: float = Field(0.5, gt=0)
    """How often it is looked whether a code is to be asked about."""
    reading_batch: int = Field(20, ge=1, le=500)
    """Codes that are asked about at the same time."""
    code_answer_again_seconds: float = Field(600.0, ge=0)
    """So long after a reading the same question gets the same answer, which may have been lost."""
    code_sweep_seconds: float = Field(15.0, gt=0)
    """How often what dead codes stood for is deleted."""
    codes_per_day: int = Field(20, ge=1)
    """Codes that one person may have on a business day."""
    requests_per_day: int = Field(50, ge=1)
    """Documents that one person may ask for on a business day."""


def settings_of(context: Context) -> Settings:
    """The documents service's own settings, of a running service."""
    return own_settings(context, Settings)
