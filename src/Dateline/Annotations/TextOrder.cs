namespace Dateline.Annotations;

/// <summary>Looking things up in lists that stand in text order without overlap.</summary>
internal static class TextOrder
{
    /// <summary>The part of the list that touches a window: indexes from, up to and without to.</summary>
    public static (int From, int To) Touching<T>(IReadOnlyList<T> sorted, Func<T, TextSpan> spanOf, TextSpan window)
    {
        var from = FirstWhere(sorted, item => spanOf(item).End >= window.Start);
        var to = FirstWhere(sorted, item => spanOf(item).Start > window.End);
        return (from, Math.Max(from, to));
    }

    // The first index from which the condition holds; it must not turn false again.
    private static int FirstWhere<T>(IReadOnlyList<T> sorted, Func<T, bool> holds)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(sorted[middle]))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
