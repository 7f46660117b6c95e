using System.Text.Json;
using Dateline.Documents;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;

namespace Dateline.Views;

/// <summary>What changed in a ledger: between two runs, since a moment, between the versions of a page.</summary>
/// <param name="reader">The ledger.</param>
public sealed class LedgerDiff(ILedgerReader reader)
{
    /// <summary>What a record that knows runs up to one says otherwise than one that knows runs up to another; by report.</summary>
    public IEnumerable<RecordChange> Between(long earlier, long later)
    {
        var before = reader.ChosenReadings(earlier).ToDictionary(Report, StringComparer.Ordinal);
        var after = reader.ChosenReadings(later).ToDictionary(Report, StringComparer.Ordinal);
        foreach (var id in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var was = before.TryGetValue(id, out var old) ? old : (ChosenReading?)null;
            var now = after.TryGetValue(id, out var young) ? young : (ChosenReading?)null;
            if (was?.Number == now?.Number)
            {
                continue;
            }

            var (own, other) = (Open(was), Open(now));
            foreach (var change in new ReadingDiff((id, SourceOf((other ?? own)!.Reading)), null).Of(own, other))
            {
                yield return change;
            }
        }
    }

    /// <summary>What is new, changed and withdrawn since a moment, and what people decided since.</summary>
    /// <param name="moment">ISO 8601 in UTC.</param>
    public IEnumerable<RecordChange> Since(string moment)
    {
        var last = reader.Runs().Where(run => string.CompareOrdinal(run.Begun, moment) < 0).Select(run => run.Number).DefaultIfEmpty().Max();
        return Between(last, long.MaxValue).Concat(new JudgementStandings(reader).All().Where(standing => string.CompareOrdinal(standing.Judgement.At, moment) >= 0).Select(Judged));
    }

    /// <summary>What each version of a page says otherwise than the one before it: paragraphs, then events and claims.</summary>
    /// <param name="address">Url or source.</param>
    /// <param name="versions">Number of versions found.</param>
    public IEnumerable<RecordChange> Versions(string address, out int versions)
    {
        var found = reader.VersionsOf(address).Select(chosen => new Version(chosen, Open(chosen)!))
            .OrderBy(version => version.Published, StringComparer.Ordinal)
            .ThenBy(version => version.Chosen.Run)
            .ThenBy(version => version.Keys.Report, StringComparer.Ordinal)
            .ToList();
        versions = found.Count;
        return found.Zip(found.Skip(1), Changes).SelectMany(changes => changes);
    }

    private IEnumerable<RecordChange> Changes(Version before, Version after)
    {
        var (report, earlier) = ((after.Keys.Report, SourceOf(after.Keys.Reading)), (before.Keys.Report, SourceOf(before.Keys.Reading)));
        foreach (var (was, now) in ParagraphDiff.Of(Paragraphs(before), Paragraphs(after)))
        {
            var kind = was is null ? ChangeKind.New : now is null ? ChangeKind.Withdrawn : ChangeKind.Changed;
            yield return new RecordChange(kind, report, earlier, null, "text", was is null ? null : ToldSide.Of(was), now is null ? null : ToldSide.Of(now));
        }

        foreach (var change in new ReadingDiff(report, earlier).Of(before.Keys, after.Keys))
        {
            yield return change;
        }
    }

    /// <summary>The paragraphs of what belongs to the story.</summary>
    private List<string> Paragraphs(Version version)
    {
        var text = DocumentText.Of(reader.Document(version.Chosen)).Text;
        var positions = new CodePointMap(text);
        return
        [
            .. version.Keys.Reading.StoryBlocks()
                .SelectMany(block => text[positions.ToUtf16(block.Start)..positions.ToUtf16(block.End)].Split('\n'))
                .Select(ValueWords.OneLine)
                .Where(line => line.Length > 0),
        ];
    }

    private static RecordChange Judged(JudgementStanding standing) => new(ChangeKind.Judged, ("", ""), null, null, null, null, null, standing);

    private static string Report(ChosenReading reading) => reading.Report;

    private ReadingKeys? Open(ChosenReading? chosen) => chosen is { } reading ? new ReadingKeys(reading.Report, StoredReading.Open(reader.Reading(reading).Bytes)) : null;

    private static string SourceOf(StoredReading reading) => reading.Report.GetProperty("source").GetString()!;

    private sealed record Version(ChosenReading Chosen, ReadingKeys Keys)
    {
        /// <summary>Day and time of publication, empty when unknown.</summary>
        public string Published => Keys.Reading.Report.GetProperty("published") is { ValueKind: JsonValueKind.Object } published ? $"{ValueKinship.Text(published, "date")}T{ValueKinship.Text(published, "time")}" : "";
    }
}
