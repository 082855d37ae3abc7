"""How the ranker is trained: with LightGBM, sets and stems on what is said of the sentences of unseen articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any
from zlib import crc32

import lightgbm
import numpy as np
from abstracts import Abstracted
from overlaps import Array, Overlaps, overlaps

from generator.summarising.choice import MOST_SENTENCES
from generator.summarising.document import StemNumbers, Words, stop_words
from generator.summarising.features import sentence_features
from generator.summarising.ranker import is_barred
from generator.summarising.set_features import set_features
from generator.summarising.sets import Sets, candidate_sets
from generator.summarising.stem_features import stem_features
from generator.summarising.story import Story, story
from generator.summarising.trees import LEAF_SCALE, Forest, Tree, whole
from generator.summarising.weights import Model, Weights

FOLDS = 5
Unseen = Mapping[str, Mapping[str, Array]]  # each article's scores of sentences, by forests not trained on it
_COMMON: dict[str, Any] = {
    "objective": "regression",
    "bagging_freq": 1,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
}
SENTENCE = _COMMON | {
    "learning_rate": 0.04,
    "num_leaves": 15,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "lambda_l2": 5,
}
SET = _COMMON | {
    "learning_rate": 0.05,
    "num_leaves": 8,
    "min_data_in_leaf": 200,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.5,
    "lambda_l2": 10,
}
STEM = _COMMON | {
    "learning_rate": 0.05,
    "num_leaves": 8,
    "min_data_in_leaf": 1_500,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "lambda_l2": 10,
    "extra_trees": True,  # thresholds drawn by chance: on texts of another kind they hold better than the best ones
}
SENTENCE_SEEDS = {"both": (1, 2), "recall1": (1,), "recall2": (1,)}
SET_SEEDS = (2, 3)
STEM_SEEDS = (1, 2, 3)
ROUNDS = 200


def fold_of(identifier: str) -> int:
    """Return the fold of an article, the same in every run."""
    return crc32(identifier.encode()) % FOLDS


@dataclass(frozen=True)
class Example:
    """An article with an abstract, measured."""

    id: str
    story: Story
    overlaps: Overlaps
    fragments: frozenset[int]  # places of what is no sentence
    written: Array  # 1 for each stem of the story that stands in the abstract too, else 0
    read: Story  # as it is chosen from, by what nothing is trained with
    unfit: frozenset[int]

    @property
    def fold(self) -> int:
        """The part of the articles that it belongs to."""
        return fold_of(self.id)

    @cached_property
    def features(self) -> Mapping[str, Array]:
        """What is measured of its sentences."""
        return sentence_features(self.story, "en")

    @cached_property
    def rows(self) -> Array:
        """The same as the trees read them."""
        return whole(self.features.values())

    @cached_property
    def targets(self) -> Mapping[str, Array]:
        """What the first stage should say of each sentence."""
        alone = np.eye(self.story.size)
        recall1, recall2 = self.overlaps.recalls(alone)
        return {"both": self.overlaps.both(alone), "recall1": recall1, "recall2": recall2}

    @cached_property
    def barred(self) -> frozenset[int]:
        """The sentences that are in no set."""
        return self.fragments | {number for number in range(self.story.size) if is_barred(self.story, number)}

    @property
    def passed_over(self) -> frozenset[int]:
        """The sentences that are not chosen."""
        return self.barred | self.unfit


def example(row: Abstracted) -> Example:
    """Return an article as the ranker sees it, beside its first abstract."""
    texts = [sentence.text for sentence in row.sentences[:MOST_SENTENCES]]
    words = [Words().to_words(text) for text in texts]
    stem, abstract = StemNumbers("en"), "\n".join(row.abstracts[0])
    plain = story(texts, words, "en", stem, stop_words("en"))
    told, read = (plain.introduced(leans_on) for leans_on in (row.known.introductions, row.known.needed))
    stems = {stem(word.lower()) for word in Words().to_words(abstract)}
    written = np.array([float(column in stems) for column in told.columns] or [0.0])
    fragments, unfit = frozenset(row.known.fragments), frozenset(row.known.unfit)
    return Example(row.id, told, overlaps(texts, abstract), fragments, written, read, unfit)


def sentence_stage(examples: Sequence[Example]) -> Model:
    """Return the forests that say what a sentence alone is worth."""
    rows = np.concatenate([example.rows for example in examples])
    forests = {
        name: forest(rows, np.concatenate([example.targets[name] for example in examples]), SENTENCE, seeds)
        for name, seeds in SENTENCE_SEEDS.items()
    }
    return Model(tuple(examples[0].features), forests)


def stem_stage(examples: Sequence[Example], unseen: Unseen) -> Model:
    """Return the forest that says how likely a person writes a stem."""
    measured = [stem_features(one.story, one.features, unseen[one.id]["both"]) for one in examples]
    rows = np.concatenate([whole(features.values()) for features in measured])
    targets = np.concatenate([one.written for one in examples])
    return Model(tuple(measured[0]), {"written": forest(rows, targets, STEM, STEM_SEEDS)})


def set_stage(examples: Sequence[Example], unseen: Unseen) -> Model:
    """Return the forest that says what a set is worth."""
    rows, targets, names = [], [], ()
    for example in examples:
        scores = unseen[example.id]
        sets = candidate_sets(example.story, scores["both"], example.barred)
        if len(sets.members) > 1:
            measured = set_features(example.story, sets, example.features, scores)
            names = tuple(measured)
            rows.append(whole(measured.values()))
            worth = example.overlaps.both(_members(sets, example.story.size))
            targets.append(worth - worth.mean())
    return Model(names, {"worth": forest(np.concatenate(rows), np.concatenate(targets), SET, SET_SEEDS)})


def _members(sets: Sets, size: int) -> Array:
    members = np.zeros((len(sets.members), size))
    members[:, sets.pool] = sets.members
    return members


def forest(rows: Array, targets: Array, settings: Mapping[str, Any], seeds: Sequence[int]) -> Forest:
    """Return the mean of a forest for each seed."""
    trained = (
        lightgbm.train({**settings, "seed": seed}, lightgbm.Dataset(rows.astype(float), targets), ROUNDS)
        for seed in seeds
    )
    structures = (tree["tree_structure"] for booster in trained for tree in booster.dump_model()["tree_info"])
    return Forest(tuple(_tree(structure, len(seeds)) for structure in structures))


def _tree(structure: Mapping[str, Any], shares: int) -> Tree:
    """Return a dumped tree; its leaves count for one of `shares` forests whose mean is taken."""
    nodes: dict[int, tuple[int, int, int, int]] = {}
    leaves: dict[int, int] = {}

    def walk(node: Mapping[str, Any]) -> int:
        if "split_index" not in node:
            leaf = int(node.get("leaf_index", 0))
            leaves[leaf] = round(node["leaf_value"] * LEAF_SCALE / shares)
            return -1 - leaf
        children = walk(node["left_child"]), walk(node["right_child"])
        nodes[node["split_index"]] = (node["split_feature"], int(np.floor(node["threshold"])), *children)
        return int(node["split_index"])

    walk(structure)
    columns = zip(*(nodes[number] for number in range(len(nodes))), strict=True) if nodes else ((), (), (), ())
    return Tree(*map(list, columns), [leaves[number] for number in range(len(leaves))])


@dataclass(frozen=True)
class Folds:
    """First stages trained without one fold, or without two."""

    examples: Sequence[Example]

    def without(self, *folds: int) -> list[Example]:
        """Return the articles of the other folds."""
        return [example for example in self.examples if example.fold not in folds]

    @cached_property
    def singles(self) -> Mapping[int, Model]:
        """The first stage without each fold."""
        return {fold: sentence_stage(self.without(fold)) for fold in range(FOLDS)}

    @cached_property
    def pairs(self) -> Mapping[frozenset[int], Model]:
        """The first stage without each two folds: for each of the two it says what the other holds."""
        return {frozenset(pair): sentence_stage(self.without(*pair)) for pair in combinations(range(FOLDS), 2)}

    def weights_without(self, fold: int) -> Weights:
        """Return weights for which no article of the fold was used."""
        rest = self.without(fold)
        unseen = {example.id: self.pairs[frozenset((fold, example.fold))].predict(example.features) for example in rest}
        return Weights(self.singles[fold], stem_stage(rest, unseen), set_stage(rest, unseen))

    def weights(self) -> Weights:
        """Return the weights that are shipped, for which all articles were used."""
        unseen = {example.id: self.singles[example.fold].predict(example.features) for example in self.examples}
        return Weights(
            sentence_stage(self.examples), stem_stage(self.examples, unseen), set_stage(self.examples, unseen)
        )
