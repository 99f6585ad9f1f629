"""How parts of a web page look, as far as it matters: bold, slanted, not to be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.importing.formats.xml import Element, local

_STRONG = frozenset({"b", "strong", "u", "th"})
_SLANTED = frozenset({"em", "i", "cite", "dfn", "var"})
_BOLD = 600
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?([.#][\w-]+)?", re.IGNORECASE)
_HIDES = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|opacity\s*:\s*0*\.?0*\s*(?=[;!]|$)"
    r"|font-size\s*:\s*(?:0+(?:\.0*)?[a-z%]*|1p[xt]|0?\.\d+p[xt])\s*(?=[;!]|$))",
    re.IGNORECASE,
)
_WEIGHT = re.compile(r"(?:^|;)\s*font-weight\s*:\s*([a-z0-9]+)", re.IGNORECASE)
_STYLE = re.compile(r"(?:^|;)\s*font-style\s*:\s*([a-z]+)", re.IGNORECASE)
_MOST_RULES = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How text is shown."""

    strong: bool = False
    emphasis: bool = False
    target: str | None = None


class StyleSheet:
    """The rules of a page that name one tag, class or id, and what they say."""

    def __init__(self, root: Element) -> None:
        """Read the style sheets that stand in the page; none is fetched."""
        self._rules: dict[str, str] = {}
        for node in root.iter():
            if local(node) == "style":
                for selector, said in _rules_of(node.text or ""):
                    if len(self._rules) < _MOST_RULES:
                        before = self._rules.get(selector, "")
                        self._rules[selector] = f"{before};{said}"[-2_000:]

    def hides(self, node: Element) -> bool:
        """Whether an element is not to be seen."""
        if not local(node):
            return False
        if "hidden" in node.attrib or node.get("aria-hidden", "").lower() == "true":
            return True
        if local(node) == "dialog" and "open" not in node.attrib:
            return True
        return _HIDES.search(self._said(node)) is not None

    def look(self, node: Element, before: Look) -> Look:
        """Tell how text in an element looks, from how it looks around it."""
        name = local(node)
        strong = before.strong or name in _STRONG
        emphasis = before.emphasis or name in _SLANTED
        said = self._said(node)
        weight = _last(_WEIGHT, said)
        if weight:
            strong = weight.startswith("bold") or (
                weight.isdigit() and int(weight[:4]) >= _BOLD
            )
        style = _last(_STYLE, said)
        if style:
            emphasis = style in {"italic", "oblique"}
        return Look(strong=strong, emphasis=emphasis, target=before.target)

    def _said(self, node: Element) -> str:
        """Give all that is said of an element, what counts most last."""
        own = _COMMENT.sub("", node.get("style", ""))
        if not self._rules:
            return own
        name = local(node)
        classes = [f".{word}" for word in node.get("class", "").split()[:50]]
        names = [*classes, f"#{node.get('id', '')}"]
        selectors = [name, *names, *(f"{name}{other}" for other in names)]
        said = (self._rules.get(selector, "") for selector in selectors)
        return ";".join(filter(None, (*said, own)))


def _rules_of(sheet: str) -> Iterator[tuple[str, str]]:
    """Give the rules outside of `@media` and the like, by their simple selectors."""
    depth = 0
    at_rule = False
    selector = ""
    for part in re.split(r"([{}])", _COMMENT.sub("", sheet)):
        if part == "{":
            depth += 1
        elif part == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            selector = part.rpartition(";")[2].strip()
            at_rule = selector.startswith("@")
        elif depth == 1 and not at_rule:
            for one in selector.split(","):
                if one.strip() and _SIMPLE.fullmatch(one.strip()):
                    yield one.strip(), part


def _last(pattern: re.Pattern[str], said: str) -> str:
    found = pattern.findall(said)
    return str(found[-1]).casefold() if found else ""
