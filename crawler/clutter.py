"""Clutter known by its words: lines that are no part of an article wherever they stand.

Each rule has a name, so that `scrapy read` can say which one cut a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from crawler.text import is_one_of, squeeze

_READ_MORE = (
    r"also read|read also|read more|read next|read|related|see also|more on this|watch|don't miss|"
    r"baca juga|baca|lihat juga|simak juga|basahin|đọc thêm|xem thêm|mời độc giả xem thêm|"
    r"lire aussi|à lire aussi|lire|lea también|lee también|leer más|lesen sie auch|mehr zum thema|"
    r"leia também|czytaj więcej|czytaj także|les også|læs også|läs mer|läs också|číst více|čtěte"
)
_NETWORKS = r"google(?: news)?|facebook|zalo|youtube|tiktok|telegram|viber|twitter|mạng xã hội"
_JUNK = (
    ("dots", r"[.\s…·•*_=~#●-]+|\[(?:ends?|hết)\]"),
    ("end", r"-{0,2}\s?end\s?-{0,2}|#{2,}"),
    ("arrow-link", r"(?:>>+|->|→|»|▶|►|☞).*"),
    ("bracketed-title", r"\[[^\]]{15,}\]"),
    ("read-more", rf"(?:\W{{0,3}})(?:{_READ_MORE})\s?[:：>|–-].{{0,250}}"),
    ("read-more", rf"(?:\W{{0,3}})(?:{_READ_MORE})\W{{0,3}}"),
    (
        "follow",
        rf"theo dõi .{{1,40}} trên(?:\W{{1,3}}(?:{_NETWORKS})\b.{{0,60}})?|theo dõi vietnamplus",
    ),
    ("follow", r"(?:follow|join) us\b.{0,160}|(?:subscribe to|sign up for) (?:our|the)\b.{0,160}"),
    (
        "follow",
        r"(?:follow|join|get) (?:our|the)\b.{0,80}\b(?:newsletter|channel|app|inbox)\b.{0,80}",
    ),
    ("follow", r"(?:ikuti|dapatkan) .{0,160}(?:google news|whatsapp|telegram).{0,80}"),
    ("source", r"(?:nguồn|source|sumber|theo)\s?:.{0,80}"),
    ("app", r"click here to .{0,80}|download (?:the|our) .{0,80} app.{0,40}"),
    (
        "button",
        r"bản in|in bài(?: viết)?|copy link|lưu bài viết|sao chép liên kết|facebook|twitter|zalo|x|"
        r"phiên bản di động|quay lại|gửi email|email|print|share|share this|chia sẻ|bình luận|"
        r"advertisement|quảng cáo|iklan|\(?adsbygoogle.{0,80}|leftcenterrightdel|"
        r"skip to (?:main )?content|all rights reserved\.?|0 comments?|comments?|summary",
    ),
    ("copyright", r"(?:copyright\s*)?(?:©|\(c\)) ?.{0,120}"),
    (
        "credit-line",
        r"(?:pewarta|editor|penulis|reporter|uploader|penerjemah|redaktion|sendung)\s?:.{0,80}",
    ),
    ("initials", r"\([a-z]{2,4}(?:/[a-z]{2,4}){1,3}\)"),
    ("read-more", r"(?:simak|tonton|watch)(?: juga)? video\b.{0,160}"),
    ("bernama", r"bernama provides up-to-date .{0,300}"),
    ("tags", r"(?:tags?|từ khóa|từ khoá|topik|keywords?)\s?:.{0,200}"),
)
_STOP = (
    r"tin (?:bài )?liên quan|các tin liên quan|có liên quan|tin cùng chuyên mục|cùng chuyên mục|"
    r"tin cùng sự kiện|bài viết cùng chủ đề|bài cùng chuyên mục|tin khác|các tin khác|đọc thêm|"
    r"xem thêm|tin đọc nhiều|đọc nhiều|xem nhiều|tin nổi bật|có thể bạn quan tâm|tin mới|"
    r"tin cũ hơn|bài trước đó|bài sau đó|ý kiến bạn đọc|more from wvr|related news|"
    r"related articles|related stories|related|read more|more stories|you may also like|"
    r"most read|most popular|berita terkait|artikel terkait|berita lainnya|terkini|"
    r"相关新闻|相关阅读|延伸阅读|推荐阅读|关键词"
)
_RULES = tuple(f"line.{name}" for name, _ in _JUNK)
_ANY_JUNK = re.compile(
    "(?:" + "|".join(f"({pattern})" for _, pattern in _JUNK) + r")\s*", re.I | re.S
)
"""One group for each rule: tried in one go they cost a third."""
_STOP_HEADING = re.compile(rf"\W{{0,3}}(?:{_STOP})\W{{0,3}}", re.I)
_END_MARK = re.compile(r"\s*\.\s?/\.?\s*$|(?<=[.!?…”\"])\s*/\.\s*$|\s+-{1,2}\s?BERNAMA\s*$")
_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？”\"’)]\s*$")
_PROSE = 80
_HEAD = 4
_DATE = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[:.h]\d{2}(?:\s?[ap]m)?|\d{4}年\d{1,2}月\d{1,2}日|"
    r"\d{1,2}\.?\s[^\W\d_]{3,9}\.?\s\d{4}|[^\W\d_]{3,9}\.?\s\d{1,2},\s\d{4}|\d{1,2}[時月日]",
    re.I,
)
_MOST_BESIDE_DATE = 25
_SHORTEST_GLUED = 20

Cut = Callable[[str, str], None]
"""Told of every line that is cut, and of the rule that cuts it."""


def clean_lines(
    lines: Iterable[str], *, title: str | None, sapo: str | None, cut: Cut
) -> list[str]:
    """The lines of an article without clutter.

    Args:
        lines: paragraphs in order.
        title: repeated as a line, it goes.
        sapo: repeated as a line, it goes.
        cut: told of what goes, and why.
    """
    repeats = {
        squeeze(text): rule for text, rule in ((title, "line.title"), (sapo, "line.sapo")) if text
    }
    kept: list[str] = []
    for line in _before_stop(list(lines), cut):
        rule = repeats[squeeze(line)] if is_one_of(line, repeats) else junk_rule(line)
        if not rule and len(kept) < _HEAD:
            rule = _head_rule(line, repeats)
        if rule:
            cut(line, rule)
        elif line := _cut_end_mark(line):
            kept.append(line)
    return kept


def is_date_line(line: str) -> bool:
    """True for a line that prints a date or time and next to nothing else.

    A sentence is none, however short: Chinese says when and where in twenty characters.
    """
    if line.rstrip().endswith("。"):
        return False
    rest = _DATE.sub("", line)
    return rest != line and len(re.sub(r"[\W\d_]+", "", rest)) <= _MOST_BESIDE_DATE


def _head_rule(line: str, repeats: Mapping[str, str]) -> str | None:
    """Rules for the lines above the first paragraphs: dates, a kicker glued to the title."""
    if len(line) < 100 and is_date_line(line):
        return "line.date"
    end = squeeze(line[-_SHORTEST_GLUED:])
    likely = [r for r in repeats if len(r) > _SHORTEST_GLUED and r.endswith(end)]
    if not likely:
        return None
    squeezed = squeeze(line)
    glued = any(squeezed.endswith(r) and len(squeezed) <= len(r) + 60 for r in likely)
    return "line.title" if glued else None


def junk_rule(line: str) -> str | None:
    """The name of the rule that says that `line` is clutter."""
    if len(line) > 320 or not (found := _ANY_JUNK.fullmatch(line)):
        return None
    return _RULES[(found.lastindex or 0) - 1]


def is_stop_heading(line: str) -> bool:
    """True for a heading over lists of other articles: `Tin liên quan`, `Đọc thêm` ..."""
    return len(line) < 60 and bool(_STOP_HEADING.fullmatch(line))


def is_prose(line: str) -> bool:
    """True for a line that reads as a paragraph rather than as a title or label."""
    return len(line) >= _PROSE and bool(_ENDS_SENTENCE.search(line))


def _before_stop(lines: Sequence[str], cut: Cut) -> list[str]:
    """`lines` without the lists of other articles under stop headings.

    After a heading in the second half of the article nothing is kept; in its first half
    (a box between paragraphs) only the title-like lines under the heading go.
    """
    kept: list[str] = []
    total = sum(map(len, lines)) or 1
    skipping, done = False, 0
    for number, line in enumerate(lines):
        if is_stop_heading(line):
            if 2 * done >= total:
                for rest in lines[number:]:
                    cut(rest, "stop.heading")
                break
            skipping = True
        elif skipping and is_prose(line):
            skipping = False
        done += len(line)
        if skipping:
            cut(line, "stop.box")
        else:
            kept.append(line)
    return kept


def _cut_end_mark(line: str) -> str:
    if "/" in line or "BERNAMA" in line:
        line = _END_MARK.sub(_full_stop, line)
    return line.strip()


def _full_stop(mark: re.Match[str]) -> str:
    before = mark.string[: mark.start()].rstrip()
    return "" if before.endswith((".", "!", "?", "…", "”", '"')) else "."
