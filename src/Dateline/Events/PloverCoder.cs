using Dateline.Annotations.Actors;
using Dateline.Claims;
using Dateline.Knowledge;

namespace Dateline.Events;

/// <summary>Gives events their PLOVER code, from ontology/kinds.tsv and ontology/plover-modes.tsv.</summary>
internal sealed class PloverCoder
{
    private readonly Codebook codebook;
    private readonly List<(string Kind, string Test, string Value, string Type, string? Mode)> rows = [];

    public PloverCoder(KnowledgeFiles files, Codebook codebook)
    {
        this.codebook = codebook;
        foreach (var row in files.Table("ontology/plover-modes.tsv").Rows)
        {
            var when = row["when"].Split(':');
            rows.Add((row["kind"], when[0], when[1], row["type"], row.Optional("mode")));
        }
    }

    public PloverCode Code(EventDraft draft)
    {
        var kind = codebook.Kind(draft.Kind);
        var contexts = kind.Contexts.Order(StringComparer.Ordinal).ToList();
        foreach (var row in rows)
        {
            if (string.Equals(row.Kind, draft.Kind, StringComparison.Ordinal) && Holds(row.Test, row.Value, draft))
            {
                return new PloverCode(row.Type, row.Mode, contexts);
            }
        }

        var own = draft.Mentions.Select(m => m.Mode).FirstOrDefault(m => m is not null);
        return new PloverCode(kind.PloverType, own ?? kind.PloverMode, contexts);
    }

    private static bool Holds(string test, string value, EventDraft draft) => test switch
    {
        "weapon" => draft.Claims.Any(c => c.Value is WeaponClassValue w && (value is "*" || string.Equals(w.Class, value, StringComparison.Ordinal))),
        "status" => string.Equals(draft.Status.ToString(), value, StringComparison.OrdinalIgnoreCase),
        "mode" => draft.Claims.Any(c => c is { Role: "mode", Value: TextValue told } && string.Equals(told.Text, value, StringComparison.OrdinalIgnoreCase)),
        "actors" => draft.Countries("actor", "participant").Count > 1,
        _ => false,
    };
}
