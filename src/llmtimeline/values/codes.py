"""Every diagnostic code, its severity and what it means. `docs/diagnostics.md` is held to this table by a test.

Families by stage: LT0 load, LT1 fields, LT2 bodies and links, LT3 registry, LT4 templates, LT5 outputs, LT6 write,
LT9 a fault of the program. A code is never given a second meaning.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


class Severity(enum.StrEnum):
    """An error stops the build; a warning does so under --strict; a note never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its usual severity and one sentence on what it means and what to do."""

    severity: Severity
    title: str
    meaning: str


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

_TABLE: tuple[tuple[str, Severity, str, str], ...] = (
    # LT0: load
    ("LT001", _E, "not UTF-8", "The file is not UTF-8 text. Save it as UTF-8."),
    ("LT002", _E, "file too large", "The file passes the size limit for its kind. Split it."),
    (
        "LT003",
        _E,
        "link out of the site",
        "A symbolic link leads out of the site, and is not followed. Copy the file in.",
    ),
    ("LT004", _E, "unreadable file", "The file cannot be read: permissions, or it vanished while the build ran."),
    ("LT005", _E, "no site here", "The folder has no config file. Run the command in a site's root or give --source."),
    ("LT006", _E, "missing theme", "The config names a theme or folder that is not there."),
    ("LT007", _W, "unknown content format", "Only Markdown content is read; the file is left out."),
    ("LT008", _W, "control characters", "The text holds characters that cannot be seen and may mislead a reviewer."),
    ("LT009", _N, "Go templates", "Templates of Hugo cannot run here; Jinja ones in templates/ stand in for them."),
    ("LT010", _N, "no dates from git", "Git cannot say when files were changed; front matter dates them."),
    (
        "LT011",
        _W,
        "file that may run code",
        "A file beside a post holds a script, or may. It was left out, as raw HTML is, unless the site allows that.",
    ),
    (
        "LT012",
        _W,
        "picture that cannot be read",
        "The file is no picture, or a part of it is missing. It was published as it is, without size or smaller ones.",
    ),
    ("LT013", _W, "picture too large", "Few browsers can show so many pixels. It was published as it is."),
    ("LT014", _W, "font that cannot be read", "Social cards are drawn with this font; without it there are none."),
    (
        "LT015",
        _N,
        "Pillow is missing",
        "The config asks for smaller pictures or social cards, which Pillow makes: pip install 'llmtimeline[images]'.",
    ),
    # LT1: fields of config, front matter, catalog and release blocks
    ("LT101", _E, "not valid YAML, TOML or JSON", "The notation has an error at this place."),
    ("LT102", _W, "key given twice", "The same key stands twice in one mapping; the last one counts."),
    ("LT103", _E, "front matter not closed", "The front matter opens but its closing line is missing."),
    ("LT104", _E, "not a mapping", "Keys with values were expected here: `key: value`."),
    ("LT105", _W, "unknown key", "No field has this name. A near one is suggested where there is one."),
    ("LT106", _E, "wrong kind of value", "The field wants another kind of value, such as a list or yes/no."),
    ("LT107", _E, "unreadable date", "The date is in no form that is understood, or no such day exists."),
    ("LT108", _E, "value not known", "The field takes only certain words; this is none of them."),
    ("LT109", _E, "document too deep or too large", "Limits on depth, aliases and size protect the build from bombs."),
    ("LT110", _W, "full-width colon", "A full-width colon stands where YAML needs `: `; it was read as one."),
    ("LT111", _E, "unknown field in a release block", "The block takes only known fields, so that a typo is not lost."),
    ("LT112", _E, "unknown language", "The config does not declare this language."),
    ("LT113", _E, "address not allowed", "Only http, https, mailto, tel and addresses inside the site may be linked."),
    (
        "LT114",
        _E,
        "unreadable quantity",
        "The number is in no form that is understood, such as 180B, 130亿 or 3.5T tokens.",
    ),
    (
        "LT115",
        _W,
        "outdated or foreign setting",
        "The setting has no effect here; the message says what stands for it.",
    ),
    ("LT116", _E, "unknown time zone", "The name is in no time zone database; write one such as Asia/Shanghai."),
    ("LT117", _W, "placeholder left in place", "A value from a template was never filled in."),
    ("LT118", _E, "field missing", "A field that must be there is not."),
    (
        "LT119",
        _W,
        "no date in a layout",
        "Every post would show the same date. Write January 2, 2006, as dates shall look.",
    ),
    (
        "LT121",
        _W,
        "edit link leads nowhere",
        "A link made of this address shows no file. On GitHub it is https://github.com/OWNER/REPO/edit/BRANCH/content.",
    ),
    (
        "LT122",
        _W,
        "text in another language",
        "The pages say one language and their text is in another; browsers and search engines go by what pages say.",
    ),
    # LT2: bodies and links
    ("LT201", _W, "broken link inside the site", "No page or file stands at the address that the link names."),
    ("LT202", _W, "broken anchor", "The page exists, but no heading or anchor of it has this name."),
    ("LT203", _W, "missing image or file", "The image or file is not in the site."),
    ("LT204", _E, "unsafe address", "The link's scheme may run code or leave the web; the link was left out."),
    ("LT205", _W, "raw HTML left out", "Posts hold no raw HTML unless the site allows it."),
    (
        "LT206",
        _W,
        "address cut at Chinese text",
        "A bare address ends where Chinese begins. Write <…> or [text](…) to keep it whole.",
    ),
    (
        "LT207",
        _W,
        "heading by accident",
        "A line under text made of - or = turns the text into a heading. Leave a blank line before it.",
    ),
    ("LT208", _W, "not a heading", "A heading needs a space after its # marks."),
    ("LT209", _E, "link out of the site's folder", "The path climbs out of the site."),
    ("LT210", _W, "unknown shortcode", "No layer has a template for this shortcode; what it encloses was kept."),
    ("LT211", _W, "footnote without a text", "The footnote that is referred to is nowhere defined."),
    ("LT212", _W, "image without a description", "Readers who cannot see the image need words: ![what it shows](…)."),
    ("LT213", _E, "unreadable shortcode", "The tag is not well formed, or its opening or closing tag is missing."),
    (
        "LT214",
        _E,
        "shortcode without its argument",
        "An argument is missing, or the parameter is set nowhere.",
    ),
    (
        "LT215",
        _W,
        "character without a glyph",
        "The font of the social cards lacks a character, so the page has the card of the site. Name another font.",
    ),
    # LT3: releases and the registry
    ("LT301", _W, "unknown vendor", "The catalog has no such vendor. Add it to data/vendors.yaml, or mend the name."),
    ("LT302", _E, "impossible date", "The heading has a date that no calendar knows."),
    ("LT303", _W, "two dates in a heading", "The first date counts; the other is kept as text."),
    ("LT304", _W, "release without a vendor", "The heading names no vendor, and none is known for the model."),
    ("LT305", _W, "almost a release", "The heading would be a release but for a small thing; the message says which."),
    ("LT306", _W, "unknown words in a heading", "The words between date and vendor are no known status."),
    (
        "LT307",
        _W,
        "two dates for one release",
        "Two posts date the same release differently, so it counts as two events.",
    ),
    ("LT308", _E, "one name for two", "Two entries of the catalog claim the same name."),
    ("LT309", _E, "nothing has this id", "A reference names a model or vendor that does not exist."),
    ("LT310", _E, "circle in the lineage", "A model cannot descend from itself."),
    (
        "LT311",
        _E,
        "published id gone",
        "data/ids.lock holds an id that nothing has any more. Move it: `kind old -> new`.",
    ),
    ("LT312", _N, "claims disagree", "Two sources give different values for one field; both are kept and shown."),
    ("LT313", _W, "probably a typing error", "The word is one or two letters away from a known name."),
    ("LT314", _E, "block without a release", "A release block must stand under the heading of a release."),
    ("LT315", _E, "date outside the heading's", "The block's date must lie within the date that the heading gives."),
    ("LT316", _N, "id not locked yet", "The id is new; `llmtimeline lock` writes it into data/ids.lock."),
    ("LT317", _W, "licence and use disagree", "The licence forbids what `commercial` says is allowed, or the reverse."),
    ("LT318", _W, "word before the date", "A status stands before the date; it belongs after it."),
    ("LT319", _E, "vendor and model disagree", "A reference needs an entry of the other kind."),
    ("LT320", _W, "same model twice in a post", "Two headings of one post announce the same release."),
    # LT4: templates
    ("LT401", _E, "template missing", "A template names another that no layer has."),
    ("LT402", _E, "template not valid", "The template has an error at this place."),
    ("LT403", _E, "unknown name in a template", "The page has no value of this name."),
    ("LT404", _E, "missing word", "The language's words lack this key."),
    (
        "LT405",
        _E,
        "dynamic template name",
        "A template must be named plainly, so that it is known what a page depends on.",
    ),
    # LT5: outputs
    (
        "LT501",
        _E,
        "two pages with one address",
        "Two sources want the same place in the site; neither may win silently.",
    ),
    ("LT502", _E, "addresses that differ only in case", "On many systems these two are the same file."),
    ("LT503", _E, "address not possible", "The address cannot be a file's name on every system, or leaves the site."),
    ("LT504", _E, "reserved address", "Only config and static files may write this file, not a post."),
    ("LT505", _N, "own page gives way", "A page of the site stands where ours would; ours was left out."),
    ("LT506", _W, "alias not used", "A page stands where the alias would redirect from; the page was kept."),
    # LT6: write
    ("LT601", _E, "output folder not ours", "The folder holds files that no build of ours wrote; nothing was touched."),
    ("LT602", _E, "cannot write", "The system refused to write; the last good site is untouched."),
    ("LT603", _E, "output folder overlaps the site", "The output must stand apart from what is read."),
    ("LT604", _N, "waiting for another build", "Another build writes to the same folder; this one waited for it."),
    ("LT605", _E, "file is there already", "Nothing is overwritten; give another name, or say --force."),
    (
        "LT606",
        _E,
        "no index by Pagefind",
        "The config says `searchEngine: pagefind`; its package is missing, or it failed. The own search needs nothing.",
    ),
    # LT9: the program
    ("LT901", _E, "fault of the program", "This is not your mistake. Please report it with the file that shows it."),
)

CODES: Mapping[str, Code] = MappingProxyType({code: Code(s, title, meaning) for code, s, title, meaning in _TABLE})
