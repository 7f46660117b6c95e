using System.Buffers;
using System.Text;
using Dateline.Documents;
using Dateline.Exports;
using Dateline.Knowledge;

namespace Dateline.Tests.Whole;

/// <summary>The shipped pipeline, built once, and the reports of samples/.</summary>
internal static class Samples
{
    private static readonly Lazy<Pipeline> Shipped = new(Build);

    public static Pipeline Pipeline => Shipped.Value;

    /// <summary>Names without ending, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Repository.Files("samples", "*.txt").Select(name => Path.GetFileNameWithoutExtension(name)!)];

    public static Pipeline Build() => new(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));

    public static string Text(string name) => File.ReadAllText(Repository.At($"samples/{name}.txt"));

    public static Reading Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static Reading Read(byte[] bytes) => Pipeline.Read(RawDocument.Of(bytes, "text/plain", "report"), ReadOptions.Default);

    public static byte[] Json(Reading reading)
    {
        var output = new ArrayBufferWriter<byte>();
        ReadingJson.Write(output, reading, new ReadingJsonOptions(Explain: true));
        return output.WrittenSpan.ToArray();
    }
}
