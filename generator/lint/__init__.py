"""What a person wrote, held against the article: no model, no proof, only what is worth a look."""

from generator.lint.problems import Problem, lint_page
from generator.lint.quotations import begins, contains
from generator.lint.source import SourceText, source_text
from generator.lint.standing import Standing, is_like, standing
from generator.lint.wording import Finding, lint

__all__ = [
    "Finding",
    "Problem",
    "SourceText",
    "Standing",
    "begins",
    "contains",
    "is_like",
    "lint",
    "lint_page",
    "source_text",
    "standing",
]
