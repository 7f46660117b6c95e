using System.Globalization;
using Dateline.App.Commands;
using Dateline.App.Web.Pages;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Microsoft.AspNetCore.Http;

namespace Dateline.App.Web;

/// <summary>The Review page: one event after the other that wants a look, and what a person decides about it.</summary>
internal sealed class ReviewRoutes(ReadingDesk desk, Surroundings around)
{
    private const string ByCookie = "dateline-by";

    /// <summary>Shows the next event, or the one that is asked for.</summary>
    public Task Show(HttpContext context)
    {
        var asked = context.Request.Query;
        var (at, after) = (Field(asked["at"]), Field(asked["after"]));
        return Show(context, after ?? at, after is not null, Field(asked["noted"]), null, int.TryParse(asked["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : int.MaxValue);
    }

    /// <summary>Notes what a person decided, and goes on.</summary>
    public async Task Decide(HttpContext context)
    {
        if (await Routes.FormOf(context) is not { } form)
        {
            return;
        }

        var (id, by) = (form["id"].ToString(), Field(form["by"]));
        Remember(context, by);
        try
        {
            var judgement = desk.Note(by, Field(form["why"]), draft => Judge(draft, form, id));
            var isDone = judgement is { Kind: JudgementKind.Accept or JudgementKind.Reject, Statement: null };
            context.Response.Redirect(EventsQuery.Of(context.Request.Query).Address("/review", (isDone ? "after" : "at", id), ("noted", judgement.Id), ("seen", Field(form["seen"]))));
        }
        catch (LedgerException error) when (error.IsWrongUse)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await Show(context, id, false, null, error.Message, int.MaxValue);
        }
    }

    private Judgement Judge(JudgementDraft draft, IFormCollection form, string id) => form["do"].ToString() switch
    {
        "accept" => draft.About(JudgementKind.Accept, id),
        "reject" => draft.About(JudgementKind.Reject, id),
        "note" => Field(form["why"]) is null ? throw JudgeWork.Wrong("a note takes words") : draft.About(JudgementKind.Note, id),
        "reject-claim" => draft.About(JudgementKind.Reject, form["claim"].ToString()),
        "correct" => draft.Correct(form["claim"].ToString(), statement => desk.Value(statement, Field(form["value"]) ?? throw JudgeWork.Wrong("a correction takes a value"))),
        "merge" => draft.Merge([id, .. form["with"].OfType<string>()]),
        "split" => draft.Split(id, [.. form["telling"].OfType<string>()]),
        "undo" => draft.Undo(form["judgement"].ToString()),
        _ => throw JudgeWork.Wrong("nothing was decided"),
    };

    private Task Show(HttpContext context, string? at, bool isAfter, string? noted, string? problem, int seen)
    {
        var query = EventsQuery.Of(context.Request.Query);
        var decided = desk.Look(reader => reader.Judgements().ToList()) ?? []; // before the event is looked at: what comes between is told rather once more than not at all
        var shown = desk.Look(reader => ReviewModel.Next(reader, query.Filter, at, isAfter, desk.Codebook));
        var by = Field(context.Request.Cookies[ByCookie]) ?? JudgeCommand.ByOf(null, around);
        return Routes.Page<ReviewPage>(context, new ReviewModel(Routes.Token(context), by, shown, noted, problem, query)
        {
            Seen = decided.Count,
            About = at,
            Meanwhile = noted is null ? [] : Meanwhile.Of(decided, seen, noted),
        });
    }

    private static void Remember(HttpContext context, string? by) =>
        context.Response.Cookies.Append(ByCookie, by ?? "", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/review" });

    private static string? Field(string? value) => value?.Trim() is { Length: > 0 } words ? words : null;
}
