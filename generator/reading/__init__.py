"""Seed files to articles."""

from generator.reading.article import read
from generator.reading.seeds import SUFFIXES, find_others, find_seeds, read_bytes

__all__ = ["SUFFIXES", "find_others", "find_seeds", "read", "read_bytes"]
