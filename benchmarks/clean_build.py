"""How long a clean build takes, beside plain MkDocs + Material making the same pages.

    .venv/bin/python benchmarks/clean_build.py [--rounds 5]

Plain MkDocs is given the finished body of every page as a Markdown file, so that it
makes the same pages with the same theme and navigation, but reads, checks and links no
records. Each round runs both, one after the other, as processes of their own; the
ratio is that of the medians.
"""

from __future__ import annotations

import argparse
import datetime as dt
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

from minutebook.make import make_site

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Run both builds and print one line about each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as scratch:
        plain = plain_site(Path(scratch))
        python = sys.executable
        ours = [python, "-m", "minutebook", "build", "--site-dir", f"{scratch}/ours"]
        theirs = [python, "-m", "mkdocs", "build", "-q", "-f", str(plain)]
        times = [(cpu_of(ours), cpu_of(theirs)) for _ in range(rounds)]
        pages = len(list(Path(scratch, "ours").rglob("index.html")))
        plain_pages = len(list(Path(scratch, "plain-site").rglob("index.html")))
    our, their = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"Minutebook         {our:6.2f} s CPU  {pages:5} pages")
    print(f"MkDocs + Material  {their:6.2f} s CPU  {plain_pages:5} pages")
    per_page = (our / pages) / (their / plain_pages)
    print(f"ratio              {our / their:6.2f}    ({per_page:.2f} per page)")


def plain_site(scratch: Path) -> Path:
    """Lay out what plain MkDocs builds; give its settings."""
    docs = scratch / "docs"
    shutil.copytree(ROOT / "docs", docs)
    site = make_site(ROOT / "notes", dt.date(2026, 11, 22)).site
    for page in site.pages if site else ():
        target = docs / page.address / "index.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"---\ntitle: {page.title!r}\n---\n{page.html}", "utf-8")
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    settings["plugins"] = ["search"]
    settings["site_dir"] = str(scratch / "plain-site")
    settings["validation"] = {"links": {"not_found": "ignore", "anchors": "ignore"}}
    config = scratch / "mkdocs.yml"
    config.write_text(yaml.safe_dump(settings), "utf-8")
    return config


def cpu_of(command: Sequence[str]) -> float:
    """Run a command; give the seconds of processor time it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # noqa: S603 - ours
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
