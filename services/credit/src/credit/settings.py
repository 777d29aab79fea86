"""Settings of the credit service."""

from pathlib import Path

from pydantic import Field

from shared.base import fonts
from shared.base.settings import ServiceSettings


class Settings(ServiceSettings):
    """The plumbing's settings and those of the registers."""

    publication_check_seconds: float = Field(60.0, gt=0)
    """How often it is looked at what must be published, what ends, and what a new rule set changes."""
    period_batch_records: int = Field(2_000, ge=1, le=20_000)
    """Records whose period is computed anew in one transaction."""
    search_timeout_seconds: float = Field(2.0, gt=0)
    """A search of the public register that takes longer is given up."""
    import_poll_seconds: float = Field(1.0, gt=0)
    """How often it is looked for files that were handed in, and for accepted ones."""
    import_memory_bytes: int = Field(1024 * 1024 * 1024, ge=256 * 1024 * 1024)
    """Memory that the process may use that reads a file."""
    import_cpu_seconds: int = Field(120, ge=1)
    """Processor time that reading a file may take."""
    import_wall_seconds: float = Field(600.0, gt=0)
    """Time that reading a file may take."""
    import_lease_seconds: float = Field(60.0, gt=0)
    """A reader that says nothing for so long is taken for dead, and the file is read anew."""
    import_portion_rows: int = Field(1_000, ge=1, le=10_000)
    """Rows of an accepted file that are taken in one transaction."""
    import_keep_days: int = Field(30, ge=1, le=365)
    """What nobody accepted in so many days is forgotten."""
    odd_look_ups_a_day: int = Field(500, ge=1)
    """Firms that one user looks up in a day; more are an alarm (R-CRD-33)."""
    platform_name: str = "信用德州"
    """What the public site is called."""
    page_cache_seconds: int = Field(60, ge=0, le=3_600)
    """How long a browser or a proxy may keep a page before it asks anew."""
    centre_name: str = "德州市住房公积金管理中心"
    """Whose decisions become rows by themselves: the authority that they name."""
    centre_code: str = Field("12371400MB28491737", pattern=r"^[0-9A-HJ-NPQRTUWXY]{18}$")
    """Its unified social credit code."""
    report_check_url: str = "https://localhost/credit/reports"
    """Where anybody checks a report; number and check code are added to it in the QR code."""
    fonts_folder: Path = fonts.FOLDER
    """Where Noto Serif CJK and Hanazono are, which are embedded in every report."""
    report_printers: int = Field(2, ge=1, le=32)
    """Reports that are printed at the same time; others wait their turn."""
    report_memory_bytes: int = Field(1024 * 1024 * 1024, ge=256 * 1024 * 1024)
    """Memory that printing a report may take."""
    report_cpu_seconds: int = Field(20, ge=1)
    """Processor time that printing a report may take."""
    report_wall_seconds: float = Field(30.0, gt=0)
    """Time that printing a report may take, waiting for a turn included."""
    own_reports_a_day: int = Field(10, ge=1)
    """Reports about oneself that one person may have on a business day."""
    statistics_keep_seconds: float = Field(60.0, gt=0)
    """How old the public figures may be."""
