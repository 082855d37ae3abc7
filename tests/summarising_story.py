"""Stories for the tests of the ranker."""

from generator.summarising.document import StemNumbers, Words, stop_words
from generator.summarising.story import Story, story


def told(texts: list[str]) -> Story:
    return story(texts, [Words().to_words(text) for text in texts], "en", StemNumbers("en"), stop_words("en"))
