using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkBridge.Audit;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Erasures;
using WorkBridge.Holidays;
using WorkBridge.Matching;
using WorkBridge.Referrals;
using WorkBridge.Reports;
using WorkBridge.Requests;
using WorkBridge.Search;
using WorkBridge.Staff;
using WorkBridge.Web.Demo;
using WorkBridge.Web.Forms;
using WorkBridge.Web.Kiosk;
using WorkBridge.Web.SignIn;

namespace WorkBridge.Web.Start;

/// <summary>The table of contents of the running service: what it is made of, in which order a request passes, what is done before the first.</summary>
public static class Service
{
    public const string DefaultUrl = "http://localhost:5080";

    public static WebApplication Build(StartOptions start, Action<WebApplicationBuilder> change)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. start.Rest],
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(Service).Assembly.GetName().Name,
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Demo"] = start.Demo ? "true" : "false", ["Site:Demo"] = start.Demo ? "true" : "false" });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(DefaultUrl);
        else
            LinkToWhereItListens(builder.Configuration);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 6 * 1024 * 1024;
        });
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);

        AddServices(builder, start);
        change(builder);

        var app = builder.Build();
        UseServices(app);
        return app;
    }

    /// <summary>Everything that must be true before the first request: schema, communes, jobs, index.</summary>
    /// <exception cref="StartRefused">The database server does not answer, or does not let this user in.</exception>
    public static async Task PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkBridgeDb>();
        try
        {
            await SchemaUpdate.RunAsync(db, scope.ServiceProvider.GetRequiredService<Storage>());
        }
        catch (DbException failed) when (db is PostgresDb)
        {
            throw new StartRefused($"The database of ConnectionStrings:Postgres cannot be used ({failed.SqlState ?? failed.InnerException?.GetType().Name ?? failed.GetType().Name}): is the server running, the name and password right, and may this user create the database or its tables?");
        }

        await scope.ServiceProvider.GetRequiredService<SeedCommunes>().RunAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<BeginAudit>().RunAsync(CancellationToken.None);
        var (heads, clock) = (app.Services.GetRequiredService<AuditHeads>(), app.Services.GetRequiredService<TimeProvider>());
        app.Services.GetRequiredService<AfterCommit>().NoteAudit = link => heads.Note(new AuditMark(link.Sequence, link.Mac), clock.Today());
        await scope.ServiceProvider.GetRequiredService<EraseAgain>().RunAsync(CancellationToken.None);
        app.Services.GetRequiredService<StartedAt>(); // Lateness is counted from here.
        await app.UseScheduleAsync(db); // After the schema: the queue beside PostgreSQL lies in that database.
        if (app.Services.GetRequiredService<StartOptions>().Demo)
            await Demonstration.PrepareAsync(app.Services);
        // A yes under a notice that no longer counts rests before anybody is answered.
        if (scope.ServiceProvider.GetRequiredService<ConsentRules>().OldestNotice > 1)
            await scope.ServiceProvider.GetRequiredService<ExpireConsents>().RunAsync(CancellationToken.None);
        var index = app.Services.GetRequiredService<IndexKeeper>();
        await index.StartAsync();
        app.Services.GetRequiredService<AfterCommit>().FollowIndex = index.FollowCommitAsync;
    }

    /// <summary>While no public address is set, links (in mails, of the first administrator) open where the service listens on this machine.</summary>
    private static void LinkToWhereItListens(ConfigurationManager configuration)
    {
        if (configuration["Site:BaseUrl"] == DefaultUrl && Uri.TryCreate(configuration["urls"]!.Split(';')[0], UriKind.Absolute, out var listens) && listens is { IsLoopback: true, Port: > 0 })
            configuration["Site:BaseUrl"] = listens.GetLeftPart(UriPartial.Authority);
    }

    private static void AddServices(WebApplicationBuilder builder, StartOptions start)
    {
        var services = builder.Services;
        PrivateFolder.Create(start.Data);
        services.AddSingleton(start);
        services.TryAddClock();
        services.AddSingleton(_ => KeyRing.Open(start.Keys, start.Secret));
        var storage = new Storage(start.Data, builder.Configuration.GetConnectionString("Postgres"));
        services.AddLibrary(storage, builder.Configuration);
        services.AddOptions<Site>().BindConfiguration("Site").Validate(site => Uri.TryCreate(site.BaseUrl, UriKind.Absolute, out _), "Site:BaseUrl must be an absolute address.").ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<Site>>().Value);
        Hosts.Add(services, builder.Configuration, start.Demo);
        services.AddOptions<ConsentRules>().BindConfiguration("Consent").Validate(rules => rules.IsSound, "Consent: months and days must be positive, and OldestNotice lies between 1 and NoticeVersion, which names a notice that exists.").ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ConsentRules>>().Value);
        services.AddOptions<RetentionRules>().BindConfiguration("Retention").Validate(rules => rules.IsSound, "Retention:Months lies between 1 and 120.").ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RetentionRules>>().Value);
        services.AddOptions<MatchSettings>().BindConfiguration("Matching").Validate(m => m.NearTie > 0 && m.Candidates is > 0 and <= 1000, "Matching: NearTie and Candidates must be positive.")
            .Validate(m => m.Lasting.IsSound && m.LastingLeastPeople >= SmallNumbers.Least, "Matching: Lasting takes at most 10 points either way, shares and weights above zero, and LastingLeastPeople is at least 5.").ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<MatchSettings>>().Value);
        services.AddSingleton<MailSamples>();
        services.AddScoped<ReadingLog>();
        services.AddSingleton<AuditState>();
        services.AddSingleton(provider => new AuditHeads(start.Keys, provider.GetRequiredService<KeyRing>()));
        services.AddKiosk();
        services.AddRequests(storage);
        services.AddSchedule(builder.Configuration, storage);

        services.AddDataProtection().SetApplicationName("WorkBridge").PersistKeysToDbContext<WorkBridgeDb>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((options, keys) => options.XmlEncryptor = new SealedXml(keys));
        services.AddSignIn();
        services.AddAuthorization(Policies.Add);
        services.AddRateLimiter(Limits.Add);
        services.AddHealthChecks().AddChecksOfOurs();
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(Encoders.Allow);
        services.Configure<RequestLocalizationOptions>(Languages.Add);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "wb.form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRazorPages().AddMvcOptions(options =>
        {
            options.Filters.Add<HandlerNeeded>();
            options.ModelBinderProviders.Insert(0, new Typed());
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            Typed.Words(options.ModelBindingMessageProvider);
        });
        services.Configure<RouteOptions>(options => options.LowercaseUrls = false);
    }

    private static void UseServices(WebApplication app)
    {
        app.UseExceptionHandler("/Error");
        app.UseStatusCodePagesWithReExecute("/NotFound", "?code={0}");
        app.Use(NotThere);
        app.UseSecurityHeaders(Headers.For);
        app.UseNoStore();
        app.UseKioskHeaders();
        app.UseRequestLocalization();
        app.UseKioskLanguage();
        app.UseHashedAssetCaching();
        app.UseRouting();
        app.UseWeight();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<WhoAsks>();
        app.UseMiddleware<SecondStepFirst>();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Name == DatabaseAnswers.Name }).AllowAnonymous();
        app.MapHealthChecks("/health/jobs", new() { Predicate = check => check.Name == PromisesKept.Name }).AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapKioskFallback();
        // Without an endpoint, the rule "sign in first" would answer for pages that do not exist.
        app.MapFallbackToPage("{*path}", "/NotFound").AllowAnonymous();
    }

    /// <summary>A row that is not there for this user is a page that is not there, wherever the use case was asked.</summary>
    private static async Task NotThere(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (RuleBroken broken) when (broken.Rule == Rule.NotFound && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
