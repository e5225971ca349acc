using Microsoft.AspNetCore.Authorization;
using WorkBridge.Files;
using WorkBridge.Openings;
using WorkBridge.Web.Pages.Openings;

namespace WorkBridge.Web.Pages.Hire;

/// <summary>An employer's contact takes over the own openings from a file.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class ImportModel(KeepUpload keep, PreviewOpeningImport preview, ChooseOpeningColumns choose, SaveOpeningImport save, DropUpload drop) : ImportPage(keep, preview, choose, save, drop)
{
    public override bool IsOfficer => false;
}
