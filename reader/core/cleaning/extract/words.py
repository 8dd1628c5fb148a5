# SPDX-License-Identifier: MIT
"""What class names, ids, roles and short phrases tell about a part of a page."""

from __future__ import annotations

import re

from reader.core.cleaning.tree import names

UNLIKELY = re.compile(
    r"\bads?\b|[-_]ad[-_s]|\bad[-_]|advert|sponsor|\bpromo|taboola|outbrain|dfp|"
    r"banner|bread-?crumb|\bcrumbs?\b|comment|disqus|respond\b|replies|"
    r"cookie|consent|gdpr|popup|modal|overlay|toast|(?<!p)layer|"
    r"footer|foot(?!note)(?<![a-z]foot)|header|masthead|menu|navbar|\bnav\b|[-_]nav\b|\bnav[-_]|navigation|"
    r"pag(er|ination|inator)|related|recommend|relevant|read-?more-?list|most-?(read|popular|viewed)|trending|"
    r"remark|\brss\b|share|sharing|social|side-?bar|\baside\b|skip-?link|"
    r"newsletter|subscri|sign-?up|mailing|paywall|regwall|donat|reward|qr-?code|"
    r"supplement|shout-?box|skyscraper|legends|community|extra\b|\bextra|tool-?bar|widget-area|zergnet|yom-remote",
)
CERTAIN = re.compile(r"comment|disqus|related|recommend|side-?bar|footer|footnav|most-?(read|popular|viewed)")
MAYBE = re.compile(
    r"article|body|content|column|\bmain\b|main[-_]|[-_]main|\bstory|\bpost\b|\bentry|shadow|mathjax|\band\b",
)
POSITIVE = re.compile(
    r"article|body|content|entry|h-?entry|main|page|post|text|blog|story|richtext|markdown|prose"
)
NEGATIVE = re.compile(
    r"hidden|banner|combx|comment|com-|contact|foot|gdpr|masthead|media|meta|outbrain|promo|related|recommend|"
    r"scroll|share|shout-?box|side-?bar|skyscraper|sponsor|shopping|tags?\b|tool|widget|newsletter|subscri|"
    r"\bads?\b|[-_]ad[-_]|copyright|author-?(bio|box|info|card)|disclaim",
)
BYLINE = re.compile(r"byline|\bauthor\b|dateline|writtenby|p-author")
BODY_BOX = re.compile(
    r"(?<![a-z0-9])(?:js_content|post_body|artibody|article[-_]?(?:content|body|text)|content_views|richtext|"
    r"rich_media_content|(?:post|entry|story|news|blog|single)[-_]?(?:content|body|text)|e-content|trs_editor|"
    r"main-content-article|articlebody|mw-parser-output|markdown-body|article__(?:body|content|text)|"
    r"(?:post|entry|story)__(?:body|content|text)|"
    r"(?:post|entry|article|story)-?(?:content|body|text))(?![\w-])",
)
LEAD_PICTURE = re.compile(
    r"feature|hero|lead|cover|main-?(?:image|img|photo|visual|pic)|top-?(?:image|photo)|lede"
)
UNLIKELY_ROLES = names(
    "menu menubar complementary navigation alert alertdialog dialog banner contentinfo search"
)
PLAYERS = re.compile(
    r"//(?:www\.|player\.|m\.)?(?:(?:dailymotion|youtube|youtube-nocookie|vimeo|youku|bilibili|twitch|soundcloud|ted|"
    r"codepen|spotify|loom)\.(?:com|tv)|v\.qq\.com|archive\.org|upload\.wikimedia\.org|w\.soundcloud\.com|"
    r"player\.bilibili\.com|open\.spotify\.com|embed\.ted\.com|leetcode\.com)",
    re.I,
)
AD_WORDS = re.compile(
    r"(?:ad(?:vertising|vertisement)?|pub(?:licité)?|werb(?:ung)?|anzeige|广告|廣告|реклама|anuncio|publicidade|광고)\W*$",
    re.I,
)
LOADING_WORDS = re.compile(r"(?:loading|正在加载|加载中|загрузка|chargement|cargando)(?:…|\.\.\.)?\s*$", re.I)
