"""A bare Debian machine with systemd: a root by mmdebstrap, booted in namespaces and a network of its own."""

import asyncio
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.places import ROOT

PACKAGES = (
    "systemd,systemd-sysv,dbus,sudo,git,make,python3,python3-venv,python3-pip,ca-certificates,iproute2,"
    "procps,curl,postgresql,rabbitmq-server,systemd-journal-remote"
)
"""What a machine has before the first line: PostgreSQL and RabbitMQ are on the same one here."""
GIVEN = ("/etc/pip.conf", "/etc/ssl/certs/ca-certificates.crt", "/etc/resolv.conf")
"""With which this machine reaches registries."""
PASSED_ON = ("SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "PIP_CERT", "PIP_DEFAULT_TIMEOUT")
BOOT = """\
set -e
mount --bind {root} {root} && cd {root}
mount -t proc proc proc && mount -t sysfs sysfs sys
mount -t tmpfs -o mode=755 tmpfs run && mount -t tmpfs tmpfs tmp && mount -t tmpfs -o mode=755 tmpfs dev
for device in null zero full random urandom tty
do touch dev/$device && mount --bind /dev/$device dev/$device; done
mkdir dev/pts dev/shm && mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
mount -t tmpfs tmpfs dev/shm && ln -s /proc/self/fd dev/fd
mount -t tmpfs -o mode=755 tmpfs sys/fs/cgroup && mkdir sys/fs/cgroup/systemd
mount -t cgroup -o none,name=systemd,xattr cgroup sys/fs/cgroup/systemd
ip link set lo up
hostname machine
mkdir -p .before && pivot_root . .before && umount -l /.before && mount --make-rshared /
exec env -i container=trial PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --log-target=console
"""
FILES_AT_MOST = 20_000
"""Open files: more than a container's process may have is no unit's to ask for here."""
READY_SECONDS = 60.0


@dataclass
class Machine:
    """One machine; its root is made anew, from an archive that is kept for the next time."""

    folder: Path
    archive: Path
    _init: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def root(self) -> Path:
        """Its disk."""
        return self.folder / "root"

    def make(self) -> None:
        """Make the disk, with the checkout where `git clone` would put it."""
        if not self.archive.exists():
            self.archive.parent.mkdir(parents=True, exist_ok=True)
            draft = self.archive.with_suffix(".draft.tar")
            subprocess.run(
                ["mmdebstrap", "--quiet", "--variant=minbase", f"--include={PACKAGES}",
                 "--aptopt=APT::Install-Recommends \"false\"", "bookworm", str(draft)],
                check=True, env={**os.environ, "TMPDIR": str(self.archive.parent)},
            )  # fmt: skip
            draft.rename(self.archive)
        self.root.mkdir(parents=True)
        subprocess.run(["tar", "-xf", self.archive, "-C", self.root], check=True)
        for name in GIVEN:
            if Path(name).exists():
                shutil.copy(name, self.root / name.lstrip("/"))
        checkout = self.root / "opt" / "provident-fund"
        checkout.mkdir()
        names = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT, capture_output=True, check=True,
        ).stdout  # fmt: skip
        packed = subprocess.run(
            ["tar", "-c", "--null", "-T", "-"], cwd=ROOT, input=names, capture_output=True, check=True
        ).stdout  # fmt: skip
        subprocess.run(["tar", "-x", "-C", checkout], input=packed, check=True)
        self._bound_open_files()

    def _bound_open_files(self) -> None:
        names = ("provident-fund@", "provident-fund-migrate@", "rabbitmq-server", "epmd")
        for name in names:
            place = self.root / "etc" / "systemd" / "system" / f"{name}.service.d"
            place.mkdir(parents=True)
            (place / "here.conf").write_text(f"[Service]\nLimitNOFILE={FILES_AT_MOST}\n")

    def install(self, script: str) -> None:
        """Run lines before the machine is booted, with the network of this one."""
        bound = f"mount --bind {self.root} {self.root} && cd {self.root} && mount -t proc proc proc"
        bound += ' && mount --rbind /dev dev && exec chroot . bash -euo pipefail -c "$1"'
        self._run(["unshare", "--mount", "--fork", "bash", "-c", bound, "bash"], script)

    async def boot(self) -> None:
        """Start systemd as its first process and wait until it has started what it starts."""
        console = (self.folder / "console.log").open("ab")
        self._init = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", "--",
             "unshare", "--mount", "--pid", "--uts", "--ipc", "--net", "--cgroup", "--fork",
             "--kill-child", "--propagation", "private", "bash", "-c", BOOT.format(root=self.root)],
            stdin=subprocess.DEVNULL, stdout=console, stderr=console, start_new_session=True,
        )  # fmt: skip
        async with asyncio.timeout(READY_SECONDS):
            while self.says("systemctl is-system-running || true") not in ("running", "degraded"):
                assert self._init.poll() is None, self.console()
                await asyncio.sleep(0.5)

    def run(self, script: str) -> str:
        """Run lines on the booted machine, as root, as `bash` does; what they printed."""
        return self._run([*self._entering(), "-c"], script)

    def says(self, script: str) -> str:
        """The same, before anything is sure."""
        try:
            return self.run(script).strip()
        except AssertionError:
            return ""

    def _entering(self) -> list[str]:
        assert self._init is not None
        children = Path(f"/proc/{self._init.pid}/task/{self._init.pid}/children").read_text()
        assert children.split(), self.console()
        entering = ["nsenter", "--target", children.split()[0], "--all", "--root", "--wd"]
        return [*entering, "bash", "-euo", "pipefail"]

    def _run(self, program: list[str], script: str) -> str:
        told = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        done = subprocess.run(
            [*program, script], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
            env={**told, "PATH": path, "HOME": "/root", "LANG": "C.UTF-8"},
        )  # fmt: skip
        assert done.returncode == 0, f"{script}\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
        return done.stdout

    def console(self) -> str:
        """The last of what its systemd said."""
        return (self.folder / "console.log").read_text("utf-8", errors="replace")[-4_000:]

    def cut_power(self) -> None:
        """End every process of it, at once."""
        if self._init is not None and self._init.poll() is None:
            os.killpg(self._init.pid, signal.SIGKILL)
            self._init.wait()
        self._init = None
