"""VCCorp's system, of Tuổi Trẻ, Thanh Niên and the Government's newspaper."""

from __future__ import annotations

from crawler.site import Selectors

SELECTORS = Selectors(
    title=("[data-role=title]", "h1.detail-title"),
    sapo=("[data-role=sapo]", "h2.detail-sapo"),
    body=("div.detail-content.afcbc-body",),
    published=("[data-role=publishdate]",),
    authors=("[data-role=author]",),
    captions=(
        '.afcbc-body figure.VCSortableInPreviewMode[type="Photo"]',
        '.afcbc-body div.VCSortableInPreviewMode[type="Photo"]',
    ),
    # `a.link-inline-content` stands inside sentences: it is text, not clutter.
    prune=(
        '.VCSortableInPreviewMode[type^="RelatedOneNews"]',
        '.VCSortableInPreviewMode[type="RelatedNewsBox"]',
        ".afcbc-body [data-check-position]",
        ".box-category-item",
    ),
)
