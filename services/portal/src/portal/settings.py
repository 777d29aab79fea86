"""Settings of the portal."""

from pathlib import Path

from pydantic import Field

from shared.base.settings import ServiceSettings
from shared.messaging.unit import Context, own_settings


class Settings(ServiceSettings):
    """The plumbing's settings and those of the pages."""

    centre_name: str = "示例市住房公积金管理中心"
    """Whose front door it is."""
    site_url: str
    """Address that the street knows the portal by, no slash at its end: for the feed and the sitemap."""
    loans_url: str
    """Where loans is, without /api: its calculators are asked."""
    accounts_url: str
    """Where accounts is, without /api."""
    withdrawals_url: str
    """Where withdrawals is, without /api."""
    services_ca_file: Path | None = None
    """The authority that vouches for them, where it is a private one."""
    answer_seconds: float = Field(3.0, gt=0)
    """How long one of them may take."""
    page_cache_seconds: int = Field(60, ge=0, le=3_600)
    """How long a browser or a proxy may keep a page before it asks anew."""


def settings_of(context: Context) -> Settings:
    """The portal's own settings, of a running service."""
    return own_settings(context, Settings)
