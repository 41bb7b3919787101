import pytest

from llmtimeline.register.identity import index_names
from llmtimeline.register.vendors import VendorBook, Who
from llmtimeline.values.diagnostics import Diagnostic

from .builders import heading, placed, vendor

BOOK = index_names(
    [
        vendor("openai", "OpenAI"),
        vendor("meta", "Meta", "Meta AI", former=("Facebook",)),
        vendor("midjourney", "Midjourney", "Midjourney, Inc."),
        vendor("tsinghua", "清华大学", "清华"),
        vendor("zhipu", "智谱 AI", "智谱"),
        vendor("att", "AT&T"),
        vendor("nvidia", "NVIDIA"),
        vendor("microsoft", "Microsoft"),
        vendor("quora", "Quora", typos=("Kwora",)),
        vendor("tii", "TII"),
    ]
).value


def read(after: str, *given: str) -> tuple[Who, list[Diagnostic], VendorBook]:
    found: list[Diagnostic] = []
    book = VendorBook(BOOK)
    segments = heading(f"Foo, 2023-05, {after}" if after else "Foo, 2023-05").after
    return book.read(segments, [placed(name) for name in given], found), found, book


@pytest.mark.parametrize(
    ("after", "vendors", "statuses"),
    [
        ("OpenAI", ("openai",), ()),
        ("Open AI", ("openai",), ()),
        ("Facebook", ("meta",), ()),
        ("Midjourney, Inc.", ("midjourney",), ()),
        ("Open Beta, Midjourney, Inc.", ("midjourney",), ("open-beta",)),
        ("公测, Midjourney", ("midjourney",), ("open-beta",)),
        ("OpenAI, Open Beta", ("openai",), ("open-beta",)),
        ("Open Beta", (), ("open-beta",)),
        ("", (), ()),
        ("OpenAI, Inc.", ("openai",), ()),
        ("Microsoft Corp.", ("microsoft",), ()),
        ("Microsoft & NVIDIA", ("microsoft", "nvidia"), ()),
        ("清华、智谱", ("tsinghua", "zhipu"), ()),
        ("清华与智谱AI", ("tsinghua", "zhipu"), ()),
        ("清华, 智谱", ("tsinghua", "zhipu"), ()),
        ("AT&T & NVIDIA", ("att", "nvidia"), ()),
        ("Meta and Microsoft", ("meta", "microsoft"), ()),
        ("Meta / Meta AI", ("meta",), ()),
        ("OpenAI, 2023/05/06", ("openai",), ()),
        ("2023年5月, OpenAI", ("openai",), ()),
    ],
)
def test_the_segments_after_a_date_become_vendors_and_statuses(
    after: str, vendors: tuple[str, ...], statuses: tuple[str, ...]
) -> None:
    who, found, _ = read(after)
    assert (who.vendors, who.statuses, found) == (vendors, statuses, [])


def test_an_unknown_vendor_is_told_and_kept() -> None:
    who, found, book = read("Some New Lab, Inc.")
    assert who.vendors == ("some-new-lab-inc",)
    assert [(d.code, d.message) for d in found] == [("LT301", "unknown vendor `Some New Lab, Inc.`")]
    assert found[0].span is not None
    assert (found[0].span.column, found[0].span.width) == (15, 18)
    made = book.unknown["some-new-lab-inc"]
    assert (made.kind, made.names.of("en")) == ("", "Some New Lab, Inc.")


def test_near_names_are_suggested_for_an_unknown_vendor() -> None:
    _, found, _ = read("Facebook Research Lab")
    assert found[0].code == "LT301"
    assert found[0].hint.startswith("did you mean `Facebook`")


def test_parts_are_vendors_only_when_every_one_is_known() -> None:
    who, found, _ = read("Microsoft & Nobody")
    assert who.vendors == ("microsoft-nobody",)
    assert [d.code for d in found] == ["LT301"]


@pytest.mark.parametrize(("typed", "meant"), [("Kwora", "Quora"), ("Microsfot", "Microsoft")])
def test_a_misspelt_vendor_is_a_typing_error_and_not_matched(typed: str, meant: str) -> None:
    who, found, _ = read(typed)
    assert who.vendors == (typed.lower(),)
    assert [d.code for d in found] == ["LT313"]
    assert f"did you mean `{meant}`?" in found[0].hint


def test_unknown_words_between_date_and_vendor_are_told() -> None:
    who, found, _ = read("very soon, OpenAI")
    assert who.vendors == ("openai",)
    assert [(d.code, d.message) for d in found] == [("LT306", "unknown words `very soon` between date and vendor")]
    assert found[0].span is not None
    assert (found[0].span.column, found[0].span.width) == (15, 9)


def test_vendors_of_a_block_win_over_the_heading() -> None:
    who, found, _ = read("Some New Lab", "tsinghua", "智谱")
    assert who == Who(("tsinghua", "zhipu"), (), by_block=True)
    assert found == []


def test_an_unknown_vendor_of_a_block_is_told() -> None:
    _, found, _ = read("OpenAI", "nowhere-lab")
    assert [d.code for d in found] == ["LT301"]


def test_two_spellings_of_an_unknown_vendor_are_one() -> None:
    found: list[Diagnostic] = []
    book = VendorBook(BOOK)
    ids = {book.named(placed(name), found) for name in ("New Lab", "new-lab", "NEW LAB")}
    assert ids == {"new-lab"}
    assert list(book.unknown) == ["new-lab"]


def test_a_heading_of_fifty_thousand_commas_is_read_at_once() -> None:
    who, found, _ = read(", ".join(["x1"] * 50_000))
    assert who.vendors == ("x1",)
    assert len(found) == 50_000


def test_a_vendor_that_is_called_like_a_status_is_a_vendor() -> None:
    book = VendorBook(index_names([vendor("preview", "Preview"), vendor("openai", "OpenAI")]).value)
    segments = heading("Foo, 2023-05, Preview, OpenAI").after
    assert book.read(segments, (), []) == Who(("preview", "openai"), ())


def test_punctuation_does_not_make_another_vendor() -> None:
    who, found, _ = read("OpenAI!")
    assert (who.vendors, found) == (("openai",), [])


def test_the_longest_run_of_parts_that_is_known_is_one_vendor() -> None:
    book = VendorBook(index_names([vendor("x", "X"), vendor("y", "Y"), vendor("x-y", "X & Y"), vendor("z", "Z")]).value)
    assert book.read(heading("Foo, 2023-05, X & Y / Z").after, (), []).vendors == ("x-y", "z")
