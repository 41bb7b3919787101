"""data/ids.lock."""

from llmtimeline.register import lock_lines, register
from llmtimeline.register.lock import follow_moves

from .builders import CONFIG, catalog, codes, locked, post, registered, told, vendor

OPENAI = vendor("openai", "OpenAI")
PAGE = post("content/a.zh.md", "Foo, 2023-05, OpenAI", "Bar, 2023-05, OpenAI")
ALL = ("model bar", "model foo", "release bar", "release foo", "vendor openai")


def test_without_a_lock_nothing_is_said() -> None:
    assert told(PAGE, known=catalog(OPENAI)) == ()


def test_a_complete_lock_is_silent() -> None:
    assert told(PAGE, known=catalog(OPENAI, lock=locked(*ALL))) == ()


def test_an_id_that_is_gone_is_an_error_at_its_line() -> None:
    (diagnostic,) = told(PAGE, known=catalog(OPENAI, lock=locked("model food", *ALL)))
    assert (diagnostic.code, diagnostic.severity) == ("LT311", "error")
    assert diagnostic.message == "model `food` was published and is gone"
    assert "`model food -> foo`" in diagnostic.hint
    assert diagnostic.span is not None
    assert (diagnostic.span.path, diagnostic.span.line) == ("data/ids.lock", 1)


def test_new_ids_are_one_note_for_each_kind() -> None:
    diagnostics = told(PAGE, known=catalog(OPENAI, lock=locked("vendor openai")))
    assert codes(diagnostics) == ["LT316", "LT316"]
    assert [d.message for d in diagnostics] == [
        "2 models are not locked yet: bar, foo",
        "2 releases are not locked yet: bar, foo",
    ]
    assert all(d.span and d.span.path == "data/ids.lock" for d in diagnostics)


def test_an_empty_lock_is_a_lock() -> None:
    assert len(told(PAGE, known=catalog(OPENAI, lock=()))) == 3


def test_many_new_ids_are_not_all_named() -> None:
    page = post("content/a.zh.md", *(f"M{i}, 2023-05, OpenAI" for i in range(9)))
    note = told(page, known=catalog(OPENAI, lock=locked("vendor openai")))[0]
    assert note.message == "9 models are not locked yet: m0, m1, m2, m3, m4, …"


def test_a_moved_id_leads_on_to_the_last_one() -> None:
    lock = locked("model older -> old", "model old -> foo", *ALL)
    registry = registered(PAGE, known=catalog(OPENAI, lock=lock))
    assert registry.moved == {("model", "old"): "foo", ("model", "older"): "foo"}


def test_a_move_to_nowhere_is_an_error() -> None:
    (diagnostic,) = told(PAGE, known=catalog(OPENAI, lock=locked("model old -> gone", *ALL)))
    assert (diagnostic.code, diagnostic.message) == ("LT311", "model `old` moved to `gone`, which does not exist")


def test_moves_in_a_ring_lead_nowhere() -> None:
    assert follow_moves(locked("model a -> b", "model b -> a", "model c -> a", "model d -> e")) == {("model", "d"): "e"}


def test_an_id_that_came_back_does_not_move() -> None:
    assert registered(PAGE, known=catalog(OPENAI, lock=locked("model foo -> bar", *ALL))).moved == {}


def test_the_new_content_holds_all_ids_sorted_and_loses_none() -> None:
    known = catalog(OPENAI, lock=locked("model gone", "model old -> foo"))
    registry = register([PAGE], known, CONFIG).value
    assert lock_lines(registry, known) == (
        "model bar",
        "model foo",
        "model gone",
        "model old -> foo",
        "release bar",
        "release foo",
        "vendor openai",
    )
    assert lock_lines(registry, catalog(OPENAI)) == ALL
