"""Every list of services in the tree has every folder of services/: a new one is forgotten nowhere."""

import configparser
import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from shared.messages import OWNERS
from shared.messaging.topology import QUEUES, SERVICES
from tools.components import MEMBERS

ROOT = Path(__file__).parents[2]
FOLDERS = {path.parent.name for path in (ROOT / "services").glob("*/pyproject.toml")}
DEPLOYED = {path.parent.name for path in (ROOT / "deploy").glob("*/pyproject.toml")}

CONTRACTS = configparser.ConfigParser()
CONTRACTS.read(ROOT / ".importlinter", encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))["services"]
EDGE = (ROOT / "deploy" / "nginx" / "edge.conf.template").read_text("utf-8")

PAGES = "hall"
"""A folder of services/ that is none: pages only, no Python and no database."""
WRITTEN = (".py", ".md", ".toml", ".yml", ".yaml", ".template", ".sh", "Makefile", ".importlinter")
_NAME = rf"\b(?:{'|'.join(sorted(FOLDERS))})\b"
RUN = re.compile(rf"{_NAME}(?:[\s\"',|()\[\]]{{1,12}}{_NAME}){{2,}}")
"""Three services or more with nothing but punctuation between them: somebody lists them."""


def text(*parts: str) -> str:
    return ROOT.joinpath(*parts).read_text("utf-8")


def built_by_compose() -> set[str]:
    """Those of the one Dockerfile; the edge has its own, with the hall's pages in it."""
    builds = [part["build"] for part in COMPOSE.values() if "build" in part]
    parts = [build["args"]["SERVICE"] for build in builds if "args" in build]
    return set(parts) - DEPLOYED


def upstreams_of_the_edge(kind: str = "") -> set[str]:
    """Those of one kind: for who is logged in, for strangers (`_open`), for lists and files (`_lists`)."""
    return set(re.findall(rf"^upstream ([a-z]+){kind} ", EDGE, re.M))


def addresses_of_the_edge() -> set[str]:
    names = [name.removesuffix("_ADDRESS") for name in COMPOSE["edge"]["environment"]]
    return {name.lower() for name in names} & FOLDERS


def scraped() -> set[str]:
    targets = json.loads(text("deploy", "watch", "prometheus", "targets", "services.json"))
    for target in targets:
        assert target["targets"] == [f"{target['labels']['service']}:8000"]
    return {target["labels"]["service"] for target in targets}


LISTS: dict[str, Callable[[], set[str]]] = {
    "the topology": lambda: set(SERVICES),
    "who reads a queue": lambda: {queue.consumer for queue in QUEUES},
    "owners of messages": lambda: {owner.__name__.rpartition(".")[2] for owner in OWNERS},
    "what runs in production, of the list of components": lambda: set(MEMBERS),
    "compose: images": built_by_compose,
    "compose: migrations": lambda: {
        name.removesuffix("-migrate") for name in COMPOSE if name.endswith("-migrate")
    },
    "compose: whom the edge waits for": lambda: set(COMPOSE["edge"]["depends_on"]),
    "compose: addresses for the edge": addresses_of_the_edge,
    "Kubernetes: manifests": lambda: {
        path.stem for path in (ROOT / "deploy" / "kubernetes" / "base" / "services").glob("*.yaml")
    }
    - {"kustomization"},
    "nginx: upstreams": upstreams_of_the_edge,
    "nginx: upstreams of strangers": lambda: upstreams_of_the_edge("_open"),
    "nginx: upstreams of lists": lambda: upstreams_of_the_edge("_lists"),
    "Prometheus's targets": scraped,
    "README: where things are": lambda: set(
        re.findall(r"^\| `services/(\w+)`", text("README.md"), re.M)
    )
    - {PAGES},
    "docs/settings.md": lambda: set(re.findall(r"^## `?(\w+)", text("docs", "settings.md"), re.M)) & FOLDERS,
    "the lock's members": lambda: set(
        re.findall(r"services/(\w+)/pyproject", text("requirements.lock").splitlines()[1])
    ),
    "layers inside each service": lambda: {
        name
        for contract in CONTRACTS.values()
        if contract.get("type") == "layers"
        for name in contract.get("containers", "").split()
    }
    & FOLDERS,
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_services_has_every_service(name: str) -> None:
    assert LISTS[name]() == FOLDERS


def test_every_import_contract_about_services_is_about_all_of_them() -> None:
    short = {}
    for contract, found in CONTRACTS.items():
        for field in ("root_packages", "modules", "source_modules", "forbidden_modules"):
            named = set(found.get(field, "").split()) & FOLDERS
            if named and named != FOLDERS:
                short[contract, field] = FOLDERS - named
    assert short == {}


def test_every_member_of_the_workspace_is_one_for_uv_and_for_the_import_contracts() -> None:
    project: dict[str, Any] = tomllib.loads(text("pyproject.toml"))
    members = set(project["tool"]["uv"]["workspace"]["members"])
    assert members == {"shared", "services/*", *(f"deploy/{name}" for name in DEPLOYED)}
    packages = set(CONTRACTS["importlinter"]["root_packages"].split())
    assert packages == {"shared", *FOLDERS, *DEPLOYED}


def test_nobody_lists_most_services_and_forgets_one() -> None:
    short = {}
    for path in sorted(ROOT.rglob("*")):
        where = str(path.relative_to(ROOT))
        if _is_ours(where) and where.endswith(WRITTEN) and path.is_file():
            for run in RUN.finditer(path.read_text("utf-8")):
                named = set(re.findall(_NAME, run[0]))
                if len(named) * 3 > len(FOLDERS) * 2 and named != FOLDERS:
                    short[where, run[0]] = FOLDERS - named
    assert short == {}


def _is_ours(where: str) -> bool:
    top, *rest = where.split("/")
    return top not in {".venv", ".run", ".git"} and not {
        "node_modules",
        "__pycache__",
        "dist",
    } & set(rest)
