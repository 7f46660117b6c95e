using Dateline.Claims;

namespace Dateline.Exports.Formats;

/// <summary>The formats there are.</summary>
public static class ExportFormats
{
    /// <summary>The formats for lists of them; their tables have no columns of roles.</summary>
    public static IReadOnlyList<IExportFormat> Listed { get; } = Made(EventColumns.Head);

    /// <summary>All of them, in the order they are listed.</summary>
    /// <param name="codebook">Kinds and roles: tables of events have columns for every role.</param>
    public static IReadOnlyList<IExportFormat> Of(Codebook codebook) => Made(EventColumns.All(codebook));

    private static IReadOnlyList<IExportFormat> Made(IReadOnlyList<ExportColumn<ExportEvent>> events) =>
    [
        new CsvTable<ExportEvent>("csv-events", "CSV, a row per event with every role, its values and how they stand", events, record => record.Events()),
        new CsvTable<ExportClaim>("csv-claims", "CSV, a row per claim with its speaker, its exact words and its report", ClaimColumns.All, record => record.Claims()),
        new CsvTable<ExportEvent>("launch-table", "CSV, a row per launch: date, time, site, system, apogee, distance, outcome", LaunchTable.Columns, LaunchTable.Rows),
        new CsvTable<ExportEvent>("acled-like", "CSV with columns like those of ACLED (precision codes, fatalities low, best, high)", ConflictTables.Acled, record => record.Events()),
        new CsvTable<ExportEvent>("ucdp-like", "CSV with columns like those of UCDP GED (where_prec, date_prec, low, best, high)", ConflictTables.Ucdp, record => record.Events()),
        new GeoJson(),
        new Kml(),
        new TimelineJs(),
        new CsvTable<ExportEvent>("timelinejs-csv", "CSV for the spreadsheet that TimelineJS reads", TimelineJs.Columns, TimelineJs.Dated),
        new AtomFeed(),
        new Calendar(),
        new ParquetTable<ExportEvent>("parquet-events", "Parquet, the columns of csv-events", events, record => record.Events()),
        new ParquetTable<ExportClaim>("parquet-claims", "Parquet, the columns of csv-claims", ClaimColumns.All, record => record.Claims()),
        new JsonLd(),
        new FtmEntities(),
        new CsvTable<FtmStatement>("ftm-statements", "FollowTheMoney statements as CSV: each value with the claim it comes from", FtmColumns.All, FollowTheMoney.Statements),
        new WebAnnotations(),
        new PloverLines(),
        new DossierMarkdown(),
        new DossierHtml(),
    ];
}
