"""A library's tips below the speech go; what a speaker reminds his hearers of stays."""

from __future__ import annotations

import pytest

from editor.intake.tidy import tidy
from tests.notation import doc, lines

SPEECH = "在全县档案工作会议上的讲话 | 同志们： | 今天开会，我讲三点。 | 让我们一起努力！"


def cleaned(tail: str) -> str:
    receipt = tidy(doc(f"{SPEECH} | {tail}"), docx=False)
    return lines(receipt.clean(receipt.items))


@pytest.mark.parametrize(
    "tips",
    [
        "温馨提示： | 1. 打开资料要装阅读器。 | 2. 附件请找上传的会员。",
        "下载须知 | ①文档一经下载不退积分。 | ②格式不对请联系本站。",
        "【特别声明】 | 1、资料由会员上传，本站不保证内容。",
    ],
)
def test_numbered_tips_on_files_go_with_their_caption(tips: str) -> None:
    assert cleaned(tips) == SPEECH


@pytest.mark.parametrize(
    "said",
    [
        "温馨提示： | 1. 请家长八点前到校。 | 2. 雨天路滑，慢些走。",
        "几点说明： | 1. 资料要在月底前报齐。 | 2. 报表由各科室填写。",
    ],
)
def test_a_speakers_own_reminders_stay(said: str) -> None:
    assert cleaned(said) == f"{SPEECH} | {said}"
