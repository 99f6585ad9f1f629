"""Texts that are small to write and could be slow to read, each close to a bad case.

The first part names those of cmark's `pathological_tests.py`; the others vary them with
what our engine knows besides. Sizes are such that a quadratic reader takes far more
than a second, within what a note may hold.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator

PERCENT = int(os.environ.get("PATHOLOGICAL_PERCENT", "4"))
"""How large: 100 makes cmark's own cases as large as cmark has them."""


def _much(text: str, count: int) -> str:
    return text * (count * PERCENT // 20)


def _stairs(step: str, mark: str, count: int) -> str:
    """Write lines that each begin one step further in."""
    return "".join(f"{step * depth}{mark} a\n" for depth in range(count))


def _backticks(longest: int, between: str = "e") -> str:
    """Write runs of backticks of every length, none of which is ever closed."""
    return "".join(between + "`" * length for length in range(1, longest))


def _colliding(count: int) -> Iterator[str]:
    """Name references that fall into one bucket of cmark's early hash table."""
    for number in itertools.count():
        key, hashed = f"x{number}", 0
        for sign in key:
            hashed = (ord(sign) + (hashed << 6) + (hashed << 16) - hashed) & 0xFFFFFFFF
        if hashed % 16 == 0:
            yield key
            count -= 1
        if not count:
            return


def _collisions(count: int) -> str:
    bad, *keys = _colliding(count)
    return "".join(f"[{key}]: /url\n\n[{bad}]\n\n" for key in keys)


def _definitions(pattern: str, count: int) -> str:
    return "".join(pattern.format(number) for number in range(count))


_OF_CMARK = {
    "nested strong and emphasis": _much("*a **a ", 13_000)
    + "b"
    + _much(" a** a*", 13_000),
    "closers of emphasis without openers": _much("a_ ", 13_000),
    "openers of emphasis without closers": _much("_a ", 13_000),
    "closers of links without openers": _much("a]", 13_000),
    "openers of links without closers": _much("[a", 13_000),
    "mismatched openers and closers": _much("*a_ ", 10_000),
    "openers and closers, a multiple of three": "a**b" + _much("c* ", 10_000),
    "openers of links and closers of emphasis": _much("[ a_", 10_000),
    "links and emphasis that cross": "**x [a*b**c*](d)",
    "broken link titles": _much("[ (](", 16_000),
    "pictures of empty links": _much("![[]()", 32_000),
    "nested brackets": _much("[", 10_000) + "a" + _much("]", 10_000),
    "nested quotes": _much("> ", 10_000) + "a",
    "nested lists": _stairs("  ", "*", 1000),
    "signs of number zero": "abc\0de\0",
    "backticks": _backticks(1400),
    "unclosed links in angle brackets": _much("[a](<b", 10_000),
    "unclosed links": _much("[a](b", 10_000),
    "unclosed comments": "</" + _much("<!--", 40_000),
    "tables of carriage returns": _much("aaa\rbbb\n-\v\n", 6_000),
    "tables one under another": _much("aaa\nbbb\n-\n", 6_000),
    "references": _definitions("[{}]: u\n", 10_000 * PERCENT // 20)
    + _much("[0] ", 10_000),
    "references that collide": _collisions(4_000 * PERCENT // 20),
    "byte order marks": "\ufefffoo",
    "three stars that never close": _much("a***", 13_000),
    "short links": _much("[t](/u) ", 10_000),
    "openers and closers of HTML": _much("<>", 10_000),
    "openers of processing instructions": "x" + _much("<?", 10_000),
    "openers of CDATA": "x" + _much("<![CDATA[", 10_000),
    "openers of declarations": "x" + _much("<!A ", 10_000),
    "backticks and escapes": _much("\\``", 10_000),
    "broken thematic break": _much("* ", 10_000) + "a",
    "brackets and a definition": _much("[", 10_000) + _much("]", 10_000) + "\n\n[a]: /b",
    "empty definitions": _much("[]: ", 10_000),
    "definitions that never end": _much("[a]: u\n", 10_000),
    "titles that never close": _much('[a](u "t', 10_000),
}

_OF_INLINES = {
    "tildes without a partner": _much("~~a ", 13_000),
    "tildes of all lengths": "".join(
        "a" + "~" * (n % 7) for n in range(13_000 * PERCENT // 20)
    ),
    "nested strikethrough": _much("~a ~~b ", 4_000) + "c" + _much(" b~~ a~", 4_000),
    "strikethrough and emphasis mixed": _much("~*_", 12_000) + "a" + _much("_*~", 12_000),
    "underscores alone": _much("_", 100_000),
    "stars alone": _much("*", 100_000) + "a",
    "tildes alone": "a " + _much("~", 100_000),
    "stars and letters": _much("*a", 40_000),
    "stars of growing length": "".join("a" + "*" * n for n in range(1, 300)),
    "pictures in pictures": _much("![", 10_000) + "a" + _much("](b)", 10_000),
    "links in links": _much("[", 10_000) + "a" + _much("](b)", 10_000),
    "pictures without an end": _much("![a", 13_000),
    "parentheses in a target": "[a](" + _much("(", 20_000) + _much(")", 20_000),
    "a target without end": "[a](" + _much("b", 180_000),
    "a label without end": "[" + _much("a", 180_000) + "]",
    "bad escapes": _much("\\", 180_000),
    "escapes of every sign": _much("\\*\\_\\[\\]\\(", 16_000),
    "entities": _much("&amp;", 30_000),
    "entities without an end": _much("&amp", 30_000),
    "unknown entities": _much("&zzzzzzzzzz;", 14_000),
    "numbers of no sign": _much("&#1114112;&#xD800;&#0;", 6_000),
    "ampersands": _much("&", 100_000),
    "entities for hidden signs": _much("&#8238;&#0;&#65279;", 6_000),
    "angle brackets": _much("<", 100_000),
    "closing angle brackets": "a" + _much(">", 100_000),
    "HTML tags in a line": _much("a <b>", 20_000),
    "HTML tags on lines of their own": _much("<b>\n", 20_000),
    "HTML with attributes without end": "<a " + _much("b='c' ", 20_000),
    "comments in comments": _much("<!-- ", 18_000) + _much("-->", 18_000),
    "addresses": _much("http://a.b ", 12_000),
    "addresses without a host": _much("http://", 20_000),
    "hosts without an end": _much("www.", 30_000),
    "one address with many brackets": "http://a.b/"
    + _much("(", 40_000)
    + _much(")", 40_000),
    "one address and trailing signs": "http://a.b/" + _much("?!.,:*_~'", 12_000),
    "one address and entities": "http://a.b/" + _much("&amp;", 20_000),
    "mail addresses": _much("a@b.c ", 20_000),
    "mail addresses in one word": _much("a@", 60_000),
    "mail with dots": _much("a.", 40_000) + "@" + _much("b.", 40_000),
    "letters before a mail sign": _much("a", 160_000) + "@",
    "underscores before an address": _much("_http://a.b", 8_000),
    "colons": _much(":", 100_000),
    "line ends with spaces": _much("a  \n", 40_000),
    "line ends with backslashes": _much("a\\\n", 40_000),
    "spaces in a line": "a" + _much(" ", 180_000) + "b",
    "tabs in a line": "a" + _much("\t", 180_000) + "b",
}

_OF_BLOCKS = {
    "a heading of many signs": _much("#", 180_000),
    "headings": _much("# a\n", 20_000),
    "headings of the same name": _much("# section\n# section-1\n", 8_000),
    "headings with closing signs": "# a " + _much("#", 180_000),
    "underlined headings": _much("a\n=\n", 20_000),
    "underlines that never underline": _much("\n=\n", 30_000),
    "a long underlined paragraph": _much("a\n", 60_000) + "===\n",
    "thematic breaks": _much("***\n", 30_000),
    "nearly thematic breaks": _much("* * a\n", 20_000),
    "a long thematic break": _much("- ", 80_000),
    "quotes on every line": _much("> a\n", 30_000),
    "quotes that deepen line by line": "".join("> " * n + "a\n" for n in range(900)),
    "quotes and lists by turns": _much("> * ", 5_000) + "a",
    "quotes and lists in steps": "".join(f"{'> * ' * n}a\n" for n in range(400)),
    "numbered lists in one line": _much("1. ", 10_000) + "a",
    "numbered lists in steps": _stairs("   ", "1.", 800),
    "lists in steps of marks": "".join("- " * n + "a\n" for n in range(1, 900)),
    "list items": _much("- a\n", 30_000),
    "empty list items": _much("-\n", 60_000),
    "loose list items": _much("- a\n\n", 20_000),
    "list items of changing marks": _much("- a\n+ a\n* a\n", 8_000),
    "blank lines in a deep list": _stairs("  ", "-", 300) + _much("\n", 20_000) + "a",
    "lines in a deep list": _stairs("  ", "-", 49) + ("  " * 49 + "a\n") * 5_000,
    "task items": _much("- [ ] a\n", 16_000),
    "task items in steps": _stairs("  ", "- [x]", 1000),
    "brackets of tasks in a line": "- " + _much("[ ] ", 40_000),
    "fences that never close": "```\n" + _much("~~~\n", 30_000),
    "fences that open and close": _much("```\n", 30_000),
    "fences that grow": "".join("`" * n + "\na\n" for n in range(3, 1200)),
    "a long fence word": "``` " + _much("a", 180_000),
    "indented code": _much("    a\n", 30_000),
    "indented code and blank lines": "    a\n" + _much("    \n", 36_000) + "    b",
    "HTML blocks without an end": _much("<script>\n", 18_000),
    "HTML blocks of comments": _much("<!--\n", 30_000),
    "blank lines": _much("\n", 180_000),
    "one long line": _much("a", 198_000),
    "one long line of signs of two bytes": _much("é", 98_000),
    "words of many scripts": _much("é漢字😀 ", 12_000),
    "accents on one letter": "a" + _much("\u0301", 80_000),
    "letters that fold": "[" + _much("ẞ", 60_000) + "]: u\n\n[x]",
    "signs that no text has": "\ufffe\uffff" * 10_000,
    "half of a pair": _much("a &#xD83D; b", 6_000),
    "escapes of a terminal": _much("\x1b[31m", 6_000),
    "words that turn the direction": _much("\u202e", 6_000),
    "zeros": _much("\0", 20_000),
    "form feeds": _much("\f", 20_000),
}

_OF_TABLES = {
    "a table of short rows": "|a" * 400 + "|\n" + "|-" * 400 + "|\n" + "|\n" * 400,
    "a table too large": "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "a\n" * 5_000,
    "a wide table": _much("|a", 18_000) + "|\n" + _much("|-", 18_000) + "|\n",
    "a long table": "|a|b|\n|-|-|\n" + _much("|c|d|\n", 12_000),
    "tables": _much("|a|\n|-|\n|b|\n\n", 8_000),
    "tables without a blank line": _much("|a|\n|-|\n", 12_000),
    "head lines that fit no table": _much("|a|b|\n|-|\n", 12_000),
    "a line of dashes": "a\n" + _much("-", 180_000),
    "a line of bars": _much("|", 180_000),
    "a line of bars and dashes": "a\n" + _much("|-", 80_000),
    "escaped bars": "|a|\n|-|\n|" + _much("\\|", 60_000) + "|\n",
    "code in cells": "|a|\n|-|\n" + _much("|`|`|\n", 12_000),
    "links in cells": "|a|\n|-|\n" + _much("|[a](b)|\n", 12_000),
    "tables in quotes": _much("> |a|\n> |-|\n> |b|\n>\n", 6_000),
    "a table in a deep list": _stairs("  ", "-", 40) + "  " * 40 + "|a|\n" * 3000,
    "colons of a table": "|a|\n|" + _much(":-:", 40_000) + "|\n",
}

_OF_FOOTNOTES = {
    "footnotes": _definitions("[^{0}]\n\n[^{0}]: a\n\n", 4_000 * PERCENT // 20),
    "one footnote named often": _much("[^a] ", 8_000) + "\n\n[^a]: b\n",
    "footnotes nobody names": _definitions("[^{0}]: a\n\n", 8_000 * PERCENT // 20),
    "footnotes nobody wrote": _much("[^a]", 30_000),
    "footnotes in footnotes": _definitions("[^{0}]: a [^{0}0]\n", 4_000 * PERCENT // 20)
    + "[^1]",
    "footnotes in a circle": "[^a]: [^b]\n\n[^b]: [^a]\n\n" * 5_000 + "[^a]",
    "a footnote of many lines": "[^a]\n\n[^a]: b\n" + _much("    c\n", 20_000),
    "a footnote in footnotes": _much("[^a]: ", 12_000) + "b\n\n[^a]",
    "names of footnotes": _much("[^", 40_000) + "a" + _much("]", 40_000),
    "a long name of a footnote": f"[^{_much('a', 80_000)}]\n\n[^{_much('a', 80_000)}]: b",
    "footnotes of strange names": _much('[^"><b>] ', 4_000) + '\n\n[^"><b>]: c',
}

_OF_ALERTS = {
    "alerts": _much("> [!NOTE]\n> a\n\n", 6_000),
    "alerts in alerts": "".join(f"{'> ' * n}[!NOTE]\n" for n in range(1, 600)),
    "alerts of no kind": _much("> [!NONE]\n> a\n\n", 6_000),
    "a title of an alert": "> [!NOTE] " + _much("a", 160_000),
    "titles of alerts in a line": "> " + _much("[!NOTE] ", 20_000),
    "an alert of many lines": "> [!TIP]\n" + _much("> a\n", 30_000),
    "alerts in lists": _much("- > [!NOTE]\n  > a\n", 6_000),
}

_OF_RULES = {
    "action lines": _much("Action: ring the bell\n\n", 6_000),
    "nearly action lines": _much("- action 1\n", 12_000),
    "acronyms": _much("AB CD EFG HIJ ", 6_000),
    "broken links to records": _much("[a](../actions/none.md) ", 4_000),
    "broken links of their own": _definitions(
        "[a](../actions/a{}.md) ", 4_000 * PERCENT // 20
    ),
    "links to no heading": _much("[a](#none) ", 8_000),
    "headings and links to them": _definitions(
        "# h{0}\n\n[a](#h{0})\n\n", 4_000 * PERCENT // 20
    ),
    "pictures from elsewhere": _much("![a](https://a.example/b.png) ", 4_000),
    "links that are refused": _much("[a](javascript:b) ", 6_000),
    "links upwards": "[a](" + _much("../", 40_000) + "x.md)",
    "percent signs in a target": "[a](" + _much("%2e%2e%2f", 16_000) + ")",
    "a link in a deep list": _stairs("  ", "-", 49)
    + "  " * 49
    + _much("[a](#b) ", 8_000),
}

PATHOLOGICAL = {
    **_OF_CMARK,
    **_OF_INLINES,
    **_OF_BLOCKS,
    **_OF_TABLES,
    **_OF_FOOTNOTES,
    **_OF_ALERTS,
    **_OF_RULES,
}
"""A name that says what is in it, and the body of a note."""
