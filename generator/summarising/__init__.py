"""Key sentences, title and description of an article."""

from generator.summarising.choice import SUMMARISERS, Avoid, check, summarise
from generator.summarising.description import describe, entitle
from generator.summarising.filling import Fill
from generator.summarising.fragments import fragments
from generator.summarising.telling import Matter

__all__ = ["SUMMARISERS", "Avoid", "Fill", "Matter", "check", "describe", "entitle", "fragments", "summarise"]
