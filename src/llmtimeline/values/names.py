"""Names of one thing in several languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """Names by language, in the order given. The language is a primary subtag such as `zh`; "" means any."""

    by_language: tuple[tuple[str, str], ...] = ()

    def given(self, language: str) -> str | None:
        """The name in that very language (`zh-CN` asks for `zh`), or None."""
        primary = language.lower().split("-")[0]
        for key, name in self.by_language:
            if key == primary:
                return name
        return None

    def of(self, language: str) -> str:
        """The name to show in a language: its own, else the one for any, else English, else the first, else ""."""
        for key in (language, "", "en"):
            name = self.given(key)
            if name:
                return name
        return self.by_language[0][1] if self.by_language else ""

    def all(self) -> tuple[str, ...]:
        """Each different name once, in order."""
        return tuple(dict.fromkeys(name for _, name in self.by_language if name))

    def as_dict(self) -> dict[str, str]:
        """`{"zh": …, "en": …}` as far as known, without the key for any language."""
        return {key: name for key, name in self.by_language if key}
