"""What a build is asked for, and what `mkdocs.yml` says, whoever renders the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from minutebook.edition import Edition
from minutebook.order import Order
from minutebook.publish.learning import Rendered


class CannotPublish(Exception):  # noqa: N818 - reads as what it says
    """The site could not be made; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `mkdocs.yml` says."""

    notes: Path
    site_dir: Path
    edition: Edition

    inputs: tuple[Path, ...]
    """The folders of hand-written pages and of overrides."""

    self_contained: bool
    """Whether nothing else goes into the hand-written pages, as far as one can tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An order with nothing left open."""

    settings: Settings
    order: Order
    notes: Path
    site_dir: Path

    @property
    def sources(self) -> tuple[Path, ...]:
        """Everything that goes into the site."""
        return (self.notes, self.order.config_file, *self.settings.inputs)


def complete(order: Order, settings: Settings) -> Job:
    """Fill in what an order leaves to the settings."""
    return Job(
        settings=settings,
        order=order,
        notes=(order.notes or settings.notes).absolute(),
        site_dir=(order.site_dir or settings.site_dir).absolute(),
    )


class Renderer(Protocol):
    """What makes hand-written pages, and frames for the others."""

    def settings(self, config_file: Path) -> Settings:
        """Read `mkdocs.yml`. Raises CannotPublish when it is not right."""

    def render(self, job: Job, folder: Path) -> Mapping[str, Rendered]:
        """Render into `folder`; give what came of the probes, by the kind of page.

        Raises CannotPublish when that cannot be done.
        """
