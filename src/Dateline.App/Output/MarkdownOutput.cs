using Dateline.Exports;
using Dateline.Views;

namespace Dateline.App.Output;

/// <summary>Markdown, one report after the other.</summary>
internal sealed class MarkdownOutput(TextWriter output, bool explain) : IReadingOutput
{
    public void Add(Reading reading)
    {
        ReadingMarkdown.Write(output, ReadingView.Of(reading), explain);
        output.Flush();
    }

    public void AddFailed()
    {
    }

    public void End(RunTotals totals) => output.Flush();
}
