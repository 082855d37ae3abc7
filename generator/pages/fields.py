"""The fields that the program writes into a page's front matter."""

TEXTS = ("title", "description", "seed", "source", "agency", "lang")
NAMES = ("actors", "topics")
WRITTEN = (*TEXTS, *NAMES, "date")
