using Dateline.Evaluation.Attributions;
using Dateline.Evaluation.Pages;
using Dateline.Evaluation.Places;
using Dateline.Evaluation.Tagging;
using Dateline.Evaluation.Times;

namespace Dateline.Evaluation.Corpora;

/// <summary>
/// The figures that need corpora from outside of the repository: <c>gate --corpora FOLDER</c>. What the folder does not hold is not measured;
/// the gate says which floors it skipped.
/// </summary>
internal static class CorpusFigures
{
    private const string Prefix = "timex_";
    private const string PlacePrefix = "places_";
    private const string PagePrefix = "html_";

    /// <summary>True for a figure that only a folder of corpora gives.</summary>
    public static bool Is(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) || name.StartsWith(PlacePrefix, StringComparison.Ordinal) || name.StartsWith(PagePrefix, StringComparison.Ordinal) || name.StartsWith(TreebankFigures.Prefix, StringComparison.Ordinal) || name.StartsWith(PolnearFigures.Prefix, StringComparison.Ordinal);

    /// <summary>The figures of the corpora in a folder, in shares of one: ud-english, timex/meantime-tml, timex/wikiwars-train, places, polnear (Python 3), html.</summary>
    public static IEnumerable<(string Name, double Value)> Of(string folder)
    {
        if (Folder(folder, "ud-english") is { } treebanks)
        {
            foreach (var (name, value) in TreebankFigures.Of(treebanks))
            {
                yield return (name, value);
            }
        }

        if (Folder(folder, "polnear") is { } polnear)
        {
            foreach (var (name, value) in PolnearFigures.Of(polnear))
            {
                yield return (name, value);
            }
        }

        if (Folder(folder, "timex", "meantime-tml") is { } meantime)
        {
            yield return (Prefix + "meantime_value_f1", TimeCommands.Meantime(meantime) / 100);
        }

        if (Folder(folder, "timex", "wikiwars-train") is { } wars)
        {
            yield return (Prefix + "wikiwars_value_f1", TimeCommands.WikiWars(wars) / 100);
        }

        foreach (var set in (string[])["scrapinghub", "naeb-even"])
        {
            if (Folder(folder, "html", set) is { } pages)
            {
                var figures = PageFigures.Of(pages, null);
                var name = PagePrefix + set.Replace('-', '_');
                yield return (name + "_f1", figures.Whole.Text.F1);
                yield return (name + "_held_out_f1", figures.HeldOut.Text.F1);
                if (figures.Whole.Day > 0)
                {
                    yield return (name + "_day", figures.Whole.Day);
                }
            }
        }

        if (Folder(folder, "places") is { } places)
        {
            foreach (var (name, value) in OfPlaces(places))
            {
                yield return (PlacePrefix + name, value);
            }
        }
    }

    private static IEnumerable<(string Name, double Value)> OfPlaces(string places)
    {
        foreach (var corpus in (string[])["trnews", "gwn"])
        {
            var (f1, near) = PlaceScore.Of(Path.Combine(places, corpus + ".jsonl"), Path.Combine(places, "country_geonameids.tsv"));
            yield return (corpus + "_f1", f1);
            yield return (corpus + "_within_161_km", near);
        }

        yield return ("roles_gwn", PlaceScore.Roles(Path.Combine(places, "metonymy_gwn.jsonl")));
    }

    private static string? Folder(params string[] parts) => Path.Combine(parts) is var path && Directory.Exists(path) ? path : null;
}
