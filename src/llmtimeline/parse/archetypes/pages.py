"""What an archetype may ask of the post to be made: the dot of its actions."""

from __future__ import annotations

from datetime import datetime, tzinfo

from llmtimeline.parse.archetypes.names import NewPath, Target
from llmtimeline.parse.archetypes.values import Record
from llmtimeline.values.config import Config, Language


def describe_page(path: NewPath, target: Target, *, kind: str, now: datetime, config: Config) -> Record:
    """The fields of a post to be made, in Hugo's names. `kind` is the archetype that was asked for, or ""."""
    languages = [item for item in config.languages if item.key == target.language]
    language = _describe_language(languages[0] if languages else Language(target.language, target.language, ""))
    params = languages[0].params if languages else config.params
    site = Record(
        {
            "Title": (languages[0].title if languages else "") or config.title,
            "BaseURL": config.base_url,
            "Copyright": (languages[0].copyright if languages else "") or config.copyright,
            "Language": language,
            "LanguageCode": language.fields["Locale"],
            "Params": params,
        }
    )
    return Record(
        {
            "Name": path.name,
            "Date": now,
            "Type": kind or path.section or "page",
            "Kind": {"_index": "section"}.get(path.stem, "page"),
            "Section": path.section,
            "Lang": target.language,
            "Language": language,
            "File": _describe_file(path, target),
            "Site": site,
        }
    )


def moment_in(now: datetime, config: Config) -> datetime:
    """The moment in the site's time zone, where it has one."""
    return now.astimezone(_zone(config.time_zone)) if config.time_zone else now


def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def _describe_file(path: NewPath, target: Target) -> Record:
    folder, _, file = target.inner.rpartition("/")
    base, _, extension = file.rpartition(".")
    fields = {
        "Path": target.inner,
        "Dir": f"{folder}/" if folder else "",
        "LogicalName": file,
        "BaseFileName": base,
        "TranslationBaseName": path.stem,
        "ContentBaseName": path.name,
        "Ext": extension,
        "Lang": target.language,
    }
    return Record(dict(fields), target.inner)


def _describe_language(language: Language) -> Record:
    return Record(
        {
            "Lang": language.key,
            "LanguageName": language.label,
            "Label": language.label,
            "LanguageCode": language.locale,
            "Locale": language.locale,
            "Name": language.key,
            "Title": language.title,
            "Weight": language.weight,
        },
        language.key,
    )
