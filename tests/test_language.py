"""Languages: every word of the interface is in the catalogue, and each has its days."""

from __future__ import annotations

import datetime as dt
import gettext
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel import Locale
from babel.messages import Message

from interface_words import CATALOGUES, brought_up_to_date, kept
from minutebook.build import build
from minutebook.edition import Edition
from minutebook.language import ENGLISH, LANGUAGES, Language, language_named
from minutebook.order import Order
from minutebook.pages import press, site, site_of
from minutebook.publish import CannotPublish
from minutebook.records import When
from site_folder import with_settings
from small_book import TODAY, book_of

OTHERS = [code for code in LANGUAGES if code != "en"]
ADDRESS = "https://example.org/"
AUGUST = dt.date(2020, 8, 26)

SHOWN = {"aria-label", "title", "alt", "data-label", "placeholder", "label", "value"}
"""Attributes whose words a reader sees or hears."""


# Catalogues


@pytest.mark.parametrize("code", OTHERS)
def test_a_catalogue_holds_every_message_and_no_other(
    code: str, golden: Callable[[Path, str], None]
) -> None:
    golden(CATALOGUES / f"{code}.po", brought_up_to_date(code))


def _strings(message: Message) -> tuple[str, ...]:
    string = message.string
    return (string,) if isinstance(string, str) else tuple(string or ("",))


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_is_translated(code: str) -> None:
    missing = [
        message.id for message in kept(code) if message.id and not all(_strings(message))
    ]
    assert missing == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_values_of_its_message(code: str) -> None:
    wrong = [
        (message.id, [str(error) for error in errors])
        for message, errors in kept(code).check()
        if message.id
    ]
    assert wrong == []


# Days and numbers


def test_english_writes_days_as_they_are_written_in_britain() -> None:
    assert ENGLISH.day(AUGUST) == "26 August 2020"
    assert ENGLISH.short_day(AUGUST) == "26 Aug 2020"
    assert ENGLISH.clock(dt.time(13, 30)) == "13:30"
    assert ENGLISH.when(When(date=AUGUST, words="in the morning")) == (
        "26 August 2020 (in the morning)"
    )
    assert ENGLISH.series(["a", "b", "c"]) == "a, b and c"
    assert ENGLISH.number(1200) == "1,200"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (30, "30 days"),
        (31, "1 month"),
        (364, "11 months"),
        (366, "1 year"),
        (2279, "6 years"),
    ],
)
def test_a_span_is_told_in_its_largest_unit(days: int, said: str) -> None:
    assert ENGLISH.span(days) == said


def test_welsh_has_its_own_months_and_its_own_plurals() -> None:
    welsh = language_named("cy")
    assert welsh.day(AUGUST) == "26 Awst 2020"
    assert [welsh.span(days) for days in (1, 2, 3, 6)] == [
        "1 diwrnod",
        "2 ddiwrnod",
        "3 diwrnod",
        "6 diwrnod",
    ]


def test_a_language_without_words_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="no words for the language 'tlh' yet"):
        language_named("tlh")


def test_values_are_escaped_and_what_is_safe_stays() -> None:
    said = ENGLISH.say("Due %(day)s", day="<b>")
    assert said == "Due &lt;b&gt;"


# A site in Welsh


def test_a_book_chooses_welsh_by_the_language_of_its_theme(tmp_path: Path) -> None:
    config = with_settings(tmp_path, ("language: en", "language: cy"))
    outcome = build(Order(config_file=config, site_dir=tmp_path / "site", today=TODAY))
    assert outcome.pages

    note = next((tmp_path / "site" / "meetings").glob("2020*/index.html"))
    page = note.read_text("utf-8")
    assert '<html lang="cy"' in page
    for words in ("26 Awst 2020", "Dewislen", "Camau gweithredu", "Pwy oedd yno"):
        assert words in page
    for words in ("Actions agreed", "Main navigation", "Cite this note"):
        assert words not in page


def test_a_language_without_words_stops_a_build_and_says_why(tmp_path: Path) -> None:
    config = with_settings(tmp_path, ("language: en", "language: tlh"))
    with pytest.raises(CannotPublish, match="theme: language: there are no words for"):
        build(Order(config_file=config, site_dir=tmp_path / "site", today=TODAY))


# Nothing is left out of the catalogue


class _Marking(gettext.NullTranslations):
    """Puts brackets around every message, so that words without them stand out."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


class _Words(HTMLParser):
    """Gathers what a reader sees or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")
        self.found += [
            value
            for name, value in attrs
            if name in SHOWN and value and (tag, name) != ("option", "value")
        ]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(data)


GEORGIAN = {
    "meetings/2026-03-12-board.md": """
        title: სხდომა
        date: 2026-03-12
        start: "13:30"
        end: "15:00"
        group: board
        status: published
        agreed_on: 2026-03-20
        venue: დარბაზი
        summary: შეჯამება.
        attendees: ["ანა, კავშირი", "გია, მაღაზია"]
        apologies: ["ნიკო, მაღაზია"]
        chair: ანა
        next_meetings: ["2026-07-01"]
        corrections: [{date: 2026-04-01, reason: შეცდომა}]
    """,
    "meetings/2026-04-09-board.md": """
        title: სხდომა
        date: 2026-04-09
        group: board
        status: published
        agreed_on: 2026-04-20
        summary: შეჯამება.
---
## ერთი

თქვეს [ბევრი](../actions/a.md).

## ორი

არაფერი.
    """,
    "groups/board.md": "title: ჯგუფი",
    "themes/hall.md": "title: სახურავი",
    "themes/money.md": "title: ფული",
    "organisations.yml": (
        "union: {name: კავშირი, kind: voluntary-sector, aliases: [კავშირები]}\n"
        "shop: {name: მაღაზია, kind: public-sector}\n"
    ),
    "people.yml": "ana: {name: ანა, organisation: კავშირი}\n",
    "glossary.yml": "აბგ: {meaning: ანბანი}\n",
    "actions/a.md": """
        title: რამე
        owners: [კავშირი, მაღაზია]
        raised_in: 2026-03-12-board
        due: 2026-05-01
        themes: [hall]
    """,
    "actions/b.md": """
        title: სხვა
        owners: [ანა]
        raised_in: 2026-03-12-board
        themes: [money]
        updates:
          - date: 2026-04-09
            status: done
            note: კი.
            reported_in: 2026-04-09-board
    """,
    "concerns/c.md": """
        title: დარდი
        themes: [hall, money]
        raised:
          - {meeting: 2026-03-12-board, by: [კავშირი], said: სიტყვა., label: სხვანაირად}
          - {meeting: 2026-04-09-board, by: [მაღაზია]}
    """,
    "concerns/d.md": """
        title: კითხვა
        kind: question
        themes: [hall]
        raised: [{meeting: 2026-03-12-board, by: [anonymous]}]
        responses: [{by: [მაღაზია], meeting: 2026-04-09-board, answer: კი.}]
    """,
    "concerns/e.md": """
        title: კარგი
        kind: good-practice
        themes: [hall]
        raised: [{meeting: 2026-03-12-board, by: [კავშირი]}]
    """,
    "decisions/x.md": """
        title: გადაწყვეტილება
        decided_in: 2026-04-09-board
        by: [ჯგუფი]
        themes: [hall]
    """,
}
"""A book without a Latin letter, in which every word in Latin letters is ours."""


def _unmarked(html: str) -> Iterator[str]:
    words = _Words()
    words.feed(html)
    words.close()
    addresses = {word for word in words.found if word.startswith(ADDRESS)}
    said = " ".join(" ".join(w for w in words.found if w not in addresses).split())
    while "⟦" in said:
        said, before = re.sub(r"⟦[^⟦⟧]*⟧", " ", said), said
        assert said != before
    yield from re.findall(r"[A-Za-z][a-z]+", said)


def test_every_word_of_every_page_comes_from_the_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marking = Language("xx", Locale.parse("ka"), _Marking())
    monkeypatch.setattr(site, "language_named", lambda _code: marking)
    monkeypatch.setattr(press, "language_named", lambda _code: marking)
    book = book_of(tmp_path, GEORGIAN)
    made = site_of(
        book,
        TODAY,
        Edition(
            language="xx",
            address=ADDRESS,
            contribute="contribute/",
            repository="https://github.com/hall/notes",
            edit="https://github.com/hall/notes/edit/main/{path}",
            contact="notes@example.org",
        ),
    )

    found = {
        (page.address, word)
        for page in made.pages
        for word in _unmarked(page.html.replace(page.title, ""))
    }
    found |= {("home", word) for word in _unmarked(made.home)}
    assert found == set()
