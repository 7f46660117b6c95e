namespace Dateline.Exports.Formats;

/// <summary>The table an arms-control analyst keeps: a row per launch.</summary>
internal static class LaunchTable
{
    private const string Distance = "distance";
    private const string Altitude = "altitude";
    private const decimal Kilometre = 1000;
    private const decimal Minute = 60;

    public static IReadOnlyList<ExportColumn<ExportEvent>> Columns { get; } =
    [
        .. EventColumns.Head.Take(EventColumns.Places),
        new("launched_by", CellType.Text, "who launched it", e => e.Words("actor")),
        EventColumns.Words("launch_place", "site", "where it was launched from; inferred where only the country follows"),
        .. EventColumns.Spot("launch_place", "site_"),
        EventColumns.Words("target_place", "came_down", "where it was aimed or came down"),
        .. EventColumns.Spot("target_place", "came_down_"),
        EventColumns.Words("weapon_name", "system", "named systems"),
        EventColumns.Words("weapon_class", "class", "weapon classes"),
        EventColumns.Status("weapon_class", "class_status"),
        EventColumns.Words("count", "count", "how many"),
        EventColumns.Words(Altitude, "apogee", "every apogee or altitude told, as printed"),
        .. EventColumns.Ends(Altitude, "apogee_km_", "in km", Kilometre),
        EventColumns.Status(Altitude, "apogee_status"),
        EventColumns.Words(Distance, Distance, "every distance told, as printed"),
        .. EventColumns.Ends(Distance, "distance_km_", "in km", Kilometre),
        EventColumns.Status(Distance, "distance_status"),
        EventColumns.Words("duration", "duration", "every flight time told, as printed"),
        .. EventColumns.Ends("duration", "duration_min_", "in minutes", Minute),
        EventColumns.Words("speed", "speed", "every speed told, as printed"),
        EventColumns.Words("outcome", "outcome", "what came of it: failed, success … as told; empty: nothing told"),
        EventColumns.Status("outcome", "outcome_status"),
        .. EventColumns.Head.Skip(EventColumns.Counts).Take(6),
    ];

    /// <summary>Events of the kinds that fly: those that carry a distance and an altitude.</summary>
    public static IEnumerable<ExportEvent> Rows(ExportRecord record) => record.Events().Where(happening => record.Codebook.Carries(happening.Kind, Altitude) && record.Codebook.Carries(happening.Kind, Distance));
}
