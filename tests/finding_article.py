"""An article and its parse from a few lines of a case file."""

from pathlib import Path
from typing import Any

import yaml
from as_read import parsed

__all__ = ["REAL_SEED", "cases", "parsed"]

CASES = Path(__file__).parent / "cases"
REAL_SEED = Path(__file__).parent.parent / "seeds" / "000_726d4f89b42f5d81.txt"


def cases(name: str, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8"))[table]
    return rows
