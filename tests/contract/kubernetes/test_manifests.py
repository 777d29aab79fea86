"""deploy/kubernetes: valid by the schemas of everybody who reads it, complete, and closed by default."""

import importlib
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.contract.kubernetes.schemas import faults

from local.folder import RunFolder
from production import kubernetes, secrets, servers
from shared.messaging.topology import QUEUES, SERVICES
from tools.manifests import __main__ as manifests

ROOT = Path(__file__).parents[3]
BASE = ROOT / "deploy" / "kubernetes" / "base"
COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))["services"]
OF_THE_SITE = {"backups", "hotline-device", "edge-street"}
"""Secrets that a site brings: its store's keys, the hotline's device, the street's certificate."""
BY_TELEPHONE = "hotline"
"""The one service that the street reaches without the edge: a call lives in one process."""

Object = dict[str, Any]


def objects(folder: Path) -> Iterator[Object]:
    """What a kustomization of plain resources stands for, without names and hashes of its generators."""
    listed = yaml.safe_load((folder / "kustomization.yaml").read_text("utf-8"))
    for name in listed["resources"]:
        path = folder / name
        if path.is_dir():
            yield from objects(path)
        else:
            yield from yaml.safe_load_all(path.read_text("utf-8"))


OBJECTS = list(objects(BASE))


def of_kind(kind: str) -> dict[str, Object]:
    return {one["metadata"]["name"]: one for one in OBJECTS if one["kind"] == kind}


def pod(service: str) -> Object:
    found: Object = of_kind("Deployment")[service]["spec"]["template"]["spec"]
    return found


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `python -m production kubernetes` writes of fresh secrets."""
    folder = RunFolder(tmp_path_factory.mktemp("secrets"))
    return kubernetes.write(folder.path / "kubernetes", secrets.environment(folder))


def test_what_is_committed_is_what_topology_and_compose_say() -> None:
    for path, text in manifests.files(ROOT).items():
        assert (ROOT / path).read_text("utf-8") == text, "run `make generate`"


@pytest.mark.parametrize(
    "one", OBJECTS, ids=[f"{one['kind']}-{one['metadata']['name']}" for one in OBJECTS]
)
def test_every_object_is_what_kubernetes_and_its_operators_take(one: Object) -> None:
    assert faults(one) == []


def test_a_field_that_nobody_knows_is_refused() -> None:
    for kind, name in (
        ("Deployment", "accounts"),
        ("Cluster", "postgres"),
        ("ScaledObject", "accounts"),
    ):
        one = of_kind(kind)[name]
        assert faults({**one, "spec": {**one["spec"], "replicaz": 2}}) != []


def test_every_file_of_the_base_is_listed() -> None:
    for folder in (BASE, BASE / "services"):
        listed = yaml.safe_load((folder / "kustomization.yaml").read_text("utf-8"))["resources"]
        there = {path.name for path in folder.iterdir()} - {"kustomization.yaml"}
        assert set(listed) == there


@pytest.mark.skipif(
    shutil.which("kubectl") is None, reason="needs kubectl; the same is resolved above"
)
def test_kustomize_itself_makes_the_same_objects_of_it(city: Path, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "deploy" / "kubernetes" / "base")
    there = tmp_path / "deploy" / "production" / "secrets" / "kubernetes"
    shutil.copytree(city, there)
    done = subprocess.run(
        ["kubectl", "kustomize", str(there)], capture_output=True, text=True, check=True
    )
    made = list(yaml.safe_load_all(done.stdout))
    plain = {(one["kind"], one["metadata"]["name"]) for one in OBJECTS}
    assert plain <= {(one["kind"], one["metadata"]["name"]) for one in made}
    assert [fault for one in made if one["kind"] != "Secret" for fault in faults(one)] == []
    names = {one["metadata"]["name"] for one in made if one["kind"] in ("Secret", "ConfigMap")}
    text = next(
        one for one in made if (one["kind"], one["metadata"]["name"]) == ("Deployment", "accounts")
    )
    assert text["spec"]["template"]["spec"]["volumes"][0]["secret"]["secretName"] in names


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_has_its_own_of_everything(service: str) -> None:
    kinds = {one["kind"] for one in OBJECTS if one["metadata"]["name"] == service}
    wanted = {
        "ServiceAccount", "Certificate", "Deployment", "Service", "PodDisruptionBudget", "NetworkPolicy",
    }  # fmt: skip
    assert kinds == wanted | (set() if service == BY_TELEPHONE else {"ScaledObject"})
    assert f"{service}-journal" in of_kind("PersistentVolumeClaim")
    assert pod(service)["serviceAccountName"] == service
    mounted = [
        volume["secret"]["secretName"] for volume in pod(service)["volumes"] if "secret" in volume
    ]
    assert [name for name in mounted if not name.startswith(f"{service}-")] == []


def test_every_service_is_a_user_of_its_own_here_and_in_compose() -> None:
    users = [pod(service)["securityContext"]["runAsUser"] for service in SERVICES]
    assert len(set(users)) == len(SERVICES)
    assert users == [COMPOSE[service]["build"]["args"]["UID"] for service in SERVICES]


def containers() -> Iterator[tuple[str, Object, Object]]:
    workloads = of_kind("Deployment") | of_kind("Job")
    for name, workload in workloads.items():
        spec = workload["spec"]["template"]["spec"]
        for container in (*spec.get("initContainers", ()), *spec["containers"]):
            yield name, spec, container


def test_no_container_may_more_than_its_service_needs() -> None:
    for name, spec, container in containers():
        context = container["securityContext"]
        assert context["readOnlyRootFilesystem"], name
        assert not context["allowPrivilegeEscalation"], name
        assert context["capabilities"] == {"drop": ["ALL"]}, name
        assert spec["securityContext"]["runAsNonRoot"], name
        assert spec["securityContext"]["runAsUser"] > 0, name
        assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}, name
        assert spec["automountServiceAccountToken"] is False, name
        assert set(container["resources"]["limits"]) == {"cpu", "memory"}, name


def test_only_who_migrates_knows_the_owner_of_a_database() -> None:
    for service in SERVICES:
        (migrating,), (serving,) = pod(service)["initContainers"], pod(service)["containers"]
        assert "owner" in {mount["name"] for mount in migrating["volumeMounts"]}
        assert "owner" not in {mount["name"] for mount in serving["volumeMounts"]}
        assert "settings" not in {mount["name"] for mount in migrating["volumeMounts"]}


def test_a_service_is_asked_by_tls_whether_it_lives_and_whether_it_is_ready() -> None:
    for service in SERVICES:
        (serving,) = pod(service)["containers"]
        asked = {
            name: serving[name]["httpGet"]
            for name in ("startupProbe", "readinessProbe", "livenessProbe")
        }
        assert {probe["scheme"] for probe in asked.values()} == {"HTTPS"}
        assert asked["readinessProbe"]["path"] == "/readyz"
        assert asked["livenessProbe"]["path"] == "/healthz"


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_starts_with_what_it_is_given(
    city: Path, service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (serving,) = pod(service)["containers"]
    env = {one["name"]: one["value"] for one in serving["env"]}
    files = {
        path.name: path.read_text("utf-8") for path in (city / f"{service}-settings").iterdir()
    }
    told = dict(
        line.split("=", 1) for line in (city / f"{service}-settings.env").read_text().splitlines()
    )
    asked = {name for name, text in servers.asked(service).items() if not str(text).endswith(":-}")}
    assert asked <= set(env) | set(files) | set(told)
    assert not set(told) & set(servers.secrets_of(service))
    for name in (*asked, *servers.BY_UNIT):
        monkeypatch.delenv(name, raising=False)
    for name, value in {**env, **told, "HTTP_HOST": "0.0.0.0", "HTTP_PORT": "8000"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SETTINGS_FOLDER", str(city / f"{service}-settings"))
    settings = importlib.import_module(f"{service}.settings").Settings()
    assert str(settings.database_url) == files["DATABASE_URL"]
    assert "sslmode=verify-full" in files["DATABASE_URL"]
    nodes = settings.broker_url.get_secret_value().split()
    assert len(nodes) == of_kind("RabbitmqCluster")["rabbitmq"]["spec"]["replicas"]
    assert {node.partition(":")[0] for node in nodes} == {"amqps"}
    assert settings.jwks_url.startswith("https://gateway:")
    assert str(settings.jwks_ca_file) == "/inside/ca.crt"
    others = "|".join(SERVICES)
    assert not re.search(rf"http://({others}):", "\n".join(told.values())), (
        "every link inside is TLS"
    )


def test_no_secret_of_a_service_is_given_to_another(city: Path) -> None:
    shared = {"NATIONAL_TOKEN", "REPORT_TOKEN", "REGISTERS_TOKEN", "PERSONAL_DATA_ACTIVE_KEY"}
    seen: dict[str, str] = {}
    for service in SERVICES:
        for folder in (f"{service}-settings", f"{service}-owner"):
            for path in (city / folder).iterdir():
                if path.name not in shared:
                    assert seen.setdefault(path.read_text("utf-8"), service) == service, path.name
            assert all(path.stat().st_mode & 0o077 == 0 for path in (city / folder).iterdir())


def test_everything_that_a_pod_mounts_is_made_by_somebody(city: Path) -> None:
    listed = yaml.safe_load((city / "kustomization.yaml").read_text("utf-8"))
    made = {one["name"] for one in listed["secretGenerator"]}
    made |= {one["spec"]["secretName"] for one in of_kind("Certificate").values()}
    texts = {one["name"] for one in listed["configMapGenerator"]} | set(of_kind("ConfigMap"))
    for name, spec, container in containers():
        wanted = {
            volume["secret"]["secretName"] for volume in spec["volumes"] if "secret" in volume
        }
        files = {volume["configMap"]["name"] for volume in spec["volumes"] if "configMap" in volume}
        files |= {one["configMapRef"]["name"] for one in container.get("envFrom", ())}
        claims = {
            volume["persistentVolumeClaim"]["claimName"]
            for volume in spec["volumes"]
            if "persistentVolumeClaim" in volume
        }
        assert wanted <= made | OF_THE_SITE | {"settlement-tls", "documents-seal"}, name
        assert files <= texts, name
        assert claims <= set(of_kind("PersistentVolumeClaim")), name


def test_the_keys_of_bank_and_seal_are_files_of_their_services(tmp_path: Path) -> None:
    names = ("ca.pem", "settlement.pem", "settlement.key", "seal.pem", "seal.key")
    for name in names:
        (tmp_path / name).write_text(name, "utf-8")
    folder = RunFolder(tmp_path / "secrets")
    values = {
        **secrets.environment(folder),
        "BANK_TLS_FOLDER": str(tmp_path),
        "SEAL_FOLDER": str(tmp_path),
    }
    written = kubernetes.write(tmp_path / "kubernetes", values)
    assert {path.name for path in (written / "settlement-tls").iterdir()} == set(names[:3])
    assert {path.name for path in (written / "documents-seal").iterdir()} == set(names[3:])
    for service in ("settlement", "documents"):
        (serving,) = pod(service)["containers"]
        places = {mount["mountPath"] for mount in serving["volumeMounts"]}
        for one in serving["env"]:
            if one["name"] in servers.BY_UNIT and one["name"].endswith("_FILE"):
                assert one["value"].rpartition("/")[0] in places


def test_nothing_reaches_anything_unless_a_policy_says_so() -> None:
    policies = of_kind("NetworkPolicy")
    assert policies["nobody"]["spec"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}
    for service in SERVICES:
        calls = {
            name
            for name in SERVICES
            if f"https://{name}:8000" in str(COMPOSE[service]["environment"])
        }
        reached = _pods(policies[service]["spec"]["egress"], "to") & set(SERVICES)
        assert reached == calls - {service}
        for called in reached:
            assert service in _pods(policies[called]["spec"]["ingress"], "from")


def _pods(rules: list[Object], end: str) -> set[str]:
    return {
        peer["podSelector"]["matchLabels"].get("app.kubernetes.io/name", "")
        for rule in rules
        for peer in rule.get(end, ())
        if "podSelector" in peer
    }


def test_nobody_outside_is_reached_until_the_site_names_a_network() -> None:
    for service in SERVICES:
        variables = set(re.findall(r"\$\{(\w+)", str(COMPOSE[service]["environment"])))
        abroad = {
            name
            for name in variables
            if re.search(r"_(URL|HOST|PEERS)$", name) and not name.startswith(f"{service.upper()}_")
        } - {"SITE_URL", "CHECK_URL", "HALL_URL", "WECHAT_AUTHORIZE_URL", "SIP_PUBLIC_HOST"}
        abroad |= {"WECHAT_URL"} & variables
        policy = of_kind("NetworkPolicy").get(f"{service}-outside")
        assert bool(abroad) == bool(policy), (service, abroad)
        if policy:
            told = policy["metadata"]["annotations"]["provident-fund/networks-of"].split(", ")
            assert set(told) == abroad
            assert policy["spec"]["egress"] == [{"to": [{"ipBlock": {"cidr": "192.0.2.0/24"}}]}]


@pytest.mark.parametrize("service", [name for name in SERVICES if name != BY_TELEPHONE])
def test_a_service_is_scaled_by_its_own_queues_and_not_by_what_is_retried_or_parked(
    service: str,
) -> None:
    spec = of_kind("ScaledObject")[service]["spec"]
    assert spec["scaleTargetRef"] == {"name": service}
    assert {trigger["metadata"]["mode"] for trigger in spec["triggers"]} == {
        "QueueLength", "ExpectedQueueConsumptionTime",
    }  # fmt: skip
    assert "replicas" not in of_kind("Deployment")[service]["spec"], "KEDA decides"
    names = [queue.name for queue in QUEUES]
    every = [
        *names,
        *(f"{name}.retry.{n}" for name in names for n in (1, 2, 3)),
        *(f"{n}.parked" for n in names),
    ]
    for trigger in spec["triggers"]:
        matched = {name for name in every if re.search(trigger["metadata"]["queueName"], name)}
        assert matched == {queue.name for queue in QUEUES if queue.consumer == service}


def test_the_broker_has_the_settings_of_a_cluster_of_plain_machines() -> None:
    spec = of_kind("RabbitmqCluster")["rabbitmq"]["spec"]
    plain = (ROOT / "deploy" / "rabbitmq" / "cluster-env.conf").read_text("utf-8")
    (arguments,) = re.findall(r"^SERVER_ADDITIONAL_ERL_ARGS=.*$", plain, re.M)
    assert spec["rabbitmq"]["envConfig"].strip() == arguments
    assert "queue_leader_locator = balanced" in spec["rabbitmq"]["additionalConfig"]
    assert spec["tls"]["disableNonTLSListeners"] is True
    names = of_kind("Certificate")["rabbitmq"]["spec"]["dnsNames"]
    assert "*.rabbitmq-nodes.provident-fund.svc" in names


def test_the_database_answers_no_commit_that_only_one_machine_has() -> None:
    spec = of_kind("Cluster")["postgres"]["spec"]
    assert spec["instances"] == 3
    assert spec["postgresql"]["synchronous"] == {
        "method": "any",
        "number": 1,
        "dataDurability": "required",
    }
    command = COMPOSE["postgres"]["command"]
    by_operator = ("ssl", "hba_file")
    pairs = (
        text.split("=") for text in command if "=" in text and not text.startswith(by_operator)
    )
    wanted = dict(pairs)
    wanted["max_connections"] = "500"
    assert wanted.items() <= spec["postgresql"]["parameters"].items()
    assert {"hostnossl all all all reject"} <= set(spec["postgresql"]["pg_hba"])
    assert spec["plugins"][0]["isWALArchiver"] is True


def test_connections_to_the_database_are_enough_for_as_many_as_there_may_be() -> None:
    from shared.base.settings import ServiceSettings

    pool: int = ServiceSettings.model_fields["pool_max_connections"].default
    beside = 3
    most = sum(one["spec"]["maxReplicaCount"] for one in of_kind("ScaledObject").values()) + 1
    parameters: Mapping[str, str] = of_kind("Cluster")["postgres"]["spec"]["postgresql"][
        "parameters"
    ]
    assert most * (pool + beside) < int(parameters["max_connections"])
