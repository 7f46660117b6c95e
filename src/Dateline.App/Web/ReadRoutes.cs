using System.Text;
using Dateline.App.Web.Pages;
using Dateline.Documents;
using Microsoft.AspNetCore.Http;

namespace Dateline.App.Web;

/// <summary>The Read page: a text goes in, what it says comes out; nothing is kept unless somebody asks for it.</summary>
internal sealed class ReadRoutes(ReadingDesk desk)
{
    /// <summary>The empty form.</summary>
    public static Task Form(HttpContext context) => Show(context, ReadModel.Empty(Routes.Token(context)));

    /// <summary>Reads what was sent and shows it.</summary>
    public async Task Read(HttpContext context)
    {
        if (await Routes.FormOf(context) is not { } form)
        {
            return;
        }

        var sent = await Sent.Of(form, context.RequestAborted);
        var model = ReadModel.Empty(Routes.Token(context)) with { Published = sent.Published, Outlet = sent.Outlet };
        var input = sent.Address is { } address ? await OpenAsync(sent, address, context.RequestAborted) : Open(sent);
        if (input.Document is not { } document)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await Show(context, model with { Problem = Sentence(sent, input.Problem) ?? "There was no text." });
            return;
        }

        var reading = await desk.ReadAsync(document, context.RequestAborted);
        var bytes = sent.Address is null ? Convert.ToBase64String(sent.Bytes.Span) : null;
        await Show(context, model with { Problem = Sentence(sent, input.Problem), Reading = ReadingModel.Of(reading), Sent = bytes, Fetched = sent.Address is null ? null : document.Sha256, Name = sent.Name });
    }

    /// <summary>Reads one of the samples.</summary>
    public async Task Sample(HttpContext context)
    {
        if (ShippedSamples.Open(context.Request.RouteValues["name"] as string) is not { } document)
        {
            await Routes.Complain(context, StatusCodes.Status404NotFound, "There is no such sample.");
            return;
        }

        var reading = await desk.ReadAsync(document, context.RequestAborted);
        await Show(context, ReadModel.Empty(Routes.Token(context)) with { Reading = ReadingModel.Of(reading), Sent = Convert.ToBase64String(document.Bytes.Span), Name = document.Origin });
    }

    /// <summary>Keeps what was shown in the ledger.</summary>
    public async Task Keep(HttpContext context)
    {
        if (await Routes.FormOf(context) is not { } form)
        {
            return;
        }

        var sent = await Sent.Of(form, context.RequestAborted);
        if ((form["fetched"].ToString() is { Length: > 0 } sha256 ? desk.Fetched(sha256) : Open(sent).Document) is not { } document)
        {
            await Routes.Complain(context, StatusCodes.Status400BadRequest, "There is nothing to keep any more: read it once more, then keep it.");
            return;
        }

        desk.Keep([document]);
        context.Response.Redirect("/report/" + document.Sha256);
    }

    private static Task Show(HttpContext context, ReadModel model) => Routes.Page<ReadPage>(context, model);

    /// <summary>Fetches what an address names; anything else that a name could mean (a file of this machine) is no address.</summary>
    private async Task<Input> OpenAsync(Sent sent, string address, CancellationToken stop) =>
        address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            ? await desk.FetchAsync(address, sent.Published, sent.Outlet, stop)
            : new Input(address, null, "an address begins with https:// or http://");

    private static string? Sentence(Sent sent, string? problem) => problem is null ? null : sent.Address is { } address ? $"{address}: {problem}." : $"The report {problem}.";

    private static Input Open(Sent sent)
    {
        var inputs = new DocumentReader(() => new MemoryStream(sent.Bytes.ToArray()), null, sent.Published, sent.Outlet).Read([DocumentReader.StandardInput]).Take(2).ToList();
        return inputs.Count == 0 ? new Input(sent.Name, null, null)
            : inputs.Count > 1 ? new Input(sent.Name, null, "holds several reports; dateline add takes them all")
            : inputs[0] with { Document = inputs[0].Document is { } document ? document with { Origin = sent.Name } : null };
    }

    /// <summary>A report as a form sends it.</summary>
    /// <param name="Bytes">Its bytes.</param>
    /// <param name="Name">What it goes by.</param>
    /// <param name="Published">The stated day, or null.</param>
    /// <param name="Outlet">The stated outlet, or null.</param>
    /// <param name="Address">Where to fetch it, or null.</param>
    private sealed record Sent(ReadOnlyMemory<byte> Bytes, string Name, string? Published, string? Outlet, string? Address = null)
    {
        public static async Task<Sent> Of(IFormCollection form, CancellationToken stop)
        {
            var (published, outlet) = (Field(form, "published"), Field(form, "outlet"));
            published = published is not null && StatedDate.Parse(published) is null ? null : published;
            if (form.Files.GetFile("file") is { Length: > 0 } file)
            {
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes, stop);
                return new Sent(bytes.ToArray(), Path.GetFileName(file.FileName), published, outlet);
            }

            if (Field(form, "sent") is { } sent)
            {
                var buffer = new byte[sent.Length];
                return new Sent(Convert.TryFromBase64String(sent, buffer, out var length) ? buffer.AsMemory(0, length) : default, Field(form, "name") ?? "pasted", published, outlet);
            }

            if (Field(form, "address") is { } address)
            {
                return new Sent(default, address, published, outlet, address);
            }

            return new Sent(Encoding.UTF8.GetBytes(form["text"].ToString().ReplaceLineEndings("\n")), "pasted", published, outlet);
        }

        private static string? Field(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } value ? value : null;
    }
}
