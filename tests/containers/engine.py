"""Containers without an engine: Debian's buildah builds and runs them, on a base that mmdebstrap makes."""

import asyncio
import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.places import ROOT

BASE = "docker.io/library/python:3.11-slim-bookworm"
"""What deploy/Dockerfile stands on: here Debian's own, with the same names of python and pip."""
PACKAGES = "python3,python3-pip,python3-venv,ca-certificates"
AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")
PIP = Path("/etc/pip.conf")
HEALTHCHECK = re.compile(r"(?m)^HEALTHCHECK .*\\\n +CMD (\[.*\])$")
KEPT = ("app", "home", "opt", "root", "srv", "usr", "var", "voice")
"""What of a root is no volume and not gone with the container."""


@dataclass
class Engine:
    """One store of images, kept for the next time, and of containers, which are not."""

    folder: Path
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)

    def buildah(self, *arguments: str) -> str:
        """Run buildah; fails with what it says."""
        done = subprocess.run(
            [*self._program, *arguments], capture_output=True, text=True, check=False, cwd=ROOT
        )
        assert done.returncode == 0, f"buildah {' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
        return done.stdout.strip()

    @property
    def _program(self) -> list[str]:
        store = ("--root", str(self.folder / "store"), "--runroot", str(self.folder / "run"))
        return ["buildah", *store, "--storage-driver", "overlay"]

    def make_base(self) -> None:
        """Make the base unless it is there, with what this machine needs to reach registries."""
        if self.buildah("images", "--quiet", "--filter", f"reference={BASE}"):
            return
        archive = self.folder / "base.tar"
        subprocess.run(
            ["mmdebstrap", "--quiet", "--variant=minbase", f"--include={PACKAGES}",
             "--aptopt=APT::Install-Recommends \"false\"", "bookworm", str(archive)],
            check=True, env={**os.environ, "TMPDIR": str(self.folder)},
        )  # fmt: skip
        made = self.buildah("from", "scratch")
        self.buildah("add", "--quiet", made, str(archive), "/")
        archive.unlink()
        for program in ("python", "pip"):
            self.buildah(
                "run",
                "--isolation",
                "chroot",
                made,
                "--",
                "ln",
                "-sf",
                f"{program}3",
                f"/usr/bin/{program}",
            )
        self.buildah(
            "run",
            "--isolation",
            "chroot",
            made,
            "--",
            "rm",
            "-f",
            "/usr/lib/python3.11/EXTERNALLY-MANAGED",
        )
        self.buildah("copy", "--quiet", made, str(AUTHORITIES), str(AUTHORITIES))
        if PIP.exists():
            self.buildah("copy", "--quiet", made, str(PIP), str(PIP))
        self.buildah("config", "--env", f"SSL_CERT_FILE={AUTHORITIES}", made)
        self.buildah("commit", "--quiet", "--rm", made, BASE)

    def build(self, part: Mapping[str, Any]) -> str:
        """Build the image of a part of compose.yaml as that says; give its name."""
        arguments = part["build"]["args"]
        name = f"provident-fund/{arguments['SERVICE']}"
        told = [
            text for key, value in arguments.items() for text in ("--build-arg", f"{key}={value}")
        ]
        self.buildah(
            "build", "--isolation", "chroot", "--pull-never", "--layers", "--quiet", *told,
            "--ignorefile", "deploy/Dockerfile.dockerignore", "-f", part["build"]["dockerfile"],
            "-t", name, ".",
        )  # fmt: skip
        return name

    def run(
        self,
        image: str,
        part: Mapping[str, Any],
        environment: Mapping[str, str],
        volumes: Sequence[str],
        log: Path,
    ) -> "Container":
        """Start a part of compose.yaml: its command or its image's, its environment, its volumes."""
        made = self.buildah("from", "--pull-never", image)
        config = json.loads(self.buildah("inspect", made))["OCIv1"]["config"]
        command = part.get("command") or config["Cmd"]
        told = [
            text for name, value in environment.items() for text in ("--env", f"{name}={value}")
        ]
        told += [text for volume in volumes for text in ("--volume", volume)]
        if place := part.get("working_dir"):
            told += ["--workingdir", place]
        running = [
            *self._program,
            "run",
            "--isolation",
            "chroot",
            "--no-hosts",
            "--cap-drop",
            "ALL",
            *told,
        ]
        since = time.time()
        with log.open("ab") as output:
            process = subprocess.Popen(
                [*running, made, "--", *command],
                stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        self.running.append(process)
        return Container(self, made, process, log, since, [*running, made, "--"])

    def close(self) -> None:
        """End what runs and remove every container."""
        for process in self.running:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        subprocess.run([*self._program, "rm", "--all"], capture_output=True, check=False)


@dataclass(frozen=True)
class Container:
    """A container that was started."""

    engine: Engine
    name: str
    process: subprocess.Popen[bytes]
    log: Path
    since: float
    """When it began, in seconds since 1970."""
    inside: Sequence[str]
    """How another process begins in it."""

    async def ended(self) -> int:
        """Wait for its end; its exit code."""
        return await asyncio.to_thread(self.process.wait)

    def said(self) -> str:
        """The last of what it said."""
        return self.log.read_text("utf-8", errors="replace")[-3_000:]

    def is_healthy(self) -> bool:
        """Ask as the image's HEALTHCHECK does, which an engine would."""
        asked = HEALTHCHECK.search((ROOT / "deploy" / "Dockerfile").read_text("utf-8"))
        assert asked is not None
        done = subprocess.run([*self.inside, *json.loads(asked[1])], check=False)
        return done.returncode == 0

    def written(self) -> list[str]:
        """What it wrote into its own root, where compose lets it write nothing."""
        root = Path(self.engine.buildah("mount", self.name))
        try:
            return [
                str(path.relative_to(root))
                for place in KEPT
                for path in (root / place).rglob("*")
                if path.is_file() and not path.is_symlink() and path.stat().st_ctime > self.since
            ]
        finally:
            self.engine.buildah("umount", self.name)
