"""Sentences that report what a party says: whose account it is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generator.finding.according import according
from generator.finding.cast import Cast
from generator.finding.continued import Spoken, spoken
from generator.finding.cut_off import speaker_before
from generator.finding.foreign_claims import foreign_account
from generator.finding.foreign_quotes import Told, foreign_quotes
from generator.finding.offices import Offices
from generator.finding.parts import parts
from generator.finding.party import all_of, holds_view, named_in
from generator.finding.passages import Passage, passages
from generator.finding.speakers import speaker_of
from generator.finding.speech import is_passive, listed, speaks
from generator.finding.stances import takes_stance
from generator.finding.things import is_thing, shows
from generator.finding.utterances import is_utterance
from generator.language import has_model
from generator.model import Actor, Article, Claim, Sentence
from generator.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.language import Parse

Quote = TypeVar("Quote", Spoken, Told)
_CHIEF = frozenset({"ROOT", "parataxis"})
_CHAINED = frozenset({"conj", "dobj", "pcomp", "pobj", "prep", "relcl", "xcomp"})
_AGAINST = frozenset({"while", "whereas", "whilst"})
_PAST = frozenset({"VBD", "VBZ"})
_FINITE = frozenset({"MD", "VBD", "VBN", "VBP", "VBZ"})  # a past may be read as a participle
_TIMES = frozenset({"DATE", "TIME"})
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_MOST = 0.5  # of a sentence's characters
_DEEPEST = 4  # "was quoted as saying that": how far below the verb what is said may hang


class Placed(NamedTuple):
    """A sentence at `passage.text[start:end]`."""

    sentence: Sentence
    passage: Passage
    start: int
    end: int


def find_claims(
    article: Article, parse: "Parse", actors: Sequence[Actor], registry: Registry, said: Sequence[Sentence]
) -> tuple[Claim, ...]:
    """Return a claim for each of these sentences that says no more than what a party says.

    In languages that no model reads, it is told where words for "said that" or "according to" stand beside.
    """
    told = list(passages(parts(article, parse), actors, registry, article.lang))
    placed = list(_placed(said, told[len(told) - len(article.paragraphs) :]))
    if not has_model(article.lang):
        return tuple(_foreign(placed, article.lang, _by_passage(foreign_quotes(told, article.lang))))
    cast = Cast(told, actors, Offices(registry, article.date))
    quotes = _by_passage(spoken(told, cast))
    claims = (_claim(one, cast, quotes[one.passage.number]) for one in placed)
    return tuple(claim for claim in claims if claim)


def _by_passage(found: "Iterable[Quote]") -> "Mapping[int, Sequence[Quote]]":
    """Return quotes by the numbers of their passages: to look through all for each sentence takes too long."""
    quotes: dict[int, list[Quote]] = defaultdict(list)
    for one in found:
        quotes[one.passage.number].append(one)
    return quotes


def _foreign(placed: "Sequence[Placed]", lang: str, quoted: "Mapping[int, Sequence[Told]]") -> "Iterator[Claim]":
    last = ("", 0, 0)
    for sentence, passage, start, end in placed:
        account = foreign_account(passage, start, end, lang, quoted[passage.number])
        right_before = last[1] == passage.number and not passage.text[last[2] : start].strip()
        party = account.party if account and not account.again else last[0] if account and right_before else ""
        last = party, passage.number, end
        if party:
            channel = passage.channel(start, end)
            yield Claim(sentence.text, sentence.start, sentence.end, party, "" if channel in party else channel)


def _placed(said: Sequence[Sentence], paragraphs: Sequence[Passage]) -> "Iterator[Placed]":
    """Yield sentences with where they stand: a passage, with start and end in its text."""
    for sentence in said:
        passage = paragraphs[sentence.paragraph]
        if place := passage.place(sentence.start, sentence.end):
            yield Placed(sentence, passage, *place)


def _claim(placed: Placed, cast: Cast, quotes: Sequence[Spoken]) -> Claim | None:
    """Return the claim that a sentence is, None for none; `quotes` are those of its passage."""
    sentence, passage, start, end = placed
    channel = passage.channel(start, end)
    party = next(_parties(passage, start, end, cast), "") or next(_quoted(passage, start, end, quotes, cast), "")
    if party and (other := next(_other_side(passage, start, end, cast), "")) and other not in party:
        party = party if " and " in party else f"{party} and {other}"
    if not party:
        return None
    return Claim(sentence.text, sentence.start, sentence.end, party, "" if channel in party else channel)


def _parties(passage: Passage, start: int, end: int, cast: Cast) -> "Iterator[str]":
    """Yield whose account a sentence is, by each verb that says it, then by "according to"."""
    for verb in _verbs(passage, start, end):
        subject, party = speaker_of(passage, verb, cast)
        if party and not (subject and (passage.is_medium(subject) or shows(subject, verb))):
            yield from _whole(passage, subject or named_in(verb, party, passage, cast), party, cast)
    for head in (according(passage, start, end), _behind(passage, start, end)):
        if head is not None and (party := cast.who(passage, head)):
            yield from _whole(passage, head, party, cast)
    yield from _before_aside(passage, start, end)


def _quoted(passage: Passage, start: int, end: int, quotes: Sequence[Spoken], cast: Cast) -> "Iterator[str]":
    """Yield the person whose words most of a sentence is, where the rest of it says so."""
    for one in quotes:
        here = start <= one.quote.opens and one.quote.closes <= end
        if here and one.quote.end - one.quote.start > _MOST * (end - start) and cast.is_person(one.said.speaker):
            rest = _WORDS.findall(passage.text[start : one.quote.opens] + passage.text[one.quote.closes : end])
            verb = one.said.verb.partition(" ")[0]
            if verb in rest and not {one.said.speaker.split()[-1], "he", "she"}.isdisjoint(rest):
                yield one.said.speaker


def _before_aside(passage: Passage, start: int, end: int) -> "Iterator[str]":
    """Yield the person with whom a sentence begins and who says it behind an aside: "Anna Berg, who left, said"."""
    first = next((one for one in passage.named.within(start, end) if one.start == start), None)
    if first is None or first.actor.kind != "person" or passage.text[first.end : first.end + 1] != ",":
        return
    for verb in passage.words(first.end, end):
        holds = any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
        if verb.tag_ in _PAST and speaks(verb) and verb.nbor(-1).text == "," and holds:
            if not passage.quotes_at(verb.idx):
                yield first.actor.name
            return


def _behind(passage: Passage, start: int, end: int) -> "Token | None":
    """Return who says what stands before a comma, where the parse joined them otherwise: "It fell, the office said"."""
    words = passage.words(start, end)
    for at, verb in enumerate(words):
        if verb.tag_ in _PAST and speaks(verb) and not passage.quotes_at(verb.idx) and _ends(words[at + 1 :]):
            head = speaker_before(verb)
            told = head is not None and any(word.tag_ in _FINITE for word in words[: head.i - words[0].i])
            if head is not None and told and not (passage.is_medium(head) or is_thing(head) or is_utterance(head)):
                return head
    return None


def _ends(behind: "Sequence[Token]") -> bool:
    """Tell whether nothing but a day or a mark stands behind a verb."""
    first = next((word for word in behind if word.text != "on" and word.ent_type_ not in _TIMES), None)
    return first is None or first.pos_ == "PUNCT"


def _other_side(passage: Passage, start: int, end: int, cast: Cast) -> "Iterator[str]":
    """Yield who says something else in the same sentence: "Kyiv said it was over, while Moscow claimed it went on"."""
    sides = (child for verb in _verbs(passage, start, end) for child in verb.children if child.i > verb.i)
    for verb in sides:
        beside = verb.dep_ == "conj" or any(word.lower_ in _AGAINST for word in verb.children if word.dep_ == "mark")
        subject = next((word for word in verb.children if word.dep_ == "nsubj" and word.i < verb.i), None)
        if (
            beside
            and subject
            and subject.pos_ != "PRON"
            and speaks(verb)
            and not is_passive(verb)
            and _says(passage, verb, start, end)
        ):
            party = cast.who(passage, subject)
            nobody = passage.is_medium(subject) or is_thing(subject) or is_utterance(subject)
            if party and not nobody and not passage.quotes_at(verb.idx):
                yield from _whole(passage, subject, party, cast)


def _whole(passage: Passage, head: "Token | None", party: str, cast: Cast) -> "Iterator[str]":
    if head is None:
        yield party
    elif holds_view(head, party):
        yield all_of(passage, head, party, cast)


def _verbs(passage: Passage, start: int, end: int) -> "Iterator[Token]":
    """Yield the main verbs of a sentence that say something: "said" but not "said a prayer"."""
    for word in passage.words(start, end):
        if (
            word.dep_ in _CHIEF
            and speaks(word)
            and not is_passive(word)
            and not (takes_stance(word) and _goes_on(word))
            and not passage.quotes_at(word.idx)
            and _says(passage, word, start, end)
        ):
            yield word


def _goes_on(verb: "Token") -> bool:
    """Tell whether a sentence goes on to what somebody else does: "denied it, but a jury found him guilty"."""
    joined = (child for child in verb.children if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"})
    return any(child.dep_ in {"nsubj", "nsubjpass"} for one in joined for child in one.children)


def _says(passage: Passage, verb: "Token", start: int, end: int) -> bool:
    """Tell whether a clause, an object that it judges or words in quotation marks hang on a verb."""
    below = [verb]
    for _ in range(_DEEPEST):
        children = [child for word in below for child in word.children]
        if any(word.dep_ == "ccomp" for word in children):
            return True
        below = [word for word in children if word.dep_ in _CHAINED or (word.dep_ == "advcl" and speaks(word))]
    stated = verb.dep_ == "parataxis" or takes_stance(verb)
    shouts = verb.lemma_.lower() in listed("shouting")
    return stated or (not shouts and any(start <= quote.opens < end for quote in passage.quoted))
