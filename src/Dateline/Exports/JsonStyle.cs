using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dateline.Exports;

/// <summary>How all JSON that leaves the program is written.</summary>
public static class JsonStyle
{
    /// <summary>Readable text as it is (nothing of this goes into a web page unescaped), lines parted by LF.</summary>
    public static JsonWriterOptions Options(bool indented) => new()
    {
        Indented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
}
