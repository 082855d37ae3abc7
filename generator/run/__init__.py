"""The story of a run: seeds become pages and states, pages become the site."""

from generator.run.briefings import briefings
from generator.run.generate import generate, unread
from generator.run.project import Outcome, Project, Seed, seeds_of
from generator.run.sites import build, compose, serve

__all__ = ["Outcome", "Project", "Seed", "briefings", "build", "compose", "generate", "seeds_of", "serve", "unread"]
