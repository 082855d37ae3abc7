"""What a reader sees of Markdown: the texts of its list items and every tag."""

from html.parser import HTMLParser

from markdown import Markdown

from generator.site.markdown import SafeMarkdown


class Seen(HTMLParser):
    """Collects tags with their attributes, all text, and the text of each list item."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.items: list[str] = []
        self.text = ""
        self._in_item = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "li":
            self._in_item = True
            self.items.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_item = self._in_item and tag != "li"

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in_item:
            self.items[-1] += data


def to_html(markdown: str, *extensions: str) -> str:
    """Return what MkDocs with our extension makes of Markdown."""
    return Markdown(extensions=["toc", "tables", "fenced_code", *extensions, SafeMarkdown()]).convert(markdown)
