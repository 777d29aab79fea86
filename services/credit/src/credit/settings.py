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
    statistics_keep_seconds: float = Field(60.0, gt=0)
    """How old the public figures may be."""
