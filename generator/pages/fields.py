"""The fields that the program writes into a page's front matter, and how a page's file is named."""

TEXTS = ("title", "description", "seed", "source", "agency", "lang")
NAMES = ("actors", "topics")
WRITTEN = (*TEXTS, "date", *NAMES)  # in this order
SUFFIXES = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")  # of pages: MkDocs' own list
