"""Traditional characters of a site's words and of greetings read as simplified ones.

Sites convert a page to hinder copying. Only what is looked at is folded, one character
for one, so that places stay; the text itself is never changed.
"""

from __future__ import annotations

import re
from typing import Final

# Each traditional character with its simplified one behind it.
_PAIRS: Final = (
    "當当網网頁页員员閱阅讀读請请顯显僅仅訪访問问權权聲声轉转載载編编輯辑發发時时間间來来瀏浏覽览"
    "點点擊击錄录關关聯联繫系熱热門门薦荐歡欢導导見见領领會会與与號号碼码鏈链專专題题檔档庫库範范"
    "總总結结構构鑒鉴幫帮務务條条備备證证許许營营業业內内個个為为爲为從从這这們们對对開开長长據据"
    "復复雜杂幹干書书說说話话詞词標标籤签過过東东無无現现實实應应該该費费購购買买戶户級级類类別别"
    "數数積积價价觀观戰战謝谢講讲辭辞誌志親亲愛爱賓宾師师學学動动團团黨党國国報报總总議议單单"
    "選选舉举慶庆節节婦妇縣县區区鄉乡鎮镇廠厂廳厅軍军農农園园場场體体隊队職职勞劳衛卫醫医護护財财"
    "統统計计劃划組组織织約约終终給给經经維维綜综繼继續续緊紧線线練练紀纪錯错鐵铁銀银鋼钢銷销鍵键"
    "論论評评試试認认誤误語语誠诚誰谁調调談谈諸诸謀谋謹谨識识譯译譽誉變变讓让記记訂订訊讯設设註注"
    "詳详課课諮咨貼贴貢贡貫贯責责貴贵資资賞赏賣卖質质賬账賴赖賽赛贊赞贏赢軟软軸轴較较輕轻輪轮輸输"
    "辦办進进運运達达遠远遞递遲迟選选遺遗還还邊边鄰邻釋释錢钱鍋锅閉闭閣阁陳陈陸陆陽阳隨随險险"
    "隱隐際际難难雲云電电靜静響响頂顶項项順顺須须預预頭头題题額额願愿風风飛飞飯饭飲饮餘余館馆馬马"
    "驗验驚惊魚鱼鳥鸟麗丽麼么黃黄齊齐齒齿龍龙係系側侧債债傳传傷伤傾倾僑侨億亿優优償偿儲储兩两冊册"
    "凍冻劇剧劑剂勁劲勝胜勢势勵励勸劝協协厭厌參参叢丛啟启喚唤喪丧圍围圓圆圖图執执堅坚塊块壓压壯壮"
    "壽寿夢梦夾夹奪夺奮奋妝妆娛娱媽妈孫孙寧宁審审寫写寬宽將将尋寻屆届屬属崗岗島岛嶺岭巔巅幣币"
    "廣广廢废彈弹彌弥彙汇後后徑径徹彻態态慮虑慣惯憂忧憑凭憲宪懷怀懸悬戲戏掃扫掛挂採采揚扬換换損损"
    "搖摇搶抢擁拥擇择擔担擬拟擴扩擺摆攝摄攜携敗败敘叙敵敌斷断於于昇升晉晋暢畅暫暂曆历曉晓朧胧極极"
    "榮荣樂乐樓楼樣样樹树橋桥機机檢检歲岁歷历殘残毀毁氣气決决沒没況况淚泪淨净測测湧涌滅灭滾滚滿满"
    "漢汉漲涨潔洁潤润澤泽濟济災灾為为煉炼煙烟煩烦燈灯燒烧爭争爺爷狀状猶犹獎奖獨独獲获獻献環环產产"
    "産产畢毕畫画異异療疗癥症皺皱盡尽監监盤盘眾众確确礎础禮礼禍祸種种稱称穩稳窩窝競竞筆笔築筑簡简"
    "簽签糧粮純纯細细紹绍絕绝絡络統统網网綠绿緒绪緣缘縱纵績绩織织繳缴罰罚習习聖圣聞闻聰聪肅肃"
    "貧贫脫脱腦脑臉脸臨临臺台舉举舊旧艦舰藝艺處处號号補补製制規规視视覺觉觸触"
)
_TABLE: Final = str.maketrans(_PAIRS[::2], _PAIRS[1::2])
_ANY = re.compile(f"[{_PAIRS[::2]}]")


def folded(lines: list[str], text: str) -> list[str]:
    """The lines as they are recognised, of the same lengths; the same list where simplified."""
    if not _ANY.search(text):
        return lines
    return [line.translate(_TABLE) for line in lines]
