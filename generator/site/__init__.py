"""The site: docs/ and the states composed into what MkDocs, or another builder, reads."""

import os

from generator.site.backing import Backing
from generator.site.compose import compose
from generator.site.deadlinks import dead_links
from generator.site.docs import Docs, read_docs
from generator.site.sources import article_text
from generator.site.stage import Staging, stage

__all__ = ["Backing", "Docs", "Staging", "article_text", "compose", "dead_links", "read_docs", "stage"]

# Material prints a notice of its end of life (2027) into every build, unless this is set before it is
# imported. It is for us to act on, not for those who build a site.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
