"""Language: spaCy's models, parses of articles and their sentences."""

from generator.language.detecting import AUTO, detect
from generator.language.models import has_model, load, model_name
from generator.language.parsing import Parse, lemmatize, parse
from generator.language.spans import parsed, parsed_in
from generator.language.splitting import first_sentence, sentences
from generator.language.stemming import stemmer
from generator.language.vocabulary import is_plain_word, is_word
from generator.language.words import SIGNS_A_WORD, UNSPACED, length, words

__all__ = [
    "AUTO",
    "SIGNS_A_WORD",
    "UNSPACED",
    "Parse",
    "detect",
    "first_sentence",
    "has_model",
    "is_plain_word",
    "is_word",
    "lemmatize",
    "length",
    "load",
    "model_name",
    "parse",
    "parsed",
    "parsed_in",
    "sentences",
    "stemmer",
    "words",
]
