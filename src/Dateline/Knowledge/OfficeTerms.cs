namespace Dateline.Knowledge;

/// <summary>Terms of office that cannot both be right: one person's that overlap, and two persons' in an office for one.</summary>
internal static class OfficeTerms
{
    /// <summary>Complaints about the table of offices, by office.</summary>
    public static IEnumerable<KnowledgeComplaint> Check(Table offices)
    {
        foreach (var office in offices.Rows.GroupBy(row => row["office"] + "\t" + row["org"], StringComparer.Ordinal))
        {
            var terms = office.Where(row => row["from"].Length > 0).OrderBy(row => row["from"], StringComparer.Ordinal).ToList();
            for (var i = 1; i < terms.Count; i++)
            {
                var (before, next) = (terms[i - 1], terms[i]);
                if (!Overlaps(before, next))
                {
                    continue;
                }

                if (string.Equals(before["person"], next["person"], StringComparison.Ordinal))
                {
                    yield return new KnowledgeComplaint(next.Where, $"{next["person"]} holds {next["office"]} of {next["org"]} twice at once: also {before.Where}", true);
                }
                else if (IsForOne(next["office"]))
                {
                    yield return new KnowledgeComplaint(next.Where, $"{next["office"]} of {next["org"]} from {next["from"]} is held by {next["person"]} and, by {before.Where}, until {(before["to"].Length > 0 ? before["to"] : "now")} by {before["person"]}", false);
                }
            }
        }
    }

    // A term may begin on the day another ends; of two dates the shorter decides how closely they are compared.
    private static bool Overlaps(Table.Row before, Table.Row next)
    {
        var (end, begin) = (before["to"], next["from"]);
        var length = Math.Min(end.Length, begin.Length);
        return end.Length == 0 || string.CompareOrdinal(begin[..length], end[..length]) < 0;
    }

    private static bool IsForOne(string office) =>
        office is "head_of_state" or "head_of_government" or "minister_defence" or "minister_foreign" or "military_chief" or "intelligence_chief";
}
