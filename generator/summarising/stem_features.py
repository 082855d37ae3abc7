"""What is measured of each stem of an article: how often, where and in which sentences it stands.

Counts are shares and ranks: what is learned on articles of one length is to hold for those of another.
"""

from collections.abc import Mapping

import numpy as np

from generator.summarising.story import Array, Story, ranks, ratio

_FAR = 999  # rank of a sentence that does not hold the stem


def stem_features(story: Story, features: Mapping[str, Array], worth: Array) -> Mapping[str, Array]:
    """Return every feature's values by its name, one for each column of the story's counts.

    `features` are those of its sentences, and `worth` is what each of them is worth alone.
    """
    return {**_counted(story), **_placed(story), **_spelt(story), **_carried(story, features["like_all"], worth)}


def _counted(story: Story) -> dict[str, Array]:
    frequency, spread = story.frequency, story.spread
    beside = story.present.T @ story.present
    np.fill_diagonal(beside, 0.0)
    top = np.argsort(-frequency, kind="stable")[:5]
    return {
        "frequency_share": frequency / max(1.0, frequency.sum()),
        "frequency_rank": ranks(frequency),
        "spread_share": spread / story.size,
        "beside": ratio((beside * frequency).sum(axis=1), beside.sum(axis=1)),
        "beside_top": ratio(beside[:, top].sum(axis=1), spread),
    }


def _placed(story: Story) -> dict[str, Array]:
    present, last = story.present, story.size - 1
    first = present.argmax(axis=0)
    reach = last - present[::-1].argmax(axis=0) - first
    return {
        "first": first,
        "first_share": first / story.size,
        "reach": reach / story.size,
        "in1": present[0],
        "in3": present[:3].sum(axis=0),
    }


def _spelt(story: Story) -> dict[str, Array]:
    """Features of how a stem's words are written."""
    columns = {stem: column for column, stem in enumerate(story.columns)}
    inside, capital, digit, letters = (np.zeros(max(1, len(columns))) for _ in range(4))
    for words, stems in zip(story.words, story.stems, strict=True):
        for place, (word, stem) in enumerate(zip(words, stems, strict=True)):
            if (column := columns.get(stem)) is not None:
                letters[column] = len(word)
                digit[column] = max(digit[column], any(map(str.isdigit, word)))
                inside[column] += place > 0
                capital[column] += place > 0 and word[:1].isupper()
    return {"letters": letters, "digit": digit, "capital": np.where(inside > 0, ratio(capital, inside), -1.0)}


def _carried(story: Story, central: Array, worth: Array) -> dict[str, Array]:
    """Features of the sentences that hold a stem."""
    present, spread = story.present, np.maximum(1.0, story.spread)
    held = present > 0
    return {
        "worth": worth @ present,
        "worth_mean": worth @ present / spread,
        "worth_most": np.where(held, worth[:, None], -1.0).max(axis=0),
        "worth_near": worth[:5] @ present[:5],
        "best_rank": np.where(held, ranks(worth)[:, None], _FAR).min(axis=0),
        "central": central @ present / spread,
        "central_most": np.where(held, central[:, None], -1.0).max(axis=0),
    }
