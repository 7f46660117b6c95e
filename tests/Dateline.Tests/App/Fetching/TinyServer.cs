using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dateline.Tests.App.Fetching;

/// <summary>A server on this machine that answers with whatever bytes a test gives it, well formed or not.</summary>
internal sealed class TinyServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closed = new();
    private readonly Dictionary<string, Func<string, NetworkStream, CancellationToken, Task>> answers = new(StringComparer.Ordinal);

    public TinyServer()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Task.Run(ListenAsync);
    }

    public int Port { get; }

    /// <summary>Heads of the requests, in their order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public string Paths => string.Join(' ', Requests.Select(r => r.Split(' ')[1]));

    /// <summary>Answers a path with a head and a body; the length is stated unless the head does.</summary>
    public void At(string path, string head, byte[] body) => At(path, async (_, stream, stop) =>
    {
        var length = head.Contains("Content-Length", StringComparison.Ordinal) || head.Contains("chunked", StringComparison.Ordinal) ? "" : $"Content-Length: {body.Length}\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {head}\r\n{length}Connection: close\r\n\r\n"), stop);
        await stream.WriteAsync(body, stop);
    });

    public void At(string path, string head, string body = "") => At(path, head, Encoding.UTF8.GetBytes(body));

    public void At(string path, Func<string, NetworkStream, CancellationToken, Task> answer)
    {
        lock (answers)
        {
            answers[path] = answer;
        }
    }

    public void Dispose()
    {
        closed.Cancel();
        listener.Stop();
        closed.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!closed.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(closed.Token);
            _ = Task.Run(() => AnswerAsync(client, closed.Token));
        }
    }

    private async Task AnswerAsync(TcpClient client, CancellationToken stop)
    {
        using (client)
        {
            var stream = client.GetStream();
            var head = new StringBuilder();
            var part = new byte[4096];
            while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(part, stop) is > 0 and var read)
            {
                head.Append(Encoding.Latin1.GetString(part, 0, read));
            }

            var request = head.ToString();
            if (request.Length == 0)
            {
                return;
            }

            Requests.Enqueue(request);
            Func<string, NetworkStream, CancellationToken, Task>? answer;
            lock (answers)
            {
                answers.TryGetValue(request.Split(' ')[1], out answer);
            }

            try
            {
                await (answer ?? NotFound)(request, stream, stop);
            }
            catch (IOException)
            {
                // The other side has hung up, as it should.
            }
        }
    }

    private static async Task NotFound(string request, NetworkStream stream, CancellationToken stop) =>
        await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), stop);
}
