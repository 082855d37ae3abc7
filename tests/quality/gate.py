"""The quality gate: measures the program on the texts it is judged by, and fails below the pinned floors.

`make quality` prints one table: each measure, this run, its floor, and what others get on the same texts in the same
run. The texts are not part of the project: STANDFIRST_DATA names their folder, by default ../shared/data beside it.
"""

import argparse
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path

from floors import RefusedError, pinned, read, rows, table, write
from report import PAGE, page
from texts import TEXTS

from generator import language

HERE = Path(__file__).parent
FLOORS = HERE / "floors.yml"
SUBJECTS = ("summaries", "topics", "actors", "quotes", "claims")


def measured(texts: Path) -> dict[str, float]:
    """Return every measure of every subject, called "subject/measure"; takes minutes, on as many cores as there are."""
    with ProcessPoolExecutor() as pool:
        found = pool.map(_of_subject, SUBJECTS, [texts] * len(SUBJECTS))
        return {
            f"{name}/{key}": value
            for name, values in zip(SUBJECTS, found, strict=True)
            for key, value in values.items()
        }


def _of_subject(name: str, texts: Path) -> Mapping[str, float]:
    started = time.monotonic()
    found: Mapping[str, float] = import_module(name).measures(texts)
    print(f"{name}: {len(found)} measures in {time.monotonic() - started:.0f} s", file=sys.stderr)
    return found


def model() -> str:
    """Return which of spaCy's English models is installed: "sm" or "md"."""
    return "md" if "_md " in language.model_name("en") else "sm"


def main() -> None:
    """Measure, print, and fail or pin."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pin", action="store_true", help="raise the floors, and write docs/quality.md anew")
    options.add_argument("--lower", action="append", default=[], metavar="MEASURE", help="a floor that may sink")
    options.add_argument("--because", default="", help="why they may")
    options.add_argument("--all", action="store_true", help="print every figure, not only those with a floor")
    chosen = options.parse_args()
    if (chosen.lower or chosen.because) and not chosen.pin:
        options.error("a floor is lowered only where floors are pinned: PIN=1 LOWER='...' BECAUSE='...'")
    if not TEXTS.is_dir():
        print(f"quality: not measured, since there are no texts in {TEXTS}; STANDFIRST_DATA may name another folder")
        return
    floors, found = read(FLOORS.read_text(encoding="utf-8")), measured(TEXTS)
    made = list(rows(floors, found, model()))
    print(f"with the model {model()}\n{table(made)}")
    if chosen.all:
        print("\n".join(f"{name} {value:.4f}" for name, value in found.items()))
    if chosen.pin:
        try:
            new = pinned(floors, found, model(), lower=chosen.lower, because=chosen.because)
        except RefusedError as error:
            sys.exit(f"not pinned: {error}")
        FLOORS.write_text(write(new), encoding="utf-8")
        PAGE.write_text(page(new, found, model()), encoding="utf-8")
    elif failed := [row.shown for row in made if not row.holds]:
        sys.exit(f"below the floor: {', '.join(failed)}")


if __name__ == "__main__":
    main()
