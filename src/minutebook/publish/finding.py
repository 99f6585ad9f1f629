"""The index that Pagefind searches, made of the leaves of all pages.

Pagefind's own program reads a folder of small pages and writes an index in many pieces,
of which a reader's browser fetches the few it needs. Its pages are given numbers for
names here: they take less room than its own, and the facets need no names beside them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from minutebook.cache import digest, version
from minutebook.fingerprint import looks_of
from minutebook.language.asking import asking_in
from minutebook.pages.searched import Searched
from minutebook.publish.leaves import FACETS
from minutebook.publish.vocabulary import Vocabulary, by_letter, plain

FOLDER = "pagefind"
"""Where the index stands in a site."""

_SCRIPTS = Path(__file__).parent / "searching"

_NOT_NEEDED = ("*-ui.*", "pagefind-highlight.js")
"""Pagefind's own search boxes, and its marks: we have our own."""

_SIGNED = b"pagefind_dcd"
"""Begins everything that Pagefind has packed."""

_URL = re.compile(rb'\{"url":"([^"\\]+)"')
_WORD = re.compile(r"[^\W\d_]+")

_BEGINNING = 1024
"""Bytes of a fragment in which its address stands."""

_UNKNOWN = "Pagefind writes its pages in a way that is not known here"

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NUMBER_LENGTH = 4


class CannotIndex(Exception):  # noqa: N818 - reads as what it says
    """No index could be made; the message says why."""


@dataclass(slots=True)
class Leaves:
    """Leaves on the way to an index."""

    searched: Searched
    _folder: Path
    _facets: list[dict[str, list[str]]] = field(default_factory=list)
    _vocabulary: Vocabulary = field(default_factory=Vocabulary)
    _hash: hashlib.blake2b = field(default_factory=hashlib.blake2b)

    @property
    def mark(self) -> str:
        """A digest of everything that an index of the leaves so far is made from."""
        ours = (script.read_bytes() for script in sorted(_SCRIPTS.glob("*.js")))
        return digest(
            self._hash.digest(), version(), repr(self.searched).encode(), *ours
        ).hex()

    def add(self, address: str, leaf: str) -> None:
        """Lay out the leaf of the page at `address`, for the indexer to read."""
        self._hash.update(f"{len(leaf)} {address} {leaf}".encode("utf-8", "replace"))
        facets, _, page = leaf.partition("\n")
        number = len(self._facets)
        self._facets.append(json.loads(facets))
        self._vocabulary.add(page)
        # The folder holds a thousand at most: file systems find that easier.
        file = self._folder / f"{number // 1000}" / f"{number}.html"
        file.parent.mkdir(exist_ok=True)
        file.write_text(page, "utf-8", "xmlcharrefreplace")

    def index(self, target: Path) -> None:
        """Write the index into a folder that is not there yet.

        Raises CannotIndex when Pagefind fails.
        """
        _run(self._folder, target)
        order = _renumber(target)
        if len(order) != len(self._facets):
            message = f"Pagefind knows {len(order)} pages of {len(self._facets)}"
            raise CannotIndex(message)
        words = self._vocabulary.words()
        for letter, lines in by_letter(words):
            (target / f"words-{letter}.txt").write_text(lines, "utf-8")
        _write_json(target / "facets.json", _columns([self._facets[n] for n in order]))
        _write_json(target / "book.json", self._book(words))
        scripts = sorted(_SCRIPTS.glob("*.js"))
        script = "\n".join(part.read_text("utf-8") for part in scripts)
        (target / "search.js").write_text(script, "utf-8")

    def _book(self, words: Container[str]) -> dict[str, object]:
        """Tell what questions are taken apart with."""
        asking = asking_in(self.searched.language)
        return {
            "pages": len(self._facets),
            "passedOver": asking.passed_over,
            "same": _looked_for(asking.the_same, words),
            "owned": _looked_for(self.searched.names, words),
            "kinds": {
                plain(sign): kind
                for kind, signs in asking.kinds.items()
                for sign in signs
            },
        }


def index_leaves(
    searched: Searched,
    leaves: Iterable[tuple[str, str]],
    target: Path,
    earlier: Path | None,
    found: tuple[str, str],
) -> tuple[str, str]:
    """Index leaves, each with the address of its page, into the folder `target`.

    If an `earlier` index was made from the same, as `found` tells, it is taken over.
    Gives what tells that of the new one.

    Raises CannotIndex when Pagefind fails.
    """
    with tempfile.TemporaryDirectory(prefix="minutebook-leaves-") as folder:
        laid = Leaves(searched, Path(folder))
        for address, leaf in leaves:
            laid.add(address, leaf)
        mark = laid.mark
        if not (earlier and found == (mark, _looks(earlier))):
            shutil.rmtree(target, ignore_errors=True)
            laid.index(target)
        elif earlier != target:
            shutil.copytree(earlier, target, copy_function=_link_or_copy)
    return mark, _looks(target)


def _looks(folder: Path) -> str:
    """Tell how a finished index looks from outside; nothing, if there is none."""
    return looks_of(folder).hex() if folder.is_dir() else ""


def _run(leaves: Path, target: Path) -> None:
    """Let Pagefind index a folder of pages."""
    command = [sys.executable, "-m", "pagefind", "--site", str(leaves), "--silent"]
    done = subprocess.run(  # noqa: S603 - our own words
        [*command, "--output-path", str(target)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode or not (target / "pagefind-entry.json").is_file():
        said = (done.stderr or done.stdout).strip()
        message = f"Pagefind could not index the pages: {said}"
        raise CannotIndex(message)
    for pattern in _NOT_NEEDED:
        for file in target.glob(pattern):
            file.unlink()
    if len(list(target.glob("wasm.*"))) > 1:  # one language, and one for all others
        (target / "wasm.unknown.pagefind").unlink()


def _renumber(target: Path) -> list[int]:
    """Name pages by their place in Pagefind's list, and by a few letters of all of it.

    Names that follow one another take a tenth of the room of Pagefind's own. Gives the
    numbers of the leaves in the order of that list.
    """
    (meta,) = target.glob("*.pf_meta")
    text = gzip.decompress(meta.read_bytes())
    files = {file.stem.encode(): file for file in (target / "fragment").iterdir()}
    shapes = {rb"%b_[0-9a-f]{%d}" % _shape(name) for name in files}
    known = re.compile(b"|".join(sorted(shapes)) or b"(?!)")
    listed = [name for name in known.findall(text) if name in files]
    if len(listed) != len(files):
        raise CannotIndex(_UNKNOWN)
    version = digest(text).hex()
    renamed: dict[bytes, bytes] = {}
    numbers = []
    for place, name in enumerate(listed):
        file = files[name]
        numbers.append(int(Path(_address_in(file)).stem))
        language, _, letters = file.stem.partition("_")
        kept = version[: len(letters) - _NUMBER_LENGTH]
        renamed[name] = f"{language}_{kept}{_written(place)}".encode()
        file.rename(file.with_name(f"{renamed[name].decode()}.new"))
    for file in list((target / "fragment").iterdir()):
        file.rename(file.with_suffix(".pf_fragment"))
    text = known.sub(lambda found: renamed.get(found[0], found[0]), text)
    meta.write_bytes(gzip.compress(text, mtime=0))
    return numbers


def _address_in(fragment: Path) -> str:
    """Read where a page stood that Pagefind has indexed."""
    beginning = zlib.decompressobj(31).decompress(fragment.read_bytes(), _BEGINNING)
    found = _URL.match(beginning.removeprefix(_SIGNED))
    if found is None:
        raise CannotIndex(_UNKNOWN)
    return found[1].decode()


def _shape(name: bytes) -> tuple[bytes, int]:
    """Tell the language in a name of Pagefind's, and how many letters follow."""
    language, _, letters = name.partition(b"_")
    return re.escape(language), len(letters)


def _written(number: int) -> str:
    digits = ""
    for _ in range(_NUMBER_LENGTH):
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits


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
