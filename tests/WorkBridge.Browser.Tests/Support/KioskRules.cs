using Microsoft.Playwright;

namespace WorkBridge.Browser.Tests.Support;

/// <summary>The measure of a screen (design.md, section 8): nothing to touch under 72 px, no text under 28 px, no scrolling, no word about the past.</summary>
public static class KioskRules
{
    /// <summary>What is at fault on the open page; empty where nothing is. The voice's room is taken.</summary>
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

    /// <summary>
    /// Goes once around the page with the tabulator: every control is reached, in the order of the page, each shows that it is the one,
    /// and from the last one gets out again.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FocusFaultsAsync(IPage page)
    {
        var all = await page.EvaluateAsync<int>("""
            () => {
              document.activeElement.blur();
              window.stops = [...document.querySelectorAll('a[href], button, textarea, select, input:not([type=hidden])')].filter((e) => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }) && !e.closest('dialog'));
              window.around = [];
              addEventListener('focusin', (event) => { const style = getComputedStyle(event.target); window.around.push([event.target, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 3]); });
              getSelection().removeAllRanges();
              return window.stops.length;
            }
            """);
        for (var presses = 0; presses <= all; presses++)
            await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<string[]>("""
            () => {
              const name = (e) => (e.innerText || e.id || e.tagName).trim().slice(0, 30);
              const reached = window.around.slice(0, window.stops.length).map(([e]) => e);
              return [
                ...window.stops.filter((stop) => !reached.includes(stop)).map((stop) => `the tabulator does not reach ${name(stop)}`),
                ...reached.filter((e, i) => e !== window.stops[i]).slice(0, 1).map((e) => `${name(e)} comes out of order`),
                ...window.around.filter(([, shown]) => !shown).slice(0, 3).map(([e]) => `${name(e)} does not show that it has the focus`),
              ];
            }
            """);
    }

    /// <summary>Bytes that came over the line for the open page: everything but what carries a hash in its name and lies in the cache.</summary>
    public static Task<int> WeightAsync(IPage page) => page.EvaluateAsync<int>("""
        () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
          .filter((part) => !/\/assets\/.*([?&]v=|\.[a-z0-9]{8,}\.)/.test(part.name)).reduce((sum, part) => sum + part.transferSize, 0)
        """);

    private const string Measure = """
        (full) => {
          // Of the voice and the officer who reads instead, the one with the longer words takes the room.
          for (const voice of document.querySelectorAll('[data-wb-listen]')) voice.hidden = true;
          for (const officer of document.querySelectorAll('[data-wb-askread]')) officer.hidden = false;
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
          // At 200 % nothing ends in the middle: neither a line nor a picture of words.
          if (innerWidth <= 760) for (const box of document.querySelectorAll('body *')) {
            const style = getComputedStyle(box);
            if (seen(box) && box.innerText && style.overflow !== 'visible' && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)) faults.push(`"${box.innerText.slice(0, 40)}" is cut off`);
          }
          if (matchMedia('(prefers-reduced-motion: reduce)').matches && [...document.querySelectorAll('body, body *')].some((e) => { const style = getComputedStyle(e); return (parseFloat(style.transitionDuration) > 0 && style.transitionProperty !== 'none') || style.animationName !== 'none'; })) faults.push('moves although motion is not wanted');
          const past = words.toLowerCase().match(/(^|[^\p{L}])(án|tù|phạm|tội)(?=[^\p{L}]|$)/u);
          if (past) faults.push(`says ${past[2]}`);
          return faults;
        }
        """;
}
