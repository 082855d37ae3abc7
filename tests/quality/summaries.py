"""How good the summaries are: ROUGE against what people wrote, beside the first sentences and the peers.

CNN/DM: cross-validated, no model has seen the article that it is judged on. DUC: the shipped weights; 100 words are
asked for, or three sentences, and either is cut at 100 words. ROUGE is rouge-score 0.1.2's F1 with its stemmer, in
hundredths; against several abstracts, the mean. `gain` is the difference to the first sentences, `low` the lower end of
its interval; `centrality` is what our untrained summariser gets by the same procedure.
"""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import process_time

import numpy as np
from abstracts import Abstracted, abstracted
from overlaps import Array
from peers import PEERS, SENTENCES
from rouge_score.rouge_scorer import RougeScorer
from texts import TEXTS
from training import FOLDS, Example, Folds, example, fold_of

from generator.model import Sentence
from generator.summarising import Fill, summarise
from generator.summarising.ranker import choose

Texts = Sequence[str]
KINDS = ("rouge1", "rouge2", "rougeLsum")
DUC_WORDS = 100
RESAMPLED = 2_000
TIMED = 300  # articles


def measures(texts: Path) -> dict[str, float]:
    """Return the differences to the first three sentences, with the lower ends of their 95 % intervals."""
    rows = [row for row in abstracted(texts, "cnndm") if row.sentences]
    examples = [example(row) for row in rows]
    ours = cross_validated(examples)
    lead = {row.id: [sentence.text for sentence in row.sentences[:SENTENCES]] for row in rows}
    untrained = {row.id: _texts(row, SENTENCES, "centrality") for row in rows}
    found = _against(rows, ours, lead, untrained, "cnndm")
    found["cnndm_sentences"] = float(np.mean([len(chosen) for chosen in ours.values()]))
    found["articles_per_second"] = TIMED / _seconds_on_one_core(rows[:TIMED])
    return found | transferred(texts) | beside_peers(rows, ours)


def cross_validated(examples: Sequence[Example]) -> dict[str, list[str]]:
    """Return for each article the sentences chosen by weights that were trained without its fold."""
    folds = Folds(examples)
    chosen = {}
    for fold in range(FOLDS):
        trained = folds.weights_without(fold)
        for held in (one for one in examples if one.fold == fold):
            numbers = choose(held.read, "en", trained, None, held.passed_over)
            chosen[held.id] = [held.story.texts[number] for number in numbers]
    return chosen


def transferred(texts: Path) -> dict[str, float]:
    """Return what the shipped weights gain on agency copy, over the first 100 words and over three sentences."""
    rows = [row for row in abstracted(texts, "duc") if row.sentences]
    found: dict[str, float] = {}
    for name, count, first in (("duc", Fill(DUC_WORDS), None), ("duc_three", SENTENCES, SENTENCES)):
        lead = {row.id: cut([sentence.text for sentence in row.sentences[:first]]) for row in rows}
        ours, untrained = (
            {row.id: cut(_texts(row, count, summariser)) for row in rows} for summariser in ("standfirst", "centrality")
        )
        found |= _against(rows, ours, lead, untrained, name)
    return found


def beside_peers(rows: Sequence[Abstracted], ours: Mapping[str, Texts]) -> dict[str, float]:
    """Return ROUGE-1 and -2 of every peer, and ours, on one fold: some of sumy's methods are slow."""
    sample = [row for row in rows if fold_of(row.id) == 0]
    scores = {"standfirst": rouge(sample, ours)}
    scores |= {name: rouge(sample, {row.id: chosen(row) for row in sample}) for name, chosen in PEERS.items()}
    return {"peer_articles": float(len(sample))} | {
        f"peer_{name}_{kind}": float(score[:, column].mean())
        for name, score in scores.items()
        for column, kind in enumerate(KINDS[:2])
    }


def cut(texts: Texts, most: int = DUC_WORDS) -> list[str]:
    """Return the first words of a summary."""
    kept, left = [], most
    for text in texts:
        words = text.split()[:left]
        left -= len(words)
        if words:
            kept.append(" ".join(words))
    return kept


def _texts(row: Abstracted, count: int | Fill, name: str) -> list[str]:
    return [sentence.text for sentence in _chosen(row, count, name)]


def _chosen(row: Abstracted, count: int | Fill | None = None, name: str = "standfirst") -> Sequence[Sentence]:
    return summarise(row.article, row.sentences, name=name, count=count, known=row.known)


def rouge(rows: Sequence[Abstracted], summaries: Mapping[str, Texts]) -> Array:
    """Return ROUGE-1, -2 and -Lsum for each article."""
    scorer = RougeScorer(list(KINDS), use_stemmer=True)

    def mean(row: Abstracted) -> list[float]:
        told = "\n".join(summaries[row.id])
        scores = [scorer.score("\n".join(abstract), told) for abstract in row.abstracts]
        return [float(np.mean([score[kind].fmeasure for score in scores])) * 100 for kind in KINDS]

    return np.array([mean(row) for row in rows])


def _against(
    rows: Sequence[Abstracted],
    ours: Mapping[str, Texts],
    lead: Mapping[str, Texts],
    untrained: Mapping[str, Texts],
    name: str,
) -> dict[str, float]:
    scores, baseline, plain = (rouge(rows, told) for told in (ours, lead, untrained))
    found = {}
    for column, kind in enumerate(KINDS):
        found[f"{name}_{kind}"] = float(scores[:, column].mean())
        found[f"{name}_{kind}_lead"] = float(baseline[:, column].mean())
    return found | _gains(scores - baseline, name) | _gains(plain - baseline, name, "_centrality")


def _gains(differences: Array, name: str, whose: str = "") -> dict[str, float]:
    means, low = differences.mean(axis=0), lower_end(differences)
    found = {f"{name}_{kind}_gain{whose}": float(means[column]) for column, kind in enumerate(KINDS)}
    return found | {f"{name}_{kind}_gain_low{whose}": float(low[column]) for column, kind in enumerate(KINDS)}


def lower_end(differences: Array) -> Array:
    """Return the lower ends of the 95 % intervals of the means, by paired bootstrap."""
    chance = np.random.default_rng(1)
    count = len(differences)
    means = [differences[chance.integers(0, count, count)].mean(axis=0) for _ in range(RESAMPLED)]
    lowest: Array = np.percentile(means, 2.5, axis=0)
    return lowest


def _seconds_on_one_core(rows: Sequence[Abstracted]) -> float:
    """Return the same from a process in which numpy starts no threads: idle ones count as processor time."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    try:
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            return pool.submit(_seconds, rows).result()
    finally:
        del os.environ["OPENBLAS_NUM_THREADS"]


def _seconds(rows: Sequence[Abstracted]) -> float:
    """Return the processor time that the ranker needs, features and both stages, from split sentences."""
    _chosen(rows[0])  # imports, reads the weights
    started = process_time()
    for row in rows:
        _chosen(row)
    return process_time() - started


if __name__ == "__main__":
    for measure, value in measures(TEXTS).items():
        print(f"{measure:32}{value:8.2f}")
