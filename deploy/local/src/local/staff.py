"""The first staff of a system on this machine, made as on any new host: by the gateway's own command."""

import asyncio
import json
import sys
from collections.abc import Mapping

from local.errors import CannotStart
from local.folder import RunFolder

PEOPLE_FILE = "founders.json"
CODES_FILE = "activation-codes.json"
"""What `gateway found` printed, login by login; used once."""
ALREADY_FOUNDED = "already-founded"

ADMIN, OTHER_ADMIN = "zhao.jianguo", "qian.weidong"
MAKER, CHECKER, AUDITOR = "chushen.wang", "fuhe.li", "shenji.zhou"
FOUNDERS = (
    ("371402198001010012", "赵建国", ADMIN, "staff_admin"),
    ("37140219820315003X", "钱卫东", OTHER_ADMIN, "staff_admin"),
    ("371402198805200022", "王初审", MAKER, "staff_maker"),
    ("371402197909090046", "李复核", CHECKER, "staff_checker"),
    ("371402198507070047", "周审计", AUDITOR, "staff_auditor"),
)


async def found(folder: RunFolder, gateway: Mapping[str, str]) -> None:
    """Have the gateway make the first staff, unless somebody is in already; raises `CannotStart`."""
    people = [_person(*one, phone=f"1380534900{number}") for number, one in enumerate(FOUNDERS, 1)]
    folder.remember(PEOPLE_FILE, people, mode=0o600)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "gateway", "found", str(folder.path / PEOPLE_FILE),
        env=dict(gateway), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    printed, complaint = await process.communicate()
    if process.returncode == 0:
        folder.remember(CODES_FILE, json.loads(printed), mode=0o600)
    elif not complaint.decode().startswith(ALREADY_FOUNDED):
        raise CannotStart(f"gateway found: {complaint.decode().strip()}")


def _person(id_number: str, name: str, login: str, role: str, *, phone: str) -> dict[str, object]:
    return {
        "login": login, "name": name, "id_number": id_number, "phone": phone, "role": role,
        "senior": role == "staff_checker", "reason": "首批工作人员",
    }  # fmt: skip
