# SPDX-License-Identifier: MIT
"""What is positively junk anywhere: reward buttons, share bars, app codes, form and editor leftovers."""

from __future__ import annotations

import re

from reader.core.cleaning.tree import Element, drop, names, new_element, replace, text_of, unwrap

_NEVER_TEXT = (
    "script",
    "style",
    "link",
    "meta",
    "template",
    "base",
    "title",
    "head",
    "input",
    "select",
    "datalist",
    "option",
    "textarea",
    "canvas",
    "dialog",
    "noscript",
    "map",
    "area",
)
_MEDIA = ("img", "video", "iframe", "audio", "table", "pre", "math", "svg", "object", "embed")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")  # their ids are made of their words
# Whole class words or ids; what they mark is dropped when it is short.
_JUNK_NAMES = names(
    "support-author support-title pay-num donation-list donate-list article-side sideTop download- "
    "guide-container el-popover el-popover__reference-wrapper btn-mini qr-code qrcode qr_code "
    "appendQr_wrap appendQr_normal article-editor show_author originUrl view-more mp_profile_iframe_wrp "
    "video-preview copy-code-btn hljs-button code-block-extension-header bdsharebuttonbox jiathis_style "
    "sharedaddy jp-relatedposts addtoany_share_save_container addthis_toolbox a2a_kit adsbygoogle wp- "
    "block-social-links post-views reward-container reward-button open_reward dashang zanshang "
    "MathJax_Preview katex-html js_img_placeholder reward_qrcode_area reward_area_primary "
    "rich_media_tool qr_code_pc_outer weui-dialog mod_share tool-share article-share"
)
_JUNK_PATTERN = re.compile(
    r"(?:^|[-_])(?:share|sharing|social|bdshare|sns)[-_]?(?:bar|box|btns?|buttons?|list|links?|icons?|tools?|widget"
    r"|container|wrap(?:per)?|area|panel|group|menu)$|^(?:button|btn)[-_]{1,2}(?:pay|reward|share|collect|follow)"
    r"|^(?:reward|donat(?:e|ion)|dashang|zanshang)[-_](?:box|wrap(?:per)?|area|list|panel|container|author|qr\w*)$"
    r"|^(?:app|download|weixin|wechat)[-_]?(?:qr(?:[-_]?code)?|download[-_]?(?:bar|box|guide))$"
    r"|^(?:google_ads|div-gpt-ad|gg_ads|ad-slot)",
    re.I,
)
_SCREEN_READER = re.compile(
    r"visually-?hidden|(?:^|[\s_-])sr-only(?:\s|$)|screen-reader-(?:text|only)|a11y-hidden|assistive-text|offscreen",
    re.I,
)
_HIDDEN_STYLE = re.compile(r"display:none|visibility:hidden|clip:rect\((?:0|1)|clip-path:inset\(50%", re.I)
_LEFTOVER_LINE = re.compile(r"\[toc\]|!\?!\S{1,300}!\?!", re.I)
_SHORT = 260


def drop_junk(root: Element) -> None:
    """Drops what no reader would call the article; long text is never dropped."""
    _rescue_formulas(root)
    everything = len(text_of(root))
    for element in list(root.iter(*_NEVER_TEXT)):
        drop(element)
    _drop_buttons(root)
    for element in list(root.iter()):
        if element is root or not element.attrib or element.getparent() is None:
            continue
        if _is_junk(element, everything):
            drop(element)
    for link in list(root.iter("a")):
        if "project-link" in (link.get("class") or "") and link.get("data-logo") is not None:
            unwrap(link)
    for form in list(root.iter("form", "fieldset", "label", "legend")):
        unwrap(form)
    for paragraph in list(root.iter("p")):
        if _LEFTOVER_LINE.fullmatch(text_of(paragraph).strip()):
            drop(paragraph)


def _is_junk(element: Element, everything: int) -> bool:
    classes, identifier = element.get("class") or "", element.get("id") or ""
    if classes.startswith("hl-"):
        return False
    if (classes or identifier) and element.tag not in _HEADINGS:
        words = [*classes.split(), identifier]
        marked = any(word in _JUNK_NAMES or _JUNK_PATTERN.search(word) for word in words)
        if (marked or _SCREEN_READER.search(classes)) and _droppable(element, everything):
            return True
    if element.tag in {"img", "source", "math"}:
        return False
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return _droppable(element, everything)
    style = element.get("style")
    return bool(style and _HIDDEN_STYLE.search(style.replace(" ", ""))) and _droppable(element, everything)


def _droppable(element: Element, everything: int) -> bool:
    """Whether an element is small enough, in itself and beside the article, to be left out."""
    size = 0
    for text in element.itertext():
        size += len(" ".join(text.split()))
        if size > _SHORT:
            return False
    if size > 20 and size * 3 > everything:
        return False
    if next(element.iter("pre", "table", "math", "h1", "h2"), None) is not None:
        return False
    return sum(1 for _ in element.iter("p")) < 4


def _drop_buttons(root: Element) -> None:
    for button in list(root.iter("button")):
        parent = button.getparent()
        inline = parent is not None and parent.tag in {"p", "li", "td", "dd", "span", "code"}
        words = text_of(button).strip()
        around = len(text_of(parent).strip()) if parent is not None else 0
        if (
            (inline and around > len(words) + 10)
            or len(words) > 80
            or (next(button.iter("img"), None) is not None and not button.get("class"))
        ):
            unwrap(button)
        else:
            drop(button)


def _rescue_formulas(root: Element) -> None:
    """Formulas that a script would draw: their source stays, as code."""
    for script in list(root.iter("script")):
        kind = (script.get("type") or "").lower()
        if not kind.startswith("math/tex") or not script.text:
            continue
        drawn = script.getprevious()
        if drawn is not None and next(drawn.iter("math"), None) is not None:
            continue
        while (
            drawn is not None and "MathJax" in (drawn.get("class") or "") and not (drawn.tail or "").strip()
        ):
            drop(drawn)
            drawn = script.getprevious()
        code = new_element("code", script.text.strip(), class_="math")
        replace(script, code)
