"""What the hotline logs in with: two administrators register its device, whose secret only it has."""

import hashlib
import secrets

from city.clients import by_two
from city.seed.office import Office
from local.environments import HOTLINE_DEVICE_FILE
from local.folder import RunFolder


async def register_hotline(office: Office, folder: RunFolder) -> None:
    """Register the device and hand its credential over, unless that was done."""
    if folder.recall(HOTLINE_DEVICE_FILE):
        return
    secret = secrets.token_urlsafe(32)
    body = {
        "name": "12329热线",
        "channel": "hotline",
        "secret_hash": hashlib.sha256(secret.encode()).hexdigest(),
    }
    made = await by_two(office.admin, office.other_admin, "gateway/devices", body)
    credential = {"client_id": made["client_id"], "client_secret": secret}
    folder.remember(HOTLINE_DEVICE_FILE, credential)
