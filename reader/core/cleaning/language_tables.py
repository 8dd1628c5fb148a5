# SPDX-License-Identifier: MIT
"""What tells languages apart: ranges of scripts, telling characters, frequent words."""

from __future__ import annotations

from collections.abc import Mapping

from reader.core.cleaning.tree import names

SCRIPT_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x41, 0x5A, "latin"),
    (0x61, 0x7A, "latin"),
    (0xC0, 0x24F, "latin"),
    (0x370, 0x3FF, "greek"),
    (0x400, 0x52F, "cyrillic"),
    (0x530, 0x58F, "armenian"),
    (0x590, 0x5FF, "hebrew"),
    (0x620, 0x6FF, "arabic"),
    (0x750, 0x77F, "arabic"),
    (0x900, 0x97F, "devanagari"),
    (0x980, 0x9FF, "bengali"),
    (0xA00, 0xA7F, "gurmukhi"),
    (0xA80, 0xAFF, "gujarati"),
    (0xB80, 0xBFF, "tamil"),
    (0xC00, 0xC7F, "telugu"),
    (0xC80, 0xCFF, "kannada"),
    (0xD00, 0xD7F, "malayalam"),
    (0xD80, 0xDFF, "sinhala"),
    (0xE00, 0xE7F, "thai"),
    (0xE80, 0xEFF, "lao"),
    (0xF00, 0xFFF, "tibetan"),
    (0x1000, 0x109F, "burmese"),
    (0x10A0, 0x10FF, "georgian"),
    (0x1100, 0x11FF, "hangul"),
    (0x1200, 0x137F, "amharic"),
    (0x1780, 0x17FF, "khmer"),
    (0x1E00, 0x1EFF, "latin"),
    (0x2E80, 0x2FDF, "han"),
    (0x3041, 0x309F, "kana"),
    (0x30A1, 0x30FA, "kana"),
    (0x30FC, 0x30FF, "kana"),
    (0x3400, 0x4DBF, "han"),
    (0x4E00, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "hangul"),
    (0xF900, 0xFAFF, "han"),
    (0xFB50, 0xFDFF, "arabic"),
    (0xFE70, 0xFEFF, "arabic"),
    (0x20000, 0x3FFFF, "han"),
)
ONE_LANGUAGE: Mapping[str, str] = {
    "hebrew": "he", "greek": "el", "thai": "th", "devanagari": "hi", "bengali": "bn", "gurmukhi": "pa",
    "gujarati": "gu", "tamil": "ta", "telugu": "te", "kannada": "kn", "malayalam": "ml", "sinhala": "si",
    "lao": "lo", "tibetan": "bo", "burmese": "my", "georgian": "ka", "armenian": "hy", "khmer": "km",
    "amharic": "am", "hangul": "ko",
}  # fmt: skip
SCRIPT_OF: Mapping[str, str] = {
    **{language: script for script, language in ONE_LANGUAGE.items()},
    **dict.fromkeys(("zh",), "han"),
    **dict.fromkeys(("ja",), "kana"),
    **dict.fromkeys(("mr", "ne", "sa"), "devanagari"),
    **dict.fromkeys(("yi",), "hebrew"),
    **dict.fromkeys(("ru", "uk", "bg", "be", "mk", "kk", "ky", "mn", "tg"), "cyrillic"),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ug", "ckb"), "arabic"),
    **dict.fromkeys(
        names(
            "en de fr es pt it nl sv da no nb nn fi pl cs sk sl hr hu ro tr vi id ms ca eu gl et lv lt is "
            "ga af sw tl eo"
        ),
        "latin",
    ),
}
SIMPLIFIED = frozenset(
    "们这为个来时说对发学会国产业经过还进开关动电话问题样种应该让给从觉得见现实际机构网络数据间东车马鸟鱼"
    "龙门书长张场报导层县区医药华单双变爱乐处备边达运远连选择游戏岁师归当录总战护担拥损换摄断旧显术权条极"
    "标栏检欢气汉济测浏涨渐温湾满灵灾点热环独线组细终结统继续维综绿编缓缩职联胜脑节范荐获营虑补装规视览计"
    "订认议讨论设访证评识试详语误调谁请读谈贝负财责贡质购贵费资赛赞趋跃软转轻载较输辑郑释针钟钱铁银错键镜"
    "闭闻阅阶险随难页项顺须顾预领频颜风飞饭馆驱验鲜"
)
TRADITIONAL = frozenset(
    "們這為個來時說對發學會國產業經過還進開關動電話問題樣種應該讓給從覺見現實際機構網絡數據間東車馬鳥魚龍"
    "門書長張場報導層縣區醫藥華單雙變愛樂處備邊達運遠連選擇遊戲歲師歸當錄總戰護擔擁損換攝斷舊顯術權條極標"
    "欄檢歡氣漢濟測瀏漲漸溫灣滿靈災點熱環獨線組細終結統繼續維綜綠編緩縮職聯勝腦節範薦獲營慮補裝規視覽計訂"
    "認議討論設訪證評識試詳語誤調誰請讀談貝負財責貢質購貴費資賽讚趨躍軟轉輕載較輸輯鄭釋針鐘錢鐵銀錯鍵鏡閉"
    "聞閱階險隨難頁項順須顧預領頻顏風飛飯館驅驗鮮"
)
STOP_WORDS: Mapping[str, frozenset[str]] = {
    "en": names(
        "the of and to in is that for it with as was are this be on not have from by which you or an"
    ),
    "de": names(
        "der die und den von das mit sich des auf für ist im dem nicht ein eine als auch es wird sind"
    ),
    "fr": names(
        "de la le et les des en un du une est que pour qui dans par pas sur au plus ce avec sont nous"
    ),
    "es": names("de la que el en y los del se las por un para con no una su al es lo como más pero sus"),
    "pt": names(
        "de que e do da em um para com não uma os no se na por mais as dos como mas ao das é você são"
    ),
    "it": names("di che è e la il un a per in una non sono del con della le da si i gli come anche più nel"),
    "nl": names("de van het een en in is dat op te zijn met voor niet aan er om ook als bij door maar wordt"),
    "sv": names("och i att det som en på är av för med den till inte om ett har de jag var kan från vi"),
    "da": names("og i at det er en til på som af for med den de ikke der et har om vi var kan jeg fra"),
    "nb": names("og i det er på som en til å av for med at de ikke den har et om vi var kan jeg fra ble"),
    "fi": names("ja on ei että se oli hän mutta ovat kun niin myös tai kuin jos sen mitä voi olla joka"),
    "pl": names("i w na z się że do nie jest to o jak po od za co dla ale są przez jego tym może oraz"),
    "cs": names("a se v na je že o s z do i to k ve pro za by ale jako po jsou jeho jsem nebo aby"),
    "hu": names("a az és hogy nem is egy ez de meg csak van ha már mint vagy volt el még azt lesz"),
    "ro": names("de și în la a cu pe nu o este care din un ce mai sunt pentru fi au dar că sau prin"),
    "tr": names("ve bir bu için de da ile olarak çok daha olan ne gibi var kadar sonra ama değil en her"),
    "vi": names("của và là có không được cho một các trong này với những người để đã khi từ tôi bạn"),
    "id": names("yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena atau ada"),
}
