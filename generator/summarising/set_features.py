"""What is measured of a set of sentences: how good its sentences are, what it covers, how it repeats itself."""

from collections.abc import Mapping

import numpy as np

from generator.summarising.sets import Sets
from generator.summarising.story import Array, Story, cosine

ABSTRACT = 40  # words of a usual abstract, against which precision and recall are weighed
SUMMED = ("early", "quoted", "like_before", "like_after", "top_names", "pairs_again", "numbers", "new_weight")


def set_features(
    story: Story, sets: Sets, features: Mapping[str, Array], scores: Mapping[str, Array]
) -> dict[str, Array]:
    """Return every feature's values by its name, one for each set.

    `features` and `scores` are those of the sentences; the scores are "both" (ROUGE-1 and -2 F of a sentence alone),
    "recall1" and "recall2".
    """
    found = {
        **_scored(sets, scores, features["length"]),
        **_covered(story, sets, scores["both"]),
        **_placed(sets),
        **{f"sum_{name}": sets.members @ features[name][sets.pool] for name in SUMMED},
        **_whole(story, sets, scores["both"]),
    }
    for name in ("sum_both", "mean_both", "expected1", "expected2", "cover"):
        found[f"relative_{name}"] = found[name] - found[name].mean()
    return found


def _scored(sets: Sets, scores: Mapping[str, Array], lengths: Array) -> dict[str, Array]:
    members, sizes = sets.members, sets.members.sum(axis=1)
    words = members @ lengths[sets.pool]
    found = {"size": sizes, "length": words}
    for name, all_scores in scores.items():
        values = all_scores[sets.pool]
        found[f"sum_{name}"] = members @ values
        found[f"mean_{name}"] = found[f"sum_{name}"] / sizes
        found[f"least_{name}"] = np.where(members, values, np.inf).min(axis=1)
        found[f"most_{name}"] = np.where(members, values, -np.inf).max(axis=1)
    found["below_best"] = found["mean_both"] - scores["both"].max()
    places = np.argsort(np.argsort(-scores["both"], kind="stable"), kind="stable")[sets.pool]
    found["mean_rank"] = members @ places / sizes
    found["expected1"] = 2 * found["sum_recall1"] * ABSTRACT / (words + ABSTRACT)
    found["expected2"] = 2 * found["sum_recall2"] * ABSTRACT / (words + ABSTRACT)
    found["longest"] = np.where(members, lengths[sets.pool], -np.inf).max(axis=1)
    found["shortest"] = np.where(members, lengths[sets.pool], np.inf).min(axis=1)
    return found


def _covered(story: Story, sets: Sets, scores: Array) -> dict[str, Array]:
    members, frequency = sets.members.astype(float), story.frequency
    counts = story.counts[sets.pool]
    united = (members @ story.present[sets.pool] > 0).astype(float)
    summed = members @ counts
    content = np.maximum(1.0, summed.sum(axis=1))
    best = np.maximum(scores, 0.0)
    alike = story.overlap_among(sets.pool)
    pairs = np.maximum(1.0, members.sum(axis=1) * (members.sum(axis=1) - 1))
    found = {
        "content": content,
        "cover": united @ frequency / max(1.0, frequency.sum()),
        "distinct": united.sum(axis=1) / content,
        "like_story": cosine(summed, frequency[None, :]),
        "like_lead": cosine(summed, story.counts[:3].sum(axis=0)[None, :]),
        "like_first": cosine(summed, story.counts[:1]),
        "like_best": cosine(summed, (best**3 @ story.counts)[None, :]),
        "repeats": ((members @ alike) * members).sum(axis=1) / pairs,
        "repeats_most": (members[:, :, None] * members[:, None, :] * alike).max(axis=(1, 2)),
    }
    found["cover_per_word"] = found["cover"] / content
    ordered = np.argsort(-frequency, kind="stable")
    for most in (5, 10, 20):
        top = ordered[:most]
        found[f"top{most}"] = united[:, top] @ frequency[top] / max(1.0, frequency[top].sum())
    return found


def _placed(sets: Sets) -> dict[str, Array]:
    members, pool = sets.members, sets.pool
    return {
        "first_position": np.where(members, pool, np.inf).min(axis=1),
        "last_position": np.where(members, pool, -np.inf).max(axis=1),
        "mean_position": members @ pool / members.sum(axis=1),
        "holds_first": (members @ (pool == 0)).astype(float),
        "holds_second": (members @ (pool == 1)).astype(float),
    }


def _whole(story: Story, sets: Sets, scores: Array) -> dict[str, Array]:
    """Features of the article, the same for each of its sets."""
    best = np.sort(scores)[::-1]
    values = {
        "story_sentences": story.size,
        "story_words": story.lengths.sum(),
        "story_best": best[0],
        "story_gap2": best[0] - best[min(1, len(best) - 1)],
        "story_gap4": best[0] - best[min(3, len(best) - 1)],
        "story_lead_length": story.lengths[0],
        "pool_length": story.lengths[sets.pool].mean(),
    }
    return {name: np.full(len(sets.members), value) for name, value in values.items()}
