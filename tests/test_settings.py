from pathlib import Path

import pytest
import yaml

from generator.errors import StandfirstError
from generator.settings import Settings, load_settings

CASES = yaml.safe_load((Path(__file__).parent / "cases/settings/settings.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["wrong"], ids=lambda case: case["name"])
def test_wrong_settings_are_refused_with_place_and_advice(tmp_path: Path, case: dict[str, str]) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(case["text"], encoding="utf-8")
    with pytest.raises(StandfirstError) as caught:
        load_settings(path)
    assert str(caught.value) == case["error"]


@pytest.mark.parametrize("case", CASES["right"], ids=lambda case: case["name"])
def test_right_settings_are_read(tmp_path: Path, case: dict[str, object]) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(str(case["text"]), encoding="utf-8")
    assert load_settings(path) == Settings(**case["settings"])  # type: ignore[arg-type]


def test_the_project_without_mkdocs_yml_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StandfirstError, match="standfirst new DIR"):
        load_settings(tmp_path / "mkdocs.yml")


def test_a_file_that_is_not_utf8_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: A\nextra: Caf\xe9\n")
    with pytest.raises(StandfirstError, match=r"^mkdocs.yml:2:11: not UTF-8: byte 0xe9 stands here; save"):
        load_settings(tmp_path / "mkdocs.yml")


def test_seeds_that_lead_into_docs_by_a_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "articles").symlink_to("docs")
    (tmp_path / "mkdocs.yml").write_text("extra: {standfirst: {seeds: articles}}")
    with pytest.raises(StandfirstError, match=r"^mkdocs.yml:1:29: `seeds` must be a folder of its own"):
        load_settings(tmp_path / "mkdocs.yml")


def test_settings_in_a_file_that_is_inherited_from_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\n")
    (tmp_path / "base.yml").write_text("INHERIT: ground.yml\n")
    (tmp_path / "ground.yml").write_text("extra:\n  standfirst: {sentences: 5}\n")
    with pytest.raises(StandfirstError, match=r"^ground.yml:2:15: not read from a file that mkdocs.yml inherits"):
        load_settings(tmp_path / "mkdocs.yml")


def test_other_keys_may_be_inherited(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\nextra: {standfirst: {sentences: 4}}\n")
    (tmp_path / "base.yml").write_text("site_name: A\nextra: {social: []}\n")
    assert load_settings(tmp_path / "mkdocs.yml").sentences == 4


def test_a_file_that_inherits_from_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\n")
    (tmp_path / "base.yml").write_text("INHERIT: mkdocs.yml\n")
    with pytest.raises(StandfirstError, match=r"^base.yml:1:10: `INHERIT` leads back to this file"):
        load_settings(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize("value", ["[a, b]", "5", '"a\\0b"', "!ENV X", "", "none.yml", "."])
def test_what_is_no_file_to_inherit_from_is_refused(tmp_path: Path, value: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"INHERIT: {value}\n")
    with pytest.raises(StandfirstError, match=r"^mkdocs.yml:1:\d+: `INHERIT` must be the name of a file"):
        load_settings(tmp_path / "mkdocs.yml")
