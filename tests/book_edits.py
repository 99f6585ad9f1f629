"""What people do to a project between two builds: each edit is a function by its name.

Some leave the notes wrong. Then nothing is published until they are mended.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from book_project import Project

Edit = Callable[[Project, Random], None]

EDITS: dict[str, Edit] = {}
"""Every edit, by its name."""

FOLDERS = ("meetings", "actions", "concerns", "decisions", "themes", "groups")
WORDS = ("DBS", "DBS check", "AGM", "hall", "wedding", "<b>bold</b>", "& more", "café")


def edit(function: Edit) -> Edit:
    EDITS[function.__name__] = function
    return function


def records(project: Project, *folders: str) -> list[Path]:
    """List the files of records, in some folders or in all of them."""
    return [
        file
        for folder in folders or FOLDERS
        for file in sorted((project.notes / folder).glob("*.*"))
    ]


def one(project: Project, random: Random, *folders: str) -> Path:
    return random.choice(records(project, *folders))


def ids(project: Project, folder: str) -> list[str]:
    return [file.stem for file in records(project, folder)]


def set_field(file: Path, name: str, value: str | None) -> None:
    """Write a field of a record anew, in place of what stood there."""
    text = file.read_text("utf-8")
    fence = "---\n" if text.startswith("---\n") else ""
    fields, end, body = text.removeprefix(fence).partition("\n---" if fence else "\0")
    fields = re.sub(rf"(?m)^{name}:.*(?:\n[ -].*)*\n?", "", fields + "\n").strip("\n")
    if value is not None:
        fields = f"{fields}\n{name}: {value}"
    file.write_text(fence + fields + end + body + ("" if end else "\n"), "utf-8")


def add_text(file: Path, text: str) -> None:
    """Add a paragraph to the body of a Markdown record."""
    if file.suffix == ".md":
        with file.open("a", encoding="utf-8", newline="") as out:
            out.write(f"\n\n{text}\n")


def name_of(random: Random) -> str:
    return f"new-{random.randrange(1000)}"


def write(project: Project, name: str, text: str) -> None:
    file = project.folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


# What a record says.


@edit
def retitle(project: Project, random: Random) -> None:
    title = f'"{random.choice(WORDS)} {random.randrange(100)}"'
    set_field(one(project, random), "title", title)


@edit
def set_due(project: Project, random: Random) -> None:
    day = project.today + dt.timedelta(random.randrange(-40, 40))
    due = random.choice([day.isoformat(), "before the summer", "not recorded", None])
    set_field(one(project, random, "actions"), "due", due)


@edit
def set_owner(project: Project, random: Random) -> None:
    owners = [
        "[AK]",
        "[Ben Hartley]",
        "[the Trust, AK]",
        "[Harlow Lifts]",
        "[Board of trustees]",
    ]
    set_field(one(project, random, "actions"), "owners", random.choice(owners))


@edit
def report_progress(project: Project, random: Random) -> None:
    status = random.choice(["in-progress", "done", "dropped"])
    update = f"date: 2026-05-{random.randrange(15, 30)}, status: {status}, note: DBS."
    set_field(one(project, random, "actions"), "updates", f"\n  - {{{update}}}")


@edit
def add_paragraph(project: Project, random: Random) -> None:
    add_text(one(project, random), f"Said of {random.choice(WORDS)}.")


@edit
def add_headings(project: Project, random: Random) -> None:
    headings = (f"{'#' * random.randrange(1, 5)} {word}" for word in WORDS)
    add_text(one(project, random), "\n\n".join(headings))


@edit
def cut_the_body(project: Project, random: Random) -> None:
    file = one(project, random, "meetings", "themes", "decisions", "groups")
    fields, fence, body = file.read_text("utf-8").rpartition("\n---\n")
    file.write_text(fields + fence + body[: len(body) // 2], "utf-8")


@edit
def end_lines_as_on_windows(project: Project, random: Random) -> None:
    file = one(project, random)
    data = file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + data.removeprefix(b"\xef\xbb\xbf"))


@edit
def add_link(project: Project, random: Random) -> None:
    target = random.choice(
        [
            f"../{to.parent.name}/{to.name}{random.choice(['', '#lift', '#drives'])}"
            for to in records(project)
        ]
        + ["../attachments/pay.pdf", "../glossary.yml", "../organisations.yml", "#roof"]
        + ["https://example.org/", "mailto:hall@example.org"]
    )
    picture = random.choice(["", "", "", "!"])
    add_text(one(project, random), f"See {picture}[this & that]({target}), and DBS.")


@edit
def answer_a_concern(project: Project, random: Random) -> None:
    answers = [
        None,
        "\n  - {answer: We shall see., holding: true, meeting: 2026-05-14-board}",
        "\n  - {answer: Yes., by: [Harlow Lifts], date: 2026-05-30}",
        "\n  - {answer: The DBS check is enough., document: A letter}",
    ]
    set_field(one(project, random, "concerns"), "responses", random.choice(answers))


@edit
def close_a_concern(project: Project, random: Random) -> None:
    resolved = random.choice([None, "{note: All is well now., date: 2026-05-29}"])
    set_field(one(project, random, "concerns"), "resolved", resolved)


@edit
def connect(project: Project, random: Random) -> None:
    file = one(project, random, "actions", "decisions", "concerns")
    themes = random.sample(ids(project, "themes"), k=1)
    set_field(file, "themes", f"[{', '.join(themes)}]")


@edit
def move_a_meeting_to_a_group(project: Project, random: Random) -> None:
    group = random.choice(ids(project, "groups"))
    set_field(one(project, random, "meetings"), "group", group)


@edit
def add_an_addendum(project: Project, random: Random) -> None:
    link = f"../actions/{random.choice(ids(project, 'actions'))}.md"
    text = f"Now [this]({link}), {random.choice(WORDS)}."
    added = f'\n  - {{title: Later, date: 2026-05-30, text: "{text}"}}'
    set_field(one(project, random, "meetings"), "addenda", added)


# Which records there are.


@edit
def add_a_record(project: Project, random: Random) -> None:
    name, title = name_of(random), f"title: New {random.choice(WORDS)}"
    minutes = (
        f"---\n{title}\ndate: 2026-04-30\ngroup: board\nstatus: published\n"
        "agreed_on: 2026-05-01\nattendees: ['Ann, Harlow Lifts']\n---\nWords."
    )
    raised = "raised: [{meeting: 2026-04-09-board, by: [the Trust]}]"
    decided = "decided_in: 2026-03-12-board"
    new = {
        f"themes/{name}.md": f"---\n{title}\n---\nDBS.",
        f"themes/{name}.yml": f"{title}\n",
        f"groups/{name}.md": f"---\n{title}\nparent: board\n---\n",
        f"decisions/{name}.md": f"---\n{title}\n{decided}\n---\nSo be it.",
        f"concerns/{name}.md": f"---\n{title}\n{raised}\n---\n",
        "meetings/2026-04-30-board.md": minutes,
    }
    chosen = random.choice(list(new))
    write(project, f"notes/{chosen}", new[chosen])


@edit
def add_an_action(project: Project, random: Random) -> None:
    name = f"2026-04-09-board-a{random.randrange(2, 9)}"
    write(
        project,
        f"notes/actions/{name}.md",
        "---\ntitle: One more\nowners: [AK]\nraised_in: 2026-04-09-board\n---\n",
    )
    note = project.notes / "meetings" / "2026-04-09-board.md"
    if note.exists():
        add_text(note, f"- **Action:** [One more](../actions/{name}.md)")


@edit
def rename(project: Project, random: Random) -> None:
    file = one(project, random)
    file.rename(file.with_stem(name_of(random)))


@edit
def rename_with_an_alias(project: Project, random: Random) -> None:
    file = one(project, random, "themes", "groups", "concerns", "decisions")
    set_field(file, "aliases", f"[{file.stem}]")
    file.rename(file.with_stem(name_of(random)))


@edit
def let_two_records_change_places(project: Project, random: Random) -> None:
    files = records(project, random.choice(["actions", "themes", "groups"]))
    first, second = random.sample(files, k=2)
    beside = first.with_name("beside")
    first.rename(beside)
    second.rename(first.with_suffix(second.suffix))
    beside.rename(second.with_suffix(first.suffix))


@edit
def delete(project: Project, random: Random) -> None:
    one(project, random).unlink()


@edit
def delete_what_nobody_speaks_of(project: Project, random: Random) -> None:
    files = records(project, "themes", "groups", "decisions", "concerns")
    free = [file for file in files if file.stem.startswith("new-")]
    (random.choice(free) if free else project.notes / "concerns" / "cold.yml").unlink(
        missing_ok=True
    )


# The registers.


@edit
def explain_a_word(project: Project, random: Random) -> None:
    number = random.randrange(100)
    with (project.notes / "glossary.yml").open("a", encoding="utf-8") as out:
        out.write(random.choice([f"AGM: meeting {number}\n", f"GP{number}: a group\n"]))


@edit
def change_a_word(project: Project, random: Random) -> None:
    file = project.notes / "glossary.yml"
    changed = random.choice(["Disclosure & Barring", "Daily Bread Service"])
    file.write_text(
        re.sub(r"meaning: .*", f"meaning: {changed}", file.read_text("utf-8")), "utf-8"
    )


@edit
def forget_every_word(project: Project, _: Random) -> None:
    (project.notes / "glossary.yml").unlink(missing_ok=True)


@edit
def rename_an_organisation(project: Project, random: Random) -> None:
    file = project.notes / "organisations.yml"
    names = ["Harlow Lifts", "Harlow & Sons", "Harlow Elevators"]
    text = re.sub(
        r"name: Harlow.*", f"name: {random.choice(names)}", file.read_text("utf-8")
    )
    file.write_text(text, "utf-8")


@edit
def give_an_organisation_another_name(project: Project, random: Random) -> None:
    file = project.notes / "organisations.yml"
    aliases = ["the Trust", "the Trust, the Hall", "the Trust, BVHT"]
    text = re.sub(
        r"aliases: .*", f"aliases: [{random.choice(aliases)}]", file.read_text("utf-8")
    )
    file.write_text(text, "utf-8")


@edit
def add_an_organisation(project: Project, random: Random) -> None:
    with (project.notes / "organisations.yml").open("a", encoding="utf-8") as out:
        out.write(f"shop-{random.randrange(99)}: {{name: Shop {random.randrange(9)}}}\n")


@edit
def rename_a_person(project: Project, random: Random) -> None:
    file = project.notes / "people.yml"
    text = file.read_text("utf-8")
    name = random.choice(["Amina Khatun", "Amina Khatun-Hall"])
    file.write_text(re.sub(r"name: Amina.*", f"name: {name}", text), "utf-8")


@edit
def move_a_person(project: Project, random: Random) -> None:
    file = project.notes / "people.yml"
    to = random.choice(["Harlow Lifts", "Brookfield Parish Council"])
    text = re.sub(r"organisation: .*", f"organisation: {to}", file.read_text("utf-8"))
    file.write_text(text, "utf-8")


# Who sees what, and when.


@edit
def hide_or_show(project: Project, random: Random) -> None:
    file = one(project, random, "meetings", "actions", "concerns", "decisions")
    seen = random.choice(["public", "members", "private"])
    set_field(file, "visibility", seen)


@edit
def release_later(project: Project, random: Random) -> None:
    day = project.today + dt.timedelta(random.randrange(-2, 20))
    file = one(project, random, "meetings", "actions", "concerns", "decisions")
    set_field(file, "release_on", day.isoformat())


@edit
def change_the_standing_of_a_note(project: Project, random: Random) -> None:
    status = random.choice(["draft", "agreed", "published", "withdrawn"])
    set_field(one(project, random, "meetings"), "status", status)


@edit
def build_for_others(project: Project, random: Random) -> None:
    audience = random.choice(["public", "members", "private"])
    replace_in_config(project, r"audience: .*", f"audience: {audience}")


@edit
def let_days_pass(project: Project, random: Random) -> None:
    project.today += dt.timedelta(random.choice([1, 1, 7, 30, -1]))


@edit
def be_strict_or_not(project: Project, _: Random) -> None:
    project.strict = not project.strict


# What is not a record.


@edit
def change_an_attachment(project: Project, random: Random) -> None:
    file = random.choice(sorted((project.notes / "attachments").iterdir()))
    file.write_bytes(file.read_bytes()[:4] + random.randbytes(4))


@edit
def add_an_attachment(project: Project, random: Random) -> None:
    name = f"{name_of(random)}.pdf"
    (project.notes / "attachments" / name).write_bytes(b"%PDF")
    add_text(one(project, random, "meetings"), f"See [it](../attachments/{name}).")


@edit
def delete_an_attachment(project: Project, random: Random) -> None:
    random.choice(sorted((project.notes / "attachments").iterdir())).unlink()


@edit
def let_attachments_change_places(project: Project, _: Random) -> None:
    first, second = sorted((project.notes / "attachments").iterdir())[-2:]
    one_of, other = first.read_bytes(), second.read_bytes()
    first.write_bytes(other)
    second.write_bytes(one_of)


def replace_in_config(project: Project, pattern: str, by: str) -> None:
    text = project.config.read_text("utf-8")
    project.config.write_text(re.sub(pattern, by, text), "utf-8")


@edit
def rename_the_site(project: Project, random: Random) -> None:
    replace_in_config(project, r"site_name: .*", f"site_name: Hall {random.randrange(3)}")


@edit
def move_the_site(project: Project, random: Random) -> None:
    address = random.choice(["https://example.org/hall/", "https://hall.example/", "''"])
    replace_in_config(project, r"site_url: .*", f"site_url: {address}")


@edit
def change_the_features(project: Project, random: Random) -> None:
    features = ["content.action.edit", "navigation.tabs", "navigation.path", "toc.follow"]
    chosen = ", ".join(random.sample(features, k=2))
    replace_in_config(project, r"features: .*", f"features: [{chosen}]")


@edit
def change_the_time_zone(project: Project, random: Random) -> None:
    zone = random.choice(["Europe/Berlin", "Europe/London", "Asia/Tokyo"])
    replace_in_config(project, r"time_zone: .*", f"time_zone: {zone}")


@edit
def change_a_page_by_hand(project: Project, random: Random) -> None:
    write(project, "docs/about.md", f"# About\n\nIt is {random.randrange(3)}.\n")


@edit
def add_or_remove_a_page_by_hand(project: Project, _: Random) -> None:
    page = project.folder / "docs" / "also" / "extra.md"
    if page.exists():
        page.unlink()
    else:
        write(project, "docs/also/extra.md", "# Extra\n\nWords.\n")


@edit
def change_the_home_page(project: Project, random: Random) -> None:
    part = random.choice(['<div data-minutebook="home"></div>', "Nothing to see."])
    write(project, "docs/index.md", f"# Hall\n\n{part}\n")


@edit
def put_a_page_where_a_record_goes(project: Project, random: Random) -> None:
    file = one(project, random)
    write(project, f"docs/{file.parent.name}/{file.stem}.md", "# By hand\n")


@edit
def change_the_theme(project: Project, random: Random) -> None:
    said = f"{{% block announce %}}Come {random.randrange(3)}{{% endblock %}}"
    write(project, "overrides/main.html", f'{{% extends "base.html" %}}\n{said}\n')


@edit
def move_the_override_to_the_pages(project: Project, _: Random) -> None:
    file = project.folder / "overrides" / "main.html"
    there = project.folder / "docs" / "main.html"
    if file.exists():
        file.rename(there)
    elif there.exists():
        there.rename(file)


# What changes nothing, and what goes wrong.


@edit
def touch_everything(project: Project, _: Random) -> None:
    for name in project.sources():
        os.utime(project.folder / name)


@edit
def save_what_was_there(project: Project, _: Random) -> None:
    for file in records(project):
        file.write_bytes(file.read_bytes())


@edit
def do_nothing(project: Project, random: Random) -> None:
    """Somebody thinks it over."""


@edit
def spoil_a_record(project: Project, random: Random) -> None:
    one(project, random).write_bytes(
        random.choice([b"---\ntitle: [\n---\n", b"\xff", b""])
    )


@edit
def spoil_the_settings(project: Project, random: Random) -> None:
    with project.config.open("a", encoding="utf-8") as out:
        out.write(random.choice(["theme: {\n", "docs_dir: nowhere\n", "plugins: []\n"]))


@edit
def spoil_the_theme(project: Project, _: Random) -> None:
    write(project, "overrides/main.html", '{% extends "base.html" %}{% block x %}')


# What happens to the site and to what is kept.


@edit
def tamper_with_the_site(project: Project, random: Random) -> None:
    for file in random.sample(files_of(project.site), k=3):
        if random.random() < 0.5:
            file.unlink()
        else:
            file.write_bytes(file.read_bytes()[:-1] + b"!")


@edit
def lose_what_is_kept(project: Project, random: Random) -> None:
    file = random.choice(files_of(project.kept))
    if random.random() < 0.5:
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def files_of(folder: Path) -> list[Path]:
    return sorted(_files_of(folder))


def _files_of(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and path.name != ".minutebook":
            yield path
