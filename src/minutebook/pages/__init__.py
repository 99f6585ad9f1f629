"""Views to finished pages and data files. Nothing here knows how a site is rendered."""

from minutebook.pages.page import DataFile, Page, Printed, Redirect, Site
from minutebook.pages.site import site_of

__all__ = ["DataFile", "Page", "Printed", "Redirect", "Site", "site_of"]
