using Dateline.App.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dateline.App.Web;

/// <summary>Signing in and out of a server with a password, and what is answered to those who have not signed in.</summary>
internal sealed class GateRoutes(Gate gate)
{
    private const string Cookie = "dateline-session";
    private const string Bearer = "Bearer ";
    private const string SignIn = "/sign-in";

    /// <summary>Maps the addresses.</summary>
    public void Map(WebApplication application)
    {
        application.MapGet(SignIn, context => Ask(context, context.Request.Query["to"], null));
        application.MapPost(SignIn, Enter);
        application.MapPost("/sign-out", Leave);
    }

    /// <summary>Lets a request pass that shows a session or the password; sends a person to sign in, and says to a program what is missing.</summary>
    public async Task Guard(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var isForProgram = request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || request.Path.StartsWithSegments("/mcp", StringComparison.Ordinal);
        if (request.Path.StartsWithSegments(SignIn, StringComparison.Ordinal) || request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) || gate.Knows(request.Cookies[Cookie]))
        {
            await next(context);
        }
        else if (request.Headers.Authorization.ToString() is { } shown && shown.StartsWith(Bearer, StringComparison.Ordinal))
        {
            await (gate.IsShut ? TooMany(context) : gate.Opens(shown[Bearer.Length..].Trim()) ? next(context) : Refuse(context, "That is not the password."));
        }
        else if (isForProgram)
        {
            await Refuse(context, "Send the password of this server: Authorization: Bearer …");
        }
        else if (HttpMethods.IsGet(request.Method))
        {
            context.Response.Redirect(SignIn + QueryString.Create("to", request.Path + request.QueryString));
        }
        else
        {
            await Routes.Complain(context, StatusCodes.Status401Unauthorized, "You are not signed in any more, and what you sent has not been stored. Sign in on another page, then go back here and send it again.");
        }
    }

    private Task Ask(HttpContext context, string? to, string? problem) => Routes.Page<SignInPage>(context, new SignInModel(Routes.Token(context), Own(to), problem, gate.Knows(context.Request.Cookies[Cookie])));

    private async Task Enter(HttpContext context)
    {
        if (await Routes.FormOf(context) is not { } form)
        {
            return;
        }

        if (gate.IsShut)
        {
            await TooMany(context);
        }
        else if (gate.Opens(form["password"].ToString()))
        {
            context.Response.Cookies.Append(Cookie, gate.Begin(), Options(context));
            context.Response.Redirect(Own(form["to"]));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await Ask(context, form["to"], "That is not the password.");
        }
    }

    private async Task Leave(HttpContext context)
    {
        if (await Routes.FormOf(context) is not null)
        {
            gate.End(context.Request.Cookies[Cookie]);
            context.Response.Cookies.Delete(Cookie, Options(context));
            context.Response.Redirect(SignIn);
        }
    }

    // Lax, so that an address of a page that somebody sends by mail opens; nothing is ever changed by opening a page.
    private static CookieOptions Options(HttpContext context) => new() { HttpOnly = true, Secure = context.Request.IsHttps || !WebServer.IsThisMachine(context.Request.Host.Host), SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Gate.Lasts };

    /// <summary>A page of this server, whatever the address asks for.</summary>
    private static string Own(string? to) => to is ['/', not ('/' or '\\'), ..] && !to.Any(char.IsControl) ? to : "/";

    private static Task Refuse(HttpContext context, string message)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Routes.Complain(context, StatusCodes.Status401Unauthorized, message);
    }

    private static Task TooMany(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return Routes.Complain(context, StatusCodes.Status429TooManyRequests, "Too many wrong passwords came. Wait a minute.");
    }
}
