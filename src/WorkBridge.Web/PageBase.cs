using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Web;

/// <summary>What every page can do: speak two languages, run one use case and come back with words, leave a notice for the next page.</summary>
public abstract class PageBase : PageModel
{
    /// <summary>The key under which a notice waits for the next page.</summary>
    public const string NoticeKey = "Notice";

    protected static string T(string vi, string en) => Tongue.T(vi, en);

    protected static string T(Sentence vi, Sentence en) => Tongue.T(vi, en);

    protected static string T(Sentence vi, string en) => Tongue.T(vi, en);

    protected static string T(string vi, Sentence en) => Tongue.T(vi, en);

    /// <summary>
    /// Runs a use case. A broken rule or a lost race becomes words in the form, and nothing typed is lost; what is not there
    /// for this user goes on as a page that is not there.
    /// </summary>
    /// <returns>False when the page must be shown again.</returns>
    protected async Task<bool> Try(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RuleBroken broken) when (broken.Rule != Rule.NotFound)
        {
            ModelState.AddModelError(broken.Field is null ? "" : "Input." + broken.Field, RuleText.Of(broken).ToString());
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", RuleText.SomebodyChanged.ToString());
        }
        catch (DbUpdateException e) when (Unique.Broken(e))
        {
            ModelState.AddModelError("", RuleText.Of(Rule.Duplicate).ToString());
        }

        // What the use case had begun must not be saved by the next thing this request saves (the reading log, say).
        HttpContext.RequestServices.GetRequiredService<WorkBridgeDb>().ChangeTracker.Clear();
        return false;
    }

    /// <summary>Says nothing about fields that this answer does not read; what was typed there stays.</summary>
    protected void Overlook(IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            if (ModelState.TryGetValue(field, out var entry))
            {
                entry.Errors.Clear();
                entry.ValidationState = ModelValidationState.Skipped;
            }
        }
    }

    /// <summary>Leaves a notice that the next page shows once. Never put a person's name or number into it.</summary>
    protected void Say(string vi, string en) => TempData[NoticeKey] = T(vi, en);
}
