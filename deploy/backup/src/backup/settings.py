"""What the keeper of backups is told."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    """From the environment; folders lie on another machine or disk than what they keep."""

    postgres_url: SecretStr = Field(
        description="The server, as its administrator or as the role `backup`"
    )
    backup_folder: Path = Field(description="Where everything is kept, encrypted")
    backup_keys: Path = Field(description="Keys that open it; a copy of this folder lies in a safe")
    backup_passphrase_file: Path = Field(description="Passphrase of those keys")
    pg_bin: Path = Field(description="PostgreSQL's programs, of the server's version or newer")
    barman: Path = Field(Path("barman"), description="The program that makes and restores backups")
    backup_keep_days: int = Field(
        35, ge=7, le=3650, description="Days back to which one can restore"
    )
    backup_hour: int = Field(
        2, ge=0, le=23, description="Hour of the nightly base backup, Asia/Shanghai"
    )
    backup_drill_days: int = Field(
        7, ge=1, le=90, description="Days between two drills of a restore"
    )
    backup_metrics_port: int = Field(9331, ge=0, le=65535, description="Port of /metrics")
    backup_metrics_host: str = Field("127.0.0.1", description="Address of /metrics")
    journal_folder: Path | None = Field(None, description="Journals of all services")
    broker_management_url: SecretStr | None = Field(
        None, description="The broker's management API, with name and password of an administrator"
    )
