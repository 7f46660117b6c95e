using System.Text.Json.Serialization;

namespace Dateline.Ledger;

/// <summary>The few shapes the store itself writes as JSON.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class LedgerJson : JsonSerializerContext;
