"""The workflows do what they say, and nothing that a contributor says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from workflow_rules import RULES

HOST = Path(__file__).parent.parent / ".github"
WORKFLOWS = sorted((HOST / "workflows").glob("*.y*ml"))
FORMS = sorted((HOST / "ISSUE_TEMPLATE").glob("*.yml"))
BIN = Path(sys.executable).parent

SCHEMAS = {
    "github-workflows": WORKFLOWS,
    "custom.github-workflows-require-timeout": WORKFLOWS,
    "github-issue-forms": [form for form in FORMS if form.name != "config.yml"],
    "github-issue-config": [HOST / "ISSUE_TEMPLATE" / "config.yml"],
    "dependabot": [HOST / "dependabot.yml"],
}

GOOD = """\
on: pull_request_target
permissions: {}
jobs:
  a:
    timeout-minutes: 5
    permissions:
      pull-requests: write
    steps:
      - uses: actions/checkout@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0
        with:
          ref: main
          persist-credentials: false
      - run: python3 .github/scripts/tell_reviewers.py "$FILE"
        env:
          FILE: ${{ runner.temp }}/x
"""


def run(program: str, *words: str | Path) -> None:
    done = subprocess.run(
        [BIN / program, *words], capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_workflows_and_forms_to_look_at() -> None:
    assert {"check.yml", "forms.yml", "publish.yml", "review.yml"} <= {
        path.name for path in WORKFLOWS
    }
    assert len(FORMS) > 1


def test_a_linter_finds_nothing_in_them() -> None:
    run("zizmor", "--offline", "--no-progress", "--persona", "pedantic", HOST)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_they_are_written_as_the_git_host_asks(schema: str) -> None:
    name = schema if schema.startswith("custom.") else f"vendor.{schema}"
    run("check-jsonschema", "--builtin-schema", name, *SCHEMAS[schema])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
@pytest.mark.parametrize("rule", RULES)
def test_they_keep_to_our_own_rules(path: Path, rule: str) -> None:
    assert RULES[rule](path.read_text("utf-8")) == []


def test_what_a_workflow_compares_with_is_the_branch_it_is_for() -> None:
    (review,) = (path for path in WORKFLOWS if path.name == "review.yml")
    workflow = yaml.safe_load(review.read_text("utf-8"))

    assert workflow[True]["pull_request_target"]["branches"] == ["main"]
    assert workflow["jobs"]["compare"]["permissions"] == {"contents": "read"}


# The rules themselves


def test_the_rules_find_nothing_in_a_good_workflow() -> None:
    assert {name: rule(GOOD) for name, rule in RULES.items()} == {n: [] for n in RULES}


@pytest.mark.parametrize(
    ("rule", "was", "now"),
    [
        ("actions_that_may_change", "@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0", "@v7"),
        ("actions_that_may_change", " # v7.0.0", ""),
        ("actions_that_may_change", "actions/checkout@9c09", "docker://alpine@9c09"),
        ("jobs_with_whatever_is_allowed", "permissions: {}", "permissions: write-all"),
        ("jobs_with_whatever_is_allowed", "permissions: {}\n", ""),
        ("text_put_into_commands", "$FILE", "${{ github.event.issue.title }}"),
        ("text_put_into_commands", "$FILE", "${{ github.head_ref }}"),
        ("text_put_into_commands", "$FILE", "${{ env.FILE }}"),
        (
            "strangers_where_something_can_be_written",
            "ref: main",
            "ref: refs/pull/1/head",
        ),
        ("strangers_where_something_can_be_written", "          ref: main\n", ""),
        (
            "strangers_where_something_can_be_written",
            "ref: main",
            "ref: main\n          repository: somebody/else",
        ),
        (
            "strangers_where_something_can_be_written",
            "python3 .github/scripts/tell_reviewers.py",
            "bash",
        ),
        (
            "strangers_where_something_can_be_written",
            'tell_reviewers.py "$FILE"',
            'tell_reviewers.py "$FILE" && sh x',
        ),
        ("tokens_left_behind", "persist-credentials: false", "fetch-depth: 0"),
        ("warnings_passed_over_in_silence", "{}", "{} # zizmor: ignore[x]"),
        ("jobs_without_an_end", "    timeout-minutes: 5\n", ""),
    ],
)
def test_a_rule_finds_what_it_is_for(rule: str, was: str, now: str) -> None:
    assert was in GOOD
    bad = GOOD.replace(was, now)
    if rule == "jobs_with_whatever_is_allowed":
        bad = bad.replace("    permissions:\n      pull-requests: write\n", "")

    assert RULES[rule](bad)
