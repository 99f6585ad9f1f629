"""The style and scripts we bring are one file each, in order, on every page."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutebook.publish import assets as brought
from minutebook.publish.assets import assets
from site_folder import build_demo

PARTS = {
    "style/90-last.css": b"b { color: red }",
    "style/10-first.css": b"a { color: red }\n",
    "style/notes.txt": b"not a style",
    "scripts/20-last.js": b"(() => {})()",
    "scripts/10-first.js": b"(() => {})()",
    "vendor/theirs.mjs": b"export default \xff;",
    "vendor/unused.js": b"unused",
}


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in PARTS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    monkeypatch.setattr(brought, "HERE", tmp_path)
    monkeypatch.setattr(brought, "VENDORED", ("theirs.mjs",))
    return tmp_path


@pytest.mark.usefixtures("parts")
def test_parts_are_joined_in_the_order_of_their_names() -> None:
    assert assets().files == {
        "assets/minutebook.css": b"a { color: red }\n\nb { color: red }",
        "assets/minutebook.js": b"(() => {})()\n\n;\n(() => {})()\n",
        "assets/vendor/theirs.mjs": b"export default \xff;",
    }


def test_without_scripts_no_page_links_to_one(parts: Path) -> None:
    for script in parts.glob("scripts/*"):
        script.unlink()
    assert assets().scripts == ()
    assert "assets/minutebook.js" not in assets().files


@pytest.mark.usefixtures("parts")
def test_a_vendored_file_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(brought, "VENDORED", ("missing.js",))
    with pytest.raises(FileNotFoundError, match=r"missing\.js"):
        assets()


@pytest.mark.usefixtures("parts")
def test_every_page_of_a_site_links_to_the_style_and_the_script_once(
    tmp_path: Path,
) -> None:
    site = build_demo(tmp_path / "site")
    for address, content in assets().files.items():
        assert (site / address).read_bytes() == content
    for page in ("index.html", "about/index.html", "themes/funding/index.html"):
        text = (site / page).read_text("utf-8")
        assert text.count("assets/minutebook.css") == 1, page
        assert text.count("assets/minutebook.js") == 1, page
        assert "assets/vendor" not in text, page
