# SPDX-License-Identifier: MIT
"""Short lines at the very beginning and end that sites add: editors, licences, calls to follow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.core.article import TextBlock
from reader.core.cleaning.tree import Element, drop, names, text_of

_BLOCK = names(
    "p div section article h1 h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption aside table tbody tr "
    "td dl dt dd pre details center header footer"
)
_MEDIA = ("img", "video", "iframe", "audio", "math", "pre", "table", "hr", "object", "embed")
_LINE_KINDS = ("p", "h")
_LONGEST = 110
_MOST = 8
_AT_END = re.compile(
    r"(?:[（(\[【]?\s*(?:责任编辑|责编|責任編輯|本文编辑|网站编辑|值班编辑)\s*[:：|丨/].{0,40}"
    r"|题图(?:来自|来源|：|:).{0,60}|本文题图.{0,60}"
    r"|本文由\s?@?.{1,40}(?:原创|授权|翻译|投稿|编译)?(?:，|\s)?发布(?:于|在).{0,80}"
    r"|本文由\s?@.{1,60}(?:未经.{0,6}许可|禁止转载).{0,30}"
    r"|未经(?:作者|本站|本网站|授权|许可|允许).{0,10}(?:禁止|请勿|不得|谢绝)转载.{0,20}"
    r"|(?:给作者)?(?:打赏|赞赏)(?:，.{0,20}|作者|支持)?[!！。]?|\d{1,6}\s?人(?:已)?(?:打赏|赞赏|点赞|收藏)"
    r"|(?:点赞|收藏|分享|举报|投诉|评论|转发|在看)(?:\s*[|/·、]?\s*(?:点赞|收藏|分享|举报|投诉|评论|转发|在看|\d+))*"
    r"|分享(?:到|至)[:：]?.{0,40}|扫码(?:分享|关注|下载|阅读).{0,40}|(?:长按|扫描|识别).{0,12}二维码.{0,40}(?:关注|下载|加群|加入).{0,30}"
    r"|(?:展开|阅读|查看)(?:全文|原文|更多)[>»…]*|返回搜狐，查看更多.{0,10}|海量资讯、精准解读，尽在.{0,20}"
    r"|更多(?:精彩|资讯|内容).{0,10}(?:请)?关注.{0,40}|欢迎关注.{0,20}(?:公众号|微信号|微信).{0,40}"
    r"|advertisement|share this\s*:?.{0,40}|like this\s*:?\s*like?\s*loading.{0,6})\s*[）)\]】]?",
    re.I | re.S,
)
_AT_START = re.compile(
    r"(?:点击(?:上方|蓝字|标题下).{0,40}(?:关注|订阅|置顶|星标).{0,30}|点击.{0,4}(?:蓝字|关注我们).{0,20}|advertisement|广告"
    r"|[（(]?原标题[:：].{0,80})",
    re.I,
)
# Lines with something to tell: they stay, and junk may stand before them.
_CREDIT = re.compile(
    r"(?:作者|文|编辑|编译|译者|来源|出处|图|公众号|本文作者|微信公众号)\s?[:：/|丨].{1,80}|\(?END\)?|-+|·+",
    re.I | re.S,
)


def drop_edge_lines(root: Element) -> None:
    """Drops the lines only a site would add, from both ends inward; running text is never touched."""
    _drop_from(root, _AT_END, last=True)
    _drop_from(root, _AT_START, last=False)


def without_edge_lines(blocks: Sequence[TextBlock]) -> tuple[TextBlock, ...]:
    """As `drop_edge_lines`, for the words of an article alone."""
    kept, credits_at_end = list(blocks), list[TextBlock]()
    for _ in range(_MOST):
        if len(kept) < 2 or kept[-1].kind not in _LINE_KINDS or len(text := kept[-1].text) > _LONGEST:
            break
        if _AT_END.fullmatch(text):
            kept.pop()
        elif _CREDIT.fullmatch(text):
            credits_at_end.append(kept.pop())
        else:
            break
    kept += reversed(credits_at_end)
    for _ in range(_MOST):
        if len(kept) < 2 or kept[0].kind not in _LINE_KINDS or not _AT_START.fullmatch(kept[0].text):
            break
        del kept[0]
    return tuple(kept)


def _drop_from(root: Element, junk: re.Pattern[str], *, last: bool) -> None:
    passed: list[Element] = []
    for _ in range(_MOST):
        line = _outermost_line(root, passed, last=last)
        if line is None or next(line.iter(*_MEDIA), None) is not None:
            return
        text = " ".join(text_of(line).split())
        if len(text) > _LONGEST:
            return
        if not text or junk.fullmatch(text):
            if text and _is_all(root, text):
                return
            drop(line)
        elif last and _CREDIT.fullmatch(text):
            passed.append(line)
        else:
            return


def _is_all(root: Element, text: str) -> bool:
    return " ".join(text_of(root).split()) == text


def _outermost_line(root: Element, passed: list[Element], *, last: bool) -> Element | None:
    """The first or last block that holds text directly, behind the ones passed by."""
    element = root
    while True:
        blocks = [child for child in element if child.tag in _BLOCK and child not in passed]
        children = list(element)
        edge = (blocks[-1] if last else blocks[0]) if blocks else None
        if edge is None:
            return None if element is root else element
        if not last and (element.text or "").strip():
            return None
        beyond = children[children.index(edge) + 1 :] if last else children[: children.index(edge)]
        beyond = [child for child in beyond if child not in passed]
        loose = (edge.tail or "") if last else ""
        if loose.strip() or any(
            text_of(one).strip() or (one.tail or "").strip() or one.tag in _MEDIA for one in beyond
        ):
            return None
        if edge.tag in {"table", "pre", "figure", "ul", "ol", "dl", "details", "aside", "blockquote"}:
            return None
        element = edge
