"""What the compose files and the Kubernetes manifest name is there: settings, paths, ports, stages of the image."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings

DEPLOY = Path("deploy")
NAMES = {name.upper() for name in Settings.model_fields}
REQUIRED = {"BOT_TOKEN", "AGENT_GROUP", "ADMIN_IDS"}
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()
COMPOSE = ["compose.yaml", "compose.postgres.yaml"]

Yaml = dict[str, Any]


def compose(file: str) -> Yaml:
    read: Yaml = yaml.safe_load((DEPLOY / file).read_text())
    return read


def manifest(kind: str) -> Yaml:
    found: Yaml = next(
        one for one in yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text()) if one["kind"] == kind
    )
    return found


@pytest.mark.parametrize("file", COMPOSE)
def test_compose_sets_what_is_a_setting(file: str) -> None:
    desk = compose(file)["services"]["desk"]

    assert set(desk["environment"]) <= NAMES
    assert desk["read_only"]
    assert desk["build"]["dockerfile"] == "deploy/Dockerfile"
    assert (DEPLOY / desk["build"]["context"] / desk["build"]["dockerfile"]).exists()
    assert desk["build"].get("target", "run") in re.findall(r"^FROM \S+ AS (\w+)", DOCKERFILE, re.M)


@pytest.mark.parametrize("file", COMPOSE)
def test_each_volume_and_each_service_that_is_named_is_there(file: str) -> None:
    read = compose(file)
    mounted = {volume.split(":")[0] for service in read["services"].values() for volume in service.get("volumes", [])}

    assert {name for name in mounted if not name.startswith(".")} == set(read["volumes"])
    assert all((DEPLOY / name).exists() for name in mounted if name.startswith("."))
    awaited = {name for service in read["services"].values() for name in service.get("depends_on", {})}
    assert awaited <= set(read["services"])


def test_a_volume_of_the_desk_is_a_folder_that_the_image_gives_to_its_user() -> None:
    given = re.search(r"install -d -o desk -g desk (.*)", DOCKERFILE)
    assert given
    for file in COMPOSE:
        folders = {volume.split(":")[1] for volume in compose(file)["services"]["desk"]["volumes"]}
        assert folders <= set(given[1].split())


@pytest.mark.parametrize("file", COMPOSE)
def test_backups_and_what_a_restore_sets_aside_outlive_the_container(file: str) -> None:
    desk = compose(file)["services"]["desk"]
    folders = {volume.split(":")[1] for volume in desk["volumes"]}

    assert folders & {desk["environment"]["DATA_DIR"], f"{desk['environment']['DATA_DIR']}/backups"}


def test_the_image_takes_all_that_the_program_is() -> None:
    copied = set(re.findall(r"^COPY (\w+) \./\1$", DOCKERFILE, re.M))
    packages = re.search(r"include = \[(.*)\]", Path("pyproject.toml").read_text())
    assert packages

    assert set(re.findall(r'"(\w+)\*"', packages[1])) <= copied
    assert DOCKERFILE.rstrip().endswith("FROM run")  # what is built where no target is named


def test_kubernetes_sets_what_is_a_setting_and_asks_what_answers() -> None:
    pod = manifest("Deployment")["spec"]["template"]["spec"]
    desk = pod["containers"][0]
    ports = {port["name"]: port["containerPort"] for port in desk["ports"]}

    assert REQUIRED <= set(manifest("Secret")["stringData"]) <= NAMES
    assert {one["name"] for one in desk["env"]} <= NAMES
    assert {one["name"]: one["value"] for one in desk["env"]}["METRICS_LISTEN"].endswith(f":{ports['metrics']}")
    assert ports["webhook"] == Settings.model_fields["listen"].default[1]
    assert desk["readinessProbe"]["httpGet"] == {"path": "/readyz", "port": "metrics"}
    assert desk["livenessProbe"]["httpGet"] == {"path": "/healthz", "port": "metrics"}
    assert pod["securityContext"]["runAsUser"] == int(re.findall(r"--uid (\d+)", DOCKERFILE)[0])


def test_kubernetes_never_has_two_processes_on_one_file() -> None:
    deployment = manifest("Deployment")["spec"]
    pod = deployment["template"]

    assert (deployment["replicas"], deployment["strategy"]["type"]) == (1, "Recreate")
    assert deployment["selector"]["matchLabels"] == pod["metadata"]["labels"] == manifest("Service")["spec"]["selector"]
    claimed = {volume["name"] for volume in pod["spec"]["volumes"]}
    assert {mount["name"] for mount in pod["spec"]["containers"][0]["volumeMounts"]} == claimed
