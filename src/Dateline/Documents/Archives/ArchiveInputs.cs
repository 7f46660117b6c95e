using System.Globalization;

namespace Dateline.Documents.Archives;

/// <summary>The pages of web archives as inputs.</summary>
internal sealed class ArchiveInputs(InputMaker maker, PageTriage? triage)
{
    /// <summary>Pages left out so far because nothing of ours can stand in them.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Each page taken; closes the stream.</summary>
    public IEnumerable<Input> Read(string source, PeekedStream stream)
    {
        using (stream)
        {
            var archive = new ArchiveReader(triage, InputMaker.LargestReport);
            foreach (var page in archive.Read(stream.Whole(), stream.Head))
            {
                var name = maker.NameOf(page.Address ?? source);
                yield return page.Bytes is { } bytes
                    ? new Input(name, RawDocument.Of(bytes, page.MediaType, name, maker.Stated(null, null, null, page.Address)), null)
                    : InputMaker.Failed(source, page.Problem!);
            }

            LeftOut += archive.LeftOut;
            if (archive.Taken + archive.LeftOut == 0)
            {
                yield return InputMaker.Failed(source, "the archive holds no page that was answered");
            }
            else if (archive.Passed > 0)
            {
                yield return InputMaker.Failed(source, string.Create(CultureInfo.InvariantCulture, $"{archive.Passed:N0} records were passed over: their heads cannot be read, or they are larger than {InputMaker.LargestReport >> 20} MB, which no report is"));
            }
        }
    }
}
