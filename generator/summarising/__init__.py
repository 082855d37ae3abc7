"""Key sentences and description of an article."""

from generator.summarising.choice import SUMMARISERS, check, summarise
from generator.summarising.description import describe

__all__ = ["SUMMARISERS", "check", "describe", "summarise"]
