"""Settings of the credit service."""

from pydantic import Field

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
    statistics_keep_seconds: float = Field(60.0, gt=0)
    """How old the public figures may be."""
