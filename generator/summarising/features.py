"""What is measured of each sentence: its place, its form, what it says, and how it is like the others.

Most of it is old: position and length (Edmundson 1969), frequency (Luhn 1958, SumBasic), tf-idf centrality with the
direction as in PacSum (Zheng and Lapata 2019, https://aclanthology.org/P19-1628/). Trees put it together.
"""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from generator.summarising.anaphora import QUOTATION, is_first_person
from generator.summarising.story import Array, Story, cosine, ranks, ratio

_DIGIT = re.compile(r"\d")


def sentence_features(story: Story, lang: str) -> Mapping[str, Array]:
    """Return every feature's values by its name, one for each sentence."""
    return {
        **_place(story),
        **_form(story, lang),
        **_content(story),
        **_central(story),
        **_repeated(story),
        **_names(story),
    }


def _place(story: Story) -> dict[str, Array]:
    numbers = np.arange(story.size, dtype=float)
    lengths, total = story.lengths, max(1.0, story.lengths.sum())
    return {
        "position": numbers,
        "position_share": numbers / story.size,
        "from_end": story.size - 1 - numbers,
        "words_before": np.cumsum(lengths) - lengths,
        "story_sentences": np.full(story.size, story.size),
        "story_words": np.full(story.size, total),
        "lead_length": np.full(story.size, lengths[0]),
    }


def _form(story: Story, lang: str) -> dict[str, Array]:
    lengths, content = story.lengths, story.counts.sum(axis=1)
    letters = np.array([sum(map(len, words)) for words in story.words], float)
    quoted = [sum(map(len, QUOTATION.findall(text))) / max(1, len(text)) for text in story.texts]
    return {
        "length": lengths,
        "content": content,
        "length_share": lengths / max(1.0, lengths.mean()),
        "length_before": _shifted(lengths, 1),
        "length_after": _shifted(lengths, -1),
        "plain_share": 1 - ratio(content, lengths),
        "word_length": ratio(letters, lengths),
        "quoted": np.array(quoted),
        "story_quoted": np.full(story.size, np.mean([share > 0 for share in quoted])),
        "first_person": np.array([float(is_first_person(text, lang)) for text in story.texts]),
        "commas": np.array([float(text.count(",")) for text in story.texts]),
        "numbers": np.array([float(sum(bool(_DIGIT.search(word)) for word in words)) for words in story.words]),
    }


def _content(story: Story) -> dict[str, Array]:
    """Features of the article's frequent stems."""
    frequency, present = story.frequency, story.present
    total = max(1.0, frequency.sum())
    weighed = (present * np.log1p(frequency)).sum(axis=1)
    seen_before = np.cumsum(present, axis=0) - present
    found = {
        "weight": weighed,
        "weight_rank": ranks(weighed),
        "weight_density": ratio(weighed, story.lengths),
        "mean_frequency": ratio((story.counts * frequency).sum(axis=1), story.counts.sum(axis=1)) / total,
        "new_weight": (present * (seen_before == 0) * frequency).sum(axis=1) / np.sqrt((frequency**2).sum() or 1.0),
        "new_share": ratio((present * (seen_before == 0)).sum(axis=1), present.sum(axis=1)),
    }
    ordered = np.argsort(-frequency, kind="stable")
    for most in (5, 10, 20):
        top = ordered[:most]
        found[f"top{most}"] = present[:, top] @ frequency[top] / max(1.0, frequency[top].sum())
    found["top10_rank"] = ranks(found["top10"])
    found["top20_rank"] = ranks(found["top20"])
    return found


def _central(story: Story) -> dict[str, Array]:
    """Features of a sentence's likeness to the others."""
    likeness, overlap, size = story.likeness, story.overlap, story.size
    before, after = np.tril(likeness, -1).sum(axis=1), np.triu(likeness, 1).sum(axis=1)
    directed = 1.8 * after - 0.8 * before
    early = (directed - directed.min()) / (1 + 0.1 * np.arange(size))
    rest = cosine(story.counts, story.frequency[None, :] - story.counts)
    lead = story.counts[:3].sum(axis=0)
    return {
        "like_before": before / size,
        "like_after": after / size,
        "like_all": (before + after) / size,
        "like_all_rank": ranks(before + after),
        "like_most": likeness.max(axis=1),
        "like_most_before": np.tril(likeness, -1).max(axis=1),
        "like_most_after": np.triu(likeness, 1).max(axis=1),
        "directed_rank": ranks(directed),
        "early": early / max(1e-9, early.max()),
        "early_rank": ranks(early),
        "like_rest": rest,
        "like_rest_rank": ranks(rest),
        "like_lead": cosine(story.counts, lead[None, :]),
        "like_first": overlap[:, 0],
        "like_second": overlap[:, min(1, size - 1)],
        "like_next": np.append(np.diagonal(overlap, 1), 0.0),
        "story_like_lead": np.full(size, overlap[0, min(1, size - 1)]),
        "story_like_rest": np.full(size, rest.max()),
    }


def _repeated(story: Story) -> dict[str, Array]:
    """Features of the stems, and pairs of stems, that stand in more than one sentence."""
    spread, present = story.spread, story.present
    pairs = [set(pairwise(stems)) for stems in story.stems]
    counted = Counter(pair for sentence in pairs for pair in sentence)
    again = np.array([float(sum(counted[pair] > 1 for pair in sentence)) for sentence in pairs])
    thrice = (present * (spread > 2)).sum(axis=1)  # noqa: PLR2004 -- in more than two sentences
    distinct = present.sum(axis=1)
    return {
        "spread": ratio((present * spread).sum(axis=1), distinct) / story.size,
        "twice": (present * (spread > 1)).sum(axis=1),
        "twice_share": ratio((present * (spread > 1)).sum(axis=1), distinct),
        "thrice": thrice,
        "thrice_rank": ranks(thrice),
        "pairs_again": again,
        "pairs_again_share": ratio(again, np.array([float(len(sentence)) for sentence in pairs])),
    }


def _names(story: Story) -> dict[str, Array]:
    """Features of the capitalised words that are so inside a sentence too."""
    inside = {word for words in story.words for word in words[1:] if word[:1].isupper()}
    names = [{word for word in words if word in inside} for words in story.words]
    counted = Counter(name for found in names for name in sorted(found))
    top = dict(counted.most_common(5))
    seen: set[str] = set()
    new = []
    for found in names:
        new.append(float(len(found - seen)))
        seen |= found
    return {
        "names": np.array([float(len(found)) for found in names]),
        "new_names": np.array(new),
        "top_names": np.array([sum(top.get(name, 0) for name in found) for found in names]) / max(1, sum(top.values())),
    }


def _shifted(values: Array, places: int) -> Array:
    """Return for each sentence the value of the one before it (1) or behind it (-1), -1 where there is none."""
    shifted = np.roll(values, places)
    shifted[0 if places > 0 else -1] = -1
    return shifted
