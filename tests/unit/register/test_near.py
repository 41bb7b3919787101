import pytest

from llmtimeline.register.identity import alias_key
from llmtimeline.register.near import NearNames, edits

KNOWN = [
    *("ChatGPT", "WizardLM", "MBZUAI", "Quora", "Koala-Distill", "Claude 2", "LLaMA", "StarCoder", "GPT-4", "OpenAI"),
    *("文心大模型", "Anthropic", "Stability AI"),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("quora", "quora", 0),
        ("quora", "quroa", 1),
        ("quora", "quaro", 2),
        ("quora", "quor", 1),
        ("quora", "xquora", 1),
        ("quora", "quira", 1),
        ("koaladistll", "koaladistill", 1),
        ("abcdef", "badcfe", 3),
        ("abcd", "badc", 2),
        ("short", "muchlonger", 3),
        ("", "ab", 2),
    ],
)
def test_edits_count_insertions_losses_changes_and_swaps(one: str, other: str, expected: int) -> None:
    assert edits(one, other) == expected
    assert edits(other, one) == expected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ChatGTP", "ChatGPT"),
        ("WizardML", "WizardLM"),
        ("MDZUAI", "MBZUAI"),
        ("Quaro", "Quora"),
        ("Koala-Distll", "Koala-Distill"),
        ("Antropic", "Anthropic"),
        ("Stablity-AI", "Stability AI"),
        ("Anthropi", "Anthropic"),
    ],
)
def test_a_slip_of_the_finger_is_found(typed: str, meant: str) -> None:
    near = NearNames(map(alias_key, KNOWN))
    assert near.slip(alias_key(typed))[0] == alias_key(meant)


@pytest.mark.parametrize(
    "typed", ["Claude 3", "StarCoderX", "GPT-5", "Qwen", "文心小模型", "ChatGPT", "OpenXY", "Completely Else", ""]
)
def test_another_number_a_longer_name_or_a_short_one_is_no_slip(typed: str) -> None:
    near = NearNames(map(alias_key, KNOWN))
    assert list(near.slip(alias_key(typed))) == []


def test_the_nearest_names_come_best_first() -> None:
    near = NearNames(map(alias_key, KNOWN))
    assert near.nearest("openia")[0] == "openai"
    assert near.nearest("stabilityinc")[0] == "stabilityai"
    assert near.nearest("zzzzzz") == ()


def test_every_slip_that_comparing_with_all_would_find_is_found() -> None:
    letters = "abcde"
    known = [f"name{a}{b}{c}rest" for a in letters for b in letters for c in letters]
    near = NearNames(known)
    typed = "nameabxrest"
    assert set(near.slip(typed)) == {name for name in known if 0 < edits(typed, name) <= 2}


def test_a_letter_lost_here_and_one_too_many_there_is_a_slip() -> None:
    meant = "wizardcoder"
    near = NearNames([meant, "somethingelse"])
    for lost in range(len(meant)):
        shorter = meant[:lost] + meant[lost + 1 :]
        for place in range(len(shorter) + 1):
            typed = f"{shorter[:place]}x{shorter[place:]}"
            assert near.slip(typed) == (meant,), typed
        for second in range(len(shorter)):
            typed = shorter[:second] + shorter[second + 1 :]
            assert near.slip(typed) == (meant,), typed
