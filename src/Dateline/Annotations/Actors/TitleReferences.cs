using Dateline.Annotations.Names;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Actors;

/// <summary>"the president", "the Russian leader", "the minister": an office without a name, for who was named with it or holds it.</summary>
internal sealed class TitleReferences(NameLexicon names, FunctionWords words, int inMind)
{
    /// <summary>Reads, on demand, whom a noun chunk of the sentence means by an office; null where it names none or more than one holds it.</summary>
    public Func<int, ActorMention?> Read(ReportNames report, SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, IReadOnlyList<ActorMention> named)
    {
        var s = new SentenceReader(report, syntax, matches, words);
        return noun => At(s, noun, named);
    }

    private ActorMention? At(SentenceReader s, int noun, IReadOnlyList<ActorMention> named)
    {
        var chunk = s.Syntax.Nouns[noun];
        if (s.MatchAt(chunk.After - 1) is not { } match || match.After < chunk.After || match.As<TitleWord>() is not { IsTitle: true, IsCourtesy: false } title
            || chunk.Head != chunk.After - 1 || GoesOn(s, match.After))
        {
            return null;
        }

        if (!words.Is(s.Sentence.Tokens[chunk.First], "the"))
        {
            return match.First == chunk.First && chunk.Possessor >= 0 ? Owned(s, match, title, s.Syntax.Nouns[chunk.Possessor], named) : null;
        }

        var country = Country(s, chunk.First + 1, match.First, out var bare);
        if (!bare)
        {
            return null; // "the new president", "the first minister"
        }

        var wanted = s.Words(match.First, match.After);
        var span = s.Syntax.SpanOf(chunk.First, match.After);
        if (named.Any(a => a.Span.Overlaps(span) && a.Actor.Kind is not ActorKind.State))
        {
            return null;
        }

        if (Introduced(s.Report.Discourse, wanted, country) is { } before)
        {
            return new ActorMention(span, $"actors.reference {title.Where}; named with it before", before.Actor, before.Name);
        }

        return country is not null && string.Equals(title.Kind, "office", StringComparison.Ordinal) && Holder(s.Report, wanted, country) is { } holder
            ? new ActorMention(span, $"actors.office {title.Where} of {country}; who holds it on the day of the report", Named(holder, span, s.Report.Text), null)
            : null;
    }

    // "France's defence minister": the words of the office, beside the country
    private ActorMention? Owned(SentenceReader s, NameMatch match, TitleWord title, NounChunk owner, IReadOnlyList<ActorMention> named)
    {
        var span = s.Span(match.First, match.After);
        if (s.MatchAt(owner.Head) is not { } place || s.Owners.CountryOf(place) is not { } country || named.Any(a => a.Span.Overlaps(span)))
        {
            return null;
        }

        var wanted = s.Words(match.First, match.After);
        return Introduced(s.Report.Discourse, wanted, country) is { } before
            ? new ActorMention(span, $"actors.reference {title.Where}; named with it before", before.Actor, before.Name)
            : string.Equals(title.Kind, "office", StringComparison.Ordinal) && Holder(s.Report, wanted, country) is { } holder
                ? new ActorMention(span, $"actors.office {title.Where} of {country}; who holds it on the day of the report", Named(holder, s.Syntax.SpanOf(owner).Cover(span), s.Report.Text), null)
                : null;
    }

    // His row goes with the words; the words stay what is stated.
    private static Actor Named(Actor holder, TextSpan words, string text)
    {
        var name = words.In(text);
        return holder with { Name = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name };
    }

    // "the president of", "the minister for", "the leader who", "the spokesman, Colonel …": somebody told by what follows
    private static bool GoesOn(SentenceReader s, int after)
    {
        if (after >= s.Sentence.Tokens.Count)
        {
            return false;
        }

        var next = s.Sentence.Tokens[after];
        return next is { Kind: TokenKind.Word, IsCapitalised: true } || s.Function.Is(next, "of") || next.Is(TokenShape.Clitic) || s.Function.Is(next, "relative")
            || (next.Tag == PartOfSpeech.Adposition && s.MatchAt(after + 1) is not null)
            || (next.Kind == TokenKind.Punctuation && after + 1 < s.Sentence.Tokens.Count && s.Sentence.Tokens[after + 1] is { IsCapitalised: true } name && name.Kind == TokenKind.Word)
            || next.Kind == TokenKind.Hyphen;
    }

    // The country named between "the" and the title; bare is false when anything else stands there.
    private static string? Country(SentenceReader s, int first, int end, out bool bare)
    {
        bare = first == end;
        if (bare || s.MatchAt(first) is not { } match || match.First != first || match.After != end || s.Owners.CountryOf(match) is not { } country)
        {
            return null;
        }

        bare = true;
        return country;
    }

    private Discourse.Seen? Introduced(Discourse discourse, string wanted, string? country)
    {
        Discourse.Seen? found = null;
        foreach (var seen in discourse.Within(country is null ? inMind : int.MaxValue / 2).Where(a => a.Actor.Kind == ActorKind.Person))
        {
            if ((country is not null && !string.Equals(seen.Actor.Country, country, StringComparison.Ordinal)) || !Holds(seen.Actor, wanted, country is not null))
            {
                continue;
            }

            if (found is not null && !found.Actor.IsSameAs(seen.Actor))
            {
                return null;
            }

            found = seen;
        }

        return found;
    }

    // The title in the text, or an office of the table; a country's "leader" is who heads it.
    private bool Holds(Actor person, string wanted, bool ofCountry)
    {
        if (person.Title is { } title && !title.StartsWith("former", StringComparison.OrdinalIgnoreCase) && title.EndsWith(wanted, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return ofCountry && person.Id is not null && string.Equals(wanted, "leader", StringComparison.OrdinalIgnoreCase)
            && names.Person(person.Id)?.Offices.Any(o => o.IsHead && o.Titles.Contains(person.Title, StringComparer.OrdinalIgnoreCase)) == true;
    }

    private Actor? Holder(ReportNames report, string wanted, string country)
    {
        if (report.Published is null)
        {
            return null;
        }

        Actor? only = null;
        foreach (var person in names.PersonsOf(country))
        {
            foreach (var office in person.Offices.Where(o => o.From is not null && report.IsHeld(o) && o.Titles.Contains(wanted, StringComparer.OrdinalIgnoreCase)))
            {
                if (only is not null && !string.Equals(only.Id, person.Actor.Id, StringComparison.Ordinal))
                {
                    return null;
                }

                only = person.Actor with { Title = office.Title };
            }
        }

        return only;
    }
}
