"""The site: docs/ and the states composed into what MkDocs, or another builder, reads."""

from generator.site.stage import stage

__all__ = ["stage"]
