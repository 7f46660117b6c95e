namespace Dateline.Annotations.Actors;

/// <summary>Whether two spellings are of one name nobody has listed: Oh Min-seok, Oh Min-sok.</summary>
internal static class Spelling
{
    private const int ForOne = 8; // letters a name needs to be one with another that differs by a letter

    /// <summary>True for the same letters, and for long names that differ by one letter left out or exchanged behind the first two.</summary>
    public static bool IsSame(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.SequenceEqual(right))
        {
            return true;
        }

        if (left.Length < right.Length)
        {
            var shorter = left;
            left = right;
            right = shorter;
        }

        var same = left.CommonPrefixLength(right);
        return right.Length >= ForOne && left.Length - right.Length <= 1 && same >= 2
            && left[(same + 1)..].SequenceEqual(left.Length == right.Length ? right[(same + 1)..] : right[same..]);
    }
}
