using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Holidays;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Search;
using WorkBridge.Staff;
using WorkBridge.Web.Start;

namespace WorkBridge.Web.Demo;

/// <summary>One kind of mail as it is sent: in Vietnamese, and in English where its readers may choose.</summary>
public sealed record MailSample(string Kind, MailContent Vietnamese, MailContent? English);

/// <summary>
/// What each mail says, for whoever looks after the system: written by the very writers that write the real ones, about the invented people of
/// the demonstration, in a database of its own that is gone when this has been made. Nothing is read from the real one. Made at the first look.
/// </summary>
public sealed class MailSamples(Site site, ConsentRules consents, MatchSettings matching, TimeProvider clock)
{
    private readonly Lock gate = new();
    private Task<IReadOnlyList<MailSample>>? all;

    /// <summary>A sample of each kind, in the order of <see cref="MailKinds"/>. What could not be made is tried again at the next look.</summary>
    public Task<IReadOnlyList<MailSample>> AllAsync()
    {
        lock (gate)
            return all is null or { IsFaulted: true } ? all = new MailSamplesMaking(site, consents, matching, clock).RunAsync() : all;
    }

    /// <summary>The sample as a message with everything that it carries, to be opened in a mail program.</summary>
    public byte[] Message(MailContent content)
    {
        using var message = LetterText.Of(new Letter($"{Guid.CreateVersion7():N}@{new Uri(site.BaseUrl).Host}", content.To ?? "nguoi-nhan@mau.example", content, clock.UtcNow()), site);
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return bytes.ToArray();
    }
}

/// <summary>The making of the samples: the demonstration told in a folder of its own, and what it leaves out.</summary>
internal sealed class MailSamplesMaking(Site site, ConsentRules consents, MatchSettings matching, TimeProvider clock)
{
    public async Task<IReadOnlyList<MailSample>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("workbridge-samples-").FullName;
        try
        {
            await using var services = Services(new Storage(folder, null));
            await TellAsync(services);
            var vietnamese = await WriteAsync(services);
            await EachAsync<Employer>(services, employer => employer.Speak("en"));
            var english = await WriteAsync(services);
            return [.. MailKinds.All.Select(kind => new MailSample(kind, vietnamese[kind], english[kind].Subject == vietnamese[kind].Subject ? null : english[kind]))];
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new(DataRegistration.SqliteText(new Storage(folder, null).SqlitePath)));
            Directory.Delete(folder, recursive: true);
        }
    }

    private ServiceProvider Services(Storage storage)
    {
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(clock);
        services.AddSingleton(KeyRing.Ephemeral());
        services.AddSingleton(site);
        services.AddSingleton(consents);
        services.AddSingleton(matching);
        services.AddLibrary(storage, configuration);
        services.AddAccounts();
        return services.BuildServiceProvider();
    }

    private async Task TellAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkBridgeDb>();
        await db.Database.EnsureCreatedAsync();
        db.Communes.AddRange(
            new Commune(FillDemo.KienAn, "Phường Kiến An", CommuneKind.Ward, "31", "Hải Phòng", new DateOnly(2025, 7, 1)),
            new Commune(FillDemo.NaDuong, "Xã Na Dương", CommuneKind.Commune, "20", "Lạng Sơn", new DateOnly(2025, 7, 1)));
        await db.SaveChangesAsync();
        await ActivatorUtilities.CreateInstance<FillDemo>(scope.ServiceProvider).RunAsync(default);
        await scope.ServiceProvider.GetRequiredService<AskStillThere>().RunAsync(default);
        db.ChangeTracker.Clear();

        var (now, officer) = (clock.UtcNow(), Actor.Officer(await db.Users.Where(a => a.Role == StaffRole.Officer).Select(a => a.Id).FirstAsync()));
        (await db.Employers.FirstAsync(e => e.State == EmployerState.Registered)).Refuse(RefusalReason.CannotBeVerified, officer, now);
        db.Users.Add(Account.ForOfficer("can-bo-moi@mau.example", "Cán bộ mới", "Văn phòng xã", FillDemo.NaDuong));
        var openings = await db.Openings.Where(o => o.State == OpeningState.Live).OrderBy(o => o.Id).Take(3).ToListAsync();
        openings[0].TakeDown("Tin hỏi về nhân thân; xin viết lại theo tay nghề.", officer, now);
        db.Entry(openings[1]).Property(o => o.ConfirmedAt).CurrentValue = now.AddDays(-OpeningSweep.WarnAfterDays);
        openings[2].Close(officer, now);
        await db.SaveChangesAsync();
    }

    /// <summary>Every kind, of the first thing for which its writer finds it due.</summary>
    private async Task<Dictionary<string, MailContent>> WriteAsync(ServiceProvider services)
    {
        var samples = new Dictionary<string, MailContent>(StringComparer.Ordinal);
        foreach (var kind in MailKinds.All.Where(k => k is not (MailKinds.InterviewOff or MailKinds.InterviewOffForPerson)))
            samples.Add(kind, await WriteAsync(services, kind));
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkBridgeDb>();
        await using var aside = await db.Database.BeginTransactionAsync();
        var set = await db.Referrals.SingleAsync(r => r.State == ReferralState.InterviewSet);
        set.Decline(DeclineReason.NoPlaceLeft, null, Actor.Officer(set.OfficerId), clock.UtcNow());
        await db.SaveChangesAsync();
        foreach (var kind in new[] { MailKinds.InterviewOff, MailKinds.InterviewOffForPerson })
            samples.Add(kind, (await WriteAsync(scope.ServiceProvider, kind, set.Id))!);
        await aside.RollbackAsync();
        return samples;
    }

    private async Task<MailContent> WriteAsync(ServiceProvider services, string kind)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var id in await AboutAsync(scope.ServiceProvider.GetRequiredService<WorkBridgeDb>(), kind))
        {
            if (await WriteAsync(scope.ServiceProvider, kind, id) is { } content)
                return content;
        }

        throw new InvalidOperationException($"The demonstration holds nothing that {kind} could be about.");
    }

    private async Task<MailContent?> WriteAsync(IServiceProvider services, string kind, Guid id)
    {
        var db = services.GetRequiredService<WorkBridgeDb>();
        var appointment = kind is MailKinds.InterviewReminder or MailKinds.InterviewReminderForPerson
            ? (await db.StateMoves.Where(m => m.NounId == id && m.To == nameof(ReferralState.InterviewSet)).OrderBy(m => m.At).LastOrDefaultAsync())?.Id ?? Guid.Empty
            : Guid.Empty;
        var key = kind switch
        {
            MailKinds.InterviewReminder => ReferralMails.InterviewReminderKey(id, appointment),
            MailKinds.InterviewReminderForPerson => ReferralMails.InterviewReminderForPersonKey(id, appointment),
            _ => $"{kind}:{id}",
        };
        var now = clock.UtcNow();
        return await services.GetServices<IMailWriter>().Single(w => w.Kind == kind).WriteAsync(new OutboxMail(key, kind, id, "nguoi-nhan@mau.example", now), default);
    }

    private static async Task<IReadOnlyList<Guid>> AboutAsync(WorkBridgeDb db, string kind) => kind switch
    {
        MailKinds.StillThere => await db.OneTimeLinks.Where(l => l.Step != null).Select(l => l.Id).ToListAsync(),
        MailKinds.Interview or MailKinds.InterviewReminder or MailKinds.InterviewForPerson or MailKinds.InterviewReminderForPerson =>
            await db.Referrals.Where(r => r.State == ReferralState.InterviewSet).Select(r => r.Id).ToListAsync(),
        MailKinds.ReferralLapsedOfficer => await db.Referrals.Where(r => r.State == ReferralState.Lapsed).Select(r => r.Id).ToListAsync(),
        MailKinds.ReferralAnswered => await db.Referrals.Where(r => r.State == ReferralState.UnderReview).Select(r => r.Id).ToListAsync(),
        MailKinds.ReferralDelete => await db.Referrals.Where(r => r.EndedAt != null && r.SeenAt != null).Select(r => r.Id).ToListAsync(),
        _ when kind.StartsWith("referral-", StringComparison.Ordinal) => await db.Referrals.Where(r => r.EndedAt == null).Select(r => r.Id).ToListAsync(),
        _ when kind.StartsWith("opening-", StringComparison.Ordinal) => await db.Openings.Select(o => o.Id).ToListAsync(),
        _ when kind.StartsWith("employer-", StringComparison.Ordinal) => await db.Employers.Select(e => e.Id).ToListAsync(),
        _ => await db.Users.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(),
    };

    private static async Task EachAsync<T>(ServiceProvider services, Action<T> change)
        where T : class
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkBridgeDb>();
        (await db.Set<T>().ToListAsync()).ForEach(change);
        await db.SaveChangesAsync();
    }
}
