using System.Text.Json;
using Dateline.Annotations;
using Dateline.Tests.Annotations;
using Dateline.Text;
using Dateline.Text.Syntax;
using Xunit;

namespace Dateline.Tests.Text;

/// <summary>
/// The rows of Specs/syntax.jsonl: noun groups as written, with "(preposition)" before them; verb groups as
/// "words | tense and marks | subject | objects | complements". A row may leave either out.
/// </summary>
public sealed class SyntaxSpecs
{
    private const string Spec = "syntax.jsonl";

    public static TheoryData<string> Rows => [.. SpecRows.Texts(Spec)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Groups_are(string text)
    {
        var row = SpecRows.Row(Spec, text);
        var syntaxes = Read(text);
        if (Strings(row, "nouns") is { } nouns)
        {
            Assert.Equal(nouns, syntaxes.SelectMany(s => s.Nouns.Select(n => Prefix(s, n, text) + s.SpanOf(n).In(text))));
        }

        if (Strings(row, "verbs") is { } verbs)
        {
            Assert.Equal(verbs, syntaxes.SelectMany(s => s.Clauses.Select(c => Line(s, c, text))));
        }
    }

    [Theory]
    [InlineData("Missiles were fired by armies that denied it.", "missile be fire by army that deny it .")]
    [InlineData("Seoul's planes flew.", "seoul 's plane fly .")]
    public void Lemmas_are_made_on_demand(string text, string lemmas)
    {
        var syntax = Read(text)[0];
        Assert.Equal(lemmas, string.Join(' ', Enumerable.Range(0, syntax.Sentence.Tokens.Count).Select(syntax.Lemma)));
    }

    private static IReadOnlyList<SentenceSyntax> Read(string text) => SpecReader.Read(text).Syntaxes;

    private static string Line(SentenceSyntax syntax, Clause clause, string text)
    {
        var verb = clause.Verb;
        string Noun(int noun) => noun < 0 ? "" : syntax.SpanOf(syntax.Nouns[noun]).In(text);
        string?[] marks = [verb.Tense.ToString().ToLowerInvariant(), verb.Passive ? "passive" : null, verb.Negated ? "negated" : null, verb.Modal >= 0 ? "modal" : null, verb.Infinitive ? "infinitive" : null, verb.Participle ? "participle" : null];
        string[] cells = [syntax.SpanOf(verb.First, verb.After).In(text), string.Join(' ', marks.Where(m => m is not null)), Noun(clause.Subject), string.Join(", ", clause.Objects.Select(Noun)), string.Join(", ", clause.Complements.Select(Noun))];
        return string.Join(" | ", cells).TrimEnd(' ', '|');
    }

    private static string Prefix(SentenceSyntax syntax, NounChunk noun, string text) => noun.Preposition < 0 ? "" : $"({syntax.Sentence.Tokens[noun.Preposition].Span.In(text)}) ";

    private static string[]? Strings(JsonElement row, string name) => row.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(e => e.GetString()!)] : null;
}
