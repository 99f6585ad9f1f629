"""Pages to a site in a folder, through the frames of a renderer."""

from minutebook.publish.fill import Progress, unwatched
from minutebook.publish.renderers import renderer_named
from minutebook.publish.settings import CannotPublish, complete
from minutebook.publish.site import publish
from minutebook.publish.swap import Busy, NotOurs, Replacement

__all__ = [
    "Busy",
    "CannotPublish",
    "NotOurs",
    "Progress",
    "Replacement",
    "complete",
    "publish",
    "renderer_named",
    "unwatched",
]
