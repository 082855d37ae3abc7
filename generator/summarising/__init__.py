"""Key sentences and description of an article."""

from generator.summarising.choice import SUMMARISERS, Avoid, check, summarise
from generator.summarising.description import describe
from generator.summarising.filling import Fill
from generator.summarising.fragments import fragments

__all__ = ["SUMMARISERS", "Avoid", "Fill", "check", "describe", "fragments", "summarise"]
