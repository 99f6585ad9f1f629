"""The editors made by others are as they were released, and may be used by anybody."""

from __future__ import annotations

import hashlib
import re

import pytest

from minutebook.editor.bundles import BUNDLES, VENDOR, Bundle

FORBIDDING = re.compile(
    r"\b[AL]?GPL|GNU (?:Affero |Lesser |Library )?General Public|\bSSPL"
    r"|Business Source Licen[cs]e|Commons Clause|non-?commercial|CC[- ]BY-(?:NC|ND|SA)",
    re.IGNORECASE,
)
"""Words of licences that forbid closed use, or use in trade."""

every_bundle = pytest.mark.parametrize("bundle", BUNDLES.values(), ids=list(BUNDLES))


def sums() -> dict[str, str]:
    text = (VENDOR / "README.md").read_text("utf-8")
    return dict(
        re.findall(r"^`([^`]+)` is [^#]*?^ {4}sha256 {2}(\w{64})$", text, re.MULTILINE)
    )


def test_every_file_is_as_its_makers_released_it() -> None:
    found = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in VENDOR.iterdir()
        if file.name != "README.md"
    }
    assert found == sums()
    assert sorted(found) == sorted(
        name for bundle in BUNDLES.values() for name in bundle.files
    )


@every_bundle
def test_no_licence_forbids_closed_use(bundle: Bundle) -> None:
    for name in bundle.files:
        text = (VENDOR / name).read_text("utf-8")
        if name.endswith(".js"):  # the words of licences stand in comments of their own
            text = "\n".join(re.findall(r"/\*[!*].*?\*/", text, re.DOTALL))
        assert not FORBIDDING.search(text), name


@every_bundle
def test_each_editor_brings_its_licence(bundle: Bundle) -> None:
    licence = (VENDOR / bundle.licences[0]).read_text("utf-8")
    assert "MIT License" in licence
    assert "Permission is hereby granted, free of charge" in licence


@every_bundle
def test_the_version_in_the_name_is_the_one_the_editor_tells(bundle: Bundle) -> None:
    version = re.search(r"-(\d+\.\d+\.\d+)\.js$", bundle.script)
    assert version
    assert version[1] in (VENDOR / bundle.script).read_text("utf-8")
