"""HTML to blocks that know their place: one for each stretch of text between block-level tags."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model import Fragment
from generator.reading.block import Block, Kind
from generator.reading.fold import entity_offset, fold
from generator.reading.tags import Characters, Scanner, Tag

_BREAKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frame",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "picture",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "template",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "video",
        "audio",
    ]
)
_INLINE_PARTS = frozenset({"span", "small", "cite"})  # of a caption: the credit mostly stands in one
_ASIDE = frozenset(
    {"nav", "footer", "aside", "form", "button", "select", "head", "textarea", "dialog", "menu", "noscript"}
)
_KINDS = {
    "h1": Kind.TITLE, "h2": Kind.HEADING, "h3": Kind.HEADING, "h4": Kind.HEADING, "h5": Kind.HEADING,
    "h6": Kind.HEADING, "li": Kind.ITEM, "figcaption": Kind.CAPTION, "caption": Kind.TABLE, "td": Kind.TABLE,
    "th": Kind.TABLE,
}  # fmt: skip
_TRACKED = frozenset({*_KINDS, *_ASIDE, "title", "ul", "ol", "table"})
_IN_HEAD = frozenset({"head", "title", "noscript", "template"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSES_HEADING = frozenset({"p", "div", "section", "article", "ul", "ol", "table", *_HEADINGS})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block of a page, and whether it stands in navigation, forms or the like, or is the page's `<title>`."""

    block: Block
    is_aside: bool
    is_page_title: bool


@dataclass(slots=True)
class _Open:
    """The tracked elements that are open."""

    names: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def apply(self, tag: Tag) -> None:
        if tag.name in _CLOSES_HEADING and self.names and self.names[-1] in _HEADINGS:
            self._pop()
        if self.counts["head"] and tag.name in _BREAKS and tag.name not in _IN_HEAD:
            self._close("head")
        if tag.name not in _TRACKED:
            return
        if not tag.is_closing:
            self.names.append(tag.name)
            self.counts[tag.name] += 1
        elif self.counts[tag.name]:
            self._close(tag.name)

    def _close(self, name: str) -> None:
        while self._pop() != name:
            pass

    def _pop(self) -> str:
        name = self.names.pop()
        self.counts[name] -= 1
        return name

    def kind(self) -> Kind:
        return next((_KINDS[name] for name in reversed(self.names[-3:]) if name in _KINDS), Kind.TEXT)

    def is_aside(self) -> bool:
        return any(self.counts[name] for name in _ASIDE)


def blocks(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield the blocks of the HTML in `text[start:end]`."""
    return (stretch.block for stretch in stretches(text, start, end) if not stretch.is_aside)


def stretches(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield every stretch of visible text of the HTML in `text[start:end]`."""
    opened = _Open()
    run: list[Characters] = []
    for token in Scanner(text, start, end):
        if isinstance(token, Characters):
            run.append(token)
            continue
        if _breaks(token, opened, run):
            yield from _stretch(run, opened)
            run = []
        elif token.name == "br":
            run.append(Characters("\n", run[-1].end if run else start, run[-1].end if run else start))
        opened.apply(token)
    yield from _stretch(run, opened)


def _breaks(tag: Tag, opened: _Open, run: list[Characters]) -> bool:
    if tag.name in _BREAKS:
        return True
    if tag.name in _INLINE_PARTS and opened.counts["figcaption"]:
        return True
    return tag.name == "br" and _ends_line(run)


def _ends_line(run: list[Characters]) -> bool:
    """Return whether nothing visible stands behind the last line break."""
    for characters in reversed(run):
        if characters.text == "\n" and characters.start == characters.end:
            return True
        if not characters.text.isspace():
            return False
    return False


def _stretch(run: list[Characters], opened: _Open) -> Iterator[Stretch]:
    fragment = _folded(run)
    if fragment.text:
        is_title = opened.counts["title"] > 0
        yield Stretch(Block(fragment, opened.kind()), opened.is_aside() and not is_title, is_title)


def _folded(run: list[Characters]) -> Fragment:
    offsets: list[int] = []
    opens_word = True
    for characters in run:
        if characters.is_entity:
            offsets.extend(
                [entity_offset(characters.start, characters.end, opens_word=opens_word)] * len(characters.text)
            )
        else:
            offsets.extend(range(characters.start, characters.start + len(characters.text)))
        opens_word = not characters.text or characters.text[-1].isspace()
    return fold("".join(characters.text for characters in run), offsets)
