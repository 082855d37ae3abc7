"""Countries, international bodies, known places and news sources, with every name they go by."""

from generator.registry.entries import Entry, Medium
from generator.registry.gazetteer import ACRONYM_LETTERS, WORD, Gazetteer, Match, fold, key, shouted
from generator.registry.registry import Registry, load

__all__ = [
    "ACRONYM_LETTERS",
    "WORD",
    "Entry",
    "Gazetteer",
    "Match",
    "Medium",
    "Registry",
    "fold",
    "key",
    "load",
    "shouted",
]
