"""What was set aside is kept beside each document, and a broken file does no harm."""

from pathlib import Path

from editor.files.document_values import DocumentValues

ROW = [{"rule": "wording/other", "excerpt": "其它", "why": "引文"}]


def test_each_document_has_its_own_decisions(tmp_path: Path):
    kept = DocumentValues(tmp_path / "ignored")
    kept.keep(tmp_path / "甲.txt", ROW)
    assert kept.of(tmp_path / "甲.txt") == ROW
    assert kept.of(tmp_path / "乙.txt") == []


def test_a_broken_file_is_no_decision(tmp_path: Path):
    kept = DocumentValues(tmp_path)
    kept.keep(tmp_path / "甲.txt", ROW)
    [file] = tmp_path.glob("*.json")
    for broken in ("{", '{"a": 1}', "\udcff"):
        file.write_bytes(broken.encode("utf-8", "surrogateescape"))
        assert kept.of(tmp_path / "甲.txt") == []


def test_a_folder_that_takes_nothing_is_no_reason_to_stop(tmp_path: Path):
    (tmp_path / "file").write_text("")
    DocumentValues(tmp_path / "file").keep(tmp_path / "甲.txt", ROW)


def test_a_document_may_have_a_name_that_is_no_unicode(tmp_path: Path):
    kept, odd = DocumentValues(tmp_path), tmp_path / "\udcb8\udce5.txt"
    kept.keep(odd, ROW)
    assert kept.of(odd) == ROW and kept.of(tmp_path / "甲.txt") == []
