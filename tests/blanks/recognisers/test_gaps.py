"""Room left between words: after a label, before a post, before a measure; and other spaces."""

import pytest

from editor.blanks.grammar import scan
from tests.blanks.marked import plain, shown

ROOM = """
市政府印发《关于稳就业的⟦　　⟧条措施》。
（校对：⟦　⟧　复核：⟦　　⟧）
尊敬的⟦　　　⟧主席，各位来宾：
联系人：⟦　⟧电话：
拟稿：⟦   ⟧ 核稿：⟦   ⟧ 份数：30
现在，请⟦　　⟧书记讲话。
我们推出的⟦    ⟧项服务，群众叫好。
主持人：⟦　⟧　记录人：李明
会议由⟦　　⟧同志主持。
⟦……⟧人参加了启动仪式。
会议共⟦……⟧人参加，开得很好。
要做好以下工作⟦（中间略去80字)⟧，请照办。
到会⟦　　⟧人，请假⟦　　⟧人。
"""
SPACES = """
（校对：王刚　复核：李明）
联系人：王刚　电话：88660000
　　尊敬的　各位来宾：
主席台　　来宾席
序号　　条目　　名称
王　刚　　书记
甲方　乙方　丙方
时间：　3月5日　地点：　二楼
人心齐……人人都来参加。
他说……参加的人很多。
□合格　□不合格　□其他
第一　　项目概况
我们的　家乡
"""


@pytest.mark.parametrize("row", [row for row in ROOM.split("\n") if row])
def test_room_to_write_in_is_a_blank(row: str) -> None:
    assert shown(plain(row)) == row


@pytest.mark.parametrize("row", [row for row in SPACES.split("\n") if row])
def test_spaces_that_set_words_apart_are_none(row: str) -> None:
    assert [row[f.start : f.end] for f in scan(row)] == []
