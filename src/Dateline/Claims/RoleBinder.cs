using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Annotations.Times;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Binds the fillers of a mention to the roles of its frame, as claims.</summary>
internal sealed class RoleBinder
{
    private const string Weapon = "weapon";

    private readonly FigureBinder figures;
    private readonly WeaponBinder weapons;
    private readonly NameReader titles;
    private readonly TextBinder texts;
    private readonly ActorBinder actors;
    private readonly PlaceBinder places;
    private readonly Codebook codebook;
    private readonly ClaimMaker maker;
    private readonly FunctionWords words;

    /// <summary>A binder for one report.</summary>
    public RoleBinder(ReportView view, Codebook codebook, FrameLexicon frames, FunctionWords words, NameLexicon names, ArgumentTypes types, ClaimMaker maker)
    {
        (this.codebook, this.maker, this.words) = (codebook, maker, words);
        figures = new FigureBinder(view, frames, words, types, maker);
        weapons = new WeaponBinder(codebook, maker);
        titles = new NameReader(view, words, maker);
        texts = new TextBinder(view, words, figures, maker, titles);
        actors = new ActorBinder(view, frames, names, types, figures, weapons, words, maker);
        places = new PlaceBinder(view, codebook, frames, words, names, types, maker);
    }

    /// <summary>Adds the claims of one mention: who, with what, how many, where, when.</summary>
    public void Bind(MentionDraft draft)
    {
        foreach (var (slot, role) in draft.Frame.Roles)
        {
            foreach (var filler in draft.Slots[slot])
            {
                BindFiller(draft, slot, role, filler);
            }
        }

        titles.Read(draft);
        foreach (var slot in new[] { "overseer", "participant" })
        {
            // a leader oversees; a state or an agency that sees a launch only watches
            foreach (var filler in draft.Slots[slot].Where(f => slot is not "overseer" ? !draft.Claims.Exists(c => c.Role is "actor" && f.Span.Contains(c.Evidence[0])) : f.Actor is { Actor.Kind: ActorKind.Person }))
            {
                // who attends talks takes part in them
                actors.Bind(draft, draft.Frame.Kind is "meeting" ? "participant" : slot, filler, "patterns/support-verbs.tsv");
            }
        }

        if (draft.Frame.Kind is "strike" or "casualties")
        {
            foreach (var filler in draft.Slots[BlameReader.Sender])
            {
                actors.Bind(draft, "actor", filler, "claims.sender of what did it");
            }

            foreach (var filler in draft.Slots[BlameReader.Blamed])
            {
                actors.BindBlamed(draft, filler);
            }
        }

        if (draft.Frame is { Kind: "statement", Mode: { } mode })
        {
            draft.Add(maker.Make("mode", new TextValue(mode), draft.Status, "claims.frame " + draft.Frame.Where, draft.Span));
        }

        actors.BindForces(draft);
        actors.Infer(draft);
        BindTime(draft);
        places.BindNearest(draft);
        places.InferLaunchPlace(draft);
    }

    /// <summary>"83 Ukrainian drones were shot down in an overnight raid": whose drones they were is who raided.</summary>
    public void BindOwners(List<MentionDraft> drafts)
    {
        foreach (var raid in drafts.Where(d => d is { Noun: >= 0, Frame.Kind: "strike" } && !d.Claims.Exists(c => c.Role is "actor")))
        {
            if (drafts.Find(d => d.Frame.Kind is "interception" && d.Status == raid.Status)?.Slots[SlotReader.Patient].FirstOrDefault(f => f is { Weapon: not null, Actor: null, CountryWords: not null }) is { } flown
                && !raid.Claims.Exists(c => c.Role is "recipient" && c.Value is ActorValue { Actor.Country: { } struck } && string.Equals(struck, flown.Country, StringComparison.Ordinal)))
            {
                actors.Bind(raid, "actor", flown with { Weapon = null }, "claims.owner of what was shot down in it");
            }
        }
    }

    private void BindFiller(MentionDraft draft, string slot, string role, Filler filler)
    {
        var rule = $"claims.frame {draft.Frame.Where} {slot}";
        if (role is Weapon)
        {
            weapons.Bind(draft, filler, rule);
            figures.Bind(draft, filler, "count", rule);
            return;
        }

        if (codebook.Role(role) is not { } row || (draft.Frame.Kind is { } kind && !codebook.Carries(kind, role)))
        {
            return;
        }

        if (row.Value is RoleValue.Place && slot is "near" && filler.Place?.Place is { Precision: PlacePrecision.Country })
        {
            return; // "near the Mali border": in the land beside it
        }

        if (slot is "with" && draft.Frame.Kind is "statement" && IsOfTie(filler))
        {
            return; // "a complaint over remarks on relations with Chile"
        }

        switch (row.Value)
        {
            case RoleValue.Actor when role is "actor" && filler is { Actor: null, Weapon: null, Place.Place: { Precision: PlacePrecision.Point, Kind: "site" or "base" } } && draft.Frame.Kind is { } launch && codebook.Carries(launch, "launch_place"):
                places.Bind(draft, "launch_place", filler, rule); // "Vandenberg launched a missile"
                break;
            case RoleValue.Actor:
                actors.Bind(draft, role, filler, rule);
                break;
            case RoleValue.Place:
                places.Bind(draft, role, filler, rule);
                break;
            case RoleValue.Text:
                texts.Bind(draft, role, filler, rule);
                break;
            case RoleValue.Quantity:
                figures.Bind(draft, filler, role, rule);
                break;
        }
    }

    private bool IsOfTie(Filler filler)
    {
        var (syntax, noun) = (filler.Syntax, filler.Noun);
        while (noun > 0 && syntax.Nouns[noun].Preposition < 0 && ChunkLinks.IsListed(syntax, noun - 1, noun))
        {
            noun--;
        }

        return noun > 0 && syntax.Nouns[noun].Preposition >= 0 && syntax.Nouns[noun - 1].After == syntax.Nouns[noun].Preposition && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun - 1].Head], "tie");
    }

    // "will run from March 10 to 20", of an exercise told elsewhere: the day it goes on through; never one before it begins
    private static TimeExpression? LastDay(MentionDraft draft) =>
        draft is { LastDay: null, Frame: { Kind: null, Adds: ["exercise", ..] }, Time: { Precision: TimePrecision.Day, Ends: { } ends, First: { } from, Last: { } to } range } && from < to ? range with { Span = ends.To, First = to, Value = TimexValue.Day(to), Ends = null }
        : draft.LastDay is { Last: { } end } last && draft.Time is { First: { } first } time && (end < first || time.Span == last.Span) ? null : draft.LastDay;

    private void BindTime(MentionDraft draft)
    {
        if (LastDay(draft) is { } last)
        {
            draft.Add(maker.Make("last_day", new TimeValue(last), draft.Status, "claims.last day; " + last.Rule, last.Span));
        }

        if (draft.Time is { } time)
        {
            foreach (var day in draft.FurtherTimes.Prepend(time))
            {
                draft.Add(maker.Make("time", new TimeValue(day), draft.Status, "claims.time nearest of the sentence; " + day.Rule, day.Span));
            }
        }
    }
}
