"""The main job in a real window, by keys alone and by the mouse alone; its files are read back."""

from __future__ import annotations

import json
from pathlib import Path

from editor.files.open import open_document
from tests.ui.screen.screens import NEEDED, on_screen

pytestmark = NEEDED
BEFORE = "首页 > 范文大全 > 讲话稿 > 正文\n来源：某某文秘网 www.example.com 阅读：1024次\n"
HEAD = "在云川市防汛工作会议上的讲话\n（2026年6月1日）\n同志们：\n今天开会，我讲三点意见。\n"
DUTIES = "各部门在6月10日前报到防汛办，{}把责任落到人头。\n"
TAIL = "三、加强值守\n24小时值班，有情况马上报告。\n谢谢大家！"
AFTER = "\n更多范文请关注公众号：某某文秘"


def messy(stores: str) -> str:
    """A speech as it comes from a site, with ``stores`` in its second section."""
    duties = DUTIES.format("，")
    return f"{BEFORE}{HEAD}一、压实责任\n{duties}二、备足物资\n{stores}\n{TAIL}{AFTER}"


def whole(stores: str) -> str:
    """The same when the job is done."""
    return f"{HEAD}一、备足物资\n{stores}\n二、压实责任\n{DUTIES.format('')}{TAIL}"


def words_of(path: Path) -> str:
    """What a file holds."""
    return open_document(path).manuscript.text


def done(script: str, screen: str, folder: Path) -> dict[str, list[str]]:
    """What a script saw of its job."""
    ran = on_screen(script, screen, folder)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_by_keys_alone(screen: str, tmp_path: Path) -> None:
    source, stores = tmp_path / "speech.txt", "要备足沙袋{}条，由专人看管{}个月。"
    before = messy(stores.format("____", "____"))
    source.write_text(before, "utf-8")
    seen = done("keys_alone", screen, tmp_path)
    assert seen["used"] == ["keys"]
    assert words_of(tmp_path / "speech.docx") == whole(stores.format("500", "3"))
    assert (tmp_path / "speech.pdf").read_bytes().startswith(b"%PDF")
    assert source.read_text("utf-8") == before


def test_by_the_mouse_alone(screen: str, tmp_path: Path) -> None:
    (tmp_path / "Documents").mkdir()
    source, stores = tmp_path / "Documents" / "speech.txt", "由{}派专人看管，{}一刻不离。"
    source.write_text(messy(stores.format("XX局", "，")), "utf-8")
    seen = done("mouse_alone", screen, tmp_path)
    assert seen["used"] == ["mouse"]
    words = whole(stores.format("云川市水务局", ""))
    assert words_of(source) == words
    assert words_of(source.with_name("speech（定稿）.docx")) == words
