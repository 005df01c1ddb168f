"""What a page sowed once, glued to the ends or set above a speech goes; look-alikes stay."""

from __future__ import annotations

import pytest

from editor.intake.tidy import tidy
from tests.notation import doc, lines

SAID = "今年以来，全县上下拧成一股绳，重点工作一件一件往前推，群众看在眼里，也记在心里。"
TITLE = "在全县政务公开培训班上的讲话"
SPEECH = (
    f"{TITLE} | 同志们： | {SAID} | 一、回顾去年 | {SAID}%s | 二、安排今年 | {SAID} | 谢谢大家！"
)


def cleaned(text: str) -> str:
    receipt = tidy(doc(text), docx=False)
    return lines(receipt.clean(receipt.items))


@pytest.mark.parametrize(
    "sown",
    [
        "更多会议讲话稿请点击下一页。",
        " | The work report of the whole county in the new year",
        " | 全省政务公开先进单位典型发言材料",
    ],
)
def test_what_stands_once_between_the_words_goes(sown: str) -> None:
    assert cleaned(SPEECH % sown) == SPEECH % ""


@pytest.mark.parametrize(
    "said",
    [
        "更多文章请大家登录县政府网站查阅。",
        "本文件印发后，各单位要及时下载、认真学习。",
        "有句英文说得好： | Reading makes a full man and writing an exact man",
        " | 县委书记作工作报告",
        " | 去年的工作总结",
        "要学习贯彻在全县政务公开培训班上的讲话精神，学深一步。",
    ],
)
def test_a_speakers_own_words_on_texts_and_pages_stay(said: str) -> None:
    assert cleaned(SPEECH % said) == SPEECH % said


def test_the_title_run_into_a_sentence_goes() -> None:
    assert cleaned(SPEECH % f"村里的事，{TITLE}要一件一件地办。") == SPEECH % (
        "村里的事，要一件一件地办。"
    )


@pytest.mark.parametrize("tail", ["试读结束", "分享到微信朋友圈 ×", "点击下载本文档 收藏"])
def test_buttons_glued_to_both_ends_of_a_line_go(tail: str) -> None:
    left = cleaned(f"在线阅读 {TITLE} 同志们： {SAID}{SAID}{SAID} {tail}")
    assert left.replace("|", "").split() == [TITLE, "同志们：", f"{SAID}{SAID}{SAID}"]


@pytest.mark.parametrize("tail", ["云川市人民政府", "请大家扫码下载客户端，登录查看"])
def test_a_signature_or_a_sentence_cut_off_stays(tail: str) -> None:
    assert tail in cleaned(f"{TITLE} 同志们： {SAID}{SAID}{SAID}{tail}")


ESSAY = "写稿是门功夫。起草发言要先想好开头，讲话的结尾要有力，主持词要简短。"


@pytest.mark.parametrize("above", [ESSAY, f"{ESSAY} | 下文的写法值得一读，讲稿不长。"])
def test_an_essay_on_writing_above_the_title_goes(above: str) -> None:
    assert cleaned(f"{above} | {SPEECH % ''}") == SPEECH % ""


def test_what_somebody_says_above_a_title_stays() -> None:
    above = "写作是基本功。起草讲话、发言、主持词，我们都要下功夫。"
    assert cleaned(f"{above} | {SPEECH % ''}") == f"{above} | {SPEECH % ''}"


@pytest.mark.parametrize(
    ("row", "stays"), [("县里，政务，公开，培训班，讲话", False), ("忠诚、干净、担当、奉献", True)]
)
def test_keywords_are_told_from_a_motto_by_the_title(row: str, stays: bool) -> None:
    text = (SPEECH % "").replace(TITLE, f"{TITLE} | {row}")
    assert (row in cleaned(text)) is stays


def test_an_index_before_the_title_is_a_librarys_and_an_agenda_is_not() -> None:
    assert cleaned(f"1、{SPEECH % ''}") == SPEECH % ""
    agenda = f"1、{TITLE} | 2、书记在培训班上的讲话 | {SAID}"
    assert cleaned(agenda) == agenda
