namespace Dateline.Ledger.Outside;

/// <summary>A table to keep.</summary>
/// <param name="Map">How it was read.</param>
/// <param name="MapJson">The map as written.</param>
/// <param name="At">When, ISO 8601 in UTC.</param>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Sha256">Hash of the bytes.</param>
/// <param name="Bytes">The bytes.</param>
/// <param name="Events">Its rows.</param>
public sealed record OutsideImport(OutsideMap Map, string MapJson, string At, string File, string Sha256, Packed Bytes, IReadOnlyList<OutsideEvent> Events);
