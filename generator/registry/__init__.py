"""Names of actors and sources, topics with their words, and what the desk says of both."""

from generator.registry.desk import Desk, Own, Role
from generator.registry.desk_file import FILE as ACTORS_FILE
from generator.registry.desk_file import read_desk
from generator.registry.entries import Entry, Medium
from generator.registry.gazetteer import ACRONYM_LETTERS, WORD, Gazetteer, Match, fold, key, shouted
from generator.registry.last_read import Registries, load_registries
from generator.registry.registry import Registry, load
from generator.registry.subject_file import FILE as TOPICS_FILE
from generator.registry.subject_file import read_subjects
from generator.registry.subjects import OWN, Lexicon, Subject, Subjects, keyword, own_id, pieces, shipped_subjects
from generator.registry.towns import is_town

FILES = (ACTORS_FILE, TOPICS_FILE)  # below docs/

__all__ = [
    "ACRONYM_LETTERS",
    "FILES",
    "OWN",
    "WORD",
    "Desk",
    "Entry",
    "Gazetteer",
    "Lexicon",
    "Match",
    "Medium",
    "Own",
    "Registries",
    "Registry",
    "Role",
    "Subject",
    "Subjects",
    "fold",
    "is_town",
    "key",
    "keyword",
    "load",
    "load_registries",
    "own_id",
    "pieces",
    "read_desk",
    "read_subjects",
    "shipped_subjects",
    "shouted",
]
