"""Whose account a claim is: whoever speaks, with all who speak together ("Kyiv and Warsaw"); things are nobody."""

from typing import TYPE_CHECKING

from generator.finding.cast import Cast
from generator.finding.described import described
from generator.finding.passages import Passage
from generator.finding.speech import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST = 4  # who are named together
_AND = frozenset({"and", "&"})
_ONE_OF = frozenset({"det", "nummod", "poss"})  # "a", "two", "her"
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_NATIONS = frozenset({"GPE", "NORP"})
_SUBJECTS = frozenset({"nsubj", "agent"})


def holds_view(subject: "Token", party: str) -> bool:
    """Tell whether a party is somebody, not a thing that nobody owns: "documents", "talks in Cairo"."""
    return subject.lemma_.lower() not in listed("nobodies") or party != described(subject)


def all_of(passage: Passage, head: "Token", name: str, cast: Cast) -> str:
    """Return who speaks, by the noun that tells it and its name, with those whom "and" joins to it."""
    apposed = (one for one in head.children if one.dep_ == "appos" and one.conjuncts)
    if passage.actor_at(head.idx) is None and (first := next(apposed, None)) and cast.who(passage, first) == name:
        return all_of(passage, first, name, cast)  # "two residents, Olha Kovach and Ivan Bondar"
    beside = [word for word in head.conjuncts if _speaks_too(passage, head, word)]
    if not beside:
        return (described(head) if _of_several(head) else "") or name
    named = [(head, name), *((word, _named_behind(passage, word) or cast.who(passage, word)) for word in beside)]
    whole = [
        (word.i, party) for word, party in named if party and holds_view(word, party) and not _is_role(word, party)
    ]
    names = list(dict.fromkeys(party for _, party in sorted(whole)))
    if not 1 <= len(names) <= _MOST:
        return name
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def named_in(verb: "Token", name: str, passage: Passage, cast: Cast) -> "Token | None":
    """Return the subject of a verb that has a name."""
    own = (child for child in verb.children if child.dep_ in _SUBJECTS)
    return next((child for child in own if cast.who(passage, child) == name), None)


def _named_behind(passage: Passage, word: "Token") -> str:
    """Return the person named right behind what somebody is: "finance chief Joe Tull", "the lawyer, Ralf Sommer"."""
    if passage.actor_at(word.idx) is not None:
        return ""
    end = word.idx + len(word)
    actor = passage.actor_at(end + (2 if passage.text.startswith(", ", end) else 1))
    return actor.name if actor and actor.kind == "person" else ""


def _speaks_too(passage: Passage, head: "Token", word: "Token") -> bool:
    """Tell whether a word beside another is of the same verb, and nobody who only carries what is said."""
    joints = (child for one in (head, *head.conjuncts) for child in one.children if child.dep_ == "cc")
    return (
        any(joint.lower_ in _AND for joint in joints)
        and word.pos_ in _NOUNS
        and not passage.is_medium(word)
        and not passage.quotes_at(word.idx)
    )


def _is_role(word: "Token", party: str) -> bool:
    """Tell whether a noun without an article is what somebody is: "comedian and friend Bob Hope"."""
    single = word.text.islower() and word.tag_ in {"NN", "NNP"}
    return single and party == described(word) and _ONE_OF.isdisjoint(child.dep_ for child in word.children)


def _of_several(head: "Token") -> bool:
    """Tell whether a noun is of several countries: "Ukrainian and Polish officials"."""
    nations = (child for child in head.children if child.dep_ == "amod" and child.ent_type_ in _NATIONS)
    return any(word.ent_type_ in _NATIONS for nation in nations for word in nation.conjuncts)
