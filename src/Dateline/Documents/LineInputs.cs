using System.Globalization;

namespace Dateline.Documents;

/// <summary>Reports that stand one a line (JSON lines) as inputs: what is wrong with one costs itself.</summary>
internal sealed class LineInputs(InputMaker maker)
{
    private static readonly Input Blank = new("", null, null);

    /// <summary>Each line's report; closes the stream.</summary>
    public IEnumerable<Input> Read(string source, PeekedStream stream)
    {
        using (stream)
        {
            if (ContentCheck.IsBinary(stream.Head))
            {
                yield return InputMaker.Failed(source, ContentCheck.Refuse(stream.Head) ?? "is not text (binary data)");
                yield break;
            }

            var found = false;
            var lines = new LineReader(stream.AsUtf8(), InputMaker.LargestReport);
            while (Next(lines, source) is { } input)
            {
                if (input.Source.Length > 0)
                {
                    found = true;
                    yield return input;
                }
            }

            if (!found)
            {
                yield return InputMaker.Failed(source, "is empty");
            }
        }
    }

    /// <summary>The next line's report, an input without a source for a blank line, or null at the end.</summary>
    private Input? Next(LineReader lines, string source)
    {
        try
        {
            if (!lines.TryRead(out var line))
            {
                return null;
            }

            return lines.TooLong ? InputMaker.Failed(source, $"line {lines.Line}: {InputMaker.TooLarge}")
                : ContentCheck.IsBlank(line) ? Blank
                : ReadLine(line, source, lines.Line);
        }
        catch (Exception error) when (InputMaker.IsExpected(error))
        {
            lines.Stop();
            return InputMaker.Failed(source, $"line {lines.Line + 1}: {InputMaker.Words(error)}");
        }
    }

    private Input ReadLine(ReadOnlySpan<byte> line, string source, int number)
    {
        if (!JsonReport.TryRead(line, out var report, out var problem))
        {
            return InputMaker.Failed(source, $"line {number}: {problem}");
        }

        if (string.IsNullOrWhiteSpace(report.Text))
        {
            return InputMaker.Failed(source, $"line {number}: \"text\" is empty");
        }

        var origin = maker.NameOf(report.Id ?? $"{source}:{number}");
        var stated = maker.Stated(report.Title, report.Published, report.Outlet, report.Url);
        var complaint = report.Replaced ? InputMaker.Replaced : report.Ignored;
        return new Input(origin, RawDocument.Of(line.ToArray(), MediaTypes.Json, origin, stated), complaint is null ? null : $"line {number}: {complaint}");
    }
}
