using Microsoft.EntityFrameworkCore;
using WorkBridge.Employers;
using WorkBridge.Matching;
using WorkBridge.Placements;
using WorkBridge.Staff;
using WorkBridge.Training;
using WorkBridge.Web.Tests.Kiosk;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Training;

/// <summary>Somebody who took up a training slot, whoever teaches there, an officer and a screen.</summary>
public abstract class TrainingCase : IAsyncLifetime
{
    protected static readonly DateOnly Start = new(2026, 11, 9);

    private protected Screens Screens { get; private set; } = null!;

    protected Employer Employer { get; private set; } = null!;

    protected Account Teacher { get; private set; } = null!;

    protected Placement Placement { get; private set; } = null!;

    protected TestHost Host => Screens.Host;

    public async Task InitializeAsync()
    {
        Screens = await Kiosk.Screens.StartAsync();
        (Employer, Teacher) = await Host.Given.Employer();
        var slot = await Host.Given.LiveOpening(Employer, "Lớp hàn que, 10 tuần", "tho-han", OpeningKind.Training, teaches: ["tho-han", "han-que", "han-mig"]);
        Placement = await Host.Given.Placement(Employer, Screens.Person, Screens.Officer, Start, slot);
    }

    public async Task DisposeAsync() => await Screens.DisposeAsync();

    protected Task<PlacementState> StateAsync() => Host.Db(db => db.Placements.Select(p => p.State).SingleAsync());

    /// <summary>The last days up to today, as the register has them.</summary>
    protected Task MarkAsync(int days, AttendanceMark mark = AttendanceMark.Present) => Host.Db(async db =>
    {
        for (var i = 0; i < days; i++)
            db.Attendances.Add(new Attendance(Placement.Id, DateOnly.FromDateTime(Host.Given.Now).AddDays(-i), mark, Actor.Employer(Teacher.Id), Host.Given.Now.AddMinutes(mark == AttendanceMark.Present ? 0 : 5)));
        await db.SaveChangesAsync();
    });

    protected async Task AssessAsync(Browser phone, params (string, string?)[] fields)
    {
        await phone.GoAsync($"/Hire/Training/{Placement.Id}");
        await phone.SubmitAsync("main form[method=post]", fields);
    }
}
