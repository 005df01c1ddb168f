"""What an office's encryption software has sealed is named as that, and nothing else is."""

import random
from pathlib import Path

import pytest

from editor.files.open import open_document
from editor.files.sealed import looks_encrypted
from editor.files.trouble import Trouble
from tests.bench.prose import Prose
from tests.files.made import docx, p

NOISE = random.Random(1).randbytes(20_000)
PROSE = "\n".join(Prose().paragraph(200) for _ in range(50))


@pytest.mark.parametrize(
    "data",
    [b"%TSD-Header-###%" + NOISE, b"b\x14#e\x00E-SafeNet\x00\x00\x00LOCK\x00" + NOISE, NOISE],
    ids=["TSD", "E-SafeNet", "no header"],
)
@pytest.mark.parametrize("ending", [".docx", ".doc", ".wps", ".txt", ".md", ".pdf", ".rtf", ".odt"])
def test_it_is_to_be_decrypted_and_never_renamed(tmp_path: Path, data: bytes, ending: str) -> None:
    path = tmp_path / f"稿{ending}"
    path.write_bytes(data)
    with pytest.raises(Trouble, match="加密软件") as caught:
        open_document(path)
    assert "在授权的电脑上解密后再打开" in caught.value.advice
    assert ".txt" not in caught.value.advice


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-16-le", "big5hkscs"])
def test_no_text_is_taken_for_sealed(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(PROSE.encode(encoding, "ignore"))
    assert open_document(path).manuscript.text
    assert "%TSD-Header" not in PROSE


def test_a_text_that_speaks_of_such_software_opens(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("文件头是 %TSD-Header-###% 或 E-SafeNet 的，先解密。", "utf-8")
    assert open_document(path).manuscript.text.startswith("文件头")


def test_a_word_name_on_a_plain_text_or_a_torn_file_has_its_own_advice(tmp_path: Path) -> None:
    for data, advice in ((PROSE.encode(), "改成 .txt"), (docx(p("甲"))[100:], "重新取一份")):
        path = tmp_path / "稿.docx"
        path.write_bytes(data)
        with pytest.raises(Trouble, match="不是 Word 文档") as caught:
            open_document(path)
        assert advice in caught.value.advice


def test_even_bytes_are_those_of_chance() -> None:
    assert looks_encrypted(NOISE) and not looks_encrypted(bytes(range(256)) * 30)
    for encoding in ("utf-8", "gb18030", "utf-16-be"):
        assert not looks_encrypted(PROSE.encode(encoding))
