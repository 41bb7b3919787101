"""Where content stands: one site under every setting that moves its pages, as Hugo wrote its files."""

from __future__ import annotations

import re

import pytest

from tests.hugo.sites import BARE, a_site, codes_of, page, paths_of, vector, view_at

DAY = "2024-02-03"
OURS_ALONE = {"llms.txt", "llms-full.txt"}
POSTS = {
    "About.md": page("About"),
    "root-page.md": page("Root"),
    "posts/_index.md": page("Posts"),
    "posts/2024-05-01-datefile.md": page(),
    "posts/Hello-World.md": page("Hello World", date=DAY),
    "posts/aliased.md": page(date=DAY, aliases="[/old/path/, rel-alias, /old.html, /中文 别名/]"),
    "posts/bundle/index.md": page(date=DAY),
    "posts/bundle/data.txt": "",
    "posts/slugged.md": page(date=DAY, slug="My Slug/中文 X"),
    "posts/url1.md": page(date=DAY, url="/Custom/Path/"),
    "posts/url2.md": page(date=DAY, url="custom2/rel.html"),
    "posts/url3.md": page(date=DAY, url="custom3/:year/:slug", slug="x"),
    "posts/Branch/_index.md": page("Branch"),
    "posts/中文 文件 名.md": page("中文标题", date=DAY),
    **{
        f"posts/{name}.md": page(date=DAY)
        for name in (
            *("a.b.c", "c++&c#", "Café", "emoji😀", "full，width！", "GPT-4.5 说明", "under_score--dd"),
            *("UPPER-Case_File", "sub/deep", "Branch/child"),
        )
    },
}

FIXED = """
Custom/Path/index.html
about/index.html
custom2/rel.html
custom3/2024/x/index.html
index.html
old.html
old/path/index.html
root-page/index.html
中文 别名/index.html
"""

DEFAULT = (
    FIXED
    + """
posts/2024-05-01-datefile/index.html
posts/a.b.c/index.html
posts/aliased/index.html
posts/branch/child/index.html
posts/branch/index.html
posts/bundle/data.txt
posts/bundle/index.html
posts/c++c#/index.html
posts/café/index.html
posts/emoji/index.html
posts/fullwidth/index.html
posts/gpt-4.5-说明/index.html
posts/hello-world/index.html
posts/index.html
posts/my-slug/中文-x/index.html
posts/rel-alias/index.html
posts/sub/deep/index.html
posts/under_score--dd/index.html
posts/upper-case_file/index.html
posts/中文-文件-名/index.html
"""
)
UGLY = """
Custom/Path/index.html
about.html
custom2/rel.html
custom3/2024/x/index.html
index.html
old.html
old/path.html
posts/2024-05-01-datefile.html
posts/a.b.c.html
posts/aliased.html
posts/branch/child.html
posts/branch/index.html
posts/bundle.html
posts/bundle/data.txt
posts/c++c#.html
posts/café.html
posts/emoji.html
posts/fullwidth.html
posts/gpt-4.5-说明.html
posts/hello-world.html
posts/index.html
posts/my-slug/中文-x.html
posts/rel-alias.html
posts/sub/deep.html
posts/under_score--dd.html
posts/upper-case_file.html
posts/中文-文件-名.html
root-page.html
中文 别名.html
"""
AS_WRITTEN = {  # what keeps its capitals under disablePathToLower
    "about/": "About/",
    "posts/branch/": "posts/Branch/",
    "posts/café/": "posts/Café/",
    "posts/gpt-4.5-说明/": "posts/GPT-4.5-说明/",
    "posts/hello-world/": "posts/Hello-World/",
    "posts/my-slug/中文-x/": "posts/My-Slug/中文-X/",
    "posts/upper-case_file/": "posts/UPPER-Case_File/",
}
CAPITALS = DEFAULT
for lower, written in AS_WRITTEN.items():
    CAPITALS = CAPITALS.replace("\n" + lower, "\n" + written)

BY_DATE = (
    FIXED
    + """
1/01/01/x/index.html
2024/02/03/hello-world/index.html
2024/02/03/my-slug/中文-x/index.html
2024/02/03/rel-alias/index.html
2024/02/03/x/data.txt
2024/02/03/x/index.html
2024/02/03/中文标题/index.html
posts/branch/index.html
posts/index.html
"""
)
BY_KIND = (
    FIXED
    + """
articles/index.html
posts/2024-05-01-datefile/index.html
posts/a.b.c/index.html
posts/aliased/index.html
posts/branch/child/index.html
posts/bundle/data.txt
posts/bundle/index.html
posts/c-c/index.html
posts/café/index.html
posts/deep/index.html
posts/emoji/index.html
posts/fullwidth/index.html
posts/gpt-4.5-说明/index.html
posts/hello-world/index.html
posts/rel-alias/index.html
posts/slugged/index.html
posts/under_score--dd/index.html
posts/upper-case_file/index.html
posts/中文-文件-名/index.html
"""
)
BY_TITLE = (
    FIXED
    + """
posts/branch/index.html
posts/hello-world/index.html
posts/index.html
posts/rel-alias/index.html
posts/x/data.txt
posts/x/index.html
posts/中文标题/index.html
"""
)
BY_SLUG_OR_FILE = (
    FIXED
    + """
2024-05-01-datefile/index.html
a.b.c/index.html
aliased/index.html
bundle/data.txt
bundle/index.html
c-c/index.html
café/index.html
child/index.html
deep/index.html
emoji/index.html
fullwidth/index.html
gpt-4.5-说明/index.html
hello-world/index.html
my-slug/中文-x/index.html
posts/branch/index.html
posts/index.html
rel-alias/index.html
under_score--dd/index.html
upper-case_file/index.html
中文-文件-名/index.html
"""
)

# Name in the vector, setting, Hugo's files. Where titles are equal Hugo lets one page win; here that is LT501.
SETTINGS = [
    ("default", "", DEFAULT),
    ("uglyURLs", "uglyURLs: true", UGLY),
    ("disablePathToLower", "disablePathToLower: true", CAPITALS),
    ("removePathAccents", "removePathAccents: true", DEFAULT.replace("café", "cafe")),
    ("permalinks", "permalinks: {posts: '/:year/:month/:day/:slug/'}", BY_DATE),
    (
        "permalinks-ctfn",
        "permalinks: {page: {posts: '/:sections/:contentbasename/'}, section: {posts: /articles/}}",
        BY_KIND,
    ),
    ("permalinks-filename", "permalinks: {posts: '/:section/:title/'}", BY_TITLE),
    ("permalinks-slugorfilename", "permalinks: {posts: '/:slugorfilename/'}", BY_SLUG_OR_FILE),
]


@pytest.mark.parametrize(("name", "setting", "files"), SETTINGS, ids=[name for name, _, _ in SETTINGS])
def test_every_page_stands_where_hugo_put_it_and_nothing_else_does(name: str, setting: str, files: str) -> None:
    site = a_site(BARE + setting, POSTS)
    wanted = set(files.split("\n")) - {""}
    if name in ("permalinks", "permalinks-filename"):
        # Equal titles give equal addresses. Hugo lets one page win silently; here nothing is published until it is
        # mended, so the aliases of a page that lost are of no account.
        aliases = {path for path in wanted if "rel-alias" in path or path.startswith(("old", "中文 "))}
        wanted = (wanted - aliases) | (wanted & paths_of(site))
    assert paths_of(site) - OURS_ALONE == wanted
    equal = name.startswith("permalinks") and name != "permalinks-slugorfilename"
    assert set(codes_of(site)) == ({"LT501"} if equal else set())


def test_the_files_of_the_table_are_those_that_hugo_wrote() -> None:
    blocks = re.split(r"^===== (.+)\n", vector("urls.txt"), flags=re.MULTILINE)[1:]
    found = dict(zip(blocks[::2], blocks[1::2], strict=True))
    listed = {name: [line for line in text.split("\n--")[0].splitlines() if line] for name, text in found.items()}
    assert listed == {name: sorted(filter(None, files.splitlines())) for name, _, files in SETTINGS}


def test_a_list_links_to_the_pages_by_the_addresses_that_hugo_gave() -> None:
    (line,) = re.findall(r"^LIST section Posts: (.+)$", vector("urls.txt"), re.MULTILINE)
    wanted = set(re.findall(r"\[(.+?)\]", line.replace("&#43;", "+")))
    content = view_at(a_site(BARE, POSTS), "posts/index.html").content
    ours = [card.url for card in content.posts] + [link.url for link in content.sections]
    assert set(ours) == wanted
