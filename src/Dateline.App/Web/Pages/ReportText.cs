using Dateline.Articles;
using Dateline.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Dateline.App.Web.Pages;

/// <summary>A report's text: written without a template, because every blank in it is the report's.</summary>
public sealed class ReportText : ComponentBase
{
    /// <summary>The text.</summary>
    [Parameter]
    [EditorRequired]
    public MarkedText Model { get; set; } = null!;

    /// <summary>What sets the anchors apart from those of other texts on the page.</summary>
    [Parameter]
    public string Prefix { get; set; } = "";

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var paragraph in Model.Paragraphs)
        {
            builder.OpenElement(0, paragraph[0].Kind is BlockKind.Headline ? "h2" : "p");
            builder.SetKey(paragraph);
            foreach (var block in paragraph)
            {
                Block(builder, block);
            }

            builder.CloseElement();
        }
    }

    private void Block(RenderTreeBuilder builder, MarkedBlock block)
    {
        builder.OpenElement(1, "span");
        builder.AddAttribute(2, "class", block.IsNoise ? "block noise" : "block");
        if (block.IsNoise || block.Kind is not BlockKind.Body and not BlockKind.Headline)
        {
            builder.AddAttribute(3, "data-kind", ValueWords.Spaced(block.Kind) + (block.IsNoise && block.Kind is BlockKind.Body or BlockKind.Caption ? ", told before" : ""));
        }

        foreach (var piece in block.Pieces)
        {
            Piece(builder, piece);
        }

        builder.CloseElement();
        builder.AddContent(4, " ");
    }

    private void Piece(RenderTreeBuilder builder, Piece piece)
    {
        foreach (var target in piece.Begins)
        {
            builder.OpenElement(5, "a");
            builder.AddAttribute(6, "id", $"{Prefix}w-{target}");
            builder.CloseElement();
        }

        var isMarked = piece.Targets.Count > 0;
        if (isMarked || piece.Voice is not null)
        {
            builder.OpenElement(7, isMarked ? "a" : "span");
            if (isMarked)
            {
                builder.AddAttribute(8, "href", $"#{Prefix}{piece.Targets[0]}");
                builder.AddAttribute(9, "data-c", string.Join(' ', piece.Targets.Select(target => Prefix + target)));
            }

            builder.AddAttribute(10, "class", piece.Voice?.Class);
            builder.AddAttribute(11, "title", piece.Voice?.Name);
            Words(builder, piece.Words);
            builder.CloseElement();
        }
        else
        {
            Words(builder, piece.Words);
        }
    }

    /// <summary>The words as they stand; marks nobody sees by their number, so that they turn or hide nothing.</summary>
    private static void Words(RenderTreeBuilder builder, string words)
    {
        while (Inert.Next(words) is >= 0 and var at)
        {
            builder.AddContent(12, words[..at]);
            builder.OpenElement(13, "span");
            builder.AddAttribute(14, "class", "unseen");
            builder.AddContent(15, Inert.Name(words[at]));
            builder.CloseElement();
            words = words[(at + 1)..];
        }

        builder.AddContent(16, words);
    }
}
