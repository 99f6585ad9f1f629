"""Views to finished pages and data files. Nothing here knows how a site is rendered."""

from minutebook.pages.data import DATA_FILES
from minutebook.pages.kinds import FOR_PEOPLE, LISTINGS, RECORDS
from minutebook.pages.page import FURTHER, DataFile, Page, Printed, Redirect, Site
from minutebook.pages.site import page_of, site_of

__all__ = [
    "DATA_FILES",
    "FOR_PEOPLE",
    "FURTHER",
    "LISTINGS",
    "RECORDS",
    "DataFile",
    "Page",
    "Printed",
    "Redirect",
    "Site",
    "page_of",
    "site_of",
]
