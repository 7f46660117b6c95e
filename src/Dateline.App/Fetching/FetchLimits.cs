namespace Dateline.App.Fetching;

/// <summary>How much of somebody else's server is borne with.</summary>
internal sealed record FetchLimits
{
    /// <summary>Bytes of a body, as sent and unfolded. The largest feeds have 20 MB.</summary>
    public int Bytes { get; init; } = 32 << 20;

    /// <summary>How many times larger than sent a body may unfold, from <see cref="RatioFrom"/> bytes on. Pages reach 30, feeds of numbers 60.</summary>
    public int Ratio { get; init; } = 100;

    /// <summary>Bytes up to which <see cref="Ratio"/> is not looked at.</summary>
    public int RatioFrom { get; init; } = 1 << 20;

    /// <summary>Redirects followed.</summary>
    public int Redirects { get; init; } = 6;

    /// <summary>Kilobytes of an answer's header.</summary>
    public int HeaderKilobytes { get; init; } = 64;

    /// <summary>Until a connection stands.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Until the header of an answer is there.</summary>
    public TimeSpan FirstByte { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The longest silence within a body.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>All of it, redirects included.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>An address is not fetched, or not further; the message says why, one sentence without a full stop.</summary>
internal sealed class FetchRefusedException : Exception
{
    public FetchRefusedException()
    {
    }

    public FetchRefusedException(string message)
        : base(message)
    {
    }

    public FetchRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
