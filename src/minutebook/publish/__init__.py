"""Pages to a site in a folder: the only home of MkDocs."""

from minutebook.publish.site import CannotPublish, Settings, publish, settings
from minutebook.publish.swap import NotOurs

__all__ = ["CannotPublish", "NotOurs", "Settings", "publish", "settings"]
