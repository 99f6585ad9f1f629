"""Texts that are small to write and could be slow to read, each close to a bad case.

The first part names those of cmark's `pathological_tests.py`; the others vary them with
what our engine knows besides. Sizes are those of cmark, or such that a quadratic reader
takes far more than a second, within what a note may hold.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator


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
    "nested strong and emphasis": "*a **a " * 65_000 + "b" + " a** a*" * 65_000,
    "closers of emphasis without openers": "a_ " * 65_000,
    "openers of emphasis without closers": "_a " * 65_000,
    "closers of links without openers": "a]" * 65_000,
    "openers of links without closers": "[a" * 65_000,
    "mismatched openers and closers": "*a_ " * 50_000,
    "openers and closers, a multiple of three": "a**b" + "c* " * 50_000,
    "openers of links and closers of emphasis": "[ a_" * 50_000,
    "links and emphasis that cross": "**x [a*b**c*](d)",
    "broken link titles": "[ (](" * 80_000,
    "pictures of empty links": "![[]()" * 160_000,
    "nested brackets": "[" * 50_000 + "a" + "]" * 50_000,
    "nested quotes": "> " * 50_000 + "a",
    "nested lists": _stairs("  ", "*", 1000),
    "signs of number zero": "abc\0de\0",
    "backticks": _backticks(1400),
    "unclosed links in angle brackets": "[a](<b" * 50_000,
    "unclosed links": "[a](b" * 50_000,
    "unclosed comments": "</" + "<!--" * 200_000,
    "tables of carriage returns": "aaa\rbbb\n-\v\n" * 30_000,
    "tables one under another": "aaa\nbbb\n-\n" * 30_000,
    "references": _definitions("[{}]: u\n", 50_000) + "[0] " * 50_000,
    "references that collide": _collisions(20_000),
    "byte order marks": "\ufefffoo",
    "three stars that never close": "a***" * 65_000,
    "short links": "[t](/u) " * 50_000,
    "openers and closers of HTML": "<>" * 50_000,
    "openers of processing instructions": "x" + "<?" * 50_000,
    "openers of CDATA": "x" + "<![CDATA[" * 50_000,
    "openers of declarations": "x" + "<!A " * 50_000,
    "backticks and escapes": "\\``" * 50_000,
    "broken thematic break": "* " * 50_000 + "a",
    "brackets and a definition": "[" * 50_000 + "]" * 50_000 + "\n\n[a]: /b",
    "empty definitions": "[]: " * 50_000,
    "definitions that never end": "[a]: u\n" * 50_000,
    "titles that never close": '[a](u "t' * 50_000,
}

_OF_INLINES = {
    "tildes without a partner": "~~a " * 65_000,
    "tildes of all lengths": "".join("a" + "~" * (n % 7) for n in range(65_000)),
    "nested strikethrough": "~a ~~b " * 20_000 + "c" + " b~~ a~" * 20_000,
    "strikethrough and emphasis mixed": "~*_" * 60_000 + "a" + "_*~" * 60_000,
    "underscores alone": "_" * 500_000,
    "stars alone": "*" * 500_000 + "a",
    "tildes alone": "a " + "~" * 500_000,
    "stars and letters": "*a" * 200_000,
    "stars of growing length": "".join("a" + "*" * n for n in range(1, 300)),
    "pictures in pictures": "![" * 50_000 + "a" + "](b)" * 50_000,
    "links in links": "[" * 50_000 + "a" + "](b)" * 50_000,
    "pictures without an end": "![a" * 65_000,
    "parentheses in a target": "[a](" + "(" * 100_000 + ")" * 100_000,
    "a target without end": "[a](" + "b" * 900_000,
    "a label without end": "[" + "a" * 900_000 + "]",
    "bad escapes": "\\" * 900_000,
    "escapes of every sign": "\\*\\_\\[\\]\\(" * 80_000,
    "entities": "&amp;" * 150_000,
    "entities without an end": "&amp" * 150_000,
    "unknown entities": "&zzzzzzzzzz;" * 70_000,
    "numbers of no sign": "&#1114112;&#xD800;&#0;" * 30_000,
    "ampersands": "&" * 500_000,
    "entities for hidden signs": "&#8238;&#0;&#65279;" * 30_000,
    "angle brackets": "<" * 500_000,
    "closing angle brackets": "a" + ">" * 500_000,
    "HTML tags in a line": "a <b>" * 100_000,
    "HTML tags on lines of their own": "<b>\n" * 100_000,
    "HTML with attributes without end": "<a " + "b='c' " * 100_000,
    "comments in comments": "<!-- " * 90_000 + "-->" * 90_000,
    "addresses": "http://a.b " * 60_000,
    "addresses without a host": "http://" * 100_000,
    "hosts without an end": "www." * 150_000,
    "one address with many brackets": "http://a.b/" + "(" * 200_000 + ")" * 200_000,
    "one address and trailing signs": "http://a.b/" + "?!.,:*_~'" * 60_000,
    "one address and entities": "http://a.b/" + "&amp;" * 100_000,
    "mail addresses": "a@b.c " * 100_000,
    "mail addresses in one word": "a@" * 300_000,
    "mail with dots": "a." * 200_000 + "@" + "b." * 200_000,
    "letters before a mail sign": "a" * 800_000 + "@",
    "underscores before an address": "_http://a.b" * 40_000,
    "colons": ":" * 500_000,
    "line ends with spaces": "a  \n" * 200_000,
    "line ends with backslashes": "a\\\n" * 200_000,
    "spaces in a line": "a" + " " * 900_000 + "b",
    "tabs in a line": "a" + "\t" * 900_000 + "b",
}

_OF_BLOCKS = {
    "a heading of many signs": "#" * 900_000,
    "headings": "# a\n" * 100_000,
    "headings of the same name": "# section\n# section-1\n" * 40_000,
    "headings with closing signs": "# a " + "#" * 900_000,
    "underlined headings": "a\n=\n" * 100_000,
    "underlines that never underline": "\n=\n" * 150_000,
    "a long underlined paragraph": "a\n" * 300_000 + "===\n",
    "thematic breaks": "***\n" * 150_000,
    "nearly thematic breaks": "* * a\n" * 100_000,
    "a long thematic break": "- " * 400_000,
    "quotes on every line": "> a\n" * 150_000,
    "quotes that deepen line by line": "".join("> " * n + "a\n" for n in range(900)),
    "quotes and lists by turns": "> * " * 25_000 + "a",
    "quotes and lists in steps": "".join(f"{'> * ' * n}a\n" for n in range(400)),
    "numbered lists in one line": "1. " * 50_000 + "a",
    "numbered lists in steps": _stairs("   ", "1.", 800),
    "lists in steps of marks": "".join("- " * n + "a\n" for n in range(1, 900)),
    "list items": "- a\n" * 150_000,
    "empty list items": "-\n" * 300_000,
    "loose list items": "- a\n\n" * 100_000,
    "list items of changing marks": "- a\n+ a\n* a\n" * 40_000,
    "blank lines in a deep list": _stairs("  ", "-", 300) + "\n" * 100_000 + "a",
    "lines in a deep list": _stairs("  ", "-", 49) + ("  " * 49 + "a\n") * 5_000,
    "task items": "- [ ] a\n" * 80_000,
    "task items in steps": _stairs("  ", "- [x]", 1000),
    "brackets of tasks in a line": "- " + "[ ] " * 200_000,
    "fences that never close": "```\n" + "~~~\n" * 150_000,
    "fences that open and close": "```\n" * 150_000,
    "fences that grow": "".join("`" * n + "\na\n" for n in range(3, 1200)),
    "a long fence word": "``` " + "a" * 900_000,
    "indented code": "    a\n" * 150_000,
    "indented code and blank lines": "    a\n" + "    \n" * 180_000 + "    b",
    "HTML blocks without an end": "<script>\n" * 90_000,
    "HTML blocks of comments": "<!--\n" * 150_000,
    "blank lines": "\n" * 900_000,
    "one long line": "a" * 990_000,
    "one long line of signs of two bytes": "é" * 490_000,
    "words of many scripts": "é漢字😀 " * 60_000,
    "accents on one letter": "a" + "\u0301" * 400_000,
    "letters that fold": "[" + "ẞ" * 300_000 + "]: u\n\n[x]",
    "signs that no text has": "\ufffe\uffff" * 10_000,
    "half of a pair": "a &#xD83D; b" * 30_000,
    "escapes of a terminal": "\x1b[31m" * 30_000,
    "words that turn the direction": "\u202e" * 30_000,
    "zeros": "\0" * 100_000,
    "form feeds": "\f" * 100_000,
}

_OF_TABLES = {
    "a table of short rows": "|a" * 400 + "|\n" + "|-" * 400 + "|\n" + "|\n" * 400,
    "a table too large": "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "a\n" * 5_000,
    "a wide table": "|a" * 90_000 + "|\n" + "|-" * 90_000 + "|\n",
    "a long table": "|a|b|\n|-|-|\n" + "|c|d|\n" * 60_000,
    "tables": "|a|\n|-|\n|b|\n\n" * 40_000,
    "tables without a blank line": "|a|\n|-|\n" * 60_000,
    "head lines that fit no table": "|a|b|\n|-|\n" * 60_000,
    "a line of dashes": "a\n" + "-" * 900_000,
    "a line of bars": "|" * 900_000,
    "a line of bars and dashes": "a\n" + "|-" * 400_000,
    "escaped bars": "|a|\n|-|\n|" + "\\|" * 300_000 + "|\n",
    "code in cells": "|a|\n|-|\n" + "|`|`|\n" * 60_000,
    "links in cells": "|a|\n|-|\n" + "|[a](b)|\n" * 60_000,
    "tables in quotes": "> |a|\n> |-|\n> |b|\n>\n" * 30_000,
    "a table in a deep list": _stairs("  ", "-", 40) + "  " * 40 + "|a|\n" * 3000,
    "colons of a table": "|a|\n|" + ":-:" * 200_000 + "|\n",
}

_OF_FOOTNOTES = {
    "footnotes": _definitions("[^{0}]\n\n[^{0}]: a\n\n", 20_000),
    "one footnote named often": "[^a] " * 40_000 + "\n\n[^a]: b\n",
    "footnotes nobody names": _definitions("[^{0}]: a\n\n", 40_000),
    "footnotes nobody wrote": "[^a]" * 150_000,
    "footnotes in footnotes": _definitions("[^{0}]: a [^{0}0]\n", 20_000) + "[^1]",
    "footnotes in a circle": "[^a]: [^b]\n\n[^b]: [^a]\n\n" * 5_000 + "[^a]",
    "a footnote of many lines": "[^a]\n\n[^a]: b\n" + "    c\n" * 100_000,
    "a footnote in footnotes": "[^a]: " * 60_000 + "b\n\n[^a]",
    "names of footnotes": "[^" * 200_000 + "a" + "]" * 200_000,
    "a long name of a footnote": f"[^{'a' * 400_000}]\n\n[^{'a' * 400_000}]: b",
    "footnotes of strange names": '[^"><b>] ' * 20_000 + '\n\n[^"><b>]: c',
}

_OF_ALERTS = {
    "alerts": "> [!NOTE]\n> a\n\n" * 30_000,
    "alerts in alerts": "".join(f"{'> ' * n}[!NOTE]\n" for n in range(1, 600)),
    "alerts of no kind": "> [!NONE]\n> a\n\n" * 30_000,
    "a title of an alert": "> [!NOTE] " + "a" * 800_000,
    "titles of alerts in a line": "> " + "[!NOTE] " * 100_000,
    "an alert of many lines": "> [!TIP]\n" + "> a\n" * 150_000,
    "alerts in lists": "- > [!NOTE]\n  > a\n" * 30_000,
}

_OF_RULES = {
    "action lines": "Action: ring the bell\n\n" * 30_000,
    "nearly action lines": "- action 1\n" * 60_000,
    "acronyms": "AB CD EFG HIJ " * 30_000,
    "broken links to records": "[a](../actions/none.md) " * 20_000,
    "broken links of their own": _definitions("[a](../actions/a{}.md) ", 20_000),
    "links to no heading": "[a](#none) " * 40_000,
    "headings and links to them": _definitions("# h{0}\n\n[a](#h{0})\n\n", 20_000),
    "pictures from elsewhere": "![a](https://a.example/b.png) " * 20_000,
    "links that are refused": "[a](javascript:b) " * 30_000,
    "links upwards": "[a](" + "../" * 200_000 + "x.md)",
    "percent signs in a target": "[a](" + "%2e%2e%2f" * 80_000 + ")",
    "a link in a deep list": _stairs("  ", "-", 49) + "  " * 49 + "[a](#b) " * 40_000,
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
