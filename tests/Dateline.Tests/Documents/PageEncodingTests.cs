using System.Text;
using Dateline.Documents;
using Xunit;

namespace Dateline.Tests.Documents;

/// <summary>Pages are decoded by mark, content, statement and habit, in this order; saved pages give the part that is the page.</summary>
public sealed class PageEncodingTests
{
    private const string Words = "Café “Łódź”";

    private static string Page(string head, string words) => $"<html><head>{head}</head><body><p>{words}</p></body></html>";

    [Theory]
    [InlineData("windows-1251", "Привет из порта")]
    [InlineData("koi8-r", "Привет из порта")]
    [InlineData("shift_jis", "港を出た船")]
    [InlineData("euc-kr", "항구를 떠난 배")]
    [InlineData("gb2312", "离开港口的船")]
    [InlineData("iso-8859-1", "Café “x” €")]
    public void WhatThePageSaysOfItselfIsBelieved(string charset, string words)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset == "iso-8859-1" ? "windows-1252" : charset)!;

        Assert.Equal(words, Read(encoding.GetBytes(Page($"<meta charset={charset}>", words))));
        Assert.Equal(words, Read(encoding.GetBytes(Page($"<meta http-equiv=Content-Type content=\"text/html; charset={charset}\">", words))));
    }

    [Fact]
    public void BytesThatAreUtf8AreUtf8WhateverIsSaidOfThem() => Assert.Equal(Words, Read(Encoding.UTF8.GetBytes(Page("<meta charset=iso-8859-1>", Words))));

    [Fact]
    public void OldPagesThatSayNothingAreWestern() => Assert.Equal("Café “x”", Read(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Page("", "Café “x”"))));

    [Fact]
    public void AMarkIsBelievedFirst() => Assert.Equal(Words, Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Page("<meta charset=utf-8>", Words))]));

    [Fact]
    public void AFewBrokenBytesDoNotChangeTheEncoding()
    {
        var bytes = Encoding.UTF8.GetBytes(Page("", Words + " x " + Words)).ToList();
        bytes.Insert(bytes.IndexOf((byte)'x'), 0xFF);

        Assert.Equal(Words + " \uFFFDx " + Words, Read([.. bytes]));
    }

    [Fact]
    public void AnEncodingNobodyKnowsIsPassedOver() => Assert.Equal("Cafe", Read(Encoding.UTF8.GetBytes(Page("<meta charset=x-made-up>", "Cafe"))));

    [Theory]
    [InlineData("quoted-printable", "<p>Caf=C3=A9 =\r\nat the port</p>")]
    [InlineData("base64", "PHA+Q2Fmw6kgYXQg\r\ndGhlIHBvcnQ8L3A+")]
    [InlineData("8bit", "<p>Caf\u00c3\u00a9 at the port</p>")]
    public void ASavedPageIsReadWithItsAddress(string transfer, string content)
    {
        var saved = $"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/2025/02/28/boat\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--x\"\r\n\r\n----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {transfer}\r\nContent-Location: https://example.org/2025/02/28/boat\r\n\r\n{content}\r\n----x--\r\n";
        var document = new DocumentReader(() => new MemoryStream(Encoding.Latin1.GetBytes(saved))).Read(["-"]).Single().Document!;
        var article = Articles.BlockSpecs.Reader.Read(document, DocumentText.Of(document));

        Assert.Equal(MediaTypes.SavedPage, document.MediaType);
        Assert.Equal("Café at the port", article.Text);
        Assert.Equal("https://example.org/2025/02/28/boat", article.Address);
        Assert.Equal(new NodaTime.LocalDate(2025, 2, 28), article.Published!.Date);
    }

    [Theory]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n--b--")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%%")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html")]
    public void ADamagedSavedPageIsRead(string saved)
    {
        var document = RawDocument.Of(Encoding.Latin1.GetBytes(saved), MediaTypes.SavedPage, "saved");

        Assert.NotNull(DocumentText.Of(document).Text);
    }

    [Theory]
    [InlineData("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><p>x", true)]
    [InlineData("\ufeff \n<html><p>x", true)]
    [InlineData("<!-- saved from url -->\n<!DOCTYPE html><p>x", true)]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html><html><p>x</p></html>", true)]
    [InlineData("<b>x</b> is what the minister said", false)]
    [InlineData("x < y", false)]
    public void APageIsToldByItsContent(string content, bool page)
    {
        var document = new DocumentReader(() => new MemoryStream(Encoding.UTF8.GetBytes(content))).Read(["-"]).Single().Document!;

        Assert.Equal(page ? MediaTypes.Html : MediaTypes.Text, document.MediaType);
    }

    private static string Read(byte[] page) => DocumentText.Of(RawDocument.Of(page, MediaTypes.Html, "page")).Text;
}
