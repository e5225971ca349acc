using Microsoft.Playwright;

namespace WorkBridge.Browser.Tests.Support;

/// <summary>The measure of a screen (design.md, section 8): nothing to touch under 72 px, no text under 28 px, no scrolling, no word about the past.</summary>
public static class KioskRules
{
    /// <summary>What is at fault on the open page; empty where nothing is. The voice is shown first: a device that has one needs its room.</summary>
    /// <param name="page">The page.</param>
    /// <param name="full">A screen of full size, where all of it holds; on a smaller one it may scroll down, and never sideways.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, bool full = true)
    {
        var faults = await page.EvaluateAsync<string[]>(Measure, full);
        var over = await page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth - window.innerWidth, document.documentElement.scrollHeight - window.innerHeight]");
        return
        [
            .. faults,
            .. over[0] > 0 ? (string[])[$"scrolls sideways by {over[0]} px"] : [],
            .. full && over[1] > 0 ? (string[])[$"scrolls by {over[1]} px"] : [],
        ];
    }

    /// <summary>The two answers, as a person sees them: size, edge, weight and colour; true where nothing but word and icon tells them apart.</summary>
    public static Task<bool> AnswersAreEqualAsync(IPage page) => page.EvaluateAsync<bool>("""
        () => {
          const looks = [...document.querySelectorAll('.wbk-answer')].map((answer) => {
            const style = getComputedStyle(answer); const box = answer.getBoundingClientRect();
            return [Math.round(box.width), Math.round(box.height), Math.round(box.top), style.backgroundColor, style.color, style.borderTopColor, style.borderTopWidth, style.fontSize, style.fontWeight].join();
          });
          return looks.length === 2 && looks[0] === looks[1];
        }
        """);

    private const string Measure = """
        (full) => {
          for (const voice of document.querySelectorAll('[data-wb-listen]')) voice.hidden = false;
          const faults = [];
          const zoom = parseFloat(getComputedStyle(document.body).zoom || '1');
          const seen = (e) => { const box = e.getBoundingClientRect(); const style = getComputedStyle(e); return box.width > 1 && box.height > 1 && style.visibility !== 'hidden' && !e.closest('.wbk-hidden, dialog:not([open])'); };
          for (const touch of document.querySelectorAll('a[href], button, input:not([type=hidden])')) {
            const box = touch.getBoundingClientRect();
            if (full && seen(touch) && (box.width / zoom < 72 || box.height / zoom < 72)) faults.push(`${touch.innerText || touch.id} is ${Math.round(box.width / zoom)} x ${Math.round(box.height / zoom)}`);
          }
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          let words = '';
          while (walker.nextNode()) {
            const part = walker.currentNode; const host = part.parentElement;
            if (!part.data.trim() || !seen(host)) continue;
            words += ` ${part.data}`;
            const least = host.closest('.wbk-foot__note') ? 24 : 28;
            if (full && parseFloat(getComputedStyle(host).fontSize) < least) faults.push(`"${part.data.trim()}" is ${getComputedStyle(host).fontSize}`);
          }
          const past = words.toLowerCase().match(/(^|[^\p{L}])(án|tù|phạm|tội)(?=[^\p{L}]|$)/u);
          if (past) faults.push(`says ${past[2]}`);
          return faults;
        }
        """;
}
