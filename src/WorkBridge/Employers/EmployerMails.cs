using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Employers;

/// <summary>Tells a contact that the employer may now submit openings.</summary>
public sealed class EmployerApprovedMail(WorkBridgeDb db, Site site) : IMailWriter
{
    public string Kind => MailKinds.EmployerApproved;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var employer = await db.Employers.AsNoTracking().SingleOrDefaultAsync(e => e.Id == mail.SubjectId, ct);
        if (employer is not { State: EmployerState.Approved })
            return null;
        return new MailLayout(employer.Language, site)
            .Paragraph("Chào anh/chị,", "Hello,")
            .Paragraph($"{employer.Name} đã được duyệt. Quý đơn vị đăng chỗ làm và suất học nghề được rồi.", $"{employer.Name} has been approved. You can now post jobs and training places.")
            .Button("Đăng chỗ làm", "Post an opening", site.Link("/Hire"))
            .Small("Mỗi tin mất khoảng ba phút. Cán bộ đọc lại trước khi đăng, thường trong một ngày làm việc.", "An opening takes about three minutes. An officer reads it before it is posted, usually within one working day.")
            .Content($"{employer.Name} đã được duyệt", $"{employer.Name} has been approved");
    }
}

/// <summary>Tells a contact that the employer was not approved, for which coded reason, and whom to ring.</summary>
public sealed class EmployerRefusedMail(WorkBridgeDb db, Site site) : IMailWriter
{
    public string Kind => MailKinds.EmployerRefused;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var employer = await db.Employers.AsNoTracking().SingleOrDefaultAsync(e => e.Id == mail.SubjectId, ct);
        if (employer is not { State: EmployerState.Refused })
            return null;
        var code = await db.StateMoves
            .Where(m => m.Noun == nameof(Employer) && m.NounId == employer.Id && m.To == nameof(EmployerState.Refused))
            .OrderByDescending(m => m.At).Select(m => m.Code).FirstOrDefaultAsync(ct);
        var office = await db.Communes.Where(c => c.Code == employer.CommuneCode).Select(c => new { c.Name, c.Phone }).FirstAsync(ct);
        var layout = new MailLayout(employer.Language, site);
        var reason = Enum.TryParse<RefusalReason>(code, out var known) ? layout.Pick(EmployerText.Of(known)) : null;
        return layout
            .Paragraph("Chào anh/chị,", "Hello,")
            .Paragraph($"Hiện chưa duyệt được {employer.Name}.", $"{employer.Name} could not be approved for now.")
            .Fact("Lý do", "Reason", reason)
            .Paragraph(
                office.Phone is null ? $"Anh/chị hỏi trung tâm {office.Name} để bổ sung." : $"Anh/chị gọi trung tâm {office.Name}, số {office.Phone}, để bổ sung.",
                office.Phone is null ? $"Please ask the office of {office.Name} what is missing." : $"Please ring the office of {office.Name} at {office.Phone} about what is missing.")
            .Content($"Chưa duyệt được {employer.Name}", $"{employer.Name} could not be approved");
    }
}
