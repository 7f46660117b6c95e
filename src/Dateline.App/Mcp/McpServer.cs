using System.Buffers;
using System.Text.Json;
using Dateline.App.Web;
using Dateline.Exports;

namespace Dateline.App.Mcp;

/// <summary>
/// Answers messages of the Model Context Protocol (JSON-RPC 2.0): programs that read and write text can have a report read and the ledger looked into,
/// and get every value with its words. It only reads.
/// </summary>
internal sealed class McpServer(ReadingDesk desk)
{
    private const int NotJson = -32700;
    private const int NoRequest = -32600;
    private const int NoMethod = -32601;
    private const string Newest = "2025-06-18";

    private const string Instructions = "Dateline keeps what news reports say of military and security events: each value with its exact words (evidence) and its speaker (according_to, the last is the primary source; empty is the outlet itself). Cite the words and the speaker; a value of one origin is no fact.";

    private static readonly string[] Known = [Newest, "2025-03-26", "2024-11-05"];
    private static readonly JsonElement Tools = ReadTools();

    private readonly McpTools tools = new(desk);

    /// <summary>The answer to a message, in one line of UTF-8; null for one that wants none.</summary>
    public async Task<ReadOnlyMemory<byte>?> AnswerAsync(ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(message);
        }
        catch (JsonException)
        {
            return Error(null, NotJson, "the message is no JSON");
        }

        using (document)
        {
            var request = document.RootElement;
            if (request.ValueKind is not JsonValueKind.Object || request.Plain("method") is not { Length: > 0 } method)
            {
                return request.ValueKind is JsonValueKind.Object && (request.TryGetProperty("result", out _) || request.TryGetProperty("error", out _)) ? default(ReadOnlyMemory<byte>?) : Error(null, NoRequest, "the message is no request");
            }

            return request.TryGetProperty("id", out var id) ? await AnswerAsync(method, id, request.TryGetProperty("params", out var parameters) ? parameters : default, stop).ConfigureAwait(false) : default(ReadOnlyMemory<byte>?);
        }
    }

    private async Task<ReadOnlyMemory<byte>> AnswerAsync(string method, JsonElement id, JsonElement parameters, CancellationToken stop)
    {
        switch (method)
        {
            case "initialize":
                return Result(id, writer => Introduction(writer, parameters.Plain("protocolVersion")));
            case "ping":
                return Result(id, _ => { });
            case "tools/list":
                return Result(id, writer =>
                {
                    writer.WritePropertyName("tools");
                    Tools.WriteTo(writer);
                });
            case "tools/call":
                var (text, isWrong) = await tools.CallAsync(parameters.Plain("name"), parameters.ValueKind is JsonValueKind.Object && parameters.TryGetProperty("arguments", out var arguments) ? arguments : default, stop).ConfigureAwait(false);
                return Result(id, writer => Content(writer, text, isWrong));
            default:
                return Error(id, NoMethod, $"there is no method {method}");
        }
    }

    private static void Introduction(Utf8JsonWriter writer, string asked)
    {
        writer.WriteString("protocolVersion", Array.Exists(Known, version => version == asked) ? asked : Newest);
        writer.WriteStartObject("capabilities");
        writer.WriteStartObject("tools");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("serverInfo");
        writer.WriteString("name", "dateline");
        writer.WriteString("version", typeof(RunInfo).Assembly.GetName().Version!.ToString(3));
        writer.WriteEndObject();
        writer.WriteString("instructions", Instructions);
    }

    private static void Content(Utf8JsonWriter writer, string text, bool isWrong)
    {
        writer.WriteStartArray("content");
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteString("text", text);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteBoolean("isError", isWrong);
    }

    private static ReadOnlyMemory<byte> Result(JsonElement id, Action<Utf8JsonWriter> fields) => Message(id, writer =>
    {
        writer.WriteStartObject("result");
        fields(writer);
        writer.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Error(JsonElement? id, int code, string message) => Message(id, writer =>
    {
        writer.WriteStartObject("error");
        writer.WriteNumber("code", code);
        writer.WriteString("message", message);
        writer.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Message(JsonElement? id, Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 10);
        using (var writer = new Utf8JsonWriter(buffer, JsonStyle.Options(indented: false)))
        {
            writer.WriteStartObject();
            writer.WriteString("jsonrpc", "2.0");
            writer.WritePropertyName("id");
            if (id is { } known)
            {
                known.WriteTo(writer);
            }
            else
            {
                writer.WriteNullValue();
            }

            body(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static JsonElement ReadTools()
    {
        using var json = typeof(McpServer).Assembly.GetManifestResourceStream("tools.json")!;
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
