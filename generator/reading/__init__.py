"""Seed files to articles."""

from generator.reading.article import read
from generator.reading.seeds import SUFFIXES, find_others, find_seeds

__all__ = ["SUFFIXES", "find_others", "find_seeds", "read"]
