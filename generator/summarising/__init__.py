"""Key sentences, title and description of an article."""

from generator.summarising.choice import SUMMARISERS, check, summarise
from generator.summarising.description import describe, entitle, says
from generator.summarising.filling import Fill
from generator.summarising.known import Known, known
from generator.summarising.telling import Matter

__all__ = ["SUMMARISERS", "Fill", "Known", "Matter", "check", "describe", "entitle", "known", "says", "summarise"]
