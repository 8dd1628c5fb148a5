# SPDX-License-Identifier: MIT
"""Short phrases, in many languages, by which pages announce what is not the article."""

from __future__ import annotations

import re

_LABELS = (
    r"(?:related|recommended|popular|trending|latest|top|other|similar)\s+(?:articles?|stories|posts?|news|videos?|"
    r"content|links|topics?|coverage|reads?|reading)",
    r"(?:(?:also\s+)?read|see|more)(?:\s+(?:also|more|next|this|on this(?: story)?|stories|news))?",
    r"more\s+(?:from|on|in|great|like)\b.{0,40}",
    r"(?:you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested).{0,20}|don['’]?t\s+miss(?:\s+.{0,30})?|most\s+(?:read|popular|viewed|shared|"
    r"recent)(?:\s+.{0,20})?|up\s+next|what\s+to\s+read\s+next|in\s+case\s+you\s+missed\s+it|editors?['’]?\s+(?:picks?|choice))",
    r"related|recommended(?:\s+for\s+you)?|trending(?:\s+now)?|popular|sponsored(?:\s+content)?|promoted(?:\s+content)?|advertisement|tags?|topics?",
    r"(?:\d+\s+)?(?:comments?|replies|responses)(?:\s*\(?\d+\)?)?|leave\s+a\s+(?:reply|comment)|post\s+a\s+comment|"
    r"join\s+the\s+(?:conversation|discussion)|reader\s+comments?|view\s+comments",
    r"share(?:\s+(?:this|on|via|article|story|post).{0,20})?|follow\s+us.{0,30}|like\s+this:?|stay\s+connected",
    r"相关(?:阅读|文章|新闻|推荐|链接|报道|内容|资讯|话题|搜索)|推荐(?:阅读|文章|新闻)|延伸(?:阅读|閱讀)|猜你(?:喜欢|想看)|热门(?:文章|新闻|推荐|评论)|"
    r"最新(?:文章|新闻|评论)|更多(?:精彩|相关|新闻|文章).{0,12}|为你推荐|精彩(?:推荐|评论)|(?:网友|全部|最新|用户|发表)?评论(?:\s*\(?\d+\)?条?)?|"
    r"相關(?:新聞|文章|閱讀|報導)|推薦閱讀|熱門(?:新聞|文章)|分享到|上一篇.{0,60}|下一篇.{0,60}|热搜|大家都在看|看过本文的人还看了",
    r"関連(?:記事|リンク|ニュース|ワード).{0,8}|おすすめ(?:記事)?|人気(?:記事|ランキング).{0,6}|あわせて読みたい|新着記事|コメント.{0,6}|シェアする|"
    r"관련\s*(?:기사|뉴스)|많이\s*본\s*(?:뉴스|기사)|추천\s*(?:기사|뉴스)|댓글.{0,6}",
    r"(?:noticias|artículos|temas|notas|contenidos?)\s+relacionad[oa]s|te\s+puede\s+interesar|lea\s+también|lee\s+también|más\s+(?:noticias|leídas)|"
    r"(?:notícias|matérias|artigos)\s+relacionad[ao]s|leia\s+(?:também|mais)|veja\s+(?:também|mais)|mais\s+lidas|comentários|comentarios",
    r"à\s+lire\s+aussi|lire\s+aussi|voir\s+aussi|articles?\s+(?:liés|similaires|associés)|sur\s+le\s+même\s+sujet|les\s+plus\s+lus|commentaires",
    r"mehr\s+zum\s+thema|lesen\s+sie\s+auch|das\s+könnte\s+sie\s+auch\s+interessieren|(?:ähnliche|verwandte|weitere)\s+(?:artikel|beiträge|meldungen)|"
    r"meistgelesen|auch\s+interessant|kommentare",
    r"leggi\s+anche|potrebbe\s+interessarti|articoli\s+correlati|ti\s+potrebbe\s+interessare|lees\s+ook|läs\s+(?:också|mer)|les\s+også|læs\s+også|"
    r"czytaj\s+(?:też|także|również)|přečtěte\s+si\s+také|i̇lgili\s+haberler|baca\s+juga|xem\s+thêm|citește\s+și",
    r"читайте\s+также|похожие\s+(?:статьи|записи|новости)|по\s+теме|комментарии|другие\s+новости|читайте\s+ещё|"
    r"اقرأ\s+(?:أيضا|أيضًا|ايضا)|موضوعات\s+متعلقة|مواضيع\s+ذات\s+صلة|أخبار\s+متعلقة|مقالات\s+ذات\s+صلة|قد\s+يهمك|"
    r"ये\s+भी\s+पढ़ें|खबरें\s+और\s+भी.{0,12}|यह\s+भी\s+पढ़ें|संबंधित\s+ख़?बरें|קראו\s+גם|کلیدواژه‌ها|مطالب\s+مرتبط|مزید\s+پڑھیں|متعلقہ\s+عنوان",
)
LABEL = re.compile(r"[\W_]{0,6}(?:" + "|".join(_LABELS) + r")[\W_]{0,6}$", re.I)
ABOUT = re.compile(
    r"[\W_]{0,6}(?:about\s+the\s+(?:authors?|writers?|editor)|(?:author|editor)\s+bio.{0,10}|sobre\s+(?:o|a|el|la)\s+autora?|"
    r"(?:über|zum)\s+(?:den\s+)?autor(?:in)?|à\s+propos\s+de\s+l['’]auteure?|l['’]autore|作者(?:简介|介绍)|关于作者|об\s+авторе)[\W_]{0,6}$",
    re.I,
)
LEAD_IN = re.compile(
    r"[\W_]{0,6}(?:read\s+(?:more|also|next)|also\s+(?:read|see)|related|see\s+also|see\s+more|more|don['’]?t\s+miss|recommended|watch|"
    r"相关阅读|推荐阅读|延伸阅读|延伸閱讀|相關新聞|更多|関連記事|관련기사|lea\s+también|leia\s+também|veja\s+também|lire\s+aussi|à\s+lire|"
    r"lesen\s+sie\s+auch|mehr|leggi\s+anche|читайте\s+также|baca\s+juga|ये\s+भी\s+पढ़ें|اقرأ\s+أيض[اً])\s*[:：|»>\-–—]",
    re.I,
)
NOTICE = re.compile(
    r"©|ⓒ|all\s+rights\s+reserved|copyright\s+(?:\d{4}|\(c\))|免责声明|版权(?:声明|所有|归)|未经(?:授权|许可)|转载(?:请|须)|"
    r"责任编辑\s*[:：]|责编\s*[:：]|查看更多|查看原图|返回(?:搜狐|首页|顶部)|扫码关注|扫描二维码|长按(?:识别)?二维码|无断转载|無断転載|"
    r"무단\s*(?:전재|복제)|재배포\s*금지|이 기사에 대해|"
    r"todos\s+os\s+direitos|todos\s+los\s+derechos|tous\s+droits|alle\s+rechte|все\s+права",
    re.I,
)
OPENING = re.compile(
    r"[\W_]{0,8}(?:copyright|sign\s+up\s+(?:for|to|here)|subscribe\s+(?:to|now|here|for)|follow\s+(?:us|me|him|her|them)?\s*on|"
    r"follow\s+@|like\s+us\s+on|share\s+(?:this|on)|click\s+here\s+to|view\s+(?:all\s+)?comments|"
    r"this\s+(?:article|story|post)\s+(?:was\s+)?(?:originally|first)\s+(?:appeared|published|posted)|"
    r"(?:send|email)\s+(?:us\s+)?(?:your\s+)?(?:tips|feedback)|report\s+(?:a\s+)?(?:typo|error|an\s+error)|"
    r"(?:to\s+)?read\s+the\s+full\s+(?:story|article)|continue\s+reading|log\s?in\s+to|download\s+(?:the|our)\s+app|"
    r"赞赏|打赏|点赞|分享到|扫码|扫描|长按|相关阅读|展开全文|阅读原文|免责|版权|侵权|转载|编辑\s*[:：]|举报|"
    r"关注(?:我们|公众号|微信)|微信公众号|点击(?:关注|下载|查看|进入)|下载.{0,6}(?:app|客户端)|广告|上一篇|下一篇)",
    re.I,
)
PROMOTION = re.compile(
    r"sign\s+up\s+(?:for|to|here)|subscribe\s+(?:to|now|here)|newsletter|follow\s+(?:us|me)\b", re.I
)
DATE_LINE = re.compile(
    r"[\W_]{0,4}(?:(?:first\s+)?(?:published|posted|updated|last\s+(?:updated|modified)|modified|created)\b.{0,60}\d|"
    r"(?:发布|更新|发表|编辑)(?:时间|日期|于)?\s*[:：]?\s*\d{4}.{0,30}$|"
    r"\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*$)",
    re.I,
)
