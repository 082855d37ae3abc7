"""The command line: the only room that prints."""

from generator.cli.commands import main

__all__ = ["main"]
