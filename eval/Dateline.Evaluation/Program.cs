using Dateline.Evaluation.Tagging;

if (args.Length == 0)
{
    Console.Error.WriteLine("commands: train-tagger, score-tagger, show-tags, score-lemmas");
    return 2;
}

var rest = args[1..];
switch (args[0])
{
    case "train-tagger":
        return TaggerCommands.Train(rest);
    case "score-tagger":
        return TaggerCommands.Score(rest);
    case "show-tags":
        return TaggerCommands.Show(rest);
    case "score-lemmas":
        return LemmaCommand.Score(rest);
    default:
        Console.Error.WriteLine($"no command {args[0]}");
        return 2;
}
