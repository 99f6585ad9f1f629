"""YAML text to plain data and nothing else: the quick way for text without fault.

It takes what `yamltext` takes and gives the same data. Of anything else it says only
that it is `Unusual`; `yamltext` tells what is wrong with it, and where.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from minutebook.reading import limits
from minutebook.reading.yaml_simple import kept_once, simple_data
from minutebook.reading.yamltext import EMPTY

_VALUES = {yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent}
_ENDS = {yaml.MappingEndEvent, yaml.SequenceEndEvent}
_FRAME = {
    yaml.StreamStartEvent,
    yaml.StreamEndEvent,
    yaml.DocumentStartEvent,
    yaml.DocumentEndEvent,
}


class Unusual(Exception):  # noqa: N818 - not an error yet: somebody else looks closer
    """Text that is not YAML, or says it in a way that notes do not."""


def plain_data(text: str) -> Any:  # noqa: ANN401 - mappings, lists, text and None
    """Read one YAML document. Raises Unusual."""
    simple = simple_data(text)
    if simple is not None:
        return simple
    try:
        return _data(yaml.CSafeLoader(text).get_event)
    except yaml.MarkedYAMLError as error:
        raise Unusual from error


def _data(next_event: Callable[[], Any]) -> Any:  # noqa: ANN401, C901, PLR0912 - one piece: it runs for every word
    """Put events together. A loop, not a recursion: depth is data, too."""
    here: Any = []
    key: str | None = None
    above: list[Any] = []
    root, documents = here, 0
    while (event := next_event()) is not None:
        kind = type(event)
        if kind in _ENDS:
            here = above.pop()
            continue
        if kind in _FRAME:
            documents += kind is yaml.DocumentStartEvent
            continue
        if kind not in _VALUES or event.anchor is not None or event.tag is not None:
            raise Unusual
        if key is None and type(here) is dict:
            if kind is not yaml.ScalarEvent or event.value in here or event.value == "<<":
                raise Unusual
            key = event.value
            continue
        if kind is yaml.ScalarEvent:
            value = event.value
            value = None if value in EMPTY and not event.style else kept_once(value)
        else:
            value = {} if kind is yaml.MappingStartEvent else []
        if key is None:
            here.append(value)
        else:
            here[key], key = value, None
        if kind is not yaml.ScalarEvent:
            above.append(here)
            here = value
            if len(above) > limits.YAML_LEVELS:
                raise Unusual
    if documents > 1:
        raise Unusual
    return root[0] if root else None
