using Microsoft.Playwright;

namespace Dateline.Browser;

/// <summary>Every page in light and dark, wide and narrow: nothing cut or asked elsewhere, every control has a name, every word can be read.</summary>
public sealed class PageTests(Served served)
{
    /// <summary>Names what a person with a keyboard, a reader of screens or weak eyes would stumble over.</summary>
    internal const string Stumbles = """
        () => {
          const found = [];
          const seen = element => { const box = element.getBoundingClientRect(); const style = getComputedStyle(element); return box.width > 1 && box.height > 1 && style.visibility !== 'hidden' && style.display !== 'none'; };
          const name = element => (element.getAttribute('aria-label') || element.textContent || element.getAttribute('title') || element.value || '').trim();
          if (!document.documentElement.lang) found.push('no language');
          if (document.querySelectorAll('main').length !== 1) found.push('not one main');
          if (document.querySelectorAll('h1').length !== 1) found.push('not one h1');
          if (!document.title) found.push('no title');
          let level = 0;
          document.querySelectorAll('h1, h2, h3, h4').forEach(heading => { const own = Number(heading.tagName[1]); if (own > level + 1) found.push('heading skips a level: ' + heading.textContent.trim()); level = own; });
          document.querySelectorAll('input:not([type=hidden]), select, textarea').forEach(field => { if (!field.labels?.length && !field.getAttribute('aria-label')) found.push('no label: ' + field.name); });
          document.querySelectorAll('a[href], button, summary').forEach(control => { if (seen(control) && !name(control)) found.push('no name: ' + control.outerHTML.slice(0, 80)); });
          document.querySelectorAll('img').forEach(image => { if (!image.hasAttribute('alt')) found.push('no words for a picture'); });
          document.querySelectorAll('[id]').forEach(element => { if (document.querySelectorAll('#' + CSS.escape(element.id)).length > 1) found.push('twice: #' + element.id); });
          const wide = document.scrollingElement.scrollWidth - document.documentElement.clientWidth;
          if (wide > 1) found.push('wider than the window by ' + wide);
          const colour = words => { const parts = words.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0]; return words.startsWith('color(srgb') ? [parts[0] * 255, parts[1] * 255, parts[2] * 255, parts[3] ?? 1] : [parts[0], parts[1], parts[2], parts[3] ?? 1]; };
          const light = ([r, g, b]) => [r, g, b].map(part => part / 255).map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4).reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = element => { for (let e = element; e; e = e.parentElement) { const c = colour(getComputedStyle(e).backgroundColor); if (c[3] > 0.5) return c; } return [255, 255, 255, 1]; };
          const poor = new Set();
          document.querySelectorAll('body *').forEach(element => {
            if (![...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()) || !seen(element) || element.closest('svg')) return;
            const [front, back] = [light(colour(getComputedStyle(element).color)), light(behind(element))];
            const contrast = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
            const size = parseFloat(getComputedStyle(element).fontSize);
            if (contrast < (size >= 24 ? 3 : 4.5)) poor.add(element.tagName + '.' + element.className + ' ' + contrast.toFixed(2));
          });
          poor.forEach(words => found.push('hard to read: ' + words));
          return found;
        }
        """;

    private static readonly string[] Addresses = ["/", "/sample/01-agency-hypersonic", "/events", "/events?kind=missile_test", "/map", "/reports", "/sources", "/source?name=KCNA", "/findings", "/review", "/knowledge", "/knowledge/units/units.tsv", "/api"];

    public static TheoryData<string, int, ColorScheme> Views()
    {
        var views = new TheoryData<string, int, ColorScheme>();
        foreach (var address in Addresses)
        {
            views.Add(address, 1200, ColorScheme.Light);
            views.Add(address, 1200, ColorScheme.Dark);
            views.Add(address, 380, ColorScheme.Light);
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task NobodyStumbles(string address, int width, ColorScheme scheme)
    {
        await using var window = await served.Open(width, scheme);
        var answer = await window.Page.GotoAsync(address);

        Assert.Equal(200, answer!.Status);
        var found = await window.Page.EvaluateAsync<string[]>(Stumbles);
        if (Served.Pictures is { } folder)
        {
            await window.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{string.Concat(address.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-')}-{width}-{scheme}.png".ToLowerInvariant()) });
        }

        Assert.Empty(window.Wrong.Concat(found).ToList());
    }

    [Theory]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(1200, ColorScheme.Dark)]
    [InlineData(380, ColorScheme.Dark)]
    public async Task NobodyStumblesOverAnEventOrAReport(int width, ColorScheme scheme)
    {
        await using var window = await served.Open(width, scheme);
        await window.Page.GotoAsync("/events?kind=missile_test&from=2025-01-06&to=2025-01-06");
        await window.Page.ClickAsync("table.events a[href^='/event/']");
        Assert.Empty(window.Wrong.Concat(await window.Page.EvaluateAsync<string[]>(Stumbles)).ToList());
        await window.Page.ClickAsync("ol.texts a[href^='/report/']");
        Assert.Empty(window.Wrong.Concat(await window.Page.EvaluateAsync<string[]>(Stumbles)).ToList());
    }

    [Fact]
    public async Task TheFirstKeyLeadsToTheContent()
    {
        await using var window = await served.Open(1200, ColorScheme.Light);
        await window.Page.GotoAsync("/events");
        await window.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("To the content", await window.Page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        Assert.NotEqual("0px", await window.Page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineWidth"));
    }
}
