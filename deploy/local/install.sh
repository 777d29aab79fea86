#!/bin/sh
# Installs what the system needs, once: missing Debian packages, then the virtual environment from the lock.
# Usage: install.sh <virtual environment> <member folder>...
set -eu

venv=$1
shift
lock=requirements.lock

say() { printf '%s\n' "$*" >&2; }
fail() { say "Cannot install: $*"; exit 1; }

# A python that is new enough, whatever it is called. Debian's own first: it is built with profile-guided
# optimisation, which one compiled by hand or by pyenv usually is not, and which is worth a fifth.
find_python() {
    for candidate in ${PYTHON:-/usr/bin/python3 python3 python3.11 python3.12 python3.13}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    fail "Python 3.11 or newer is needed; install it, or name it with PYTHON=..."
}

# Debian packages whose programs are not there. RabbitMQ is not needed where a broker is given or Docker runs;
# PostgreSQL is for TLS on every link, which the wheel's build cannot speak; poppler judges what documents signs,
# Chromium what the web hall shows (in tests its headless shell, which does without the browser's own window),
# tshark what goes to carriers; espeak-ng and sox make the prompts of the hotline, baresip and sipp call it in tests; barman needs gpg, rsync and the two libraries to keep backups, Patroni
# the same libraries, etcd and HAProxy, and libfaketime a clock that goes wrong; systemd judges the units of plain servers. With PRODUCTION=1 a machine gets what services and edge need, and nothing else.
missing_packages() {
    "$python" -c 'import ensurepip' 2>/dev/null || echo python3-venv
    command -v setpriv >/dev/null || echo util-linux
    PATH="$PATH:/usr/sbin" command -v nginx >/dev/null || echo nginx-light
    [ -e /usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc ] || echo fonts-noto-cjk
    [ -e /usr/share/fonts/truetype/hanazono/HanaMinB.ttf ] || echo fonts-hanazono
    command -v espeak-ng >/dev/null || echo espeak-ng
    command -v sox >/dev/null || echo sox
    [ -n "${PRODUCTION:-}" ] || missing_for_developers
}

missing_for_developers() {
    [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || [ -n "${BROKER_URL:-}" ] ||
        docker info >/dev/null 2>&1 || echo rabbitmq-server
    command -v pdfsig >/dev/null || echo poppler-utils
    command -v chromium >/dev/null || echo chromium
    command -v chromium-headless-shell >/dev/null || echo chromium-headless-shell
    command -v baresip >/dev/null || echo baresip-core
    command -v sipp >/dev/null || echo sip-tester
    command -v tshark >/dev/null || echo tshark
    command -v systemd-analyze >/dev/null || echo systemd
    command -v gpg >/dev/null || echo gnupg
    command -v rsync >/dev/null || echo rsync
    command -v etcd >/dev/null || echo etcd-server
    PATH="$PATH:/usr/sbin" command -v haproxy >/dev/null || echo haproxy
    [ -n "$(ls /usr/lib/*/faketime/libfaketime.so.1 2>/dev/null)" ] || echo libfaketime
    /usr/bin/python3 -c 'import psycopg2, dateutil' 2>/dev/null || echo python3-psycopg2 python3-dateutil
    for found in /usr/lib/postgresql/*/bin/postgres; do [ -x "$found" ] || echo postgresql; done
}

# Debian starts a service when its package is installed, and again at every boot: neither is wanted by a developer.
# A server of production starts nginx when it is given its files, and a PostgreSQL on it makes its cluster.
install_packages() {
    command -v apt-get >/dev/null ||
        fail "there is no apt-get; install these with your package manager, then run make again: $*"
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        as_root=sudo
    else
        fail "root is needed once; run as root: apt-get install --no-install-recommends $*"
    fi
    say "Installing Debian packages: $*"
    policy=/usr/sbin/policy-rc.d
    if [ ! -e $policy ]; then
        trap '$as_root rm -f $policy' EXIT
        trap 'exit 130' INT TERM
        printf '#!/bin/sh\nexit 101\n' | $as_root tee $policy >/dev/null
        $as_root chmod 755 $policy
    fi
    if [ -z "${PRODUCTION:-}" ] && [ ! -d /etc/postgresql-common ]; then
        $as_root mkdir -p /etc/postgresql-common/createcluster.d
        echo 'create_main_cluster = false' |
            $as_root tee /etc/postgresql-common/createcluster.d/provident-fund.conf >/dev/null
    fi
    log=$(mktemp)
    {
        $as_root apt-get update -q &&
            $as_root env DEBIAN_FRONTEND=noninteractive \
                apt-get install -q -y --no-install-recommends "$@"
    } >"$log" 2>&1 || { cat "$log" >&2; fail "apt-get could not install: $*"; }
    rm -f "$log"
    [ -z "${PRODUCTION:-}" ] || return 0
    for package in "$@"; do
        case $package in
            rabbitmq-server) units="rabbitmq-server.service epmd.service epmd.socket" ;;
            nginx-light) units=nginx.service ;;
            postgresql) units=postgresql.service ;;
            etcd-server) units=etcd.service ;;
            haproxy) units=haproxy.service ;;
            *) continue ;;
        esac
        # shellcheck disable=SC2086 - one word per unit
        ! command -v systemctl >/dev/null || $as_root systemctl disable --quiet $units 2>/dev/null || true
    done
}

# uv does not read pip's configuration; what this machine says there about the index holds for uv too.
follow_pip_settings() {
    index=${PIP_INDEX_URL:-$("$venv/bin/python" -m pip config get global.index-url 2>/dev/null || true)}
    [ -z "$index" ] || export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$index}"
    certificate=${PIP_CERT:-$("$venv/bin/python" -m pip config get global.cert 2>/dev/null || true)}
    [ -z "$certificate" ] || export SSL_CERT_FILE="${SSL_CERT_FILE:-$certificate}"
}

# uv itself comes from the lock, by its hash. Where uv cannot reach an index that pip can, pip does the work.
install_environment() {
    export PIP_DISABLE_PIP_VERSION_CHECK=1
    # An environment of another interpreter would keep its links to that one.
    [ "$(readlink -f "$venv/bin/python")" = "$(readlink -f "$(command -v "$python")")" ] || rm -rf "$venv"
    "$python" -m venv "$venv"
    awk '/^uv==/ { on = 1 } on { print; if (!/\\$/) exit }' $lock >"$venv/uv.lock"
    "$venv/bin/python" -m pip install --quiet --require-hashes -r "$venv/uv.lock"
    follow_pip_settings
    export VIRTUAL_ENV="$PWD/$venv"
    "$venv/bin/uv" pip sync --quiet --require-hashes $lock ||
        "$venv/bin/python" -m pip install --quiet --require-hashes -r $lock
    editables=
    for member in "$@"; do editables="$editables -e ./$member"; done
    # shellcheck disable=SC2086 - one word per option
    "$venv/bin/uv" pip install --quiet --no-deps --no-build-isolation $editables
}

python=$(find_python)
packages=$(missing_packages)
# shellcheck disable=SC2086 - one word per package
[ -z "$packages" ] || install_packages $packages
say "Installing the virtual environment from $lock"
install_environment "$@"
# There services run as users who may write nothing here: what is not compiled now, they compile at every start.
[ -z "${PRODUCTION:-}" ] || "$venv/bin/python" -m compileall -q -j 0 "$venv/lib" "$@" || true
