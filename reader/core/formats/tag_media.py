# SPDX-License-Identifier: MIT
"""Generator tags that stand for pictures, films, links and included pieces."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from reader.core.formats.attribute_lists import align_class
from reader.core.formats.markdown_document import MarkdownContext
from reader.core.formats.tag_arguments import Arguments
from reader.core.formats.wiki_links import find_file, relative_href

_ADDRESS = re.compile(
    r"https?://|//|/|\.{1,2}/|data:|.*\.(?:png|jpe?g|gif|svg|webp|avif|bmp|mp4|webm|mp3|pdf)$", re.I
)
_DATE_NAME = re.compile(r"^\d{4}-\d{2}-\d{2}-")

Meaning = Callable[[Arguments, MarkdownContext], str]


def _picture(
    source: str,
    alt: str,
    caption: str,
    size: tuple[str, str] = ("", ""),
    link: str = "",
    align: str | None = None,
) -> str:
    if not source:
        return ""
    attributes = f' width="{size[0]}"' if size[0] else ""
    attributes += f' height="{size[1]}"' if size[1] else ""
    attributes += f' class="{align}"' if align else ""
    image = f'<img src="{html.escape(source)}" alt="{html.escape(alt or caption)}"{attributes}>'
    if link:
        image = f'<a href="{html.escape(link)}">{image}</a>'
    if not caption:
        return image
    return f"<figure>{image}<figcaption>{html.escape(caption, quote=False)}</figcaption></figure>"


def _hexo_image(arguments: Arguments, context: MarkdownContext) -> str:
    """`{% img [class] src [width] [height] ["title" ["alt"]] %}`."""
    words = list(arguments.listed)
    position = next((i for i, word in enumerate(words) if _ADDRESS.match(word)), 0 if words else -1)
    if position < 0:
        return _shortcode_image(arguments, context)
    rest = words[position + 1 :]
    sizes: list[str] = []
    while rest and len(sizes) < 2 and rest[0].removesuffix("px").isdigit():
        sizes.append(rest.pop(0).removesuffix("px"))
    size = (sizes[0] if sizes else "", sizes[1] if len(sizes) > 1 else "")
    align = next(filter(None, map(align_class, words[:position])), None)
    texts = [part.strip() for word in rest for part in re.split(r"['\"]\s+['\"]", word)]
    alt = arguments.get("alt") or (texts[-1] if texts else "")
    return _picture(words[position], alt, arguments.get("caption", "title"), size, align=align)


def _shortcode_image(arguments: Arguments, _context: MarkdownContext) -> str:
    """`figure src= caption=`, `image(path=, alt=)`, `include figure image_path=`."""
    source = arguments.get("src", "image_path", "path", "image", "url", "file", "name", "img", at=0)
    caption = arguments.get("caption", "title", "attr", "description") or _html_at(arguments, source, 1)
    sizes = [arguments.get(name).removesuffix("px") for name in ("width", "height")]
    width, height = (size if size.isdigit() else "" for size in sizes)
    alt = arguments.get("alt")
    if arguments.listed and not alt and caption and not arguments.named:
        alt, caption = caption, ""
    return _picture(
        source,
        alt,
        caption,
        (width, height),
        arguments.get("link"),
        align_class(arguments.get("align", "class")),
    )


def _html_at(arguments: Arguments, source: str, at: int) -> str:
    return arguments.listed[at] if at < len(arguments.listed) and arguments.listed[0] == source else ""


def _include(arguments: Arguments, context: MarkdownContext) -> str:
    """Jekyll's includes: those that show a picture or a film are known by name."""
    name = PurePosixPath(arguments.listed[0]).stem.lower() if arguments.listed else ""
    rest = Arguments(arguments.listed[1:], arguments.named, arguments.text)
    if re.search(r"figure|image|img|picture|photo", name):
        return _shortcode_image(rest, context)
    if re.search(r"youtube|video|vimeo|bilibili", name):
        host = "vimeo" if "vimeo" in name else "bilibili" if "bilibili" in name else "youtube"
        return _player(host)(rest, context) if not rest.get("src", "url") else _video(rest, context)
    if re.search(r"note|tip|warning|callout|important|alert", name) and (text := rest.get("content", "text")):
        return f'<aside class="callout callout-note">{text}</aside>'
    return ""


_PLAYERS = {
    "youtube": "https://www.youtube.com/embed/{}",
    "vimeo": "https://player.vimeo.com/video/{}",
    "bilibili": "https://player.bilibili.com/player.html?bvid={}",
    "asciinema": "https://asciinema.org/a/{}",
}


def _player(host: str) -> Meaning:
    def meaning(arguments: Arguments, _context: MarkdownContext) -> str:
        name = arguments.get("id", "videoid", "video_id", "bvid", "vid", "youtubeid", at=0)
        if not name:
            return ""
        address = name if "/" in name else _PLAYERS[host].format(name)
        return f'<iframe src="{html.escape(address)}"></iframe>'

    return meaning


def _iframe(arguments: Arguments, _context: MarkdownContext) -> str:
    address = arguments.get("url", "src", at=0)
    return f'<iframe src="{html.escape(address)}"></iframe>' if address else ""


def _video(arguments: Arguments, _context: MarkdownContext) -> str:
    address = arguments.get("src", "url", "mp4", at=0)
    poster = arguments.get("poster", "pic")
    shown = f' poster="{html.escape(poster)}"' if poster else ""
    return f'<video src="{html.escape(address)}"{shown}></video>' if address else ""


def _audio(arguments: Arguments, _context: MarkdownContext) -> str:
    address = arguments.get("src", "url", at=0)
    return f'<audio src="{html.escape(address)}"></audio>' if address else ""


def _at_site(pattern: str, text: str) -> Meaning:
    def meaning(arguments: Arguments, _context: MarkdownContext) -> str:
        name = (
            "/".join(word for word in arguments.listed[:2])
            if "gist.github" in pattern and len(arguments.listed) > 1
            else ""
        )
        name = (
            name if name and re.fullmatch(r"[\w-]+/[0-9a-f]{5,}", name) else arguments.get("id", "user", at=0)
        )
        address = name if "://" in name else pattern.format(name)
        return _link_source(text or address, address) if name else ""

    return meaning


def _link_source(text: str, address: str) -> str:
    shown = html.escape(text, quote=False).replace("[", "\\[").replace("]", "\\]")
    if "://" in address and text in ("", address):
        return f"<{address}>"
    return f"[{shown or address}](<{address}>)"


def _link(arguments: Arguments, context: MarkdownContext) -> str:
    """Hexo: text, then address. Jekyll: the path of a file, for a Markdown link. Volantis: commas."""
    if "," in arguments.text and "://" in arguments.text and "::" not in arguments.text:
        parts = [part.strip() for part in arguments.text.split(",")]
        return _link_source(parts[0], next(part for part in parts if "://" in part))
    address = next((word for word in arguments.listed if "://" in word), "")
    if address:
        words = arguments.listed[: arguments.listed.index(address)]
        return _link_source(" ".join(words) or " ".join(arguments.listed[1:2]), address)
    if len(arguments.listed) == 1:
        return _page_address(arguments.listed[0], context)
    return " ".join(arguments.listed[:-1])


def _button(arguments: Arguments, _context: MarkdownContext) -> str:
    parts = [part.strip().strip("\"'") for part in re.split(r"::|,", arguments.text)]
    address = next((part for part in parts if part.startswith(("http:", "https:", "/", "#", "./"))), "")
    text = next((part for part in parts if part and part != address), address)
    text = arguments.get("text", "content", "label") or text
    return (
        _link_source(text, arguments.get("href", "url", "link") or address)
        if address or arguments.named
        else text
    )


def _asset_link(arguments: Arguments, _context: MarkdownContext) -> str:
    name = arguments.get(at=0)
    return _link_source(" ".join(arguments.listed[1:]) or name, name) if name else ""


def _asset_path(arguments: Arguments, _context: MarkdownContext) -> str:
    return arguments.get(at=0)


def _page_address(name: str, context: MarkdownContext) -> str:
    """The address of another article as seen from this one, '' where it is not there."""
    page, _, anchor = name.partition("#")
    found = find_file(page, context) or find_file(PurePosixPath(page).name, context) if page else None
    if found is None:
        return f"#{anchor}" if anchor and not page else ""
    return relative_href(found, context.path) + (f"#{anchor}" if anchor else "")


def _page_reference(arguments: Arguments, context: MarkdownContext) -> str:
    return _page_address(arguments.get("path", at=0), context)


def _post_link(arguments: Arguments, context: MarkdownContext) -> str:
    name = arguments.get(at=0)
    words = [word for word in arguments.listed[1:] if word not in ("true", "false")]
    text = " ".join(words) or _DATE_NAME.sub("", PurePosixPath(name).stem or name)
    address = _page_address(name, context)
    return _link_source(text, address) if address else html.escape(text, quote=False)


MEANINGS: Mapping[str, Meaning] = {
    "asset_img": _hexo_image,
    "img": _hexo_image,
    "image": _hexo_image,
    "fancybox": _hexo_image,
    "inlineimage": _hexo_image,
    "image_with_class": _hexo_image,
    "figure": _shortcode_image,
    "picture": _shortcode_image,
    "resize_image": _shortcode_image,
    "include": _include,
    "youtube": _player("youtube"),
    "vimeo": _player("vimeo"),
    "bilibili": _player("bilibili"),
    "asciinema": _player("asciinema"),
    "iframe": _iframe,
    "video": _video,
    "dplayer": _video,
    "audio": _audio,
    "pdf": _asset_link,
    "gist": _at_site("https://gist.github.com/{}", ""),
    "codepen": _at_site("https://codepen.io/{}", ""),
    "jsfiddle": _at_site("https://jsfiddle.net/{}", ""),
    "tweet": _at_site("https://twitter.com/i/status/{}", ""),
    "x": _at_site("https://twitter.com/i/status/{}", ""),
    "instagram": _at_site("https://www.instagram.com/p/{}", ""),
    "link": _link,
    "btn": _button,
    "button": _button,
    "cell": _button,
    "asset_link": _asset_link,
    "asset_path": _asset_path,
    "post_link": _post_link,
    "post_path": _page_reference,
    "post_url": _page_reference,
    "ref": _page_reference,
    "relref": _page_reference,
}
