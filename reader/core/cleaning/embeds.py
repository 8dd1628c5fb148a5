# SPDX-License-Identifier: MIT
"""Players and other frames become a card: a link with title, host and, where known, the poster."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from reader.core.cleaning.addresses import absolute, host_of, tidy
from reader.core.cleaning.sanitize import safe_address
from reader.core.cleaning.tree import (
    FRAMES,
    Element,
    append_text,
    class_words,
    drop,
    new_element,
    replace,
    text_of,
)

_NO_CONTENT = re.compile(
    r"googletagmanager|doubleclick|googlesyndication|amazon-adsystem|adservice|taboola|outbrain|facebook\.com/(?:plugins"
    r"|tr)|platform\.twitter\.com/widgets/(?:follow|tweet_button|hub)|platform\.linkedin|disqus\.com|recaptcha|accounts\.google"
    r"|apis\.google\.com|hm\.baidu\.com|cnzz\.com|share\.baidu|widget\.weibo|open\.weibo|ghbtns\.com|badge|/ads?[/.?]|newsletter|subscribe",
    re.I,
)
_GENERIC_TITLE = re.compile(
    r"(?:youtube|vimeo|bilibili|embedded|html5|media|external|post)?\s*(?:video|audio|media|content|frame|iframe)?\s*(?:player|embed|frame)?",
    re.I,
)
# host, what the address looks like, the page it stands for
_PLAYERS: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (host, re.compile(pattern, re.I), page)
    for host, pattern, page in (
        ("youtube.com", r"/(?:embed|v|shorts|live)/([\w-]{6,20})", "https://www.youtube.com/watch?v={}"),
        ("youtube-nocookie.com", r"/(?:embed|v)/([\w-]{6,20})", "https://www.youtube.com/watch?v={}"),
        ("youtu.be", r"/([\w-]{6,20})", "https://www.youtube.com/watch?v={}"),
        ("player.vimeo.com", r"/video/(\d+)", "https://vimeo.com/{}"),
        (
            "player.youku.com",
            r"/(?:embed/|player\.php/(?:.*/)?sid/)([\w=]+)",
            "https://v.youku.com/v_show/id_{}.html",
        ),
        ("player.bilibili.com", r"[?&]bvid=(BV\w+)", "https://www.bilibili.com/video/{}"),
        ("player.bilibili.com", r"[?&]aid=(\d+)", "https://www.bilibili.com/video/av{}"),
        ("bilibili.com", r"/blackboard/.*[?&]bvid=(BV\w+)", "https://www.bilibili.com/video/{}"),
        ("bilibili.com", r"/blackboard/.*[?&]aid=(\d+)", "https://www.bilibili.com/video/av{}"),
        ("v.qq.com", r"[?&]vid=(\w+)", "https://v.qq.com/x/page/{}.html"),
        ("tiktok.com", r"/embed/(?:v\d/)?(\d+)", "https://www.tiktok.com/embed/{}"),
        ("codepen.io", r"/([\w-]+)/(?:embed|details)/(?:preview/)?(\w+)", "https://codepen.io/{}/pen/{}"),
        ("open.spotify.com", r"/embed/(\w+)/(\w+)", "https://open.spotify.com/{}/{}"),
        ("codesandbox.io", r"/embed/([\w-]+)", "https://codesandbox.io/s/{}"),
        ("dailymotion.com", r"/embed/video/(\w+)", "https://www.dailymotion.com/video/{}"),
        ("music.163.com", r"/outchain/player\?.*\bid=(\d+)", "https://music.163.com/#/song?id={}"),
        ("embed.ted.com", r"/talks/(.+)", "https://www.ted.com/talks/{}"),
        ("tv.sohu.com", r"/upload/static/share/share_play\.html#(\d+)_", "https://tv.sohu.com/v/{}.html"),
        ("gist.github.com", r"/([\w-]+/\w+)\.(?:js|pibb)", "https://gist.github.com/{}"),
    )
)
_NAMES = {
    "youtube.com": "YouTube",
    "vimeo.com": "Vimeo",
    "v.youku.com": "优酷",
    "bilibili.com": "哔哩哔哩",
    "v.qq.com": "腾讯视频",
    "tiktok.com": "TikTok",
    "codepen.io": "CodePen",
    "open.spotify.com": "Spotify",
    "codesandbox.io": "CodeSandbox",
    "dailymotion.com": "Dailymotion",
    "music.163.com": "网易云音乐",
    "soundcloud.com": "SoundCloud",
    "leetcode.com": "LeetCode Playground",
    "gist.github.com": "GitHub Gist",
    "jsfiddle.net": "JSFiddle",
    "stackblitz.com": "StackBlitz",
    "ted.com": "TED",
}


def card_embeds(root: Element, base: str | None) -> None:
    """Replaces every frame and player by a link card, or drops it where it shows nothing."""
    for script in list(root.iter("script")):
        if host_of(script.get("src") or "") == "gist.github.com":
            script.tag = "iframe"
    for element in list(root.iter(*FRAMES)):
        if element.getparent() is None or next(element.iterancestors("object"), None) is not None:
            continue
        _replace_embed(element, base)


def _replace_embed(element: Element, base: str | None) -> None:
    address = _address(element)
    picture = _pictured(element, address)
    if picture is not None:
        replace(element, picture)
        return
    address = absolute(address, base)
    if not address or not _shows_something(element, address):
        drop(element)
        return
    page = _page_of(address)
    card = _card(page, _title(element, page), absolute(tidy(element.get("poster") or ""), base))
    _place(element, card)


def _address(element: Element) -> str:
    candidates = [element]
    candidates += list(element.iter("source", "embed"))
    for candidate in candidates:
        for name in ("src", "data-src", "data-lazy-src", "data", "data-url", "data-original"):
            address = tidy(candidate.get(name) or "")
            if (
                address
                and address != "about:blank"
                and not address.startswith(("blob:", "#"))
                and safe_address(address)
            ):
                return address
    for parameter in element.iter("param"):
        if (parameter.get("name") or "").lower() in {"movie", "src", "url"}:
            address = tidy(parameter.get("value") or "")
            return address if safe_address(address) else ""
    video = element.get("data-videoid") or ""
    if element.tag == "amp-youtube" and re.fullmatch(r"[\w-]{6,20}", video):
        return f"https://www.youtube.com/embed/{video}"
    return ""


def _pictured(element: Element, address: str) -> Element | None:
    """An `<object>` or `<embed>` that is really a picture."""
    if element.tag not in {"object", "embed"} or not address:
        return None
    kind = (element.get("type") or "").lower()
    if kind.startswith("image/") or re.search(r"\.(?:svg|png|jpe?g|gif|webp)(?:[?#]|$)", address, re.I):
        return new_element("img", src=address, alt=element.get("title") or "")
    return None


def _shows_something(element: Element, address: str) -> bool:
    if _NO_CONTENT.search(address) or (
        address.split(":")[0].lower() not in {"http", "https"} and ":" in address[:12]
    ):
        return False
    sizes = [element.get(name) or "" for name in ("width", "height")]
    if any(re.fullmatch(r"[01](?:px)?", size.strip()) for size in sizes):
        return False
    style = (element.get("style") or "").replace(" ", "").lower()
    if "display:none" in style and element.tag != "video":
        return False
    return not ("wp-embedded-content" in class_words(element) and _quoted_before(element))


def _quoted_before(element: Element) -> bool:
    """WordPress repeats the block quote before it inside a hidden frame."""
    place: Element | None = element
    for _ in range(3):
        if place is None:
            return False
        before = place.getprevious()
        if before is not None:
            return before.tag == "blockquote" or next(before.iter("blockquote"), None) is not None
        place = place.getparent()
    return False


def _page_of(address: str) -> str:
    """The page a player's address stands for."""
    host = host_of(address)
    for name, pattern, page in _PLAYERS:
        if host == name or host.endswith("." + name):
            match = pattern.search(address)
            if match:
                return page.format(*match.groups())
    if host == "w.soundcloud.com":
        inner = parse_qs(urlsplit(address).query).get("url", [""])[0]
        if inner.startswith(("http://", "https://")):
            return inner
    return "https:" + address if address.startswith("//") else address


def _title(element: Element, page: str) -> str:
    for name in ("title", "aria-label", "data-title", "alt"):
        title = " ".join((element.get(name) or "").split())[:200]
        if title and not _GENERIC_TITLE.fullmatch(title):
            return title
    host = host_of(page).removeprefix("www.")
    for name, title in _NAMES.items():
        if host == name or host.endswith("." + name):
            return title
    last = unquote(page.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2])
    if re.search(r"\.\w{2,4}$", last) and len(last) < 80 and not re.fullmatch(r"[\da-f_-]{16,}\.\w+", last):
        return last
    return host or last or page[:80]


def _card(page: str, title: str, poster: str) -> Element:
    card, link = new_element("p", class_="embed"), new_element("a", href=page)
    if poster and safe_address(poster):
        link.append(new_element("img", src=poster, alt=""))
    link.append(new_element("span", title, class_="embed-title"))
    host = host_of(page).removeprefix("www.")
    if host and host != title:
        append_text(link, " ")
        link.append(new_element("span", host, class_="embed-host"))
    card.append(link)
    return card


def _place(element: Element, card: Element) -> None:
    """Puts the card where the frame stood, behind the paragraph or link that held it."""
    holder: Element | None = None
    for ancestor in element.iterancestors(
        "p", "a", "span", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em"
    ):
        holder = ancestor
    if holder is None or holder.getparent() is None:
        replace(element, card)
        return
    drop(element)
    if (
        not text_of(holder).strip()
        and next(holder.iter("img", "iframe", "video", "audio", "object", "embed"), None) is None
    ):
        replace(holder, card)
    else:
        card.tail, holder.tail = holder.tail, None
        holder.addnext(card)
