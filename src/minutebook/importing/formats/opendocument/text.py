"""The words of an OpenDocument paragraph: what is shown, and what is left out and why."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from minutebook.importing.document import Reason
from minutebook.importing.formats.opendocument.styles import Style, Styles, number_of
from minutebook.importing.formats.symbols import CROSSED_BOX, EMPTY_BOX, signs
from minutebook.importing.formats.xml import Element, attribute, child, inner_text, local
from minutebook.importing.inline import Run, is_safe_target

_WHITE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 200

_PASSED_OVER = frozenset("ruby-text note-citation title desc event-listeners".split())
_SHAPES = frozenset(
    "custom-shape rect ellipse circle line polyline polygon path connector caption g"
    " regular-polygon measure".split()
)
_SPACE = frozenset({"s", "tab", "line-break"})
_BESIDE = _SHAPES | {"note", "annotation", "hidden-text", "script", "frame"}
_PICTURES = frozenset({"image", "object", "object-ole", "plugin", "applet"})
_YES = frozenset({"true", "checked"})


@dataclass(slots=True)
class Words:
    """Gathers the words of one paragraph."""

    styles: Styles
    controls: Mapping[str, str]
    """What the fields of forms show, by their ids."""

    runs: list[Run] = field(default_factory=list)
    asides: list[tuple[Reason, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """What holds paragraphs of its own: text boxes and shapes."""

    notes: list[Element] = field(default_factory=list)
    hidden: bool = False
    """Whether the whole paragraph is hidden."""

    def read(
        self, node: Element, looks: Sequence[Style], target: str | None = None
    ) -> None:
        """Go through the content of a paragraph, or of a part of it."""
        self._text(_WHITE.sub(" ", node.text or ""), looks, target)
        for inner in node:
            self._inner(inner, local(inner), looks, target)
            self._text(_WHITE.sub(" ", inner.tail or ""), looks, target)

    def _text(self, text: str, looks: Sequence[Style], target: str | None) -> None:
        if not text:
            return
        shown = self.styles.shown(looks)
        text = signs(text, shown.font)
        if shown.hidden:
            self._aside(Reason.HIDDEN, text)
        else:
            self.runs.append(
                Run(
                    text=text,
                    strong=shown.strong,
                    emphasis=shown.emphasis,
                    target=target,
                )
            )

    def _inner(
        self, node: Element, name: str, looks: Sequence[Style], target: str | None
    ) -> None:
        if name in _SPACE:
            self._space(node, name, looks, target)
        elif name in _BESIDE:
            self._beside(node, name)
        elif name == "span":
            own = self.styles.chain("text", attribute(node, "style-name"))
            self.read(node, [*own, *looks], target)
        elif name == "a":
            to = (attribute(node, "href") or "").strip()
            self.read(node, looks, to if is_safe_target(to) else None)
        elif name == "hidden-paragraph":
            self.hidden = self.hidden or attribute(node, "is-hidden") == "true"
            self.read(node, looks, target)
        elif name == "control":
            shown = self.controls.get(attribute(node, "control") or "", "")
            self._text(shown, looks, target)
        elif name not in _PASSED_OVER:
            self.read(node, looks, target)

    def _space(
        self, node: Element, name: str, looks: Sequence[Style], target: str | None
    ) -> None:
        if name == "s":
            times = min(number_of(attribute(node, "c")) or 1, _MOST_SPACES)
            self._text(" " * times, looks, target)
        elif name == "tab":
            self._text("\t", looks, target)
        else:
            self.runs.append(Run(text="\n"))

    def _beside(self, node: Element, name: str) -> None:
        """Take what does not stand in the line itself."""
        if name == "note":
            self.notes.append(node)
        elif name == "annotation":
            self.asides.append((Reason.COMMENT, comment(node)))
        elif name == "hidden-text":
            words = attribute(node, "string-value") or inner_text(node)
            self._aside(Reason.HIDDEN, words)
        elif name == "script":
            self._aside(Reason.CODE, inner_text(node) or "script")
        elif name == "frame":
            self.frame(node)
        else:
            self.boxes.append(node)

    def frame(self, node: Element) -> None:
        """Take the text of a frame, or note what it shows."""
        box = child(node, "text-box")
        if box is not None:
            self.boxes.append(box)
            return
        shown = next((n for n in node if local(n) in _PICTURES), None)
        words = child(node, "desc")
        words = child(node, "title") if words is None else words
        told = "" if words is None else inner_text(words)
        picture = shown is not None and local(shown) == "image"
        kind = "picture" if picture else "object"
        self.asides.append((Reason.EMBEDDED, f"{kind}: {told}" if told else kind))

    def _aside(self, reason: Reason, text: str) -> None:
        if self.asides and self.asides[-1][0] is reason:
            text = self.asides.pop()[1] + text
        self.asides.append((reason, text))


def comment(node: Element) -> str:
    """Give a comment, with the name of who wrote it."""
    author = next((inner_text(n) for n in node if local(n) == "creator"), "")
    words = " ".join(inner_text(n) for n in node if local(n) in {"p", "list"})
    return f"{author}: {words}" if author else words


def controls_in(body: Element) -> dict[str, str]:
    """Read what the fields of forms show: a box and its label, or a text."""
    found: dict[str, str] = {}
    forms = child(body, "forms")
    for node in () if forms is None else forms.iter():
        label = attribute(node, "label") or ""
        if local(node) in {"checkbox", "radio"}:
            state = attribute(node, "current-state") or attribute(node, "state") or ""
            chosen = attribute(node, "current-selected") or attribute(node, "selected")
            ticked = state in _YES or chosen in _YES
            shown = f"{CROSSED_BOX if ticked else EMPTY_BOX} {label}"
        else:
            value = attribute(node, "current-value") or attribute(node, "value")
            shown = value or label
        found[attribute(node, "id") or ""] = shown
    return found
