"""Train the ranker anew: `make train`. The same articles give the same bytes."""

from pathlib import Path

from abstracts import abstracted
from texts import TEXTS
from training import Folds, example

from generator.files import write
from generator.summarising.weights import FILE, written

if __name__ == "__main__":
    examples = [example(row) for row in abstracted(TEXTS, "cnndm") if row.sentences]
    text = written(Folds(examples).weights())
    path = Path(__file__).parents[2] / "generator" / FILE
    print(f"{path.name}: {'written' if write(path, text.encode()) else 'nothing new'}, {len(text):,} bytes")
