using Dateline.Evaluation.Attributions;
using Dateline.Evaluation.Events;
using Dateline.Evaluation.Gazetteers;
using Dateline.Evaluation.Outlines;
using Dateline.Evaluation.Pages;
using Dateline.Evaluation.Places;
using Dateline.Evaluation.Quantities;
using Dateline.Evaluation.Samples;
using Dateline.Evaluation.Tagging;
using Dateline.Evaluation.Times;

if (args.Length == 0)
{
    Console.Error.WriteLine("commands: score-samples, gate, train-tagger, score-tagger, show-tags, score-lemmas, score-metonymy, score-places, show-names, compile-gazetteer, compile-outlines, write-timex, convert-wikiwars, score-times, show-times, score-quantities, write-attributions, show-attributions, score-plover, score-re3d, score-html, score-page-roles");
    return 2;
}

var rest = args[1..];
switch (args[0])
{
    case "score-samples":
        return SampleCommands.Score(rest);
    case "gate":
        return SampleCommands.Gate(rest);
    case "train-tagger":
        return TaggerCommands.Train(rest);
    case "score-tagger":
        return TaggerCommands.Score(rest);
    case "show-tags":
        return TaggerCommands.Show(rest);
    case "score-lemmas":
        return LemmaCommand.Score(rest);
    case "score-metonymy":
        return PlaceCommands.Metonymy(rest);
    case "show-names":
        return PlaceCommands.Show(rest);
    case "score-places":
        return PlaceCommands.Places(rest);
    case "compile-gazetteer":
        return GazetteerCommand.Compile(rest);
    case "compile-outlines":
        return OutlineCommand.Compile(rest);
    case "write-timex":
        return TimeCommands.Write(rest);
    case "convert-wikiwars":
        return TimeCommands.ConvertWikiWars(rest);
    case "score-times":
        return TimeSpecScore.Run(rest);
    case "score-quantities":
        return QuantitySpecScore.Run(rest);
    case "show-times":
        return TimeCommands.Show(rest);
    case "write-attributions":
        return AttributionCommands.Write(rest);
    case "show-attributions":
        return AttributionCommands.Show(rest);
    case "score-html":
        return PageCommands.Score(rest);
    case "score-page-roles":
        return RoleScore.Run(rest);
    case "score-plover":
        return PloverScore.Run(rest);
    case "score-re3d":
        return Re3dScore.Run(rest);
    default:
        Console.Error.WriteLine($"no command {args[0]}");
        return 2;
}
