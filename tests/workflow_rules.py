"""What a workflow of ours may do: small rules, each a walk over the YAML of one.

A linter knows more than these rules. They are what must not depend on it: no text of a
contributor is put into a command, and nothing of theirs runs where something can be
written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

Rule = Callable[[str], list[str]]

_PINNED = re.compile(r"[\w.-]+(?:/[\w.-]+)+@[0-9a-f]{40}")
_NAMED = re.compile(r"uses: \S+@[0-9a-f]{40} # v\d+(?:\.\d+)*\s*$")
_IGNORED = re.compile(r"#\s*zizmor:\s*ignore\[[a-z-]+\](?P<reason>.*)")

TRUSTED = {"main", "${{ github.event.repository.default_branch }}"}
"""What a job that can write may check out."""

STRANGERS = {
    "pull_request",
    "pull_request_target",
    "issues",
    "issue_comment",
    "workflow_run",
}
"""Events that a contributor can bring about, with something of theirs in them."""

_WORDS = r"""(?: (?:"\$[A-Z_]+[\w/.-]*"|[\w./-]+))*"""
"""Words of a command: plain ones, and values that the shell does not take apart."""

_OURS = (
    re.compile(r"python3 \.github/scripts/[a-z_]+\.py" + _WORDS),
    re.compile(r"gh (?:run download|label create)" + _WORDS),
)
"""What a job that can write may run, where a contributor can bring it about."""


def actions_that_may_change(text: str) -> list[str]:
    """An action is pinned by its commit, and the line says which version that is."""
    used = [step["uses"] for _, step in _steps(text) if "uses" in step]
    lines = [line for line in text.splitlines() if re.search(r"^\s*(?:- )?uses:", line)]
    return [
        *(action for action in used if not _PINNED.fullmatch(action)),
        *(line.strip() for line in lines if not _NAMED.search(line)),
    ]


def jobs_with_whatever_is_allowed(text: str) -> list[str]:
    """What a job may do is said: for the whole workflow, or for the job."""
    workflow = yaml.safe_load(text)
    every = workflow.get("permissions")
    given = {name: job.get("permissions", every) for name, job in _jobs(text)}
    return [name for name, one in given.items() if not isinstance(one, dict)]


def text_put_into_commands(text: str) -> list[str]:
    """A command holds no `${{ }}`: what is put there would be a part of the command."""
    steps = [step for _, step in _steps(text)]
    commands = [step[key] for step in steps for key in ("run", "shell") if key in step]
    scripts = [step["with"].get("script", "") for step in steps if "with" in step]
    return [one for one in (*commands, *scripts) if "${{" in one]


def strangers_where_something_can_be_written(text: str) -> list[str]:
    """A job that can write takes nothing of a contributor that could run."""
    faults = []
    if not STRANGERS & _events(text):
        return []
    for name, job in _jobs(text):
        if not _can_write(job, yaml.safe_load(text)):
            continue
        for step in job.get("steps", ()):
            uses, command = step.get("uses", ""), step.get("run", "")
            if uses.startswith("actions/checkout@"):
                faults += _checked_out(name, step.get("with", {}))
            faults += [
                f"{name} runs {line}"
                for line in command.splitlines()
                if not any(ours.fullmatch(line.strip()) for ours in _OURS)
            ]
    return faults


def tokens_left_behind(text: str) -> list[str]:
    """What is checked out keeps no token that a later step could find."""
    return [
        name
        for name, step in _steps(text)
        if step.get("uses", "").startswith("actions/checkout@")
        and step.get("with", {}).get("persist-credentials") is not False
    ]


def warnings_passed_over_in_silence(text: str) -> list[str]:
    """Where a warning of a linter is passed over, the line says why."""
    found = (_IGNORED.search(line) for line in text.splitlines())
    return [one[0] for one in found if one and len(one["reason"].split()) < 3]


def jobs_without_an_end(text: str) -> list[str]:
    """A job has a time after which it is stopped."""
    return [name for name, job in _jobs(text) if "timeout-minutes" not in job]


RULES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        actions_that_may_change,
        jobs_with_whatever_is_allowed,
        text_put_into_commands,
        strangers_where_something_can_be_written,
        tokens_left_behind,
        warnings_passed_over_in_silence,
        jobs_without_an_end,
    )
}


def _events(text: str) -> set[str]:
    """Give the events of a workflow. YAML takes the word `on` for true."""
    on = yaml.safe_load(text)[True]
    return {on} if isinstance(on, str) else set(on)


def _jobs(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from yaml.safe_load(text)["jobs"].items()


def _steps(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, job in _jobs(text):
        yield from ((name, step) for step in job.get("steps", ()))


def _can_write(job: Mapping[str, Any], workflow: Mapping[str, Any]) -> bool:
    given = job.get("permissions", workflow.get("permissions"))
    return not isinstance(given, dict) or "write" in given.values()


def _checked_out(name: str, given: Mapping[str, Any]) -> list[str]:
    if given.get("ref") in TRUSTED and "repository" not in given:
        return []
    return [f"{name} checks out {given.get('ref', 'whatever the event says')}"]
