using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Files;
using WorkBridge.Openings;

namespace WorkBridge.Web.Pages.Openings;

/// <summary>An officer takes over openings of the commune's employers from a file.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class ImportModel(KeepUpload keep, PreviewOpeningImport preview, ChooseOpeningColumns choose, SaveOpeningImport save, DropUpload drop, MapEmployerName map) : ImportPage(keep, preview, choose, save, drop)
{
    public override bool IsOfficer => true;

    public async Task<IActionResult> OnPostMapAsync(CancellationToken ct)
    {
        if (Input.EmployerId is not { } employerId)
            ModelState.AddModelError("", T("Chọn đơn vị mà tên này nói tới.", "Choose the employer this name means."));
        else if (await Try(() => map.RunAsync(Input.Name ?? "", employerId, ct)))
            return Again();
        return await ShowAsync(ct);
    }
}
