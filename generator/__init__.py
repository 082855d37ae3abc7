"""Turn a folder of news articles into a searchable briefing site."""

__version__ = "0.2.0"
