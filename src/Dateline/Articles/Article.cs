using NodaTime;

namespace Dateline.Articles;

/// <summary>A report as read from its page: canonical text, labelled blocks and what the page says of itself.</summary>
/// <param name="Text">Canonical text; for plain text the decoded input, unchanged.</param>
/// <param name="Blocks">In text order.</param>
/// <param name="Title">The headline's words, or null.</param>
/// <param name="Byline">The writer as printed, or null.</param>
/// <param name="Language">ISO 639-1 code, or "und" when it cannot be told.</param>
/// <param name="Outlet">Who published it, or null.</param>
/// <param name="Agencies">Whose copy it is or carries.</param>
/// <param name="Published">When it was published, or null: nothing is assumed.</param>
/// <param name="Filed">The journalistic dateline, or null.</param>
/// <param name="Flags">partial, live_blog, decoded_with_replacement …, in alphabetical order.</param>
public sealed record Article(
    string Text,
    IReadOnlyList<Block> Blocks,
    string? Title,
    string? Byline,
    string Language,
    Publisher? Outlet,
    IReadOnlyList<Publisher> Agencies,
    PublicationDate? Published,
    Filing? Filed,
    IReadOnlyList<string> Flags)
{
    /// <summary>True when it was read from a web page.</summary>
    public bool IsPage { get; init; }

    /// <summary>The address of the page, as stated with it or by it, or null.</summary>
    public string? Address { get; init; }

    /// <summary>When it was last changed, as its page states, or null.</summary>
    public PublicationDate? Updated { get; init; }

    /// <summary>The section of the outlet, as its page states, or null.</summary>
    public string? Section { get; init; }

    /// <summary>Everything its page states about itself, in the order of the page; empty for plain text.</summary>
    public IReadOnlyList<PageFact> Facts { get; init; } = [];

    /// <summary>What the elements of a live blog's stamps state, by the position of the stamp.</summary>
    internal IReadOnlyDictionary<int, string> Stamps { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<int, string>.Empty;

    /// <summary>True when the text is English or too short to tell; only such text is coded.</summary>
    public bool IsEnglish => Language is "en" or "und";
}

/// <summary>An outlet or news agency.</summary>
/// <param name="Id">Row of the outlets table, or null for one it does not have.</param>
/// <param name="Name">Its name.</param>
public sealed record Publisher(string? Id, string Name)
{
    /// <summary>ISO 3166-1 alpha-2 of the country it sits in, or null when unknown.</summary>
    public string? Country { get; init; }

    /// <summary>state, public, party or private; null when unknown or disputed.</summary>
    public string? StateControl { get; init; }

    /// <summary>Who owns or runs it, as published; null when nobody has looked it up.</summary>
    public string? Owner { get; init; }
}

/// <summary>The day of publication as the page prints it.</summary>
/// <param name="Date">Calendar day in the stated offset.</param>
/// <param name="Time">Clock time, or null.</param>
/// <param name="Zone">Offset such as +09:00 or a zone id, or null.</param>
/// <param name="From">text, metadata, argument or feed.</param>
/// <param name="Span">The words, when it was read in the text.</param>
public sealed record PublicationDate(LocalDate Date, LocalTime? Time, string? Zone, string From, TextSpan? Span);

/// <summary>The dateline of agency copy: where and when it was filed, never where the event was.</summary>
/// <param name="Place">The place as printed.</param>
/// <param name="Date">The day, when printed, else null.</param>
/// <param name="Span">Its words.</param>
public sealed record Filing(string Place, LocalDate? Date, TextSpan Span)
{
    /// <summary>Month and day as printed, where nothing tells the year; else null.</summary>
    public AnnualDate? DayOfYear { get; init; }
}
