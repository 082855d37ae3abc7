"""The story of a run: seeds become pages and states, pages become the site."""

from generator.run.briefings import briefings
from generator.run.checking import check, check_page
from generator.run.comparing import Compared, compared
from generator.run.editing import accept, release, restore, retire, review
from generator.run.generate import generate
from generator.run.lessons import taught
from generator.run.project import Outcome, Project, Seed, seeds_of
from generator.run.sites import build, compose, serve
from generator.run.status import Status, status
from generator.run.unread import unread

__all__ = [
    "Compared",
    "Outcome",
    "Project",
    "Seed",
    "Status",
    "accept",
    "briefings",
    "build",
    "check",
    "check_page",
    "compared",
    "compose",
    "generate",
    "release",
    "restore",
    "retire",
    "review",
    "seeds_of",
    "serve",
    "status",
    "taught",
    "unread",
]
