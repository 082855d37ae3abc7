"""Who and what an article is about: actors, sources, topics, quotes and claims."""

from generator.finding.actors import find_actors
from generator.finding.claims import find_claims
from generator.finding.quotes import find_quotes
from generator.finding.resolved import with_resolved
from generator.finding.sources import find_sources, signed
from generator.finding.topics import FindTopics, find_topics

__all__ = [
    "FindTopics",
    "find_actors",
    "find_claims",
    "find_quotes",
    "find_sources",
    "find_topics",
    "signed",
    "with_resolved",
]
