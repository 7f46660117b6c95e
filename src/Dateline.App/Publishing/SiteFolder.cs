using System.Text;
using Dateline.Ledger;

namespace Dateline.App.Publishing;

/// <summary>The folder of a published site. Only an empty folder or one that was published into before is written to; what is not part of the site any more is deleted from it.</summary>
internal sealed class SiteFolder
{
    private const string Marker = ".dateline-site";

    private readonly string root;
    private readonly IReadOnlyList<string> folders;
    private readonly HashSet<string> written = new(StringComparer.Ordinal) { Marker };

    /// <summary>Opens or makes it.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="folders">Folders of this machine that reports came from: nobody else has to know them.</param>
    /// <exception cref="LedgerException">It holds something else.</exception>
    public SiteFolder(string root, IEnumerable<string> folders)
    {
        this.root = root;
        this.folders = [.. folders.Distinct(StringComparer.Ordinal).OrderByDescending(folder => folder.Length).ThenBy(folder => folder, StringComparer.Ordinal)];
        if (File.Exists(root) || (Directory.Exists(root) && !File.Exists(System.IO.Path.Combine(root, Marker)) && Directory.EnumerateFileSystemEntries(root).Any()))
        {
            throw new LedgerException($"{root}: holds something that was not published here; name an empty folder, or one that is not there yet") { IsWrongUse = true };
        }

        Directory.CreateDirectory(root);
        File.WriteAllText(System.IO.Path.Combine(root, Marker), "dateline publish writes this folder and deletes what is not part of the site.\n");
    }

    /// <summary>Files of the site so far, without the mark.</summary>
    public int Count => written.Count - 1;

    /// <summary>Writes a file; folders of this machine are cut from what it says.</summary>
    public void Write(string file, string text)
    {
        foreach (var folder in folders)
        {
            text = text.Replace(folder, "", StringComparison.Ordinal);
        }

        Write(file, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Writes a file as it is.</summary>
    public void Write(string file, byte[] bytes)
    {
        File.WriteAllBytes(Path(file), bytes);
    }

    /// <summary>Writes a file of lines, however long.</summary>
    public void Write(string file, Action<Stream> write)
    {
        var path = Path(file);
        var raw = path + ".part";
        try
        {
            using (var stream = File.Create(raw))
            {
                write(stream);
            }

            using var text = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
            foreach (var line in File.ReadLines(raw))
            {
                text.WriteLine(folders.Aggregate(line, (words, folder) => words.Replace(folder, "", StringComparison.Ordinal)));
            }
        }
        finally
        {
            File.Delete(raw);
        }
    }

    /// <summary>Deletes what was published before and is not part of the site any more.</summary>
    public void Close()
    {
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(path => !written.Contains(System.IO.Path.GetRelativePath(root, path).Replace('\\', '/'))).ToList())
        {
            File.Delete(path);
        }
    }

    private string Path(string file)
    {
        written.Add(file);
        var path = System.IO.Path.Combine(root, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }
}
