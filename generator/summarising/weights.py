"""The trained weights of the ranker, as they stand in the package."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from generator.summarising.story import Array
from generator.summarising.trees import LEAF_SCALE, Forest, Tree, whole

FILE = "summarising/ranker.json"
LANGUAGES = frozenset({"en"})  # of the articles it was trained on
_ABOUT = "Weights of the default ranker, made by `make train`; MIT. A line is a tree: see trees.py."


@dataclass(frozen=True, slots=True)
class Model:
    """Forests that read the same features: each predicts one thing."""

    features: tuple[str, ...]
    forests: Mapping[str, Forest]

    def predict(self, features: Mapping[str, Array]) -> dict[str, Array]:
        """Return what each forest predicts from the features by name."""
        rows = whole(features[name] for name in self.features)
        return {name: np.round(forest.score(rows) / LEAF_SCALE, 6) for name, forest in self.forests.items()}


@dataclass(frozen=True, slots=True)
class Weights:
    """What a sentence alone is worth ("both", "recall1", "recall2"); whether a stem is "written"; a set's "worth"."""

    sentence: Model
    stem: Model
    set: Model


@cache
def weights() -> Weights:
    """Return the shipped weights."""
    stages = json.loads(files("generator").joinpath(FILE).read_text("utf-8"))
    return Weights(**{stage.name: _model(stages[stage.name]) for stage in fields(Weights)})


def written(weights: Weights) -> str:
    """Return the weights as the text of their file, a tree a line."""
    stages = (f'"{stage.name}": {_written(getattr(weights, stage.name))}' for stage in fields(Weights))
    return "{\n" + ",\n".join((f'"about": {json.dumps(_ABOUT)}', *stages)) + "\n}\n"


def _model(stage: Mapping[str, Any]) -> Model:
    forests = {name: Forest(tuple(Tree(*tree) for tree in trees)) for name, trees in stage["forests"].items()}
    return Model(tuple(stage["features"]), forests)


def _written(model: Model) -> str:
    forests = (
        f"{json.dumps(name)}: [\n"
        + ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in forest.trees)
        + "\n]"
        for name, forest in model.forests.items()
    )
    return f'{{"features": {json.dumps(model.features)},\n"forests": {{\n' + ",\n".join(forests) + "\n}}"
