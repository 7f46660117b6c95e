using Dateline.Documents;
using Dateline.Ledger.Judgements;

namespace Dateline.Ledger;

/// <summary>Something that does not hold in a ledger.</summary>
/// <param name="Where">The document, report or event, or the file.</param>
/// <param name="Message">What is wrong.</param>
public sealed record LedgerFault(string Where, string Message);

/// <summary>Keeping a ledger in order: what <c>verify</c>, <c>backup</c> and <c>compact</c> ask of a store.</summary>
public interface ILedgerUpkeep
{
    /// <summary>What is wrong with the file itself and its references, in the store's own words; empty when nothing is.</summary>
    IEnumerable<LedgerFault> FileFaults();

    /// <summary>Every document: hash and packed bytes.</summary>
    IEnumerable<(string Sha256, Packed Bytes)> Documents();

    /// <summary>Every kept reading, with its document.</summary>
    IEnumerable<KeptReading> Readings();

    /// <summary>Numbers of the readings that the record is made of.</summary>
    IReadOnlySet<long> InRecord();

    /// <summary>Every event of the record with the tellings it is made of.</summary>
    IEnumerable<(EventRow Event, IReadOnlyList<MentionRow> Members)> Events();

    /// <summary>The reading of a mention's report.</summary>
    Packed ReadingOf(MentionRow mention);

    /// <summary>Every outside table: name, hash and packed bytes.</summary>
    IEnumerable<(string Name, string Sha256, Packed Bytes)> Imports();

    /// <summary>Every judgement with the name it was kept under; null when it cannot be opened.</summary>
    IEnumerable<(string Name, Judgement? Judgement)> Judgements();

    /// <summary>Writes a copy of the ledger as it is now to a new file, whatever is added meanwhile.</summary>
    void BackUp(string path);

    /// <summary>Gives back the room of what is no longer there; returns bytes before and after.</summary>
    (long Before, long After) Compact();
}

/// <summary>Checks that a ledger still holds what was put into it.</summary>
public static class LedgerVerifier
{
    /// <summary>Everything that does not hold: the file, the hashes of the bytes, the readings, the words of every span, what people decided, the events.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="forms">What makes an event's row.</param>
    public static IEnumerable<LedgerFault> Faults(ILedgerUpkeep ledger, ILedgerForms forms)
    {
        foreach (var fault in ledger.FileFaults())
        {
            yield return fault;
        }

        foreach (var (sha256, bytes) in ledger.Documents())
        {
            if (bytes.Unpack() is not { } whole)
            {
                yield return new LedgerFault("sha256:" + sha256, "its bytes cannot be unpacked");
            }
            else if (RawDocument.Of(whole, "", "").Sha256 != sha256)
            {
                yield return new LedgerFault("sha256:" + sha256, "its bytes have another hash");
            }
        }

        var inRecord = ledger.InRecord();
        foreach (var reading in ledger.Readings())
        {
            foreach (var message in Faults(reading, inRecord.Contains(reading.Number)))
            {
                yield return new LedgerFault(reading.Report, message);
            }
        }

        foreach (var (name, sha256, bytes) in ledger.Imports())
        {
            if (bytes.Unpack() is not { } whole || RawDocument.Of(whole, "", "").Sha256 != sha256)
            {
                yield return new LedgerFault(name, "the bytes of the outside table have changed since it was imported");
            }
        }

        var noted = new List<Judgement>();
        foreach (var (name, judgement) in ledger.Judgements())
        {
            noted.AddRange(judgement is null ? [] : [judgement]);
            if (judgement is null || !string.Equals(judgement.Id, name, StringComparison.Ordinal))
            {
                yield return new LedgerFault(name, "what was decided has changed since it was noted");
            }
        }

        var book = new JudgementBook(noted);
        foreach (var (happening, members) in ledger.Events().Where(e => e.Members.Count > 0 && !IsAsMade(ledger, e.Event, e.Members, forms, book)))
        {
            yield return new LedgerFault(happening.Id, "is not what its reports say; dateline recode --all makes it anew");
        }
    }

    private static bool IsAsMade(ILedgerUpkeep ledger, EventRow happening, IReadOnlyList<MentionRow> members, ILedgerForms forms, JudgementBook book)
    {
        try
        {
            var form = forms.Make([.. members.Select(member => new EventMember(member, () => StoredReading.Open(ledger.ReadingOf(member))))], book);
            return happening.Form.Unpack() is { } kept && form.Json.Unpack() is { } made && kept.AsSpan().SequenceEqual(made) && string.Equals(form.Id, happening.Id, StringComparison.Ordinal);
        }
        catch (Exception error) when (error is LedgerException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    // An older reading stands in the text as it was read then; another program may read a page otherwise.
    private static IEnumerable<string> Faults(KeptReading kept, bool isInRecord)
    {
        if (!kept.IsWhole)
        {
            return ["its reading has changed since it was kept"];
        }

        StoredReading reading;
        try
        {
            reading = StoredReading.Open(kept.Bytes);
            _ = ComparedText.Open(kept.Compared.Profiles);
        }
        catch (LedgerException)
        {
            return ["its reading cannot be opened"];
        }

        if (!isInRecord || kept.Document.Unpack() is not { } bytes)
        {
            return [];
        }

        var text = DocumentText.Of(new RawDocument(kept.Sha256, bytes, kept.MediaType, "", StatedFacts.None)).Text;
        try
        {
            return [.. Spans(reading, text)];
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return ["its reading is damaged"];
        }
    }

    private static IEnumerable<string> Spans(StoredReading reading, string text)
    {
        var positions = new CodePointMap(text);
        foreach (var claim in reading.Claims)
        {
            foreach (var words in claim.Evidence)
            {
                var (start, end) = (positions.ToUtf16(words.GetProperty("start").GetInt32()), positions.ToUtf16(words.GetProperty("end").GetInt32()));
                if (start < 0 || end > text.Length || start > end || !text.AsSpan(start, end - start).SequenceEqual(words.GetProperty("text").GetString()))
                {
                    yield return $"claim {claim.Id}: its words do not stand where it says; dateline recode reads it again";
                }
            }
        }
    }
}
