using System.Text.Json;
using Dateline.Annotations.Actors;

namespace Dateline.Views;

/// <summary>Enumeration values as the contract names them.</summary>
internal static class JsonNames
{
    /// <summary>The kind of an outlet that speaks in its own voice.</summary>
    public static readonly string Outlet = Of(ActorKind.Outlet);

    /// <summary>StateMedia → state_media.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
