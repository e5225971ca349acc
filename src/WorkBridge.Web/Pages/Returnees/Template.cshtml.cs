using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Files;
using WorkBridge.Returnees;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>Hands out the empty survey workbook.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class TemplateModel : PageBase
{
    public IActionResult OnGet() => File(SurveyTemplate.Write(), SheetWriter.ContentType, SurveyTemplate.FileName);
}
