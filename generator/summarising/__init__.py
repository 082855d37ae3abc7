"""Key sentences and description of an article."""

from generator.summarising.choice import SUMMARISERS, check, summarise
from generator.summarising.description import describe
from generator.summarising.filling import Fill
from generator.summarising.known import Known, known

__all__ = ["SUMMARISERS", "Fill", "Known", "check", "describe", "known", "summarise"]
