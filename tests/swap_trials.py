"""Builds that are killed, hindered or crowded; run as a program by test_swap.py.

A trial forks builds of a small site while a reader looks at it all the time. Every page
holds the name of its build. A trial counts what happened and notes each fault that was
seen; the program prints both as JSON.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
import json
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

from minutebook.publish import swap
from minutebook.publish.swap import Busy, Replacement
from replacing import replacing

RANDOM = random.Random(20261122)  # noqa: S311 - a seed makes the same trial again
KILLED = -signal.SIGKILL
BUSY, REFUSED, BROKEN, UNHINDERED = 3, 4, 5, 6
"""How a forked build ended, if not well."""

_names = itertools.count()


class Trial:
    """A site, what was counted, and what went wrong."""

    def __init__(self, folder: Path, *, pages: int, brief: bool) -> None:
        folder.mkdir()
        self.brief = brief
        self.site = folder / "www" / "site"
        self.pages = pages
        self.counted: Counter[str] = Counter()
        self.faults = folder / "faults"
        self.faults.touch()
        self.last = new_name()
        self.build(self.last)

    def build(self, name: str, *, patience: float = 0, pause: float = 0) -> None:
        with replacing(self.site, patience=patience) as folder:
            self.fill(folder, name)
            time.sleep(pause)

    def fill(self, folder: Path, name: str) -> None:
        for number in range(self.pages):
            page = folder / page_name(number)
            page.parent.mkdir(exist_ok=True)
            page.write_text(name)

    def fault(self, words: str) -> None:
        with self.faults.open("a") as file:
            file.write(words + "\n")

    def check_seen(self, allowed: str) -> None:
        seen = look(self.site, self.pages)
        if seen != allowed:
            self.fault(f"saw {seen!r} instead of {allowed!r}")

    def check_alone(self, *also: str) -> None:
        beside = {path.name for path in self.site.parent.iterdir()}
        if beside - {self.site.name, *also}:
            self.fault(f"left behind: {sorted(beside)}")

    def check_next_build(self, attempt: str) -> None:
        """See that a build first mends what an attempt left, and then succeeds."""
        seen = look(self.site, self.pages)
        is_new = seen == attempt or seen.startswith(f"{attempt}.")
        self.counted["new" if is_new else "missing" if seen == "missing" else "old"] += 1
        following = Replacement(self.site, patience=0)
        following.begin()
        back = look(self.site, self.pages)
        if seen == "missing" and back.startswith(f"{attempt}."):
            seen, is_new = back, True  # an earlier build of the attempt had succeeded
        self.check_seen(seen if is_new else self.last)
        self.last = new_name()
        self.fill(following.folder, self.last)
        following.finish()
        self.check_seen(self.last)
        self.check_alone()

    @contextlib.contextmanager
    def read_meanwhile(self) -> Iterator[None]:
        """Let a reader look at the site all the time."""
        reader = os.fork()
        while reader == 0:
            seen = look(self.site, self.pages)
            if seen.startswith(("mixed", "missing")):
                self.fault(f"the reader saw {seen!r}")
            time.sleep(0.002)
        try:
            yield
        finally:
            os.kill(reader, signal.SIGKILL)
            if code_of(reader) != KILLED:
                self.fault("the reader did not read to the end")


def new_name() -> str:
    return f"build-{next(_names)}"


def page_name(number: int) -> str:
    return f"{number % 3}/{number}.html"


def look(site: Path, pages: int) -> str:
    """Read a whole site: the name of its build, `missing`, `mixed` or `replaced`."""
    try:
        top = os.open(site, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        return "missing"
    try:
        names = {read(top, number) for number in range(pages)}
        if len(names) == 1 and "" not in names:
            return names.pop()
        if os.path.samestat(os.fstat(top), site.stat()):
            return f"mixed {sorted(names)}"
    except FileNotFoundError:
        return "missing"
    finally:
        os.close(top)
    return "replaced"


def read(top: int, number: int) -> str:
    try:
        page = os.open(page_name(number), os.O_RDONLY, dir_fd=top)
    except FileNotFoundError:
        return ""
    try:
        return os.read(page, 100).decode()
    finally:
        os.close(page)


def fork(work: Callable[[], None]) -> int:
    """Do work in another process; its exit code says how it went."""
    worker = os.fork()
    if worker:
        return worker
    code = BROKEN
    try:
        work()
        code = 0
    except Busy:
        code = BUSY
    except OSError:
        code = REFUSED
    finally:
        os._exit(code)


def code_of(worker: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1])


def kills(trial: Trial) -> None:
    """Kill builds at any time."""

    def build_on_and_on() -> None:
        for number in itertools.count():
            trial.build(f"{name}.{number}")

    for _ in range(50 if trial.brief else 200):
        name = new_name()
        builder = fork(build_on_and_on)
        time.sleep(RANDOM.uniform(0, 0.02))
        os.kill(builder, signal.SIGKILL)
        trial.counted["killed"] += code_of(builder) == KILLED
        beside = list(trial.site.parent.glob(".site-*"))
        trial.counted["under way"] += bool(beside)
        trial.check_next_build(name)


def at_each_step(trial: Trial, then: Callable[[], None]) -> Iterator[tuple[str, int]]:
    """Do something before the first step that touches a file, before the second, ..."""
    for before in itertools.count():
        name = new_name()

        def hindered(before: int = before, name: str = name) -> None:
            steps = itertools.count()

            def hook(event: str, _: object) -> None:
                if event.startswith(("open", "os.", "fcntl.")) and next(steps) == before:
                    then()

            sys.addaudithook(hook)
            trial.build(name)
            if next(steps) <= before:
                os._exit(UNHINDERED)

        code = code_of(fork(hindered))
        if code == UNHINDERED:
            return
        yield name, code


def steps(trial: Trial) -> None:
    """Kill a build before each of its steps."""
    for name, code in at_each_step(trial, lambda: os.kill(os.getpid(), signal.SIGKILL)):
        trial.counted["killed"] += code == KILLED
        trial.check_next_build(name)


def full(trial: Trial) -> None:
    """Let the disk be full at each step of a build, once."""

    def refuse() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for name, code in at_each_step(trial, refuse):
        refused = code == REFUSED
        trial.counted["refused" if refused else "built"] += 1
        trial.check_seen(trial.last if refused else name)
        if refused:
            trial.check_alone(".site.lock")
        trial.check_next_build(name)


def too_large(trial: Trial) -> None:
    """Let the system itself refuse to write more."""

    def with_little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        trial.build("too much " * 1000)

    trial.counted["refused"] += code_of(fork(with_little)) == REFUSED
    trial.check_seen(trial.last)
    trial.check_alone()


def pairs(trial: Trial) -> None:
    """Let two builds begin at once: half of the pairs wait, and half do not."""
    for number in range(10 if trial.brief else 50):
        patience = 20 * (number % 2)
        names = (new_name(), new_name())
        both = [fork(build_of(trial, name, patience)) for name in names]
        for code in map(code_of, both):
            how = {0: "built", BUSY: "busy"}.get(code, "broken")
            trial.counted[f"{how}, patience {patience}"] += 1
        if (seen := look(trial.site, trial.pages)) not in names:
            trial.fault(f"after a pair: {seen}")
        trial.check_alone()


def build_of(trial: Trial, name: str, patience: float) -> Callable[[], None]:
    return lambda: trial.build(name, patience=patience, pause=0.02)


def orphan(trial: Trial) -> None:
    """Kill a build whose worker lives on."""
    ours, theirs = os.pipe()

    def work() -> None:
        os.write(theirs, str(os.getpid()).encode())
        time.sleep(60)

    def with_a_worker() -> None:
        with replacing(trial.site, patience=0):
            fork(work)
            time.sleep(60)

    builder = fork(with_a_worker)
    worker = int(os.read(ours, 20))
    os.kill(builder, signal.SIGKILL)
    code_of(builder)
    trial.check_next_build("none")
    os.kill(worker, signal.SIGKILL)


TRIALS = {kills: 30, steps: 5, full: 5, too_large: 5, pairs: 30, orphan: 5}
"""Every trial, and how many pages its site has."""


def main(way: str, folder: Path, *chosen: str) -> Iterator[tuple[str, object]]:
    """Try all, or what is chosen, where folders can `trade` names or, briefly, not."""
    for run, pages in TRIALS.items():
        if chosen and run.__name__ not in chosen:
            continue
        trades = way == "trade"
        trial = Trial(folder / run.__name__, pages=pages, brief=not trades)
        with trial.read_meanwhile() if trades else contextlib.nullcontext():
            run(trial)
        faults = trial.faults.read_text().splitlines()
        yield run.__name__, {**trial.counted, "faults": faults}


if __name__ == "__main__":
    never = mock.Mock(return_value=False)
    changed = {} if sys.argv[1] == "trade" else {"trade": never}
    # Power cuts are not tried here, and guarding against them waits for the disk.
    with mock.patch.multiple(swap, bring_to_disk=mock.Mock(), **changed):
        counted = dict(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
    json.dump(counted, sys.stdout)
