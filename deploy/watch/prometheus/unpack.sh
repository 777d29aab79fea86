#!/bin/sh
# Takes promtool and prometheus out of Debian's package, or from where they are installed, without installing
# anything: no service, no root (unless apt's lists are missing), three seconds.
# Usage: unpack.sh <folder for the programs>
set -eu

target=$(cd "$1" && pwd)
if command -v promtool >/dev/null && command -v prometheus >/dev/null; then
    cp "$(command -v promtool)" "$(command -v prometheus)" "$target"
    exit
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
download() { apt-get download -q prometheus >log 2>&1; }
as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
if ! download && ! { $as_root apt-get update -q >log 2>&1 && download; }; then
    cat log >&2
    echo "Debian's package prometheus is needed: promtool tests the alert rules." >&2
    exit 1
fi
dpkg-deb --fsys-tarfile prometheus_*.deb | tar -x ./usr/bin/promtool ./usr/bin/prometheus
touch usr/bin/*
mv usr/bin/* "$target"
