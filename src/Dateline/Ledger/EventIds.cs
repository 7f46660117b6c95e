using System.Security.Cryptography;
using System.Text;

namespace Dateline.Ledger;

/// <summary>Names of events and of groups of copies outside the store.</summary>
public static class EventIds
{
    private const int Digits = 12;

    /// <summary><c>ev-</c> and twelve hexadecimal digits of the SHA-256 of a member's key. An event is named after its anchor; every member's name finds it.</summary>
    public static string Of(string key) => "ev-" + Hash(key);

    /// <summary><c>text-</c> and twelve digits: the reports that carry one text, after the first of them by id.</summary>
    public static string CopyGroup(string reportId) => "text-" + Hash(reportId);

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..Digits];
}
