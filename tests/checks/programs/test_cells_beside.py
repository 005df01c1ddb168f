"""What the programs of the checks ask of prose they do not ask of cells."""

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Paragraph
from tests.checks.rule_lab import checker

LINE = "请各单位认真填写本表并于月底前报送办公室。"
CELLS = (
    "一、项目", "一、项目", "三、金额", LINE, LINE, "首先，报名", "第三，审核",
    "本项工作已经按照要求开展，取得了一定成效，但是还",
)  # fmt: skip


def found(*, framed: bool) -> set[str]:
    rows = [Paragraph("在表彰大会上的讲话"), Paragraph("同志们：今天的会很重要。")]
    rows += [Paragraph(t, frame=f"表1·{n}行1列" if framed else "") for n, t in enumerate(CELLS, 1)]
    m = Manuscript(0, tuple(rows))
    return {f.rule for f in checker().check(m, outline_of(m), ()) if f.rule[:9] == "structure"}


def test_numbers_repetitions_and_ends_in_cells_are_no_faults_of_the_speech() -> None:
    assert {"structure/doubled", "structure/repeated-paragraph"} <= found(framed=False)
    assert found(framed=True) == set()
