"""A seeded book of realistic size: notes, actions and concerns, and everyone they name.

    .venv/bin/python benchmarks/corpus.py FOLDER [--meetings 1000] [--seed 1]

Each meeting has a note of 1,200 to 2,000 words, four actions and three concerns. Words
come from a vocabulary of 30,000 and fall off as in any language (Zipf), so that what
compresses, and what fills a search index, is like the real thing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

ACTIONS, CONCERNS = 4, 3
"""For each meeting."""

_DONE, _ANSWERED = 0.7, 0.5
"""The shares of actions and concerns."""

LAST_DAY = dt.date(2026, 11, 16)
_GROUPS, _THEMES, _ORGANISATIONS, _PEOPLE, _TERMS = 8, 24, 60, 400, 40
_VOCABULARY = 30_000
_SYLLABLES = [
    c + v + e for c in "bcdfghlmnprstvw" for v in "aeiou" for e in ("", "n", "r", "st")
]


class Words:
    """Speaks: words and sentences with the frequencies of a language."""

    def __init__(self, chance: random.Random) -> None:
        """Make up a vocabulary."""
        self._chance = chance
        made = {
            "".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4)))): None
            for _ in range(_VOCABULARY * 2)
        }
        self._words = list(made)[:_VOCABULARY]
        self._weights = list(accumulate(1 / rank for rank in range(1, _VOCABULARY + 1)))

    def some(self, count: int) -> list[str]:
        """Give words as they come in running text."""
        return self._chance.choices(self._words, cum_weights=self._weights, k=count)

    def title(self) -> str:
        """Give a title of a few words."""
        return " ".join(self.some(self._chance.randint(4, 8))).capitalize()

    def sentences(self, words: int) -> str:
        """Give sentences of about so many words together."""
        found = []
        while words > 0:
            length = min(words, self._chance.randint(8, 24))
            found.append(" ".join(self.some(length)).capitalize() + ".")
            words -= length
        return " ".join(found)


def write_corpus(folder: Path, meetings: int, seed: int = 1) -> None:
    """Write a folder of notes. The same numbers give the same files."""
    chance = random.Random(seed)  # noqa: S311 - no secrets here
    _Corpus(folder, chance, Words(chance)).write(meetings)


class _Corpus:
    def __init__(self, folder: Path, chance: random.Random, words: Words) -> None:
        self._folder, self._chance, self._words = folder, chance, words
        self._organisations = [
            f"Organisation {words.title()}" for _ in range(_ORGANISATIONS)
        ]
        first, last = words.some(_PEOPLE * 2), words.some(_PEOPLE * 2)
        self._people = [
            f"{a.capitalize()} {b.capitalize()}{number}"
            for number, (a, b) in enumerate(zip(first, last, strict=True))
        ][:_PEOPLE]

    def write(self, meetings: int) -> None:
        for name in ("meetings", "actions", "concerns", "themes", "groups"):
            (self._folder / name).mkdir(parents=True, exist_ok=True)
        self._registers()
        for index in range(meetings):
            weeks, group = divmod(index, _GROUPS)
            day = LAST_DAY - dt.timedelta(weeks=weeks, days=group % 5)
            self._meeting(f"{day}-group-{group}", day, group)

    def _put(self, path: str, *lines: str) -> None:
        (self._folder / path).write_text("\n".join(lines) + "\n", "utf-8")

    def _registers(self) -> None:
        self._put(
            "organisations.yml",
            *(f"org-{n}:\n  name: {name}" for n, name in enumerate(self._organisations)),
        )
        self._put(
            "people.yml",
            *(
                f"person-{n}:\n  name: {name}\n  organisation: {self._home(n)}"
                for n, name in enumerate(self._people)
            ),
        )
        self._put(
            "glossary.yml",
            *(f"Q{chr(65 + n % 26)}{n}: {self._words.title()}" for n in range(_TERMS)),
        )
        for n in range(_GROUPS):
            self._put(
                f"groups/group-{n}.md", "---", f"title: Group {n}", "---", self._say(40)
            )
        for n in range(_THEMES):
            title = f"title: {self._words.title()}"
            self._put(f"themes/theme-{n}.md", "---", title, "---", self._say(60))

    def _home(self, person: int) -> str:
        return self._organisations[person % _ORGANISATIONS]

    def _say(self, words: int) -> str:
        return self._words.sentences(words)

    def _pick(self, things: list[str], least: int, most: int) -> str:
        found = self._chance.sample(things, self._chance.randint(least, most))
        return f"[{', '.join(found)}]"

    def _themes(self) -> str:
        return self._pick([f"theme-{n}" for n in range(_THEMES)], 1, 2)

    def _meeting(self, name: str, day: dt.date, group: int) -> None:
        people = self._chance.sample(range(_PEOPLE), 14)
        listed = [f"  - {self._people[n]}, {self._home(n)}" for n in people]
        self._put(
            f"meetings/{name}.md",
            "---",
            f"title: {self._words.title()}",
            f"group: group-{group}",
            f"date: {day}",
            "start: 13:30",
            "end: 15:00",
            "status: published",
            "agreed_on: not recorded",
            f"published_on: {day + dt.timedelta(days=3)}",
            f"summary: {self._say(25)}",
            "attendees:",
            *listed[:11],
            "apologies:",
            *listed[11:],
            "---",
            "",
            *self._minutes(name),
        )
        for number in range(1, ACTIONS + 1):
            self._action(name, day, number)
        for number in range(1, CONCERNS + 1):
            self._concern(name, number)

    def _minutes(self, meeting: str) -> Iterator[str]:
        """Speak 1,200 to 2,000 words under headings, with a list or table or two."""
        to_say = self._chance.randint(1200, 2000)
        items = self._chance.randint(5, 8)
        for item in range(1, items + 1):
            yield f"## {self._words.title()}\n"
            for _ in range(2):
                yield f"### {self._words.title()}\n"
                yield self._say(to_say // (items * 4)) + "\n"
                yield self._say(to_say // (items * 4)) + "\n"
            if item <= ACTIONS:
                file = f"../actions/{meeting}-a{item}.md"
                yield f"Agreed: [{self._words.title()}]({file}).\n"
            elif item == ACTIONS + 1:
                yield "\n".join(f"- {self._say(12)}" for _ in range(5)) + "\n"
            else:
                cells = ["| " + " | ".join(self._words.some(3)) + " |" for _ in range(5)]
                yield "\n".join([cells[0], "| --- | --- | --- |", *cells[1:]]) + "\n"

    def _action(self, meeting: str, day: dt.date, number: int) -> None:
        done = self._chance.random() < _DONE
        update = [
            "updates:",
            f"  - date: {day + dt.timedelta(days=self._chance.randint(1, 5))}",
            "    status: done",
            f"    note: {self._say(10)}",
        ]
        self._put(
            f"actions/{meeting}-a{number}.md",
            "---",
            f"title: {self._words.title()}",
            f"owners: {self._pick(self._organisations, 1, 2)}",
            f"raised_in: {meeting}",
            f"due: {day + dt.timedelta(days=self._chance.randint(7, 90))}",
            f"themes: {self._themes()}",
            f"concerns: [{meeting}-c{self._chance.randint(1, CONCERNS)}]",
            *(update if done else []),
            "---",
            "",
            self._say(50),
        )

    def _concern(self, meeting: str, number: int) -> None:
        answer = [
            "responses:",
            f"  - by: {self._pick(self._organisations, 1, 1)}",
            f"    meeting: {meeting}",
            f"    answer: {self._say(30)}",
        ]
        self._put(
            f"concerns/{meeting}-c{number}.yml",
            f"kind: {self._chance.choice(('concern', 'question', 'suggestion'))}",
            f"title: {self._words.title()}",
            f"themes: {self._themes()}",
            "raised:",
            f"  - meeting: {meeting}",
            f"    by: {self._pick(self._organisations, 1, 2)}",
            f"    said: {self._say(45)}",
            *(answer if self._chance.random() < _ANSWERED else []),
        )


def main() -> None:
    """Write a corpus where the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--meetings", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_corpus(given.folder, given.meetings, given.seed)


if __name__ == "__main__":
    main()
