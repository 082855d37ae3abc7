import pytest

from generator.lint.placing import placed
from generator.strict_yaml import Leaf, Source, Table, parse

WRITTEN = [
    "plain and simple",
    "plain\n  over two lines",
    "'single ''quoted'' text'",
    "'single\n  over two'",
    '"double \\"quoted\\" \\u00e9 \\x41 text"',
    '"double\n  over \\\n  three"',
    ">\n  folded over\n  two lines\n",
    "|\n  literal over\n  two lines\n",
    ">-\n\n  folded below\n\n  a blank line\n",
    "|2\n    literal with indents\n   of its own\n",
]


@pytest.mark.parametrize("written", WRITTEN)
def test_each_character_of_a_scalar_knows_its_place(written: str) -> None:
    lines = f"---\ntitle: {written}\n---\n"
    tree = parse(Source(lines[4 : lines.rindex("---")], "x", 2))
    assert isinstance(tree, Table)
    leaf = tree.pairs[0][1]
    assert isinstance(leaf, Leaf)
    found = placed(leaf, lines, 4)
    assert found.text == leaf.text
    assert sorted(found.offsets) == list(found.offsets)
    for char, at in zip(found.text, found.offsets, strict=True):
        assert char.isspace() or lines[at] in {char, "\\"}
