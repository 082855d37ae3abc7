"""Let `python -m generator` be the same as `standfirst`."""

from generator.cli import main

if __name__ == "__main__":
    main(prog_name="standfirst")
