using Dateline.App.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.App.Web;

/// <summary>Which address is answered by what.</summary>
internal static class Routes
{
    /// <summary>Maps every address.</summary>
    public static void Map(WebApplication application, ReadingDesk desk, Surroundings around)
    {
        application.MapGet("/assets/world.svg", PageAssets.SendWorld);
        application.MapGet("/assets/{name}", PageAssets.Send);
        var read = new ReadRoutes(desk);
        application.MapGet("/", ReadRoutes.Form);
        application.MapGet("/sample/{name}", read.Sample);
        application.MapPost("/read", read.Read);
        application.MapPost("/keep", read.Keep);
        var record = new RecordRoutes(desk);
        application.MapGet("/events", record.Events);
        application.MapGet("/map", record.Map);
        application.MapGet("/event/{id}", record.Event);
        application.MapGet("/report/{id}", record.Report);
        var lists = new ListRoutes(desk);
        application.MapGet("/reports", lists.Reports);
        application.MapGet("/sources", lists.Sources);
        application.MapGet("/source", lists.Source);
        application.MapGet("/findings", lists.Findings);
        application.MapGet("/knowledge", lists.Knowledge);
        application.MapGet("/knowledge/{**name}", lists.Table);
        var review = new ReviewRoutes(desk, around);
        application.MapGet("/review", review.Show);
        application.MapPost("/review", review.Decide);
        new ApiRoutes(desk).Map(application);
    }

    /// <summary>Answers with a page.</summary>
    public static Task Page<TPage>(HttpContext context, object? model = null)
        where TPage : IComponent
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (model is not null)
        {
            parameters.Add("Model", model);
        }

        return new RazorComponentResult<TPage>(parameters).ExecuteAsync(context);
    }

    /// <summary>Answers with a page that says what is wrong; to a program, in one line of JSON.</summary>
    public static Task Complain(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? ApiAnswer.Error(context, message)
            : new RazorComponentResult<ProblemPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = message }) { StatusCode = status }.ExecuteAsync(context);
    }

    /// <summary>Makes a form good for this run of the server.</summary>
    public static string Token(HttpContext context) => context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!;

    /// <summary>The form that was sent; null, and answered, when it is none of ours.</summary>
    public static async Task<IFormCollection?> FormOf(HttpContext context)
    {
        if (!context.Request.HasFormContentType || !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await Complain(context, StatusCodes.Status400BadRequest, "This form is no longer good: the server was started anew, or cookies are off. Open the page again and send it once more.");
            return null;
        }

        return await context.Request.ReadFormAsync(context.RequestAborted);
    }
}
