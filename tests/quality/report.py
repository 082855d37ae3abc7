"""The page that tells how good the program is, from the floors and from what the peers get."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from floors import Floor

TEMPLATE = Path(__file__).parent / "page.md"
PAGE = Path(__file__).parents[2] / "docs" / "quality.md"

_PEER = "summaries/peer_"
_MODELS = {"sm": "small", "md": "medium"}
_NAMES = {
    "standfirst": "**Standfirst**",
    "centrality": "Standfirst's `centrality`, untrained",
    "lead": "first three sentences",
    "lede": "lede",
    "newspaper4k": "newspaper4k",
}


def page(floors: Sequence[Floor], measured: Mapping[str, float], model: str) -> str:
    """Return the page's text: every floor with both models beside its baseline, and the summarisers, the best first.

    Baselines and summarisers are those of one run, with one model.
    """
    text = TEMPLATE.read_text(encoding="utf-8")
    sample = f"{measured['summaries/peer_articles']:.0f}"
    return text.format(
        sample=sample,
        peers="\n".join(_peers(measured)),
        held="\n".join(held(floors, measured)),
        model=_MODELS[model],
    )


def _peers(measured: Mapping[str, float]) -> Iterator[str]:
    names = {key.removeprefix(_PEER).removesuffix("_rouge1") for key in measured if key.startswith(_PEER)}
    scored = {
        name: tuple(measured[f"{_PEER}{name}_{kind}"] for kind in ("rouge1", "rouge2"))
        for name in names
        if f"{_PEER}{name}_rouge1" in measured
    }
    yield from ("| summariser | ROUGE-1 | ROUGE-2 |", "|---|---|---|")
    for name in sorted(scored, key=lambda name: -scored[name][0]):
        one, two = scored[name]
        yield f"| {_NAMES.get(name, f'sumy, {name}')} | {one:.1f} | {two:.1f} |"


def held(floors: Sequence[Floor], measured: Mapping[str, float]) -> Iterator[str]:
    """Yield the lines of the table of all that is held."""
    yield from ("| measure | small model | medium model | baseline |", "|---|---|---|---|")
    for one in floors:
        least = "at least " if one.fixed else ""
        cells = (_figure(one.sm, one, least), _figure(one.md, one, least), _figure(one.beside(measured), one))
        yield f"| {one.shown} | {' | '.join(cells)} |"


def _figure(value: float | None, one: Floor, least: str = "") -> str:
    return "–" if value is None else f"{least}{value:.{one.digits}f}"
