"""The targets hold for their seeds and for some changes of them; a change keeps the format."""

import io
import json
import zipfile
from random import Random

import pytest

from tests.fuzz.mutate.docx_package import changed_docx
from tests.fuzz.mutate.text import changed_text
from tests.fuzz.mutate.values import changed_json
from tests.fuzz.roster import NAMES, target_named
from tests.fuzz.targets import docx

SOME = {"docx": 3, "checks": 3, "outline": 4, "intake": 6, "phrases": 6, "commands": 6}


@pytest.mark.parametrize("name", NAMES)
def test_a_target_holds_for_seeds_and_changes_of_them(name: str) -> None:
    target, chance = target_named(name), Random(12)
    seeds = target.seeds()
    assert all(len(seed) <= target.longest for seed in seeds)
    for seed in chance.sample(seeds, min(len(seeds), SOME.get(name, 12))):
        target.run(seed)
        target.run(target.mutate(seed, chance)[: target.longest])


@pytest.mark.parametrize("name", NAMES)
def test_any_change_of_any_bytes_can_be_made(name: str) -> None:
    mutate, chance = target_named(name).mutate, Random(name)
    good = target_named(name).seeds()[0]
    for data in (b"", b"\xff\xfe\x00", "一".encode(), b"[]", b"PK\x03\x04", b"a = 1", good):
        for _ in range(30):
            data = mutate(data, chance)[:20_000]
            assert isinstance(data, bytes)


def test_most_changes_of_a_word_file_are_word_files() -> None:
    chance, seed = Random(1), docx.seeds()[0]
    made = [changed_docx(seed, chance) for _ in range(60)]
    assert sum(zipfile.is_zipfile(io.BytesIO(data)) for data in made) > 50
    assert len(set(made)) > 40


def test_most_changes_of_json_are_json() -> None:
    chance, good = Random(1), 0
    for _ in range(200):
        try:
            json.loads(changed_json(b'{"a": [1, "\xe4\xb8\x80", {"b": null}]}', chance))
            good += 1
        except (ValueError, RecursionError):
            continue
    assert good > 100


def test_changes_of_a_text_go_on_from_one_to_the_next() -> None:
    chance, data = Random(1), b""
    for _ in range(300):
        data = changed_text(data, chance)[:5_000]
    assert len(data) > 100
