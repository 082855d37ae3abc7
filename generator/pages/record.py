"""A briefing as one JSON object: the shape of `show --json` and of the state files."""

from generator.model import Actor, Briefing, Claim, Quote, Topic
from generator.pages.schema import Json


def as_json(briefing: Briefing) -> Json:
    """Return the object that `briefing.schema.json` describes, keys in its order."""
    return {
        "id": briefing.id,
        "seed": briefing.seed,
        "title": briefing.title,
        "description": briefing.description,
        "summary": [sentence.text for sentence in briefing.summary],
        "spans": [[sentence.start, sentence.end] for sentence in briefing.summary],
        "actors": [_actor(actor) for actor in briefing.actors],
        "sources": list(briefing.sources),
        "topics": [_topic(topic) for topic in briefing.topics],
        "quotes": [_quote(quote) for quote in briefing.quotes],
        "claims": [_claim(claim) for claim in briefing.claims],
        "lang": briefing.lang,
        "source": briefing.source,
        "agency": briefing.agency,
        "date": briefing.date.isoformat() if briefing.date else None,
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "mentions": [list(mention) for mention in actor.mentions],
        "salience": actor.salience,
    }


def _topic(topic: Topic) -> Json:
    return {"id": topic.id, "label": topic.label, "score": topic.score}


def _quote(quote: Quote) -> Json:
    span = [quote.start, quote.end]
    return {"text": quote.text, "speaker": quote.speaker, "span": span, "channel": quote.channel, "verb": quote.verb}


def _claim(claim: Claim) -> Json:
    span = [claim.start, claim.end]
    return {"text": claim.text, "span": span, "party": claim.party, "channel": claim.channel}
