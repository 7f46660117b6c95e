namespace Dateline.Exports.Formats;

/// <summary>The columns of a file of FollowTheMoney statements.</summary>
internal static class FtmColumns
{
    public static IReadOnlyList<ExportColumn<FtmStatement>> All { get; } =
    [
        new("canonical_id", CellType.Text, "id of the entity", s => s.Entity),
        new("entity_id", CellType.Text, "id of the entity", s => s.Entity),
        new("prop", CellType.Text, "property; id says that the entity is there", s => s.Property),
        new("prop_type", CellType.Text, "type of the property", s => s.Type),
        new("schema", CellType.Text, "Event, Article, PublicBody, Organization, Person or LegalEntity", s => s.Schema),
        new("value", CellType.Text, "the value; an entity's id where the property leads to one", s => s.Value),
        new("dataset", CellType.Text, "always the same", _ => FollowTheMoney.DataSet),
        new("lang", CellType.Text, "language of the value; eng where it is words of ours", s => s.Type is "text" ? "eng" : null),
        new("original_value", CellType.Text, "the exact words", s => s.Original),
        new("external", CellType.Text, "f: nothing comes from elsewhere", _ => "f"),
        new("first_seen", CellType.Text, "day of publication of the report it comes from", s => s.Seen),
        new("last_seen", CellType.Text, "the same", s => s.Seen),
        new("origin", CellType.Text, "the claim it comes from", s => s.Origin),
        new("id", CellType.Text, "name of the statement: SHA-1 of data set, entity, property, value and origin", s => FollowTheMoney.Hash(string.Join('.', FollowTheMoney.DataSet, s.Entity, s.Property, s.Value, s.Origin ?? ""))),
    ];
}
