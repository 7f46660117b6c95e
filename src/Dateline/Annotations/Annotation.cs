namespace Dateline.Annotations;

/// <summary>Something found in the text: where, and the rule that found it.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Rule">Id of the rule, with the data row where one decided: <c>times.clock-zone-day</c>, <c>names.actor kp-kcna</c>.</param>
public abstract record Annotation(TextSpan Span, string Rule);
