using BenchmarkDotNet.Running;
using Dateline.Benchmarks;

switch (args.FirstOrDefault())
{
    case "quick":
        return Quick.Run(args.ElementAtOrDefault(1));
    case "pages" when args.Length == 2:
        return PageSpeed.Run(args[1]);
    case "start":
        return ProgramMeasures.Start();
    case "stream":
        return ProgramMeasures.Stream(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 20_000);
    case "ledger":
        return LedgerScale.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000, args.ElementAtOrDefault(2));
    case "ledger-few":
        return LedgerScale.Few(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5_000, args.ElementAtOrDefault(2));
    case "pages-served" when args.Length == 2:
        return ServedPages.Run(args[1]);
    case "archive":
        return ArchiveScale.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1000);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
