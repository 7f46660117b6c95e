using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Dateline.Tests.Conventions;

/// <summary>The borders between the rooms: a report goes one way, and no room names a later one.</summary>
public sealed class RoomTests
{
    private const string Product = "Dateline";

    // In flow order. A name with a dot is a type at the root: the vocabulary all rooms share, what a report was read into, the way through.
    private static readonly string[] Flow =
    [
        ".TextSpan", ".CodePointMap", ".WordTable", "Knowledge", "Documents", "Articles", "Text", "Annotations", "Claims", "Events", "Sources", "Checks",
        ".ReadOptions", ".RunInfo", ".Reading", "Ledger", "Views", "Exports", ".Pipeline",
    ];

    private static readonly string[] Outside = ["Dateline", "Spectre.Console", "System.CommandLine", "System.Net"];

    private static readonly string[] Empty = ["Helper", "Manager", "Utils", "Util", "Processor"];

    private static readonly Architecture Code = new ArchLoader().LoadAssemblies(typeof(Pipeline).Assembly).Build();

    [Fact]
    public void EveryRoomIsOnTheList() =>
        Complaints.None(Types().Select(Room).Except(Flow, StringComparer.Ordinal));

    [Fact]
    public void NoRoomNamesALaterOne() => Complaints.None(
        (from type in Types()
         from target in type.Dependencies.Select(dependency => dependency.Target).Where(IsOurs)
         where Array.IndexOf(Flow, Room(target)) > Array.IndexOf(Flow, Room(type))
         select $"{type.FullName} names {target.FullName}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void TheLibraryKnowsNothingOfTheProgramAroundIt() => Complaints.None(
        from assembly in typeof(Pipeline).Assembly.GetReferencedAssemblies()
        where Outside.Any(outside => assembly.Name!.StartsWith(outside, StringComparison.Ordinal))
        select assembly.Name);

    [Fact]
    public void FoldersAreNamespaces() => Complaints.None(
        from path in Repository.Files("src/Dateline", "*.cs")
        let folder = Path.GetDirectoryName(path)!.Replace('/', '.').Replace('\\', '.')
        let expected = "namespace " + (folder.Length == 0 ? Product : Product + "." + folder) + ";"
        where !File.ReadLines(Repository.At("src/Dateline/" + path)).Contains(expected)
        select $"{path}: expected {expected}");

    [Fact]
    public void TypesAreNotNamedAfterNothing() => Complaints.None(
        from type in Types()
        from word in Empty
        where type.Name.Split('`')[0].EndsWith(word, StringComparison.Ordinal)
        select type.FullName);

    private static IEnumerable<IType> Types() => Code.Types.Where(IsOurs);

    private static bool IsOurs(IType type) =>
        type.Namespace?.FullName is { } space && (space == Product || space.StartsWith(Product + ".", StringComparison.Ordinal)) && !type.Name.StartsWith('<') && !type.FullName.Contains("+<", StringComparison.Ordinal);

    /// <summary>The first name below the product's; at the root, the outermost type.</summary>
    private static string Room(IType type)
    {
        var space = type.Namespace.FullName;
        return space == Product ? "." + type.FullName[(Product.Length + 1)..].Split('+')[0] : space.Split('.')[1];
    }
}
