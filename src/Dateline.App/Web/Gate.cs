using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.App.Web;

/// <summary>Lets in whoever knows the password: a browser by a session, a program by the password itself. Sessions live as long as the server.</summary>
/// <param name="password">The password.</param>
/// <param name="time">The clock.</param>
internal sealed class Gate(string password, TimeProvider time)
{
    /// <summary>Letters and digits a password must have at least.</summary>
    public const int Shortest = 12;

    private const int MostWrong = 10; // wrong passwords in one stretch of time, from anybody
    private const int Random = 32; // bytes of a session's name
    private static readonly TimeSpan Stretch = TimeSpan.FromMinutes(1);

    private readonly byte[] secret = Hash(password);
    private readonly ConcurrentDictionary<string, DateTimeOffset> sessions = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> wrong = new();

    /// <summary>How long a session lasts.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromHours(12);

    /// <summary>True when so many wrong passwords came that nobody is asked for a while.</summary>
    public bool IsShut
    {
        get
        {
            lock (wrong)
            {
                while (wrong.TryPeek(out var first) && time.GetUtcNow() - first > Stretch)
                {
                    wrong.Dequeue();
                }

                return wrong.Count >= MostWrong;
            }
        }
    }

    /// <summary>True for the password; a wrong one is counted. No time is told by how much of it is right.</summary>
    public bool Opens(string given)
    {
        if (CryptographicOperations.FixedTimeEquals(secret, Hash(given)))
        {
            return true;
        }

        lock (wrong)
        {
            wrong.Enqueue(time.GetUtcNow());
        }

        return false;
    }

    /// <summary>Begins a session and returns its name, which nobody can guess.</summary>
    public string Begin()
    {
        foreach (var (old, until) in sessions)
        {
            if (until < time.GetUtcNow())
            {
                sessions.TryRemove(old, out _);
            }
        }

        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Random));
        sessions[Key(name)] = time.GetUtcNow() + Lasts;
        return name;
    }

    /// <summary>True for the name of a session that lasts.</summary>
    public bool Knows(string? name) => name is { Length: > 0 } && sessions.TryGetValue(Key(name), out var until) && until >= time.GetUtcNow();

    /// <summary>Ends a session.</summary>
    public void End(string? name)
    {
        if (name is not null)
        {
            sessions.TryRemove(Key(name), out _);
        }
    }

    // The name itself is kept nowhere.
    private static string Key(string name) => Convert.ToHexStringLower(Hash(name));

    private static byte[] Hash(string words) => SHA256.HashData(Encoding.UTF8.GetBytes(words));
}
