using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Ties the dead and wounded of a sentence to the attack that caused them, and sets a further attack apart with its own.</summary>
internal sealed class VictimSharer(ReportView view, ClaimMaker maker, FunctionWords words)
{
    private const string Casualties = "casualties";

    /// <summary>Gives each strike of a sentence the figures of its own victims.</summary>
    public void Share(List<MentionDraft> drafts)
    {
        // "a second drone struck the car, killing one": the verb before tells the attack
        drafts.RemoveAll(d => d is { Frame.IsBeside: true, Clause: >= 0 } && d.Syntax.Clauses[d.Clause] is { Verb.Participle: true, Parent: >= 0 } && drafts.Exists(o => o is { Noun: < 0, Frame: { Kind: "strike", IsBeside: false } } && o.Clause == d.Syntax.Clauses[d.Clause].Parent));
        SetApart(drafts);
        MergeTold(drafts);
        // the last first: "eleven died and 25 were injured in a strike" were all its victims
        MentionDraft? later = null;
        foreach (var victims in drafts.Where(d => d is { Frame.Kind: Casualties, Clause: >= 0 }).Reverse())
        {
            var attack = drafts.Find(d => d is { Noun: < 0, Frame.Kind: "strike" or "artillery_fire" } && d.Clause >= 0 && victims.Syntax.Clauses[victims.Clause] is { Verb.Participle: true } what && what.Parent == d.Clause)
                ?? drafts.Find(d => d is { Noun: >= 0, Frame.Kind: "strike" or "artillery_fire" } && victims.Syntax.Clauses[victims.Clause] is { Verb.Passive: false } hurting && hurting.Subject == d.Noun)
                ?? drafts.Find(d => (d.Frame.Kind is "strike" or "artillery_fire" || IsKnownAttack(d)) && Causes(drafts, d, victims))
                ?? (later is { Cause: { } cause } && AreListed(victims, later) ? drafts.Find(d => d.Span == cause) : null);
            if (attack is not null)
            {
                Tie(drafts, attack, victims);
            }
            else if (later is { Cause: null } && AreListed(victims, later))
            {
                Give(later, victims, "time"); // "four were killed and several injured last week"
                Give(later, victims, "place");
                victims.Time ??= later.Time;
            }

            later = victims;
        }
    }

    // "killed in an airstrike that shook the town": noun and verb tell of one strike
    private static void MergeTold(List<MentionDraft> drafts)
    {
        // "a drone attack injured ten": the noun tells the attack
        foreach (var told in drafts.FindAll(d => d is { Frame.IsBeside: true, Clause: >= 0 }))
        {
            if (drafts.Find(o => o is { Noun: >= 0, Frame.Kind: "strike" or "artillery_fire" } && o.Noun == told.Syntax.Clauses[told.Clause].Subject) is { } attack)
            {
                told.Claims.FindAll(c => c.Role is "weapon_class" or "weapon_name").ForEach(attack.Add);
                drafts.Remove(told);
            }
        }

        // "have launched air strikes": what is recalled by its verb is told once
        foreach (var noun in drafts.Where(d => d is { Noun: >= 0, Frame.Kind: "strike", Recalls: true }).ToList())
        {
            if (drafts.Find(d => d is { Noun: < 0, Clause: >= 0, Recalls: true, Frame: { Kind: "strike", IsBeside: false } } && d.Syntax.Clauses[d.Clause].Objects.Contains(noun.Noun)) is { } launched)
            {
                noun.Claims.ForEach(c => launched.Add(c));
                launched.Time ??= noun.Time;
                drafts.Remove(noun);
            }
        }

        // "launched one of its deadliest air strikes last week, hitting a market"
        foreach (var hitting in drafts.FindAll(d => d is { Noun: < 0, Clause: >= 0, Frame: { Kind: "strike", IsBeside: false } } && d.Syntax.Clauses[d.Clause] is { Verb: { Participle: true, Passive: false }, Parent: >= 0 }))
        {
            var done = hitting.Syntax.Clauses[hitting.Clause].Parent;
            if (drafts.Find(d => !ReferenceEquals(d, hitting) && d is { Frame.Kind: "strike", IsAnother: false } && d.Clause == done && d.Trigger < hitting.Trigger) is { } struck && !hitting.IsAnother && (hitting.Time is null || struck.Time is null || hitting.Time.Span == struck.Time.Span))
            {
                hitting.Claims.ForEach(struck.Add);
                struck.Time ??= hitting.Time;
                drafts.Remove(hitting);
            }
        }

        // "the refinery came under attack by drones"
        foreach (var noun in drafts.Where(d => d is { Noun: >= 0, Frame.Kind: "strike" }).ToList())
        {
            var under = drafts.Find(d => d is { Noun: < 0, Clause: >= 0, Frame: { Kind: "strike", IsBeside: false } } && d.Status == noun.Status && noun.Syntax.Nouns[noun.Noun].Preposition is >= 0 and var at && at >= d.Trigger && at < d.After);
            if (under is not null)
            {
                noun.Claims.ForEach(c => under.Add(c));
                under.Time ??= noun.Time;
                drafts.Remove(noun);
            }
        }

        foreach (var noun in drafts.Where(d => d is { Noun: >= 0, Frame.Kind: "strike" }).ToList())
        {
            var verb = drafts.Find(d => d is { Noun: < 0, Clause: >= 0, Frame: { Kind: "strike", IsBeside: false } } && d.Syntax.Clauses[d.Clause] is { Relative: true, Verb.Passive: false } clause && clause.Subject == noun.Noun);
            if (verb is null || verb.Status != noun.Status)
            {
                continue;
            }

            foreach (var claim in verb.Claims)
            {
                noun.Add(claim);
            }

            noun.Time ??= verb.Time;
            drafts.Remove(verb);
        }
    }

    // "died in the Monday night attack": one told before
    private static bool IsKnownAttack(MentionDraft draft) => draft is { Noun: >= 0, Frame.Kind: null } && draft.Frame.Adds.Contains("strike", StringComparer.Ordinal);

    // "two were killed, including a child, and seven injured": what the aside includes lies between
    private bool AreListed(MentionDraft victims, MentionDraft later) =>
        later.Clause > victims.Clause && Enumerable.Range(victims.Clause + 1, later.Clause - victims.Clause - 1).All(c => words.Is(victims.Syntax.Sentence.Tokens[victims.Syntax.Clauses[c].Verb.Head], "inclusive")) && Enumerable.Range(victims.After, Math.Max(0, later.Trigger - victims.After)).Any(t => victims.Syntax.Sentence.Tokens[t].Tag == PartOfSpeech.CoordinatingConjunction);

    private void Tie(List<MentionDraft> drafts, MentionDraft strike, MentionDraft victims)
    {
        victims.Cause = strike.Span;
        strike.Victims = victims;
        ShareCircumstances(strike, victims);
        strike.IsAnother |= victims.IsAnother && IsOnSameDay(victims);
        victims.IsAnother |= strike.IsAnother && !drafts.Exists(d => d is { IsAnother: true, Frame.Kind: Casualties });
        foreach (var figure in victims.Claims.Where(c => c.Role is "killed" or "wounded" or "casualties" && c.Value is QuantityValue).ToList())
        {
            strike.Claims.Add(maker.Make(figure.Role, figure.Value, strike.Status, figure.Rule + "; victims of the attack", figure.Evidence));
        }
    }

    // the attack and its victims have one day, one place and one doer
    private static void ShareCircumstances(MentionDraft strike, MentionDraft victims)
    {
        if (victims.Time is null && (strike.Time is not null || (strike.Recalls && victims.Syntax.Clauses[victims.Clause].Relative)))
        {
            (victims.Status, victims.Recalls) = (strike.Status, strike.Recalls);
        }

        Give(strike, victims, "time");
        Give(victims, strike, "time");
        (strike.Time, victims.Time) = (strike.Time ?? victims.Time, victims.Time ?? strike.Time);
        if (victims.Syntax.Clauses[victims.Clause] is { Verb.Participle: true } clause && clause.Parent == strike.Clause && strike.Claims.Exists(c => c.Role is "place" or "target_place"))
        {
            victims.Claims.RemoveAll(c => c.Role is "place" && c.Rule.StartsWith(PlaceBinder.NearestRule, StringComparison.Ordinal)); // "hit a town near the border with Fife, killing nine": where it hit
        }

        Give(strike, victims, "place", "target_place");
        Give(victims, strike, "place");
        Give(strike, victims, "actor");
        if (strike.Noun >= 0 && victims.Syntax.Clauses[victims.Clause].Complements.Any(c => ChunkLinks.Owned(victims.Syntax, c) == strike.Noun))
        {
            Give(victims, strike, "actor"); // "the army killed four in a raid"
        }
    }

    private static void Give(MentionDraft from, MentionDraft to, params ReadOnlySpan<string> roles)
    {
        var role = roles[0];
        foreach (var other in roles)
        {
            if (to.Claims.Exists(c => string.Equals(c.Role, other, StringComparison.Ordinal)))
            {
                return;
            }
        }

        foreach (var claim in from.Claims.ToList())
        {
            if (roles.Contains(claim.Role) && !claim.Inferred)
            {
                to.Add(claim with { Role = role, Rule = claim.Rule + "; of the attack and its victims" });
            }
        }
    }

    // "in a separate attack, a drone hit the town, killing four": the first mention of each kind begins a happening of its own
    private void SetApart(List<MentionDraft> drafts)
    {
        foreach (var own in drafts.Where(d => d is { Noun: >= 0, Frame.Kind: "strike" or "artillery_fire" or "interception" } && IsAnother(d.Syntax, d.Syntax.Nouns[d.Noun].First, d.Trigger)))
        {
            own.IsAnother = true; // "a separate drone strike targeted a vehicle"
        }

        foreach (var own in drafts.Where(d => d is { Noun: < 0, Clause: >= 0, Frame.Kind: "strike" } && Bringer(d) is { } by && IsAnother(d.Syntax, by.First, by.Head) && !drafts.Exists(o => o.IsAnother && o.Noun >= 0 && ReferenceEquals(o.Syntax.Nouns[o.Noun], by))))
        {
            own.IsAnother = true; // "another drone hit the port"
        }

        foreach (var own in drafts.Where(d => d is { Noun: < 0, Clause: >= 0, Frame: { Kind: "strike", IsBeside: false } } && IsLater(d)))
        {
            if (drafts.FindLast(o => o.Frame.Kind is "strike" && o.Trigger < own.Trigger) is not { } before)
            {
                continue;
            }

            own.IsAnother = true; // "on Monday it targeted Angus, killing two, and later targeted Fife"
            Give(before, own, "time");
            own.Time ??= before.Time;
        }

        foreach (var own in drafts.Where(d => d is { Clause: >= 0, Frame.Kind: Casualties } && Bringer(d) is { } by && IsAnother(d.Syntax, by.First, by.Head)).Take(1))
        {
            own.IsAnother = true; // "another attack left dozens dead"
        }

        foreach (var own in drafts.Where(d => d is { Noun: < 0, Clause: >= 0, Frame.Kind: Casualties } && d.Claims.Exists(c => c.Role is "killed") && d.Claims.Exists(c => c is { Role: "recipient", Value: ActorValue { Actor.Country: not null } }) && HasAlso(d)))
        {
            own.IsAnother = true; // "four Peruvian soldiers were also killed"
        }

        foreach (var own in drafts.Where(d => d is { Noun: < 0, Clause: >= 0, Frame: { Kind: "strike", IsBeside: false } } && IsAlso(d)))
        {
            var struck = drafts.Find(o => o is { Noun: >= 0, Frame.Kind: "strike" } && o.Noun == own.Syntax.Clauses[own.Clause].Subject) ?? own;
            struck.IsAnother = true; // "air strikes also hit a building east of the town"
        }

        foreach (var own in drafts.Where(d => d is { Noun: >= 0, Clause: >= 0, Frame.Kind: "strike" } && d.Syntax.Clauses[d.Clause].Subject == d.Noun && words.Is(d.Syntax.Sentence.Tokens[d.Syntax.Nouns[d.Noun].First], "indefinite") && HasAlso(d)))
        {
            own.IsAnother = true; // "a drone attack was also suspected in a fire"
        }

        foreach (var kind in drafts.Where(d => d is { Frame.Kind: "strike" or "casualties", Clause: >= 0 } && IsOnSameDay(d)).GroupBy(d => d.Frame.Kind, StringComparer.Ordinal))
        {
            kind.First().IsAnother = true; // "happened the same day that two were killed elsewhere"
        }

        if (drafts.Count == 0 || !(OpensApart(drafts[0].Syntax) || OpensCounted(drafts) || (IsTurning(drafts[0].Syntax) && drafts.Exists(HasSpot))))
        {
            return;
        }

        foreach (var first in drafts.Where(d => d.Frame.Kind is not null).DistinctBy(d => d.Frame.Kind, StringComparer.Ordinal).Concat(drafts.Where(d => d.Frame.Kind is null)))
        {
            first.IsAnother = true;
        }
    }

    private static int FirstOf(SentenceSyntax syntax, int noun)
    {
        while (noun > 0 && ChunkLinks.IsListed(syntax, noun - 1, noun))
        {
            noun--;
        }

        return syntax.Nouns[noun].First;
    }

    private bool IsOnSameDay(MentionDraft draft)
    {
        var (tokens, clause) = (draft.Syntax.Sentence.Tokens, draft.Syntax.Clauses[draft.Clause]);
        var opener = clause is { Relative: true, Subject: >= 0 } ? FirstOf(draft.Syntax, clause.Subject) - 1 : clause.Marker;
        return opener > 1 && words.Is(tokens[opener], "that") && words.Is(tokens[opener - 1], "span") && words.Is(tokens[opener - 1], "contact");
    }

    // "also" right before the verb or within it, of a subject not told before
    private bool IsAlso(MentionDraft draft)
    {
        var (tokens, clause) = (draft.Syntax.Sentence.Tokens, draft.Syntax.Clauses[draft.Clause]);
        return HasAlso(draft) && clause is { Subject: >= 0, Verb: { Passive: false, Participle: false } } && !words.Is(tokens[draft.Syntax.Nouns[clause.Subject].First], "definite") && tokens[draft.Syntax.Nouns[clause.Subject].Head].Tag == PartOfSpeech.Noun;
    }

    private bool HasAlso(MentionDraft draft) => HasInVerb(draft, "also");

    private bool IsLater(MentionDraft draft) => HasInVerb(draft, "later-on") && draft.Syntax.Sentence.Tokens[Math.Max(0, draft.Syntax.Clauses[draft.Clause].Verb.First - 2)] is var joins && (joins.Tag == PartOfSpeech.CoordinatingConjunction || words.Is(joins, "later-on"));

    private bool HasInVerb(MentionDraft draft, string word)
    {
        var verb = draft.Syntax.Clauses[draft.Clause].Verb;
        var before = Math.Max(verb.First - 1, 0);
        return Enumerable.Range(before, verb.After - before).Any(i => words.Is(draft.Syntax.Sentence.Tokens[i], word));
    }

    private bool IsTurning(SentenceSyntax syntax) => syntax.Sentence.Tokens.Count > 0 && words.Is(syntax.Sentence.Tokens[0], "turning");

    private static bool HasSpot(MentionDraft draft) =>
        draft.Frame.Kind is "strike" or "casualties" or "interception" && draft.Claims.Exists(c => c is { Role: "place" or "target_place", Value: PlaceValue { Place.Precision: Annotations.Places.PlacePrecision.City or Annotations.Places.PlacePrecision.Region } });

    // the subject of the attack or of what killed them, for a participle that of the clause it leans on
    private static NounChunk? Bringer(MentionDraft draft)
    {
        var clause = draft.Syntax.Clauses[draft.Clause];
        var doing = clause is { Verb.Participle: true, Parent: >= 0 } ? draft.Syntax.Clauses[clause.Parent] : clause;
        return doing is { Subject: >= 0, Verb.Passive: false } ? draft.Syntax.Nouns[doing.Subject] : null;
    }

    private bool OpensApart(SentenceSyntax syntax)
    {
        var tokens = syntax.Sentence.Tokens;
        if (tokens.Count > 1 && (words.Is(tokens[0], "adding") || (words.Is(tokens[0], "earlier-on") && tokens[1].Kind == TokenKind.Punctuation && view.Times(syntax.Sentence.Span).Any(t => t.IsAnchored))))
        {
            return true; // "Also on Thursday, it imposed …"
        }

        if (syntax.Nouns.Count == 0 || syntax.Nouns[0] is not { Preposition: >= 0 } chunk || !words.Is(tokens[chunk.Preposition], "locative"))
        {
            return false;
        }

        return IsAnother(syntax, chunk.First, chunk.Head);
    }

    // "In the second incident, four were killed": told one by one
    private bool OpensCounted(List<MentionDraft> drafts)
    {
        var syntax = drafts[0].Syntax;
        return view.LeadRank(syntax.Sentence) > 0 && syntax.Nouns.Count > 0 && syntax.Nouns[0] is { Preposition: 0 } chunk && words.Is(syntax.Sentence.Tokens[0], "locative") && words.Is(syntax.Sentence.Tokens[chunk.First], "definite")
            && view.Ordinals(syntax.SpanOf(chunk)).Any() && drafts.Exists(d => d.Noun == 0 && (d.Frame.Kind is "strike" || d.Frame.Adds.Contains("strike", StringComparer.Ordinal)));
    }

    private bool IsAnother(SentenceSyntax syntax, int first, int after)
    {
        for (var i = first; i < after; i++)
        {
            if (words.Is(syntax.Sentence.Tokens[i], "another") || (i > first && (words.Is(syntax.Sentence.Tokens[i], "further") || words.Is(syntax.Sentence.Tokens[i], "alike")) && words.Is(syntax.Sentence.Tokens[first], "indefinite")))
            {
                return true; // "another strike", "a second strike", "a similar strike"
            }
        }

        return false;
    }

    // "a strike hit the town, killing nine"; "an attack killed nine"; "nine were killed in an attack"; "nine died when a drone hit the town"
    private bool Causes(List<MentionDraft> drafts, MentionDraft strike, MentionDraft victims)
    {
        var syntax = victims.Syntax;
        var clause = syntax.Clauses[victims.Clause];
        if (strike.Noun >= 0)
        {
            if (syntax.Nouns[strike.Noun].Preposition is >= 0 and var during && !clause.Verb.Passive && clause.Objects.Count > 0 && words.Is(syntax.Sentence.Tokens[during], "during") && !words.Is(syntax.Sentence.Tokens[during], "locative"))
            {
                return false; // "soldiers killed three rebels during the attack"
            }

            // "In another strike on Friday, two were killed"
            var fronted = syntax.Nouns[strike.Noun].Preposition == 0 && strike.Noun < clause.Subject && strike.Home == victims.Clause;
            var met = strike.Clause > victims.Clause && syntax.Clauses[strike.Clause] is var met0 && (met0.Complements.Contains(strike.Noun) || met0.Objects.Contains(strike.Noun) || met0.Subject == strike.Noun) && OpensOccasion(syntax, strike, met0);
            var brought = clause is { Verb.Participle: true, Parent: >= 0 } && syntax.Clauses[clause.Parent] is var doer && doer.Objects.Contains(strike.Noun) && strike.Clause == clause.Parent; // "launched a strike on the town, killing nine"
            var listing = victims.Clause + 1 < syntax.Clauses.Count && syntax.Clauses[victims.Clause + 1] is var including && words.Is(syntax.Sentence.Tokens[including.Verb.Head], "inclusive") && including.Complements.Any(c => ChunkLinks.Owned(syntax, c) == strike.Noun); // "six killed, including three guards, in a blast"
            var inWhich = strike.Noun < clause.Subject && FirstOf(syntax, clause.Subject) is > 1 and var opening && words.Is(syntax.Sentence.Tokens[opening - 1], "relative") && (syntax.Nouns[strike.Noun].After == opening - 2 || syntax.Following(strike.Noun).Any(n => syntax.Nouns[n].After == opening - 2)); // "an ambush in which four died", "a bombing in Fife in which four died"
            var toll = strike.Time is { } struck && struck.Span.End <= strike.Span.Start && clause is { Subject: >= 0, Objects.Count: 0 } && syntax.Following(clause.Subject).Any(n => ChunkLinks.Owned(syntax, n) == strike.Noun); // "the toll from Sunday's attack climbed"
            return fronted || met || brought || listing || inWhich || toll || clause.Subject == strike.Noun || clause.Complements.Any(c => ChunkLinks.Owned(syntax, c) == strike.Noun) || (clause.Subject > strike.Noun && syntax.Following(strike.Noun).Contains(clause.Subject));
        }

        if (strike.Clause < 0 || strike.Clause == victims.Clause)
        {
            return strike.Frame.IsBeside && strike.Trigger == victims.Trigger;
        }

        var doing = syntax.Clauses[strike.Clause];
        return (clause.Verb.Participle && clause.Parent == strike.Clause)
            || (strike.Clause == victims.Clause - 1 && strike.Clauses.OpenerOf(victims.Clause) is >= 0 and var there && words.Is(syntax.Sentence.Tokens[there], "where-at")) // "attacked the town, where they killed three"
            || (clause.Subject >= 0 && clause.Subject == doing.Subject && !doing.Verb.Passive && !clause.Verb.Passive)
            || (strike.Clause > victims.Clause && drafts.Where(d => d.Frame.Kind is Casualties && d.Clause >= victims.Clause && d.Clause < strike.Clause).Select(d => d.Clause).Distinct().Count() == strike.Clause - victims.Clause && OpensOccasion(syntax, strike, doing));
    }

    // the tagger may take "when" for a word of the subject: "when Pakistani troops shelled"
    private bool OpensOccasion(SentenceSyntax syntax, MentionDraft strike, Clause doing) =>
        (doing.Marker >= 0 && IsOccasion(syntax.Sentence.Tokens[doing.Marker]))
        || (strike.Clauses.OpenerOf(strike.Clause) is >= 0 and var opener && IsOccasion(syntax.Sentence.Tokens[opener]))
        || (doing.Subject >= 0 && IsOccasion(syntax.Sentence.Tokens[syntax.Nouns[doing.Subject].First]));

    private bool IsOccasion(Token opener) => words.Is(opener, "when") || words.Is(opener, "as") || words.Is(opener, "recalling");
}
