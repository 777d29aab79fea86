"""The settings of a service that reports every night."""

from pathlib import Path

from pydantic import Field

from shared.base.settings import ServiceSettings


class ReportingSettings(ServiceSettings):
    """Those of every service, and where and when it reports."""

    report_url: str | None = None
    """The platform that tables of JGJ/T 320 are reported to every night; none: nothing is reported."""
    report_token: str = Field("", repr=False)
    """By which the platform knows the centre."""
    report_ca_file: Path | None = None
    """Whose certificates the platform may show; none: those that the machine trusts."""
    report_centre_code: str = Field("371400", pattern=r"^\d{6}$")
    """Area of the centre (GB/T 2260), under which it reports."""
    report_hour: int = Field(1, ge=0, le=23)
    """Hour in Asia/Shanghai from which the day before is due."""
    report_check_seconds: float = Field(60.0, gt=0)
    """How often it is looked whether a day is due; after a failure it rests for ten minutes."""
    report_timeout_seconds: float = Field(60.0, gt=0)
    """A platform that takes longer for a part has not taken it."""
