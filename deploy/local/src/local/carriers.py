"""The environments of 12329's links to the carriers, and of the simulated SMSC and gateway behind them."""

from local.folder import RunFolder

SMPP_SYSTEM_ID = "12329"
SMPP_PASSWORD_MAX = 8
"""SMPP 3.4 has no room for more."""
CMPP_SOURCE = "912329"


def links(folder: RunFolder, host: str, smpp_port: int, cmpp_port: int) -> dict[str, str]:
    """Of the service that sends and receives texts."""
    return {
        "SMPP_HOST": host,
        "SMPP_PORT": str(smpp_port),
        "SMPP_SYSTEM_ID": SMPP_SYSTEM_ID,
        "SMPP_PASSWORD": _smpp_password(folder),
        "CMPP_HOST": host,
        "CMPP_PORT": str(cmpp_port),
        "CMPP_SOURCE": CMPP_SOURCE,
        "CMPP_SECRET": folder.secret("cmpp"),
    }


def centre(folder: RunFolder, host: str, smpp_port: int, cmpp_port: int) -> dict[str, str]:
    """Of the simulated SMSC, which is the carrier's gateway, too."""
    return {
        "SMSC_HOST": host,
        "SMSC_PORT": str(smpp_port),
        "SMSC_SYSTEM_ID": SMPP_SYSTEM_ID,
        "SMSC_PASSWORD": _smpp_password(folder),
        "SMSC_CMPP_PORT": str(cmpp_port),
        "SMSC_CMPP_SOURCE": CMPP_SOURCE,
        "SMSC_CMPP_SECRET": folder.secret("cmpp"),
    }


def _smpp_password(folder: RunFolder) -> str:
    return folder.secret("smpp")[:SMPP_PASSWORD_MAX]
