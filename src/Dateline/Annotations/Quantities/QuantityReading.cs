namespace Dateline.Annotations.Quantities;

/// <summary>The figures of a report.</summary>
/// <param name="Quantities">Figures in text order, without overlap.</param>
/// <param name="Ordinals">Places in a row, in text order.</param>
public sealed record QuantityReading(IReadOnlyList<Quantity> Quantities, IReadOnlyList<Ordinal> Ordinals);
