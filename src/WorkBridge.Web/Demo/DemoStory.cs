using WorkBridge.Kiosks;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;

namespace WorkBridge.Web.Demo;

/// <summary>
/// What happened to the people of the programme: referrals in every state, placements with follow-ups, and the little things
/// that fill an officer's day. Told in the order in which each person lived it.
/// </summary>
internal sealed class DemoStory(DemoWorld world, DemoRules rules)
{
    public void Tell()
    {
        KienAnAtWork();
        KienAnLooking();
        NaDuong();
        world.Withdraw(world.People["dung"], Consents.Purpose.Matching, world.Time.Ago(25, 11));
        world.Expire();
        Asks();
    }

    private void KienAnAtWork()
    {
        Refer("dat", "han-khung", 216).Answers(215).Sent(214).Seen(213).Interview(211, 208, "Cụm xưởng Quy Tức, gặp anh Lộc").Accepted(205, 200)
            .Checked([7, 30, 90, 180], new() { Way = FollowUpWay.Employer, Contract = ContractKind.Written, Insurance = Answer.Yes, DaysPerMonth = 25, PayPerMonth = 10_500_000 });

        var scooters = Refer("huy", "bao-tri", 46).Answers(45).Sent(45).Seen(43);
        Refer("huy", "sua-xe", 45).Answers(44).Sent(44).Seen(44).Accepted(38, 33)
            .Checked([7], new() { Way = FollowUpWay.Call, Contract = ContractKind.Spoken, Insurance = Answer.No, DaysPerMonth = 26, PayPerMonth = 6_500_000 })
            .NotReached(1);
        scooters.PlacedElsewhere(38);

        var folding = Refer("ngat", "may-phu", 21).Answers(20).Sent(20);
        Refer("ngat", "dong-goi", 20).Answers(19).Sent(19).Seen(18).Accepted(12, 7);
        folding.PlacedElsewhere(12);

        Alone("chieu", "tho-xay", 176)
            .Checked([7, 30, 90], new() { Way = FollowUpWay.Visit, Contract = ContractKind.Written, Insurance = Answer.No, DaysPerMonth = 24, PayPerMonth = 9_200_000 });
        Alone("dung", "ban-hang", 195)
            .Checked([7, 30], new() { Way = FollowUpWay.Call, Contract = ContractKind.Spoken, Insurance = Answer.No, DaysPerMonth = 26, PayPerMonth = 5_600_000 }, late: 2)
            .Ended(150, EndReason.TransportTrouble, "Xe buýt không kịp ca tối.");
    }

    private void KienAnLooking()
    {
        Refer("nhai", "may-bao", 52).Answers(51).Sent(50).Lapsed(35);
        Refer("nhai", "may-chuyen", 3);

        Refer("thuan", "lap-tu", 16).Answers(15).Sent(15).Seen(14)
            .Declined(12, DeclineReason.NoPlaceLeft, "Tổ lắp đặt vừa đủ người, xưởng vẫn cần thợ đóng.", "Tổ lắp đặt đã đủ người. Xưởng mời anh gặp về việc thợ đóng bàn ghế.");
        Refer("thuan", "tho-moc", 11).Sent(7).Seen(6).Interview(3, -1, "Xưởng mộc Đồng Hoà, gặp chú Tình");

        Refer("khai", "boc-xep", 84).Answers(83).Sent(82).Seen(82).AcceptedAndCancelled(78, 75);
        Refer("khai", "phu-xe", 32).Answers(31).Sent(30).Seen(29).OpeningClosed(20);
        Refer("khai", "xe-nang", 9).Sent(8).Seen(7);
        Refer("khai", "lai-tai", 5).Sent(4);

        Refer("luu", "so-che", 10).Answers(9).Sent(9).Seen(8).Declined(2, DeclineReason.HoursDoNotFit, "Ca 2 giờ sáng, chị chưa sắp xếp được.", null);
        Refer("luu", "nau-an", 7).Answers(6).Sent(6).Seen(5).Asks(2, "Chị có vào bếp lúc 5:30 sáng được không, và đã nấu bếp bao nhiêu suất?");

        Refer("tien", "dien-nha", 1).Answers(0);

        Refer("dung", "may-phu", 29).Answers(28).Sent(28).Withdrawn(25);
    }

    private void NaDuong()
    {
        Refer("thang", "nuoi-lon", 150).Answers(149).Sent(148).Seen(147).Accepted(140, 130)
            .Checked([7, 30, 90], new() { Way = FollowUpWay.Visit, Contract = ContractKind.Written, Insurance = Answer.Yes, DaysPerMonth = 26, PayPerMonth = 7_200_000 });

        Refer("tham", "nhua-thong", 416).Answers(415).Sent(415).Seen(414).Accepted(407, 400)
            .Checked([7, 30, 90, 180, 365], new() { Way = FollowUpWay.Visit, Contract = ContractKind.Spoken, Insurance = Answer.No, DaysPerMonth = 22, PayPerMonth = 6_300_000 });

        Refer("en", "nhua-thong", 57).Answers(56).Sent(55).Seen(54)
            .Declined(48, DeclineReason.TooFar, "Lô còn lại ở xa, chị đi lại khó.", "Lô thông còn lại ở xa thôn mình. Trung tâm đang tìm việc gần hơn cho chị.");
        Refer("en", "nd-hoc-may", 47).Answers(46).Sent(46).Seen(45).Accepted(43, 38)
            .Attended(3, absentEvery: 5)
            .Assessed(3, new(Training.TrainingResult.Partial, null, ["may-1-kim"], false, EndReason.FamilyOrCare, "Chị khéo tay, đường may thẳng đều. Mời chị quay lại khi nhà bớt bận."));

        Refer("nhung", "nd-hoc-may", 40).Answers(39).Sent(38).Seen(37).Accepted(34, 27)
            .Checked([7], new() { Way = FollowUpWay.Call, Note = "Đi học đều, thích máy một kim." })
            .Attended(1, absentEvery: 9);

        Refer("sinh", "sua-may-mo", 15).Answers(14).Sent(14).Seen(13).Trial(9, 5);
        Refer("bang", "may-xuc", 2).Answers(1).Sent(0);
        Refer("tuan", "nd-hoc-lai", 2);
    }

    private void Asks()
    {
        var tien = world.People["tien"];
        world.Db.Interests.Add(new Interest(world.Openings["hoc-dien"].Id, tien.Id, tien.CommuneCode, world.Time.Ago(0, 0, 10)));
        var huy = world.People["huy"];
        world.Db.ProfileChanges.Add(ProfileChange.Propose(huy.Id, huy.CommuneCode, ProfileTopic.Lodging, new ProposedChange { Becomes = ProfileTopics.Yes }, Actor.Person(huy.Id), world.Time.Ago(1, 16, 20)));
    }

    private DemoReferral Refer(string person, string opening, int daysAgo) => DemoReferral.Prepare(world, rules, person, opening, daysAgo);

    private DemoPlacement Alone(string person, string trade, int startsDaysAgo)
    {
        var who = world.People[person];
        var placement = Placement.FoundAlone(who.Id, who.CommuneCode, trade, world.Time.Day(startsDaysAgo), world.Officer(who.CommuneCode), world.Time.Ago(startsDaysAgo - 2, 9));
        return new DemoPlacement(world, rules, placement, null);
    }
}
