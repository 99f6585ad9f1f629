"""Themes tell a story, concerns carry a history, what waits longest comes first."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from minutebook.book import Book
from minutebook.edition import Edition
from minutebook.pages import site_of
from minutebook.records import Concern, Theme
from minutebook.views.cards import concern_card
from minutebook.views.excerpt import excerpt
from minutebook.views.history import Came
from minutebook.views.raisers import Raiser
from minutebook.views.theme import ThemeView, theme_view
from minutebook.views.unanswered import unanswered_view
from small_book import TODAY, book_of

MARCH, APRIL = "2026-03-12-board", "2026-04-09-board"
ORGANISATIONS = """
hall-trust: {name: Hall Trust, kind: voluntary-sector}
village-shop: {name: Village Shop, kind: private-sector}
ramblers: {name: Ramblers}
"""


def held(day: str) -> dict[str, str]:
    text = f"title: Board\ndate: {day}\nstatus: published\nagreed_on: {day}"
    return {f"meetings/{day}-board.md": text}


def a_concern(
    *meetings: str,
    title: str = "Cold",
    by: str = "",
    themes: str = "[hall]",
    more: str = "",
) -> str:
    raised = "".join(
        f"  - meeting: {meeting}\n" + (f"    by: {by}\n" if by else "")
        for meeting in meetings
    )
    return f"title: {title}\nthemes: {themes}\nraised:\n{raised}{more}"


def answered(day: str, *, holding: bool = False) -> str:
    return (
        f"responses:\n  - date: {day}\n    by: [Hall Trust]\n    answer: Soon.\n"
        f"    holding: {str(holding).lower()}\n"
    )


def theme_of(book: Book, theme_id: str = "hall") -> Theme:
    theme = book.themes.get(theme_id)
    assert theme
    return theme


def concern_of(book: Book, concern_id: str = "cold") -> Concern:
    concern = book.concerns.get(concern_id)
    assert concern
    return concern


def view_of(folder: Path, files: dict[str, str]) -> ThemeView:
    book = book_of(folder, files)
    return theme_view(book, theme_of(book), TODAY)


def body(book: Book, address: str, today: dt.date = TODAY) -> str:
    pages = site_of(book, today, Edition()).pages
    (found,) = (page for page in pages if page.address == address)
    return " ".join(found.html.split())


# The history of a concern

YEARS = held("2018-05-03") | held("2018-09-06") | held("2020-05-07") | held("2021-05-06")
Y18, SEPT18, Y20, Y21 = (
    f"{day}-board" for day in ("2018-05-03", "2018-09-06", "2020-05-07", "2021-05-06")
)
RESOLVED = "resolved:\n  date: 2021-06-01\n  note: It is warm.\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (a_concern(Y18, Y20), "Raised in 2018 and 2020, no answer recorded"),
        (a_concern(Y18), "Raised in 2018, no answer recorded"),
        (a_concern(Y18, SEPT18), "Raised 2 times in 2018, no answer recorded"),
        (
            a_concern(Y18, SEPT18, Y20, Y21),
            "Raised 4 times in 2018, 2020 and 2021, no answer recorded",
        ),
        (
            a_concern(Y18, more=answered("2019-01-01", holding=True)),
            "Raised in 2018, an answer promised but none recorded",
        ),
        (
            a_concern(Y18, Y20, more=answered("2019-01-01")),
            "Raised in 2018 and 2020, answered in 2019 but not since it was raised again",
        ),
        (
            a_concern(Y18, Y20, more=answered("2021-01-01")),
            "Raised in 2018 and 2020, answered in 2021",
        ),
        (a_concern(Y18, more=RESOLVED), "Raised in 2018, resolved"),
        ("kind: good-practice\n" + a_concern(Y18), "Raised in 2018"),
    ],
    ids=lambda value: value.partition(":")[0],
)
def test_a_concern_tells_its_history_in_a_sentence(
    tmp_path: Path, text: str, told: str
) -> None:
    book = book_of(tmp_path, YEARS | {"concerns/cold.md": text})

    assert f"{told}." in body(book, "concerns/cold/")
    assert f"<span>{told}</span>" in body(book, "themes/hall/")


def test_a_concern_of_many_years_names_the_first_and_the_last(tmp_path: Path) -> None:
    days = [f"20{year}-05-05" for year in range(10, 16)]
    meetings = {name: text for day in days for name, text in held(day).items()}
    text = a_concern(*(f"{day}-board" for day in days))
    book = book_of(tmp_path, meetings | {"concerns/cold.md": text})

    assert "Raised 6 times between 2010 and 2015, no" in body(book, "concerns/cold/")


def test_meetings_that_raised_it_twice_count_once(tmp_path: Path) -> None:
    book = book_of(tmp_path, {"concerns/cold.md": a_concern(MARCH, MARCH, APRIL)})
    history = concern_card(book, concern_of(book)).history

    assert (history.times, history.years, history.came) == (2, (2026,), Came.NOTHING)


# The page of a theme


def test_a_theme_tells_each_meeting_the_latest_first(tmp_path: Path) -> None:
    view = view_of(
        tmp_path,
        {
            "concerns/cold.md": a_concern(MARCH, APRIL),
            "concerns/dark.md": a_concern(
                APRIL,
                title="Dark",
                more=f"responses:\n  - {{meeting: {APRIL}, answer: It will be lit.}}\n",
            ),
        },
    )
    april, march = view.chapters.first

    assert [m.concern.title for m in march.raised.first] == ["Cold"]
    assert [(m.concern.title, m.nth, m.times) for m in april.raised.first] == [
        ("Cold", 2, 2),
        ("Dark", 1, 1),
    ]
    assert (march.answered, april.answered) == (0, 1)
    assert [(bar.meeting and bar.meeting.ref.id, bar.times) for bar in view.bars] == [
        (MARCH, 1),
        (APRIL, 2),
    ]


def test_many_meetings_are_counted_by_year_with_the_silent_ones(tmp_path: Path) -> None:
    days = [f"2020-{month:02}-01" for month in range(1, 11)] + ["2022-02-01"]
    meetings = {name: text for day in days for name, text in held(day).items()}
    text = a_concern(*(f"{day}-board" for day in days))
    view = view_of(tmp_path, meetings | {"concerns/cold.md": text})

    assert [(bar.year, bar.times) for bar in view.bars] == [
        (2020, 10),
        (2021, 0),
        (2022, 1),
    ]
    assert (len(view.chapters.first), len(view.chapters.more)) == (5, 6)


def test_who_raised_it_is_counted_by_kind(tmp_path: Path) -> None:
    view = view_of(
        tmp_path,
        {
            "organisations.yml": ORGANISATIONS,
            "people.yml": "amina: {name: Amina Khan, organisation: Hall Trust}\n"
            "ben: {name: Ben Sole}\n",
            "concerns/a.md": a_concern(
                MARCH, by="[Hall Trust, Amina Khan, Village Shop]"
            ),
            "concerns/b.md": a_concern(MARCH, APRIL, by="[Hall Trust]"),
            "concerns/c.md": a_concern(MARCH, by="[anonymous, Ben Sole, Ramblers]"),
            "concerns/d.md": a_concern(MARCH, by="[Board of trustees]"),
            "concerns/e.md": a_concern(MARCH, APRIL),
        },
    )

    assert [(count.raiser, count.times) for count in view.raisers] == [
        (Raiser.VOLUNTARY, 3),
        (Raiser.PRIVATE, 1),
        (Raiser.OTHER, 1),
        (Raiser.GROUP, 1),
        (Raiser.PERSON, 1),
        (Raiser.ANONYMOUS, 1),
        (Raiser.NOT_RECORDED, 2),
    ]


def test_one_kind_alone_is_not_counted(tmp_path: Path) -> None:
    view = view_of(
        tmp_path,
        {
            "organisations.yml": ORGANISATIONS,
            "concerns/a.md": a_concern(MARCH, by="[Hall Trust]"),
            "concerns/b.md": a_concern(MARCH),
        },
    )

    assert view.raisers == ()


def test_near_themes_share_most(tmp_path: Path) -> None:
    action = f"title: Heat\nowners: [Hall Trust]\nraised_in: {MARCH}\nthemes: [hall, oil]"
    view = view_of(
        tmp_path,
        {
            **{f"themes/{name}.md": f"title: {name}" for name in ("oil", "cat", "far")},
            "concerns/a.md": a_concern(MARCH, themes="[hall, cat]"),
            "concerns/b.md": a_concern(MARCH, themes="[hall, oil]"),
            "concerns/c.md": a_concern(MARCH, themes="[far]"),
            "actions/heat.md": action,
        },
    )

    assert [(n.ref.id, n.concerns, n.actions, n.decisions) for n in view.near] == [
        ("oil", 1, 1, 0),
        ("cat", 1, 0, 0),
    ]


def test_a_record_of_very_many_themes_brings_none_near(tmp_path: Path) -> None:
    names = [f"t{number}" for number in range(30)]
    themes = {f"themes/{name}.md": f"title: {name}" for name in names}
    concern = a_concern(MARCH, themes=f"[hall, {', '.join(names)}]")
    view = view_of(tmp_path, themes | {"concerns/a.md": concern})

    assert view.near == ()


def test_actions_that_came_of_a_concern_are_actions_of_its_theme(tmp_path: Path) -> None:
    action = f"title: Heat\nowners: [Hall Trust]\nraised_in: {MARCH}\nconcerns: [cold]"
    view = view_of(
        tmp_path, {"concerns/cold.md": a_concern(MARCH), "actions/heat.md": action}
    )

    assert [card.ref.title for card in view.actions.first] == ["Heat"]
    assert view.card.actions == view.chapters.first[0].actions == 1


def test_a_theme_nobody_raised_says_so(tmp_path: Path) -> None:
    shown = body(book_of(tmp_path, {}), "themes/hall/")

    assert "No concern about it has been raised." in shown
    assert "<h2" not in shown


def test_a_theme_of_very_many_concerns_shows_some_and_leads_to_all(
    tmp_path: Path,
) -> None:
    concerns = {
        f"concerns/c{number}.md": a_concern(MARCH, title=f"Point {number}")
        for number in range(70)
    }
    book = book_of(tmp_path, concerns)
    view = theme_view(book, theme_of(book), TODAY)
    shown = body(book, "themes/hall/")

    assert (len(view.open.first), len(view.open.more), view.open.left) == (10, 40, 20)
    assert 'href="../../concerns/?theme=hall&amp;status=unanswered">All 70' in shown
    assert shown.count('<li class="mb-card">') == 50


@pytest.mark.parametrize(
    ("length", "cut"),
    [(0, (0, 0, 0)), (4, (4, 0, 0)), (5, (5, 0, 0)), (6, (4, 2, 0)), (20, (4, 5, 11))],
)
def test_a_long_list_is_cut_and_one_alone_is_never_folded(
    length: int, cut: tuple[int, int, int]
) -> None:
    found = excerpt(range(length), at_once=4, at_most=9)

    assert (len(found.first), len(found.more), found.left) == cut
    assert [*found.first, *found.more] == list(range(length - cut[2]))


# What waits for an answer


def test_what_waits_longest_comes_first(tmp_path: Path) -> None:
    book = book_of(
        tmp_path,
        YEARS
        | {
            "concerns/new.md": a_concern(APRIL, title="New"),
            "concerns/old.md": a_concern(Y18, Y20, title="Old"),
            "concerns/back.md": a_concern(
                Y18, Y21, title="Back", more=answered("2019-01-01")
            ),
            "concerns/done.md": a_concern(Y18, more=answered("2020-01-01")),
            "concerns/good.md": "kind: good-practice\n" + a_concern(Y18),
        },
    )
    view = unanswered_view(book, TODAY)
    rows = [row for band in view.bands for row in band.rows]

    assert [row.card.ref.title for row in rows] == ["Old", "Back", "New"]
    assert [(band.years, len(band.rows)) for band in view.bands] == [(5, 2), (0, 1)]
    assert (view.total, view.again, view.oldest) == (3, 2, dt.date(2018, 5, 3))
    since = [row.card.waiting_since or dt.date.max for row in rows]
    assert all(one <= other for one, other in pairwise(since))


@pytest.mark.parametrize(
    ("today", "years"),
    [("2019-05-02", 0), ("2020-05-02", 1), ("2020-05-03", 2), ("2023-05-03", 5)],
)
def test_concerns_are_gathered_by_how_long_they_wait(
    tmp_path: Path, today: str, years: int
) -> None:
    book = book_of(tmp_path, YEARS | {"concerns/cold.md": a_concern(Y18)})
    (band,) = unanswered_view(book, dt.date.fromisoformat(today)).bands

    assert band.years == years


def test_the_unanswered_page_names_everybody_who_raised_it(tmp_path: Path) -> None:
    text = a_concern(MARCH, by="[anonymous, Village Shop]") + (
        f"  - meeting: {APRIL}\n    by: [Hall Trust]\n"
    )
    shown = body(book_of(tmp_path, {"concerns/cold.md": text}), "unanswered/")

    assert "1 concern has no answer on record, the oldest since 12 March 2026." in shown
    assert "1 was raised more than once." in shown
    for name in ("Village Shop</a>", "Hall Trust</a>", "and anonymously"):
        assert name in shown


def test_when_all_is_answered_the_page_says_so(tmp_path: Path) -> None:
    assert "Nothing waits for an answer." in body(book_of(tmp_path, {}), "unanswered/")
