using Dateline.App.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.App.Web;

/// <summary>Which address is answered by what.</summary>
internal static class Routes
{
    /// <summary>Maps every address.</summary>
    public static void Map(WebApplication application, ReadingDesk desk)
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
}
