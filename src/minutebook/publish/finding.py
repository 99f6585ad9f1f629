"""The index that a reader's browser searches, made of the leaves of all pages.

Pagefind's own program indexes the leaves, sheaf by sheaf. The parts are put together into
an index in many pieces, of which a browser fetches the few it needs, and which is written
so that what everybody has to fetch stays small in a large book.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from minutebook.cache import digest, version
from minutebook.fingerprint import looks_of
from minutebook.language.asking import asking_in
from minutebook.pages.searched import Searched
from minutebook.publish.joining import lengths, write_fragments, write_words
from minutebook.publish.leaves import FACETS
from minutebook.publish.pagefind import Pagefind
from minutebook.publish.postings import SIGNED
from minutebook.publish.sheaves import TOLD, Leaf, Sheaf, bound, indexed, mark_of
from minutebook.publish.vocabulary import by_run, plain
from minutebook.sealed import clear

FOLDER = "pagefind"
"""Where the index stands in a site."""

_SCRIPTS = Path(__file__).parent / "searching"
_WORD = re.compile(r"[^\W\d_]+")

_LARGE = 1000
"""Pages of a book in which looking for common words costs too much."""

_COMMON = 0.2
"""The share of its pages on which they stand."""

_MANY = 1500
"""Pages. For a word that more of them have, Pagefind takes too long."""


def index_leaves(
    searched: Searched,
    leaves: Iterable[Leaf],
    target: Path,
    earlier: Path | None,
    found: tuple[str, str],
    kept: Path | None,
) -> tuple[str, str]:
    """Index leaves into the folder `target`; sheaves stay in the folder `kept`.

    If an `earlier` index was made from the same, as `found` tells, it is taken over.
    Gives what tells that of the new one.

    Raises CannotIndex when Pagefind fails.
    """
    sheaves = {mark_of(sheaf): sheaf for sheaf in bound(leaves)}
    mark = _mark(searched, sheaves)
    if earlier and found == (mark, _looks(earlier)):
        if earlier != target:
            shutil.copytree(earlier, target, copy_function=_link_or_copy)
        return mark, found[1]
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="minutebook-sheaves-") as passing:
        store = _store(kept) or Path(passing)
        _write(searched, sheaves, target, store)
        with suppress(OSError):
            for file in store.iterdir():
                if file.name not in sheaves:
                    clear(file)
    return mark, _looks(target)


def _mark(searched: Searched, marks: Iterable[str]) -> str:
    """Make a digest of everything that an index is made from."""
    ours = (script.read_bytes() for script in sorted(_SCRIPTS.glob("*.js")))
    told = (repr(searched), *marks)
    return digest(version(), *(part.encode() for part in told), *ours).hex()


def _store(kept: Path | None) -> Path | None:
    """Make the folder of what is kept, if there may be one."""
    if kept is None:
        return None
    try:
        if kept.is_symlink() or not kept.is_dir():
            clear(kept)
            kept.mkdir(parents=True)
    except OSError:
        return None
    return kept


@dataclass(slots=True)
class _Gathered:
    """What all sheaves know together."""

    sheaves: list[Sheaf] = field(default_factory=list)
    facets: list[dict[str, list[str]]] = field(default_factory=list)
    vocabulary: Counter[str] = field(default_factory=Counter)

    def add(self, sheaf: Sheaf, leaves: Sequence[Leaf]) -> None:
        self.facets += (leaves[place].facets for place, _ in sheaf.pages)
        self.vocabulary.update(sheaf.vocabulary)
        self.sheaves.append(sheaf.bare())

    def engine(self) -> Sheaf:
        """Give a sheaf that has the program for the language, if one has pages."""
        return next((sheaf for sheaf in self.sheaves if sheaf.pages), self.sheaves[0])


def _write(
    searched: Searched,
    leaves: Mapping[str, Sequence[Leaf]],
    target: Path,
    store: Path,
) -> None:
    """Write an index of sheaves, each under its mark."""
    for part in ("fragment", "index"):
        (target / part).mkdir(parents=True)
    known = _Gathered()
    with Pagefind() as pagefind:
        for mark, some in leaves.items():
            sheaf = indexed(some, mark, pagefind, store)
            write_fragments(sheaf, len(known.facets), target / "fragment")
            known.add(sheaf, some)
    runs = list(by_run(known.vocabulary))
    for number, (_, lines) in enumerate(runs):
        (target / f"words-{number}.txt").write_text(lines, "utf-8")
    _write_json(target / "facets.json", _columns(known.facets))
    book = _asked(searched, known.vocabulary) | {
        "state": _mark(searched, leaves)[:8],
        **_counted(known),
        "pieces": write_words(known.sheaves, target / "index"),
        "lists": [first for first, _ in runs],
    }
    _write_json(target / "book.json", book)
    engine = gzip.decompress(known.engine().engine).removeprefix(SIGNED)
    (target / "wasm.pagefind").write_bytes(gzip.compress(engine, mtime=0))
    scripts = sorted(_SCRIPTS.glob("*.js"))
    script = "\n".join(part.read_text("utf-8") for part in scripts)
    (target / "search.js").write_text(script, "utf-8")


def _counted(known: _Gathered) -> dict[str, object]:
    """Tell what Pagefind has to know of all pages, and which words many of them have."""
    pages = len(known.facets)
    return {
        "pages": pages,
        "lengths": lengths(count for one in known.sheaves for _, count in one.pages),
        "told": TOLD,
        "program": known.engine().program,
        "often": _on(known.vocabulary, _MANY),
        "common": _on(known.vocabulary, pages * _COMMON) if pages > _LARGE else [],
    }


def _looks(folder: Path) -> str:
    """Tell how a finished index looks from outside; nothing, if there is none."""
    return looks_of(folder).hex() if folder.is_dir() else ""


def _on(words: Mapping[str, int], pages: float) -> list[str]:
    """Name the words that stand on so many pages."""
    return sorted(word for word, many in words.items() if many >= pages)


def _asked(searched: Searched, words: Container[str]) -> dict[str, object]:
    """Tell what questions are taken apart with."""
    asking = asking_in(searched.language)
    return {
        "passedOver": asking.passed_over,
        "same": _looked_for(asking.the_same, words),
        "owned": _looked_for(searched.names, words),
        "kinds": {
            plain(sign): kind for kind, signs in asking.kinds.items() for sign in signs
        },
    }


def _columns(facets: list[dict[str, list[str]]]) -> dict[str, object]:
    """Lay facets out by name: the values there are, and for each page which it has."""
    columns: dict[str, object] = {}
    for name in FACETS:
        values = sorted({value for page in facets for value in page.get(name, ())})
        places = {value: place for place, value in enumerate(values)}
        columns[name] = {
            "values": values,
            "pages": [[places[value] for value in page.get(name, ())] for page in facets],
        }
    return columns


def _looked_for(
    groups: Iterable[tuple[str, ...]], words: Container[str]
) -> list[tuple[list[str], list[str]]]:
    """Part groups into the phrases whose words the book has, and those it has not.

    Only the first are worth looking for; without any, a group is of no use.
    """
    found = []
    for group in groups:
        phrases = list(dict.fromkeys(map(plain, group)))
        here = [phrase for phrase in phrases if _stands(phrase, words)]
        if here:
            found.append((here, [phrase for phrase in phrases if phrase not in here]))
    return found


def _stands(phrase: str, words: Container[str]) -> bool:
    return all(word in words for word in _WORD.findall(phrase))


def _write_json(file: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, "utf-8")


def _link_or_copy(source: str, target: str) -> None:
    try:
        Path(target).hardlink_to(source)
    except OSError:
        shutil.copy2(source, target)
