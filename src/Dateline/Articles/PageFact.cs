namespace Dateline.Articles;

/// <summary>One thing a page states about itself, with where it states it. Pages contradict themselves: all candidates are kept.</summary>
/// <param name="Name">What is stated: published, updated, title, byline, outlet, section, language, address, free, type.</param>
/// <param name="Value">As stated.</param>
/// <param name="From">Carrier and name: <c>meta article:published_time</c>, <c>json-ld NewsArticle.datePublished</c>.</param>
/// <param name="At">Where it stands in the decoded source of the page, in code points.</param>
public sealed record PageFact(string Name, string Value, string From, int At);
