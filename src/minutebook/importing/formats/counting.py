"""Numbers as lists print them: 4, iv, d, 4th; in words for a few."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_LETTERS = 26
_LONGEST = 8
"""Letters that a number is written with at most: `aaaa` stands for 79."""

_WORDS = tuple(
    "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen"
    " Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty".split()
)
_ORDINAL_WORDS = tuple(
    "Zeroth First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh"
    " Twelfth Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth"
    " Nineteenth Twentieth".split()
)


def roman(number: int) -> str:
    """Write a number in small Roman letters; as it is, where they do not reach."""
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def doubled_letters(number: int) -> str:
    """Count a to z, then aa, bb and so on, as word processors do."""
    times, place = divmod(number - 1, _LETTERS)
    if number < 1 or times >= _LONGEST:
        return str(number)
    return chr(ord("a") + place) * (times + 1)


def spreadsheet_letters(number: int) -> str:
    """Count a to z, then aa, ab and so on, as web pages do."""
    if number < 1:
        return str(number)
    written = ""
    while number > 0 and len(written) < _LONGEST:
        number, place = divmod(number - 1, _LETTERS)
        written = chr(ord("a") + place) + written
    return written


def ordinal(number: int) -> str:
    """Write 1st, 2nd, 3rd, 4th."""
    teen = number % 100 in {11, 12, 13}
    end = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{end}"


def in_words(number: int) -> str:
    """Write a small number as a word."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)


def ordinal_in_words(number: int) -> str:
    """Write which one in a row as a word."""
    known = 0 <= number < len(_ORDINAL_WORDS)
    return _ORDINAL_WORDS[number] if known else ordinal(number)
