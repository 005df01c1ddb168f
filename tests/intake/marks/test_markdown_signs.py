"""Signs of Markdown go where a text is set in it; stars, dashes and bars of a speech stay."""

from __future__ import annotations

import pytest

from editor.intake.tidy import tidy
from tests.notation import doc, lines

SAID = "今年以来，全镇上下拧成一股绳，重点工作一件一件往前推，群众看在眼里，也记在心里。"
SHORT = "这件事要当成大事来抓。"

SET = [  # as pasted, and as it reads
    (
        f"# 在全镇春耕动员会上的讲话 | 同志们： | {SAID} | ## 一、抢农时 | {SAID}",
        f"在全镇春耕动员会上的讲话 | 同志们： | {SAID} | 一、抢农时 | {SAID}",
    ),
    (
        f"**同志们：** | {SAID} | **一、守堤** | {SHORT}要**真抓**。 | **二、转移** | {SAID}",
        f"同志们： | {SAID} | 一、守堤 | {SHORT}要真抓。 | 二、转移 | {SAID}",
    ),
    (
        f"### 致辞 | 各位来宾： | {SAID} | --- | 最后，祝大家身体健康！ | --- | ### 完",
        f"致辞 | 各位来宾： | {SAID} | 最后，祝大家身体健康！ | 完",
    ),
    (
        f"# 动员讲话 | > {SAID} | - **守纪律**：{SHORT} | - **讲规矩**：{SHORT}",
        f"动员讲话 | {SAID} | 守纪律：{SHORT} | 讲规矩：{SHORT}",
    ),
    (
        f"## 一、工作回顾 | 见[镇报告](https://a.example/a)。{SAID} | ## 二、打算 | {SAID}",
        f"一、工作回顾 | 见镇报告。{SAID} | 二、打算 | {SAID}",
    ),
    (
        f"# 主持词 | * 请镇长讲话。{SHORT} | * 请代表发言。{SHORT} | *** | {SAID}",
        f"主持词 | 请镇长讲话。{SHORT} | 请代表发言。{SHORT} | {SAID}",
    ),
    (
        f"```markdown | # 讲话 | 同志们： | {SAID} | ## 一、抓学习 ## | {SAID} | ```",
        f"讲话 | 同志们： | {SAID} | 一、抓学习 | {SAID}",
    ),
    (
        f"# 总结 | {SAID} | 1. **抓安全**：{SHORT} | 2. **抓质量**：{SHORT}",
        f"总结 | {SAID} | 1. 抓安全：{SHORT} | 2. 抓质量：{SHORT}",
    ),
    (
        f"# 分工 | |事项|责任人| | |---|---| | |植树|李明| | {SAID}",
        f"分工 | 事项　责任人 | 植树　李明 | {SAID}",
    ),
    (
        f"# 讲话 | 同志们： | {SAID} | > - 第一，{SHORT} | > - 第二，{SHORT} | ## 结语 | {SHORT}",
        f"讲话 | 同志们： | {SAID} | 第一，{SHORT} | 第二，{SHORT} | 结语 | {SHORT}",
    ),
]
TWINS = [
    f"在**分局表彰会上的讲话 | 同志们： | **分局在市局，**区委领导下，作出了贡献。 | {SAID}",
    f"#单位#的同志们： | {SAID} | 感谢#单位#的支持。",
    f"同志们： | {SAID} | 1. 抓春耕。{SHORT} | 2. 抓防汛。{SHORT}",
    f"同志们： | - 抓春耕，{SHORT} | - 抓防汛，{SHORT} | - 抓安全，{SHORT} | {SAID}",
    f"同志们： | 气温降到 > 35度，{SHORT} | >80分的有3人。{SHORT} | {SAID}",
    f"同志们： | *号键返回，#号键确认。{SHORT} | {SAID}",
    f"同志们： | {SAID} | 签名：________ | ________ | {SAID}",
    f"# 1号楼的同志请注意。 | {SAID} | 同志们，{SHORT}",
    f"同志们： | 见[附件](第2页)和[表一](另发)。{SHORT} | {SAID}",
    f"**县**镇的同志们： | {SAID} | **年**月，{SHORT}",
    f"同志们： | “——”{SHORT} | ——摘自县志 | {SAID}",
]


@pytest.mark.parametrize(("pasted", "reads"), SET)
def test_the_signs_of_markdown_go(pasted: str, reads: str) -> None:
    receipt = tidy(doc(pasted), docx=False)
    assert lines(receipt.clean()) == reads
    assert receipt.balanced()


@pytest.mark.parametrize("said", TWINS)
def test_what_a_speech_has_of_such_signs_stays(said: str) -> None:
    assert tidy(doc(said), docx=False).items == ()
