using System.Text.Json;

namespace Dateline.Views;

/// <summary>Enumeration values as the contract names them.</summary>
internal static class JsonNames
{
    /// <summary>StateMedia → state_media.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
