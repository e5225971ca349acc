using WorkBridge.Returnees;
using WorkBridge.Web.Forms;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>A person's details as they are typed; null where nothing was.</summary>
public class DetailsInput
{
    [Need("Nhập họ và tên.", "Enter the name.")]
    [Longest(Returnee.NameLength)]
    public string? Name { get; set; }

    public int? BirthYear { get; set; }

    public Sex? Sex { get; set; }

    [Longest(Returnee.VillageLength)]
    public string? Village { get; set; }

    public string? Phone { get; set; }

    [EmailForm]
    public string? Email { get; set; }

    public DateOnly? HomeSince { get; set; }

    [Longest(Returnee.NameLength)]
    public string? Companion { get; set; }

    public string? Note { get; set; }

    public PersonalDetails Details() => new()
    {
        Name = Name ?? "",
        BirthYear = BirthYear,
        Sex = Sex ?? WorkBridge.Returnees.Sex.Unknown,
        Village = Village,
        Phone = Phone,
        Email = Email,
        HomeSince = HomeSince,
        Companion = Companion,
        Note = Note,
    };

    public void Fill(PersonalDetails details) =>
        (Name, BirthYear, Sex, Village, Phone, Email, HomeSince, Companion, Note) =
        (details.Name, details.BirthYear, details.Sex, details.Village, Files.TypedPhone.Show(details.Phone), details.Email, details.HomeSince, details.Companion, details.Note);
}
