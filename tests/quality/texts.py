"""Where the texts to measure on lie; they are not part of the project."""

import os
from pathlib import Path

TEXTS = Path(os.environ.get("STANDFIRST_DATA") or Path(__file__).parents[2].parent / "shared" / "data")
