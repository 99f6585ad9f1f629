"""The command line: the only place, with `mkdocs build`, that reads the clock.

Commands import what they need when they need it: a build that finds nothing to do costs
little more than starting Python and looking at the files.
"""

from minutebook.cli.main import main

__all__ = ["main"]
