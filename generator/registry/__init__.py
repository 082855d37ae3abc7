"""Countries, international bodies, known places and news sources, with every name they go by."""

from generator.registry.desk import Desk, Own, Role
from generator.registry.desk_file import FILE, load_desk, read_desk
from generator.registry.entries import Entry, Medium
from generator.registry.gazetteer import ACRONYM_LETTERS, WORD, Gazetteer, Match, fold, key, shouted
from generator.registry.registry import Registry, load
from generator.registry.subjects import Lexicon, Subject, Subjects, pieces, shipped_subjects

__all__ = [
    "ACRONYM_LETTERS",
    "FILE",
    "WORD",
    "Desk",
    "Entry",
    "Gazetteer",
    "Lexicon",
    "Match",
    "Medium",
    "Own",
    "Registry",
    "Role",
    "Subject",
    "Subjects",
    "fold",
    "key",
    "load",
    "load_desk",
    "pieces",
    "read_desk",
    "shipped_subjects",
    "shouted",
]
