"""Build a site of synthetic briefings; print seconds, megabytes and the largest page of each stage."""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

HOME = Path(__file__).parent.parent
FIRST = "Ada Boris Chen Dalia Emre Fatima Goran Hana Ivan Jana Kofi Lena Marco Nadia Omar Petra Rosa".split()
LAST = "Abara Brandt Costa Dvorak Eriksen Fofana Garcia Haddad Ivanov Jensen Kaya Moreau Novak Okafor".split()
COUNTRIES = "Brazil China Egypt France Ghana India Japan Kenya Norway Peru Poland Spain Turkey Ukraine Vietnam".split()
BODIES = ["the European Union", "NATO", "the World Bank", "the United Nations", "the African Union"]
DEEDS = "agreed on a trade deal,rejected the new budget,opened talks on fishing rights,closed a crossing".split(",")
REASONS = "after months of dispute,because prices rose,in spite of protests,before the vote".split(",")


def article(dice: random.Random) -> str:
    """Return one made-up article of agency shape, about 250 words."""
    people = [f"{dice.choice(FIRST)} {dice.choice(LAST)}" for _ in range(3)]
    places = dice.sample(COUNTRIES, 3)
    headline = f"{places[0]} and {places[1]} {dice.choice(DEEDS)} {dice.randrange(10_000)}"
    sentences = [
        f"{dice.choice(people)} of {dice.choice(places)} said on Monday that {dice.choice(BODIES)} "
        f"{dice.choice(DEEDS)} {dice.choice(REASONS)}, with {dice.randrange(2, 900)} delegates present."
        for _ in range(12)
    ]
    body = "\n\n".join(" ".join(sentences[start : start + 3]) for start in range(0, 12, 3))
    standfirst = f"The two countries want to go on, {people[0]} said."
    return "\n\n".join([headline, standfirst, f"(dpa) {body}", f"source site-{dice.randrange(200)}"])


def write_seeds(folder: Path, count: int) -> None:
    dice = random.Random(count)  # noqa: S311 -- the same articles every time
    for number in range(count):
        day = date(2022, 1, 1) + timedelta(days=number // 10)
        folder.joinpath(f"{day}-article-{number:05}.txt").write_text(article(dice), encoding="utf-8")


def timed(root: Path, *command: str) -> None:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "generator", *command], cwd=root, check=True, stdout=subprocess.DEVNULL)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{command[0]:9} {time.perf_counter() - start:7.1f} s   peak so far {peak:6.0f} MB")


def sizes(site: Path) -> None:
    files = sorted((path for path in site.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)
    pages = [path for path in files if path.suffix == ".html"]
    print(f"site: {sum(path.stat().st_size for path in files) / 1e6:.1f} MB, {len(files)} files, {len(pages)} pages")
    for label, path in (("page", pages[-1]), ("file", files[-1])):
        print(f"largest {label}: {path.stat().st_size / 1e3:.0f} kB ({path.relative_to(site)})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefings", type=int, default=1000)
    count = parser.parse_args().briefings
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        os.environ["PYTHONPATH"] = str(HOME)
        shutil.copy(HOME / "mkdocs.yml", root)
        shutil.copytree(HOME / "docs", root / "docs", ignore=shutil.ignore_patterns("briefings"))
        (root / "seeds").mkdir()
        write_seeds(root / "seeds", count)
        print(f"{count} synthetic briefings")
        for command in ("generate", "compose", "build"):
            timed(root, command)
        sizes(root / "site")


if __name__ == "__main__":
    main()
