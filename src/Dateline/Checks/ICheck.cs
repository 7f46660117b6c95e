using Dateline.Annotations;
using Dateline.Articles;
using Dateline.Events;

namespace Dateline.Checks;

/// <summary>What a check may look at: one report's annotations and events.</summary>
/// <param name="Article">The report.</param>
/// <param name="Annotations">Its annotations.</param>
/// <param name="Events">Its events.</param>
public sealed record CheckInput(Article Article, AnnotationSet Annotations, EventSet Events)
{
    /// <summary>The report's text.</summary>
    public string Text => Article.Text;
}

/// <summary>One check. It reports; it does not accuse.</summary>
public interface ICheck
{
    /// <summary>DL and four digits; see docs/checks.md.</summary>
    string Id { get; }

    /// <summary>Its findings, in text order.</summary>
    IEnumerable<Finding> Find(CheckInput input);
}
