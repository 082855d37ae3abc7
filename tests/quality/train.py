"""Train the ranker anew: `make train`. The same sentences give the same bytes, on Python 3.11 and 3.12 alike.

The shipped weights come from Python 3.11: on 3.12 the larger model of spaCy ends some sentences elsewhere.
"""

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
