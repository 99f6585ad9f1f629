"""How Minutebook compares with plain MkDocs + Material making pages of the same notes.

    .venv/bin/python -m benchmarks.run clean [memory size edit ... lighthouse]

README.md beside this file says what each measures and how fair it is.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.bench import Bench, Built
from benchmarks.measure import Cost, Failed
from benchmarks.weighing import FirstView

_KB, _MB, _GB = 10**3, 10**6, 10**9
_GROWTH = 20
"""How many times larger the larger book is."""

_PAGES = (60, 300)
"""The pages of the PDFs that are imported."""


def clean(bench: Bench, meetings: int) -> Iterator[str]:
    """Tell what a clean build costs."""
    yield f"Clean build, {meetings:,} notes"
    ours, *rivals = _clean_builds(bench, meetings)
    for built in (ours, *rivals):
        yield f"  {built.name:20}{built.cost.cpu:10.2f} s CPU{built.pages:10,} pages"
    for rival in rivals:
        goal = "15 at least" if rival.name.startswith("MkDocs") else "1 at least"
        yield _ratio(f"{rival.name} : Minutebook", rival.cost.cpu / ours.cost.cpu, goal)
    if len(rivals) == 1:
        yield "  Hugo is missing: give --hugo PROGRAM, or put it on the PATH"


def memory(bench: Bench, meetings: int) -> Iterator[str]:
    """Tell how much memory a clean build holds at worst."""
    yield f"Peak memory of a clean build, {meetings:,} notes"
    ours, *rivals = _clean_builds(bench, meetings)
    for built in (ours, *rivals):
        yield f"  {built.name:20}{built.cost.peak / _MB:10.0f} MB"
    yield _ratio("Minutebook : MkDocs", ours.cost.peak / rivals[0].cost.peak, None)


def size(bench: Bench, meetings: int) -> Iterator[str]:
    """Tell what a meeting's page weighs, and the whole site."""
    yield f"Weight of a meeting's page on average, {meetings:,} notes"
    ours, *rivals = _clean_builds(bench, meetings)
    for built in (ours, *rivals):
        raw, gzipped = built.meeting.raw / _KB, built.meeting.gzipped / _KB
        whole = f"{built.size / _MB:10.1f} MB the site"
        yield f"  {built.name:20}{raw:10.1f} KB{gzipped:10.1f} KB gzipped{whole}"
    plain = rivals[0]
    raw_ratio = ours.meeting.raw / plain.meeting.raw
    gzipped_ratio = ours.meeting.gzipped / plain.meeting.gzipped
    yield _ratio("Minutebook : MkDocs, page", raw_ratio, "1 at most")
    yield _ratio("the same, gzipped", gzipped_ratio, "1 at most")
    yield _ratio("the same, whole site", ours.size / plain.size, None)


def edit(bench: Bench, meetings: int) -> Iterator[str]:
    """Tell what it costs to build again after one note was edited."""
    yield f"One note edited, {meetings:,} notes"
    edited = bench.edited(meetings)
    yield f"  {'Minutebook':20}{edited.ours.cpu:10.2f} s CPU"
    yield f"  {'mkdocs build --dirty':20}{edited.dirty.cpu:10.2f} s CPU, the rest stale"
    share = edited.ours.cpu / edited.dirty.cpu
    yield _ratio("Minutebook : dirty", share, "less than 1")
    if edited.wrong:
        few = ", ".join(edited.wrong[:5])
        yield f"  WRONG: {len(edited.wrong)} files differ from a clean build's: {few}"
    else:
        yield "  every file is as a clean build makes it"


def unchanged(bench: Bench, meetings: int) -> Iterator[str]:
    """Tell what it costs to build again when nothing has changed."""
    yield f"Nothing changed, {meetings:,} notes"
    found = bench.unchanged(meetings)
    yield f"  {'Minutebook':20}{found.ours.cpu:10.2f} s CPU"
    yield f"  {'mkdocs build --dirty':20}{found.dirty.cpu:10.2f} s CPU"
    yield f"  {'look at the files':20}{found.look.cpu:10.2f} s CPU"
    yield _ratio("Minutebook : dirty", found.ours.cpu / found.dirty.cpu, None)
    yield _ratio("Minutebook : look", found.ours.cpu / found.look.cpu, "about 1")


def serve(bench: Bench, meetings: int) -> Iterator[str]:
    """Tell what it costs until a saved note can be read."""
    yield f"From save to sight in mkdocs serve, {meetings:,} notes"
    sight, dirty = bench.seen(meetings)
    yield f"  {'Minutebook':20}{sight.cpu:10.2f} s CPU{sight.wall:10.2f} s by the clock"
    yield f"  {'of which watching':20}{sight.at_rest:10.2f} s CPU a second, at rest too"
    yield f"  {'mkdocs build --dirty':20}{dirty.cpu:10.2f} s CPU"
    yield _ratio("Minutebook : dirty", sight.cpu / dirty.cpu, "0.1 at most")


def growth(bench: Bench, meetings: int) -> Iterator[str]:
    """Tell how costs grow with the book, up to so many notes."""
    few = meetings // _GROWTH
    yield f"Growth from {few:,} to {meetings:,} notes"
    small, large = bench.ours(few), bench.ours(meetings)
    for built in (small, large):
        peak, site = built.cost.peak / _MB, built.size / _MB
        used = f"{built.cost.cpu:10.2f} s CPU{peak:10.0f} MB peak"
        yield f"  {used}{site:10.1f} MB the site"
    yield _ratio("CPU", large.cost.cpu / small.cost.cpu, "22 at most")
    yield _ratio("output", large.size / small.size, "22 at most")
    yield _ratio("peak memory in GB", large.cost.peak / _GB, "less than 1.5")


def lighthouse(bench: Bench, meetings: int) -> Iterator[str]:
    """Tell what Lighthouse says of three pages on a phone."""
    yield f"Lighthouse on a phone, {4 * meetings:,} actions (goal: 100 each, 100 KB)"
    looked_at = bench.looked_at(meetings)
    for one in looked_at:
        told = ", ".join(f"{name} {score}" for name, score in one.scores.items())
        worst = f" (performance {one.lowest} at worst)"
        yield f"  {one.page:12}{told}{worst}{one.weight / _KB:10.1f} KB over the wire"
    if not looked_at:
        yield "  Lighthouse is missing: give --lighthouse PROGRAM"


def weight(bench: Bench, meetings: int) -> Iterator[str]:
    """Tell what first views weigh, in books of up to so many notes."""
    few = meetings // 50
    for many in (few, meetings // 5, meetings):
        yield f"Over the wire at a first view, {many:,} notes"
        yield from map(_viewed, bench.weighed(many))
    yield f"The same of Material, {few:,} notes; it has no listings"
    yield from map(_viewed, bench.weighed_plain(few))
    yield "  (goal: less than 100 KB, and 2 KB of scripts of our own)"


def _viewed(view: FirstView) -> str:
    parts = f"{view.html / _KB:8.1f} the page{view.scripts / _KB:8.1f} our scripts"
    return f"  {view.page:20}{view.whole / _KB:10.1f} KB{parts}"


def filtering(bench: Bench, meetings: int) -> Iterator[str]:
    """Tell what filtering the tracker costs a browser, up to so many notes."""
    yield "Filtering the action tracker in Chromium, processor time"
    for many in (meetings // 50, meetings // 10, meetings // 5, meetings):
        found = bench.filtered(many)
        parts = f"{found.script:8.1f} script{found.style:8.1f} style"
        parts += f"{found.layout:8.1f} layout"
        told = f"  {many:>6,} notes{found.rows:>8,} rows"
        yield f"{told}{found.whole:10.1f} ms{parts}"
    yield "  (goal: less than 50 ms at 2,000 rows)"


def search(bench: Bench, meetings: int) -> Iterator[str]:
    """Tell what the first search loads on a phone, beside the theme's own index."""
    for many in sorted({min(100, meetings), meetings // 5, meetings}):
        found = bench.searched(many)
        yield f"First search on a slow phone, {many:,} notes: “{found.words}”"
        for part, (size, files) in found.first.loaded.items():
            yield f"  {part:32}{size / _KB:8.1f} KB{files:6} files"
        yield f"  {'the theme, one file':32}{found.theirs / _KB:8.1f} KB gzipped"
        yield _ratio("KB in all", found.first.bytes / _KB, "less than 300")
        yield _ratio("seconds from the last letter", found.first.typed, "less than 1")
        yield _ratio("seconds from opening ?q=", found.first.opened, None)
        yield f"  {'the build':32}{found.cost.cpu:8.1f} s CPU"
        yield f"  {'the same for the theme':32}{found.their_cost.cpu:8.1f} s CPU"


def importing(bench: Bench, meetings: int) -> Iterator[str]:
    """Tell what bringing in old notes costs, and that long ones need no more memory."""
    found = bench.imported(meetings, _PAGES)
    yield f"Importing {meetings:,} notes of one page"
    for name, cost, goal in (
        ("text", found.texts, "   (goal: 20 s for 1,000)"),
        ("Word", found.word, ""),
    ):
        yield f"  {name:20}{_spent(cost)}{goal}"
    yield "Importing one PDF"
    for pages, cost in found.pdfs:
        goal = "   (goal: 60 s)" if pages == _PAGES[0] else ""
        yield f"  {f'{pages} pages':20}{_spent(cost)}{goal}"
    short, long = found.pdfs[0][1], found.pdfs[-1][1]
    yield _ratio("peak memory, long : short", long.peak / short.peak, None)


def _spent(cost: Cost) -> str:
    return (
        f"{cost.cpu:10.2f} s CPU{cost.wall:10.2f} s by the clock"
        f"{cost.peak / _MB:10.0f} MB peak"
    )


COMMANDS: dict[str, tuple[Callable[[Bench, int], Iterator[str]], int]] = {
    "clean": (clean, 1000),
    "memory": (memory, 1000),
    "size": (size, 1000),
    "edit": (edit, 5000),
    "unchanged": (unchanged, 5000),
    "serve": (serve, 5000),
    "growth": (growth, 20_000),
    "search": (search, 5000),
    "lighthouse": (lighthouse, 125),
    "weight": (weight, 5000),
    "filter": (filtering, 5000),
    "import": (importing, 1000),
}
"""What can be measured, and with how many notes unless told."""


def main() -> None:
    """Measure what the command line asks for, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="+", choices=COMMANDS)
    parser.add_argument(
        "--meetings", type=int, help="how many notes instead of the usual"
    )
    parser.add_argument("--hugo", default=shutil.which("hugo"), help="the program")
    parser.add_argument(
        "--lighthouse", default=shutil.which("lighthouse"), help="the program"
    )
    parser.add_argument("--scratch", type=Path, help="a folder to work in and to leave")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        os.environ["MINUTEBOOK_CACHE"] = f"{passing}/cache"
        bench = Bench(given.scratch or Path(passing), given.hugo, given.lighthouse)
        for what in given.what:
            tell, usual = COMMANDS[what]
            try:
                for line in tell(bench, given.meetings or usual):
                    print(line, flush=True)
            except Failed as failure:
                sys.exit(str(failure))


def _clean_builds(bench: Bench, meetings: int) -> tuple[Built, ...]:
    return (bench.ours(meetings), *bench.rivals(meetings))


def _ratio(of: str, value: float, goal: str | None) -> str:
    told = f"   (goal: {goal})" if goal else ""
    return f"  {of:32}{value:8.2f}{told}"


if __name__ == "__main__":
    main()
