using System.Security.Cryptography;
using System.Text;

namespace Dateline.Knowledge;

/// <summary>The files of a data folder, read once, with one hash over their names and bytes.</summary>
public sealed class KnowledgeFiles
{
    private readonly SortedDictionary<string, byte[]> files;

    private KnowledgeFiles(SortedDictionary<string, byte[]> files)
    {
        this.files = files;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\0" + bytes.Length + "\0"));
            hash.AppendData(bytes);
        }

        Hash = "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>sha256:… over every file's name and bytes, in name order.</summary>
    public string Hash { get; }

    /// <summary>The names, below the folder, with forward slashes, in ordinal order.</summary>
    public IEnumerable<string> Names => files.Keys;

    /// <summary>Where the shipped data lies: beside the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>Reads every file of a folder.</summary>
    /// <exception cref="KnowledgeException">The folder is missing.</exception>
    public static KnowledgeFiles Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new KnowledgeException($"{folder}: no such data folder");
        }

        var found = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            found.Add(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path));
        }

        return new KnowledgeFiles(found);
    }

    /// <summary>
    /// The shipped folder, with another laid over it: a table's row takes the place of the shipped row with the same key, other
    /// rows are added; a file that is no table takes the place of the shipped one. The shipped folder itself when none is named.
    /// </summary>
    /// <exception cref="KnowledgeException">The folder is missing, or one of its tables cannot be laid over.</exception>
    public static KnowledgeFiles ReadOver(string? folder)
    {
        var shipped = Read(ShippedFolder);
        return folder is null ? shipped : KnowledgeOverlay.Lay(shipped, Read(folder));
    }

    /// <summary>True when there is a file of this name.</summary>
    public bool Has(string name) => files.ContainsKey(name);

    /// <summary>These files and others, which take the place of those of the same name.</summary>
    internal KnowledgeFiles With(IEnumerable<KeyValuePair<string, byte[]>> others)
    {
        var all = new SortedDictionary<string, byte[]>(files, StringComparer.Ordinal);
        foreach (var (name, bytes) in others)
        {
            all[name] = bytes;
        }

        return new KnowledgeFiles(all);
    }

    /// <summary>The bytes of one file.</summary>
    /// <exception cref="KnowledgeException">There is no such file.</exception>
    public byte[] Bytes(string name) => files.TryGetValue(name, out var bytes) ? bytes : throw new KnowledgeException($"{name}: missing from the data folder");

    /// <summary>One table.</summary>
    /// <exception cref="KnowledgeException">The table is missing or malformed.</exception>
    public Table Table(string name) => Knowledge.Table.Parse(name, Encoding.UTF8.GetString(Bytes(name)));
}
