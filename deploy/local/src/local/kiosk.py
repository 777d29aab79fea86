"""What stands around one self-service terminal: how its simulated parts and its helper are set."""

from pathlib import Path

from local.folder import LOOPBACK, RunFolder


def _card_reader(folder: RunFolder) -> Path:
    return folder.path / "card-reader"


def devices(folder: RunFolder, port: int) -> dict[str, str]:
    """Of the simulated printer and card reader."""
    return {
        "DEVICES_HOST": LOOPBACK,
        "DEVICES_PORT": str(port),
        "DEVICES_READER_PATH": str(_card_reader(folder)),
    }


def helper(folder: RunFolder, origin: str, port: int, devices_port: int) -> dict[str, str]:
    """Of the helper, for the page of one origin."""
    return {
        "TERMINAL_ORIGIN": origin,
        "TERMINAL_PORT": str(port),
        "TERMINAL_PRINTER_URL": f"http://{LOOPBACK}:{devices_port}/ipp/print",
        "TERMINAL_READER_DEVICE": str(_card_reader(folder)),
    }
