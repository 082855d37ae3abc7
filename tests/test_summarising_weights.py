from importlib.resources import files

from generator.summarising.weights import FILE, weights, written


def test_the_file_is_what_would_be_written_and_small() -> None:
    text = files("generator").joinpath(FILE).read_text("utf-8")
    assert written(weights()) == text
    assert len(text) < 420_000
