using System.Globalization;
using Dateline.Documents;
using Dateline.Documents.Fetching;
using Dateline.Events.Across;
using Dateline.Ledger.Judgements;
using Dateline.Ledger.Outside;
using Dateline.Sources;

namespace Dateline.Ledger;

/// <summary>
/// Where the ledger lies. Evidence (bytes, sightings, runs, readings) is only ever added; the record made of it (reports, events, what they are found
/// by) is brought up to date in the same transaction. One writer at a time, any number of readers. Every method may throw <see cref="LedgerException"/>.
/// </summary>
public interface ILedgerStore : IDisposable
{
    /// <summary>What is known of a document that came in this way. May be asked while another thread writes through another store.</summary>
    Standing StandingOf(string sha256, Sighting sighting);

    /// <summary>Runs some work in one transaction: all of it is kept, or nothing. Waits for another writer to finish.</summary>
    void Write(Action<ILedgerTransaction> work);

    /// <summary>The record as it is at this moment, whatever is written meanwhile; dispose it to let go.</summary>
    ILedgerReader Read();

    /// <summary>A number that is another one when somebody else has written to it since it was asked last.</summary>
    long Version { get; }

    /// <summary>Keeping it in order.</summary>
    ILedgerUpkeep Upkeep { get; }
}

/// <summary>One transaction of the writer.</summary>
public interface ILedgerTransaction
{
    /// <inheritdoc cref="ILedgerStore.StandingOf"/>
    Standing StandingOf(string sha256, Sighting sighting);

    /// <summary>Notes a run; returns its number.</summary>
    long AddRun(RunInfo run, DateTimeOffset begun, IReadOnlyList<string> inputs);

    /// <summary>Keeps some bytes unless they are kept already; returns their number.</summary>
    long AddBlob(string sha256, Packed bytes);

    /// <summary>Notes how a document came in; returns the sighting's number.</summary>
    long AddSighting(string sha256, long run, Sighting sighting);

    /// <summary>Notes how the document of a sighting was fetched; does nothing for one that was not.</summary>
    void AddFetch(long sighting, Fetch? fetch);

    /// <summary>Keeps what a document was read into; returns the reading's number.</summary>
    long AddReading(long blob, int entry, long run, long sighting, PreparedReport report);

    /// <summary>The reports of a document in the record: number and id.</summary>
    IReadOnlyList<(long Number, string Id)> ReportsOf(long blob);

    /// <summary>Takes a report out of the record, with its mentions, which no event may hold any more; returns the reports that were copies of it.</summary>
    IReadOnlyList<long> RemoveReport(long report);

    /// <summary>Puts a report into the record; returns its number.</summary>
    long AddReport(long blob, int entry, long reading, ReportIndex index);

    /// <summary>Tellings and their links, for bringing them together.</summary>
    IMatchStore Matches { get; }

    /// <summary>Reports that share wording samples with one, published near it: its day and <paramref name="days"/> around, or on a day unknown. The same whichever of two came first.</summary>
    IReadOnlyList<SketchRow> Alike(long report, string? day, int days, IEnumerable<uint> samples);

    /// <summary>Keeps the samples a report is found by.</summary>
    void AddSamples(long report, string? day, IEnumerable<uint> samples);

    /// <summary>Keeps how two reports' texts stand to each other.</summary>
    void AddCopy(long report, long other, CopyMatch match);

    /// <summary>The accounts that reports give which carry one text with a report, as far as they were compared with it.</summary>
    IReadOnlyCollection<long> AccountsOfCopies(string reportId);

    /// <summary>Brings the groups of reports that carry one text up to date; returns the events whose reports changed groups.</summary>
    /// <param name="added">Reports that are new.</param>
    /// <param name="lost">Reports that lost a copy.</param>
    IReadOnlyCollection<long> GroupCopies(IReadOnlyCollection<long> added, IReadOnlyCollection<long> lost);

    /// <summary>The mentions of some keys (<see cref="EventProfile.Key"/>): number and the event each is part of.</summary>
    IReadOnlyList<(long Mention, long? Event)> MentionsOf(IEnumerable<string> keys);

    /// <summary>The mentions of a group.</summary>
    IReadOnlyList<(long Mention, long? Event)> MentionsOf(EventGroup group);

    /// <summary>Number of an event's mentions.</summary>
    long CountOf(long happening);

    /// <summary>The keys of an event's mentions.</summary>
    IReadOnlyList<string> KeysOf(long happening);

    /// <summary>Takes an event out of the record; its mentions stay, without one.</summary>
    void RemoveEvent(long happening);

    /// <summary>The mentions with their reports.</summary>
    IReadOnlyList<MentionRow> Mentions(IReadOnlyCollection<long> mentions);

    /// <summary>A kept reading of the record.</summary>
    /// <param name="report">Id of the report.</param>
    Packed ReadingIn(string report);

    /// <summary>Puts an event into the record, or another form of it in its place.</summary>
    /// <param name="number">Its number, or null for a new one.</param>
    /// <param name="form">What is kept of it.</param>
    /// <param name="mentions">Mentions that become part of it.</param>
    void PutEvent(long? number, EventForm form, IReadOnlyCollection<long> mentions);

    /// <summary>All judgements, in any order.</summary>
    IEnumerable<Judgement> Judgements();

    /// <summary>Keeps a judgement; false when it was there already.</summary>
    bool AddJudgement(Judgement judgement);

    /// <summary>The key (<see cref="EventProfile.Key"/>) of the record's telling that goes by a name by content (<see cref="TellingRef.Key"/>); null when there is none.</summary>
    string? TellingOf(string contentKey);

    /// <summary>A report's number and reading, or null when the record does not have it.</summary>
    (long Report, Packed Reading)? ReadingOf(string reportId);

    /// <summary>Reports that tell of events somebody of one of these names or ids acts in or speaks of.</summary>
    IReadOnlyList<string> ReportsNaming(IReadOnlyCollection<PersonRef> persons);

    /// <summary>Keeps a table of somebody else's; false when it is there already, read with the same map.</summary>
    bool AddOutside(OutsideImport table);

    /// <summary>Empties the record, to be made again.</summary>
    void Empty();

    /// <summary>The readings the record is made of: per document the latest one made with its first sighting.</summary>
    IReadOnlyList<ChosenReading> ChosenReadings();

    /// <summary>A kept reading.</summary>
    KeptReading Reading(ChosenReading reading);
}

/// <summary>The record at one moment. Rows come in a fixed order, whatever the order of adding.</summary>
public interface ILedgerReader : IDisposable
{
    /// <summary>How much there is.</summary>
    LedgerCounts Count();

    /// <summary>The reports by day of publication (unknown last), then id.</summary>
    IEnumerable<ReportRow> Reports();

    /// <summary>Some of the reports, the last published first (unknown last), then by id.</summary>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="most">The most to return.</param>
    IReadOnlyList<ReportRow> Latest(int skip, int most);

    /// <summary>Outlets, agencies and primary sources with the number of events they tell of, those with most first, then by name.</summary>
    IReadOnlyList<SourceRow> Sources(int most);

    /// <summary>How many reports there are.</summary>
    long CountReports();

    /// <summary>The reports whose text stands in a report's or the other way round, by id.</summary>
    IReadOnlyList<CopyRow> CopiesOf(ReportRow report);

    /// <summary>The events by first day (unknown last), then id.</summary>
    IEnumerable<EventRow> Events(LedgerFilter filter);

    /// <summary>The same events in the same order, only what lists and timelines need.</summary>
    IReadOnlyList<EventHead> Heads(LedgerFilter filter);

    /// <summary>An event by its id or the id of any of its members; null when there is none.</summary>
    EventRow? Event(string id);

    /// <summary>Reports with their readings and the events they tell of, by day of publication, then id. Filtered: only those events, and only reports that tell of them.</summary>
    /// <param name="filter">The part of the record.</param>
    /// <param name="findings">0 for all; else only reports of which the checks may say something of these <see cref="FindingBits"/>.</param>
    IEnumerable<ReportReading> Readings(LedgerFilter filter, int findings = 0);

    /// <summary>All judgements, in any order.</summary>
    IEnumerable<Judgement> Judgements();

    /// <summary>A report with its reading; null when there is none.</summary>
    /// <param name="id">Its id.</param>
    ReportReading? ReadingOf(string id);

    /// <summary>The ids of reports that begin so, the first ten by id.</summary>
    IReadOnlyList<string> ReportsLike(string beginning);

    /// <summary>Who acts or speaks under a name or id, however it is written.</summary>
    IReadOnlyList<PersonRef> PersonsOf(string name);

    /// <summary>Reports with their readings that tell of one event.</summary>
    /// <param name="happening">The event.</param>
    /// <param name="findings">0 for all; else only reports of which the checks may say something of these <see cref="FindingBits"/>.</param>
    IEnumerable<ReportReading> ReadingsOf(EventRow happening, int findings = 0);

    /// <summary>Tables of somebody else's, which are never part of the record.</summary>
    IOutsideLedgers Outside { get; }

    /// <summary>The runs, the first one first.</summary>
    IReadOnlyList<RunRow> Runs();

    /// <summary>The readings a record is made of that knows runs up to one: of each document the latest made with its first sighting.</summary>
    IReadOnlyList<ChosenReading> ChosenReadings(long upToRun);

    /// <summary>A kept reading.</summary>
    KeptReading Reading(ChosenReading reading);

    /// <summary>The reading that the record is made of for a report.</summary>
    ChosenReading ReadingOf(ReportRow report);

    /// <summary>The document of a reading, as it came in with the sighting it was read with.</summary>
    RawDocument Document(ChosenReading reading);

    /// <summary>Numbers of the readings that the record is made of now.</summary>
    IReadOnlySet<long> InRecord();

    /// <summary>Readings of the documents that came in under an address, as url or source: the versions of one page.</summary>
    IReadOnlyList<ChosenReading> VersionsOf(string address);

    /// <summary>Reports that hold some words, the best first.</summary>
    /// <param name="query">Words; several must all stand in the report, words in quotation marks next to each other.</param>
    /// <param name="filter">Only reports that tell of such events.</param>
    /// <param name="most">The most reports to return.</param>
    SearchResult Search(string query, LedgerFilter filter, int most);

    /// <summary>A report's bytes and their media type.</summary>
    (Packed Bytes, string MediaType) Bytes(ReportRow report);
}

/// <summary>A kept reading.</summary>
/// <param name="Number">The reading's number.</param>
/// <param name="Blob">Its document's.</param>
/// <param name="Entry">0, or the number of an entry of a live blog.</param>
/// <param name="Bytes">The reading.</param>
/// <param name="Compared">What is compared with other reports.</param>
/// <param name="Sha256">The document's hash.</param>
/// <param name="Document">The document's bytes.</param>
/// <param name="MediaType">What they are.</param>
/// <param name="IsWhole">False when a byte of the reading has changed since it was kept.</param>
public sealed record KeptReading(long Number, long Blob, int Entry, Packed Bytes, ComparedText Compared, string Sha256, Packed Document, string MediaType, bool IsWhole)
{
    /// <summary>Id of the report.</summary>
    public string Report => IdOf(Sha256, Entry);

    /// <summary><c>sha256:…</c>, with <c>#n</c> for an entry of a live blog.</summary>
    public static string IdOf(string sha256, int entry) => "sha256:" + sha256 + (entry > 0 ? string.Create(CultureInfo.InvariantCulture, $"#{entry}") : "");
}

/// <summary>A reading by its numbers inside the store.</summary>
/// <param name="Number">The reading's.</param>
/// <param name="Blob">Its document's.</param>
/// <param name="Entry">0, or the number of an entry of a live blog.</param>
/// <param name="Run">The run that made it.</param>
/// <param name="Sighting">The sighting it was made with.</param>
/// <param name="Report">Id of the report.</param>
public readonly record struct ChosenReading(long Number, long Blob, int Entry, long Run, long Sighting, string Report);

/// <summary>A run: one call that read reports into the ledger.</summary>
/// <param name="Number">1, 2 …</param>
/// <param name="By">Program and knowledge.</param>
/// <param name="Begun">When it began, ISO 8601 in UTC.</param>
/// <param name="Inputs">What it was asked to read.</param>
/// <param name="Readings">Reports it read.</param>
/// <param name="InRecord">How many of these readings the record is made of now.</param>
public sealed record RunRow(long Number, RunInfo By, string Begun, IReadOnlyList<string> Inputs, long Readings, long InRecord);

/// <summary>How much a ledger holds.</summary>
/// <param name="Documents">Documents kept.</param>
/// <param name="DocumentBytes">Their bytes before packing.</param>
/// <param name="Sightings">Ways they came in.</param>
/// <param name="Reports">Reports: documents and entries of live blogs.</param>
/// <param name="Events">Events that nobody rejected.</param>
/// <param name="Rejected">Events that somebody rejected.</param>
/// <param name="Mentions">Reports' events that were brought together in them.</param>
/// <param name="Judgements">Decisions of people.</param>
/// <param name="Bytes">Size of the ledger on disk.</param>
/// <param name="First">First day of publication, or null.</param>
/// <param name="Last">Last day of publication, or null.</param>
/// <param name="Runs">Which program and knowledge read how many of the reports, the newest first.</param>
public sealed record LedgerCounts(
    long Documents,
    long DocumentBytes,
    long Sightings,
    long Reports,
    long Events,
    long Rejected,
    long Mentions,
    long Judgements,
    long Bytes,
    string? First,
    string? Last,
    IReadOnlyList<(RunInfo Run, long Reports)> Runs);

/// <summary>A report of the record.</summary>
/// <param name="Number">Its number inside the store, never shown.</param>
/// <param name="Id"><c>sha256:…</c>.</param>
/// <param name="Source">Its source.</param>
/// <param name="Head">Its row of <c>dateline reports</c> as JSON, without its copies.</param>
/// <param name="CopyGroup">The group of reports that carry one text, or null.</param>
public sealed record ReportRow(long Number, string Id, string Source, byte[] Head, string? CopyGroup);

/// <summary>How another report's text stands to a report's.</summary>
/// <param name="Report">Id of the other one.</param>
/// <param name="Relation">partial, edited or verbatim.</param>
/// <param name="Shared">How much of the shorter one stands in the other, 0 to 1.</param>
public readonly record struct CopyRow(string Report, CopyRelation Relation, double Shared);

/// <summary>A report's event, with its report.</summary>
/// <param name="Number">Its number inside the store.</param>
/// <param name="EventNumber">e1, e2 …</param>
/// <param name="Key">Its own key.</param>
/// <param name="Day">The report's day of publication, or null.</param>
/// <param name="Report">Id of its report.</param>
/// <param name="Source">The report's source.</param>
/// <param name="Text">The text its report carries: one name for all copies.</param>
/// <param name="Shared">How much of the shorter text its report has in common with the nearest other report that carries the text, 0 to 1; null when none does.</param>
/// <param name="Checksum">Hash of all that is kept of the report's reading, or null where an old version kept none.</param>
public sealed record MentionRow(long Number, string EventNumber, string Key, string? Day, string Report, string Source, string Text, double? Shared, string? Checksum);

/// <summary>A report that may be a copy of another.</summary>
/// <param name="Number">Its number inside the store.</param>
/// <param name="Candidate">What is compared.</param>
/// <param name="Nearest">How much of the shorter text it shares with its nearest copy so far, or null.</param>
public sealed record SketchRow(long Number, CopyCandidate Candidate, double? Nearest);

/// <summary>An event of the record.</summary>
/// <param name="Number">Its number inside the store, never shown.</param>
/// <param name="Id"><c>ev-…</c>.</param>
/// <param name="Form">Its row of <c>dateline events</c> as JSON, packed.</param>
public sealed record EventRow(long Number, string Id, Packed Form);

/// <summary>An outlet, agency or primary source.</summary>
/// <param name="Id">Its id, or null for one the tables do not have.</param>
/// <param name="Name">Its name.</param>
/// <param name="Events">Events it tells of.</param>
public sealed record SourceRow(string? Id, string Name, long Events);

/// <summary>What an event is and when, without its values.</summary>
/// <param name="Id"><c>ev-…</c>.</param>
/// <param name="Kind">Kind of the codebook.</param>
/// <param name="Status">news, background, planned, hypothetical or denied.</param>
/// <param name="First">First day it may have been (ISO 8601), or null.</param>
/// <param name="Last">Last day, or null.</param>
public sealed record EventHead(string Id, string Kind, string Status, string? First, string? Last);

/// <summary>A report's reading, with the events of the record that its events are part of.</summary>
/// <param name="Report">The report.</param>
/// <param name="Reading">Its reading.</param>
/// <param name="Events">The record's event by the report's own number: e1 → ev-….</param>
/// <param name="IsWhole">True when everything of the report was asked for; false when only these events.</param>
public sealed record ReportReading(ReportRow Report, Packed Reading, IReadOnlyDictionary<string, string> Events, bool IsWhole);

/// <summary>What a search found.</summary>
/// <param name="Total">Number of reports found.</param>
/// <param name="Reports">The best of them.</param>
/// <param name="Counted">Number of the best reports that <paramref name="Facets"/> count.</param>
/// <param name="Facets">Facet, value, and number of reports that tell of such an event; by facet, then number, then value.</param>
public sealed record SearchResult(long Total, IReadOnlyList<(ReportRow Report, IReadOnlyList<string> Events)> Reports, int Counted, IReadOnlyList<(string Facet, string Value, long Reports)> Facets);
