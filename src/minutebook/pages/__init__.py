"""Views to finished pages and data files. Nothing here knows how a site is rendered."""

from minutebook.pages.kinds import LISTINGS
from minutebook.pages.page import DataFile, Page, Printed, Redirect, Site
from minutebook.pages.places import DATA_FILES, RECORD_KINDS
from minutebook.pages.site import page_of, site_of

__all__ = [
    "DATA_FILES",
    "LISTINGS",
    "RECORD_KINDS",
    "DataFile",
    "Page",
    "Printed",
    "Redirect",
    "Site",
    "page_of",
    "site_of",
]
