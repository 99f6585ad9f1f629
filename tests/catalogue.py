"""The page docs/errors.md: every message a writer can get, as a real run printed it."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence

from contributing.bad_forms import is_form
from importing.bad_documents import is_import
from minutebook.book import RULES
from minutebook.contributing.forms.sent import LONGEST
from minutebook.importing import limits as import_limits
from minutebook.problems import Problem, Severity
from minutebook.reading import limits

WIDEST = 100

EXAMPLE = "unknown-owner"
"""The message that the page explains part by part."""

MEANINGS: Mapping[str, str] = {
    "addendum-without-date": (
        "What is added to a note after it was agreed says from which day it is, so that"
        " nobody takes it for a part of what was agreed."
    ),
    "bad-choice": "Some fields take one of a few words, spelt as the hint lists them.",
    "bad-date": (
        "A date is written year-month-day, as in `2026-03-31`, and there is such a day."
    ),
    "bad-file-name": (
        "The name of a file becomes part of a web address. It is made of small letters"
        " a-z, digits and single hyphens, and is not very long."
    ),
    "bad-id": (
        "The word above an entry of a register is its id, and becomes part of a web"
        " address. It is made of small letters a-z, digits and single hyphens."
    ),
    "bad-time": "A time is written on the 24-hour clock, as in `13:30`.",
    "bad-value": (
        "Some fields take one line of text, some a list, some fields of their own. This"
        " one was given something else than it takes."
    ),
    "bad-yaml": (
        "The fields cannot be read as YAML, the format they are written in. Most often a"
        " text has a colon and a space in it and no quotes around it."
    ),
    "change-ambiguous": (
        "A change names a record as people do: by its id, its file, the address of its"
        " page or its title. What it names here can be several."
    ),
    "change-bad-choice": "Some questions take one of a few words as their answer.",
    "change-bad-date": (
        "A day is written year-month-day, as in `2026-03-31`; `today` and `yesterday`"
        " will do."
    ),
    "change-bad-time": "A time of day is written on the 24-hour clock, as in `13:30`.",
    "change-unanswered": (
        "A command has to be told what it is to do. At a terminal, it asks."
    ),
    "change-unknown-name": (
        "Whoever is named is an organisation, a person or a group that the book knows."
    ),
    "change-bad-id": (
        "The id of a new record becomes part of a web address. It is made of small"
        " letters a-z, digits and single hyphens."
    ),
    "change-by-hand": (
        "Words are corrected where they stand, and the record is read again to see that"
        " nothing else has changed. Here it could not be read so any more: most often,"
        " because the new words have a sign in them that means something in a file of"
        " fields."
    ),
    "change-closed": "A concern comes to an end once. When, stands in its record.",
    "change-empty": (
        "What a change is to say is left out, and there is nothing to record."
    ),
    "change-id-taken": (
        "Each record has an id of its own, for ever. An id that a record had earlier"
        " still leads to it, and is taken too."
    ),
    "change-in-future": (
        "An update tells of what has happened. A day that is still to come was most often"
        " mistyped, and every later update would seem to be older."
    ),
    "change-meanwhile": (
        "A change is made to files as they were when it was worked out. It is not made"
        " to others."
    ),
    "change-not-agreed": (
        "An addendum stands below a note that was agreed, whose words stay as they are."
        " The words of a draft can be changed."
    ),
    "change-older": (
        "The updates of an action stand oldest first, and the last one says where it"
        " stands. An older one cannot be put at their end."
    ),
    "change-says-nothing": "After this change, the notes would say what they say now.",
    "change-too-long": (
        "A record is read by people. Each of its texts has a length that nobody needs"
        " to exceed."
    ),
    "change-too-many": "A list of names is as long as people can read.",
    "change-unknown": (
        "A change is for a record of the book, and the meetings it speaks of are there"
        " too. There is none of this name."
    ),
    "change-unreadable": (
        "A record that cannot be read cannot be changed by a program without harm."
    ),
    "change-unseen-sign": (
        "A sign that nobody sees stands in what somebody sent. Such signs come along"
        " when text is pasted from another program."
    ),
    "change-words-missing": (
        "A correction quotes the words as they stand. Where lines end does not matter,"
        " nor which kind of quotes and apostrophes is used."
    ),
    "change-words-twice": (
        "A correction is for one place. The words it quotes stand there more than once."
    ),
    "correction-changed": (
        "Each change to the words of an agreed note is told on its page, with its day and"
        " reason. What was told once stays there."
    ),
    "duplicate-key": (
        "A field stands once in a record, and a key once in a register: nobody could"
        " tell which of two counts."
    ),
    "file-too-large": (
        f"A file of notes holds up to {limits.NOTE_BYTES:,} bytes, an attachment up to"
        f" {limits.ATTACHMENT_BYTES:,}."
    ),
    "form-action-of-nobody": (
        "Minutes have lines that begin with `Action`. Of each, a record is made that can"
        " be followed, and a record of an action has somebody who does it."
    ),
    "form-bad-day": (
        "A day is taken that can be no other: as in `2026-03-31`, or with the month as a"
        " word. `5/6/2026` is a day in June to some and in May to others."
    ),
    "form-bad-time": "A time is written on the 24-hour clock, as in `19:00`.",
    "form-changed-meanwhile": (
        "A page tells a form which version of a record it shows. If the record says"
        " something else by the time the form is read, whoever filled it in may not have"
        " meant it so."
    ),
    "form-left-open": "Some questions have to be answered for anything to be changed.",
    "form-new-or-old": (
        "A concern is recorded once, with every meeting that raised it. A form adds a new"
        " one, or says that one was raised again."
    ),
    "form-not-recognised": "A form is told by the question with which it begins.",
    "form-not-a-change": (
        "A change that was written in the editor of a site comes as a file. It says of"
        " each field what it was and what it is to be."
    ),
    "form-question-twice": (
        "What was sent is cut into answers where the questions stand. A question that"
        " stands there twice could be part of an answer, or end it."
    ),
    "form-several-lines": "Some questions take one line for an answer, and no more.",
    "form-too-large": (
        f"A form has up to {LONGEST:,} letters, as many as a git host takes."
    ),
    "form-unknown-option": (
        "Some questions have a few answers to choose from, and are answered with one of"
        " them, word for word."
    ),
    "form-untitled": "A new concern needs a title, by which people find it again.",
    "front-matter-not-closed": (
        "The fields of a record stand between two lines `---`. The second one is missing."
    ),
    "front-matter-too-large": (
        f"The fields of a record hold up to {limits.FRONT_MATTER_BYTES // 1024} KB. Long"
        " text belongs below them."
    ),
    "id-given": (
        "The id of a record is the name of its file. It is not given again inside."
    ),
    "import-ambiguous-date": (
        "`5/6/2026` is a day in June to some and in May to others. It is read day first,"
        " as in Britain, unless the document says otherwise elsewhere."
    ),
    "import-ambiguous-initials": (
        "Initials stand for one person. Where two people of a document have the same,"
        " nobody can tell from it who is to do something."
    ),
    "import-damaged": (
        "A part of the document is missing or is not made as its format asks. Often it"
        " was lost on the way, in a download or an e-mail."
    ),
    "import-draft-exists": (
        "A document was imported that tells of a meeting whose draft is still waiting to"
        " be reviewed. A draft is never overwritten: somebody may have corrected it."
    ),
    "import-empty": (
        "There is nothing to read: a file without a word in it, or pictures of pages."
    ),
    "import-encrypted": (
        "The document asks for a password. None is ever asked for here."
    ),
    "import-ends-before-start": (
        "A meeting ends after it has begun. Where a document says otherwise, one of the"
        " two hours was mistyped."
    ),
    "import-entities": (
        "A document can tell the program that reads it to fetch other files, or to write"
        " a word a billion times. Such a document is not opened any further."
    ),
    "import-meeting-exists": (
        "A draft is of a meeting that the book has: under the same id, or on the same day"
        " and of the same group or title. A note in the book is never overwritten."
    ),
    "import-no-draft": (
        "A draft is accepted by the name of its folder in `inbox`. There is none of this"
        " name."
    ),
    "import-no-note": (
        "A draft is the note of one meeting and the records that came of it. It cannot be"
        " accepted without that note."
    ),
    "import-no-such-note": (
        "Lines are tracked in a note that is in the book already, named by its path. If"
        " the book could not read it, there is nothing to work on."
    ),
    "import-not-a-document": (
        "Documents are ordinary files of a few kinds, told by the ending of their name."
    ),
    "import-not-what-it-says": (
        "What stands in a file and the ending of its name go together, so that nobody"
        " opens something else than they think."
    ),
    "import-older-format": (
        "Documents of Word 2003 and before, and those in Rich Text Format, are not read."
        " Every office program can save them in a newer format."
    ),
    "import-packed-too-tightly": (
        "Office documents are packed. What unpacks to more than"
        f" {import_limits.UNPACKED_BYTES:,} bytes, to more than"
        f" {import_limits.PACKED_RATIO} times its size or to more than"
        f" {import_limits.PARTS:,} parts would fill a computer."
    ),
    "import-present-and-apologies": (
        "A document has somebody in two lists that cannot both be right. Nobody but those"
        " who were there can say which is."
    ),
    "import-raised-before": (
        "A concern of a draft is worded much like one in the book. A concern is recorded"
        " once, with every meeting it was raised in, so a person has to say whether it is"
        " the same."
    ),
    "import-recognised": (
        "A scanned page is a picture. A program has put the words below it that it saw"
        " there, and such a program takes one letter or figure for another now and then."
    ),
    "import-scanned": (
        "A scanned page is a picture, and a picture has no words. A person sees them; no"
        " program here does."
    ),
    "import-too-deep": (
        f"Things in things go no more than {import_limits.DEPTH} deep. A table in a table"
        " in a table takes about twenty."
    ),
    "import-too-large": (
        f"A document has up to {import_limits.FILE_BYTES:,} bytes, a PDF up to"
        f" {import_limits.PDF_BYTES:,}; and either up to {import_limits.BLOCKS:,}"
        f" paragraphs and rows, and {import_limits.TEXT_LENGTH:,} letters."
    ),
    "import-too-slow": (
        "A document is read apart from everything else, in limited time and memory, so"
        " that a bad one stops nobody."
    ),
    "import-two-dates": (
        "A document gives two days for its meeting. One may be a slip of the pen, or the"
        " day on which the minutes were written."
    ),
    "import-two-due-dates": (
        "An action that stands in the minutes and in their summary is one action, and it"
        " can have one date by which it is due."
    ),
    "import-two-owners": (
        "An action that stands in the minutes and in their summary is one action. Each"
        " place has somebody else for it."
    ),
    "import-weekday-differs": (
        "A document names a day of the week with a date, and that date falls on another."
        " Either may be the slip of the pen."
    ),
    "merge-conflict": (
        "Two people changed the same lines. Git wrote both versions into the file,"
        " between marker lines, and left the choice to you."
    ),
    "missing-field": "Every kind of record has a few fields it cannot do without.",
    "no-front-matter": (
        "A record begins with its fields, between two lines `---`, and its text follows."
    ),
    "not-a-file": (
        "Among the notes stands a pipe, a socket or a device. Only ordinary files are"
        " opened."
    ),
    "not-fields": (
        "Fields are written one a line, as `name: value`. In a register, each entry has"
        " a key, and its fields stand below it, set in by two spaces."
    ),
    "not-utf-8": (
        "Notes are kept as UTF-8, the way nearly all programs store text today. This"
        " file was saved in another way, so some letters and signs cannot be read."
    ),
    "sealed-note-changed": (
        "The words of a note that was agreed stay. They change with a dated correction"
        " that says why, and which readers see on the page; where a link leads, and where"
        " a line ends, may be mended at any time."
    ),
    "sealed-note-removed": (
        "A note that was agreed is not removed. Once it is withdrawn, its page says so,"
        " and links to it still lead somewhere."
    ),
    "symbolic-link": (
        "A link of the file system stands among the notes. Links are never followed, so"
        " that nothing outside the notes is published by mistake."
    ),
    "table-too-large": (
        "Short rows of a table are filled up to its widest one, so a small file can make"
        " a table that no browser shows."
    ),
    "text-twice": (
        "The text of a record in Markdown stands below the fields. It is not given in a"
        " field `text` as well."
    ),
    "too-deep": (
        f"Lists in lists go no more than {limits.YAML_LEVELS} levels deep. Real records"
        " need four."
    ),
    "too-much-markup": (
        "A page shows so many lines, links, cells and other signs, and no more, before"
        " everybody has to wait for it. Minutes of 200,000 letters have about a sixth."
    ),
    "too-tangled": (
        "Signs such as `*`, `_` and `[` open and close something within a paragraph."
        " Nobody writes thousands of them without a blank line."
    ),
    "unexpected-file": (
        "Each folder holds certain kinds of files: records end in `.md` or `.yml`, and"
        " documents and pictures stand in `attachments/`."
    ),
    "unknown-field": (
        "Each kind of record has fields of its own, and there is none of this name."
    ),
    "unknown-folder": (
        "Each kind of record has a folder of its own, with no folders inside it. A folder"
        " of any other name would never be published."
    ),
    "unsealed-note": (
        "A note that was agreed is no draft again: nobody could tell what was agreed."
    ),
    "unseen-character": (
        "A sign that nobody sees stands in the text. Such signs come along when text is"
        " pasted from another program."
    ),
    "yaml-alias": (
        "In YAML, `&` and `*` at the start of a value copy text from one place to"
        " another. In notes, what you read is what stands there."
    ),
    "yaml-merge-key": (
        "In YAML, `<<` copies fields from one place to another. In notes, what you read"
        " is what stands there."
    ),
    "yaml-tag": (
        "In YAML, a word that starts with `!` tells how to read a value. In notes, every"
        " value is text."
    ),
}
"""What the codes mean that no rule of the book stands for; a rule says it itself."""

_INTRODUCTION = """\
# What the check says

The notes are checked before the site is built. The check changes nothing. It says what is
wrong, where it stands and what you can do about it, and it says everything at once: mend
what you can, then check again. To check the notes on your own computer, run
`minutebook check`. What may not become of a note that was agreed is told when two
versions are compared: in the comment of a pull request, or by `minutebook diff`.

There are two sorts of messages. After an **error**, nothing is published until it is
mended, and the site stays as it was. After a **warning**, the site is built all the same;
with `--strict`, warnings count as errors.

## How to read a message

{example}

- **Where it is.** First comes the file, then the line, then the column: the place of the
  letter in that line. Lines and columns count from one.
- **What is wrong**, in one sentence. The word in square brackets is the name of the
  message: look it up below.
- **The line itself**, as it stands in your file, with its number. The sign `^` points at
  the letter where the trouble begins. Where there is no line to show, this part is left
  out.
- **The hint** says what to do. If it asks whether you meant another word, compare the two
  letter by letter: one capital or one missing letter is enough.

Below is every message there is, in alphabetical order; those about changes that somebody
asks for, about forms, and about documents that are brought in with `minutebook import`,
stand at the end. They come from real runs, on the notes of a village hall that we made
up. Each is an error, unless it says that it is a warning."""

_IMPORTS = """\
## What the import says

`minutebook import` reads documents of strangers, and says why if it cannot. A bad one
stops nobody: the others are read all the same, and nothing is written for it."""

_CHANGES = """\
## What stands in the way of a change

A command or a form that changes the notes does so as a whole or not at all. If something
is wrong with what was asked for, or with what the notes would say then, it tells you, and
nothing is changed. Besides the messages above, it can be one of these."""

_FORMS = """\
## What stands in the way of a form

A form is sent by somebody who has perhaps never seen a file of notes. It is read on its
own first: what is wrong with it is told by its lines."""

_WARNING = "This is a warning: the site is built all the same."


def catalogue(cases: Mapping[str, Sequence[Problem]]) -> str:
    """Write the page, from what was reported about the bad file of each code."""
    introduction = _INTRODUCTION.format(example=_fenced(message(cases[EXAMPLE])))
    sections = [_section(code, cases[code]) for code in in_order_of_page(cases)]
    heads = {_CHANGE: _CHANGES, _FORM: _FORMS, _IMPORT: _IMPORTS}
    starts = {part: sum(_part_of_page(code) < part for code in cases) for part in heads}
    for part in sorted(heads, reverse=True):
        sections.insert(starts[part], heads[part])
    parts = (introduction, *sections)
    return "\n\n".join(parts) + "\n"


def in_order_of_page(codes: Iterable[str]) -> list[str]:
    """Put the codes about changes, then forms, then documents, after all others."""
    return sorted(codes, key=lambda code: (_part_of_page(code), code))


_CHECK, _CHANGE, _FORM, _IMPORT = range(4)
"""The parts of the page."""


def _part_of_page(code: str) -> int:
    if is_import(code):
        return _IMPORT
    if is_form(code):
        return _FORM
    return _CHANGE if code.startswith("change-") else _CHECK


def message(problems: Sequence[Problem]) -> str:
    """Print problems as the check does."""
    return "\n\n".join(map(str, problems)) + "\n"


def meaning(code: str) -> str | None:
    """Tell the rule that a code stands for, in the words of the rule if it has any."""
    rule = RULES.get(code)
    if rule is None:
        return MEANINGS.get(code)
    return (inspect.getdoc(rule) or "").partition("\n")[0] or None


def _section(code: str, problems: Sequence[Problem]) -> str:
    severities = {problem.severity for problem in problems if problem.code == code}
    note = f" {_WARNING}" if severities == {Severity.WARNING} else ""
    words = textwrap.fill(f"{meaning(code)}{note}", WIDEST, break_on_hyphens=False)
    depth = "###" if _part_of_page(code) > _CHECK else "##"
    return f"{depth} `{code}`\n\n{words}\n\n{_fenced(message(problems))}"


def _fenced(text: str) -> str:
    """Quote text word for word: the fence is longer than any that stands in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}{fence}"
