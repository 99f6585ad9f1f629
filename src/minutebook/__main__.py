"""`python -m minutebook` is the command `minutebook`."""

from minutebook.cli import main

main(prog_name="minutebook")
