using System.Text.Json;
using Dateline.Knowledge;
using Dateline.Text;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Tests.Annotations;

/// <summary>Rows of a spec file, and sentences cut as the program cuts them, without tags.</summary>
internal static class SpecRows
{
    /// <summary>Numbers of the rows of a file, for theory data.</summary>
    public static IEnumerable<string> Texts(string name) => Read(name).Select(row => row.GetProperty("text").GetString()!);

    public static JsonElement Row(string name, string text) => Read(name).First(row => row.GetProperty("text").ValueEquals(text));

    public static LocalDate? Published(JsonElement row) =>
        row.GetProperty("published").GetString() is { } date ? LocalDatePattern.Iso.Parse(date).Value : null;

    public static KnowledgeFiles Files { get; } = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);

    public static SentenceSplitter Splitter(Vocabulary vocabulary, out Tokenizer tokenizer)
    {
        tokenizer = new Tokenizer(Files, vocabulary);
        return new SentenceSplitter(Files, vocabulary, tokenizer);
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, List<JsonElement>> Known = new(StringComparer.Ordinal);

    public static IReadOnlyList<JsonElement> All(string name) => Read(name);

    private static List<JsonElement> Read(string name) => Known.GetOrAdd(name, ReadFile);

    private static List<JsonElement> ReadFile(string name) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", name)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)];
}
