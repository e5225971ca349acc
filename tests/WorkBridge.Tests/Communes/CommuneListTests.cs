using System.Text;
using WorkBridge.Communes;

namespace WorkBridge.Tests.Communes;

/// <summary>Finding a commune by what people type: today's names and those of before 2025-07-01.</summary>
public sealed class CommuneListTests
{
    private static readonly CommuneList List = CommuneList.Read(new MemoryStream(Encoding.UTF8.GetBytes("""
        {
          "source": "a list of the test",
          "provinces": [ { "code": "31", "name": "Thành phố Hải Phòng" }, { "code": "20", "name": "Tỉnh Lạng Sơn" }, { "code": "33", "name": "Tỉnh Hưng Yên" } ],
          "communes": [
            { "code": "11443", "name": "Phường Kiến An", "kind": "phuong", "province": "31" },
            { "code": "11446", "name": "Phường Phù Liễn", "kind": "phuong", "province": "31" },
            { "code": "06526", "name": "Xã Na Dương", "kind": "xa", "province": "20" },
            { "code": "06184", "name": "Xã Văn Lang", "kind": "xa", "province": "20" },
            { "code": "06187", "name": "Xã Văn Lăng", "kind": "xa", "province": "20" },
            { "code": "12345", "name": "Xã Đông Quan", "kind": "xa", "province": "33" }
          ],
          "renames": [
            { "oldName": "Xã Đông Quan", "oldDistrict": "Huyện Lộc Bình", "oldProvince": "Tỉnh Lạng Sơn", "newCode": "06526" },
            { "oldName": "Phường Lãm Hà", "oldDistrict": "Quận Kiến An", "oldProvince": "Thành phố Hải Phòng", "newCode": "11443" },
            { "oldName": "Phường Mất Dấu", "oldDistrict": null, "oldProvince": null, "newCode": "99999" }
          ]
        }
        """)));

    [Theory]
    [InlineData("Kiến An", "11443")]
    [InlineData("kien an", "11443")]
    [InlineData("phường kiến an hải phòng", "11443")]
    [InlineData("P. Kien An", "11443")]
    [InlineData("Lãm Hà", "11443")]
    [InlineData("lam ha kien an", "11443")]
    [InlineData("na du", "06526")]
    [InlineData("đông quan lộc bình", "06526")]
    [InlineData("dong quan hung yen", "12345")]
    [InlineData("Đông Quan", "12345")]
    [InlineData("Văn Lăng", "06187")]
    [InlineData("Văn Lang", "06184")]
    public void The_first_answer_is_the_place_that_was_meant(string typed, string code) =>
        Assert.Equal(code, List.Search(typed, 5)[0].Commune.Code);

    [Fact]
    public void A_place_that_gave_its_name_to_two_is_offered_twice_and_the_old_name_is_told()
    {
        var found = List.Search("Đông Quan", 5);

        Assert.Equal(["12345", "06526"], found.Select(f => f.Commune.Code));
        Assert.Equal("Xã Đông Quan, Huyện Lộc Bình, Tỉnh Lạng Sơn", found[1].OldName);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("Atlantis")]
    [InlineData("Mất Dấu")]
    public void What_is_nowhere_is_not_found(string? typed) => Assert.Empty(List.Search(typed, 10));

    [Theory]
    [InlineData("Phường Kiến An, Thành phố Hải Phòng", null, "11443")]
    [InlineData("Kiến An, Hải Phòng", null, "11443")]
    [InlineData("p. kien an hai phong", null, "11443")]
    [InlineData("phường kiến an", null, "11443")]
    [InlineData("xã Kiến An", null, "11443")]
    [InlineData("Kiên An", null, "11443")]
    [InlineData("Lãm Hà", null, "11443")]
    [InlineData("Lãm Hà, Kiến An, Hải Phòng", null, "11443")]
    [InlineData("Văn Lăng", null, "06187")]
    [InlineData("van lang", null, null)]
    [InlineData("van lang", "20", null)]
    [InlineData("Đông Quan", null, null)]
    [InlineData("Đông Quan", "31", null)]
    [InlineData("Đông Quan", "20", "06526")]
    [InlineData("Đông Quan, Hưng Yên", "20", "12345")]
    [InlineData("Văn", null, null)]
    [InlineData("xã", null, null)]
    [InlineData("Atlantis", "31", null)]
    [InlineData("", "31", null)]
    public void One_place_is_taken_only_where_nothing_else_could_be_meant(string typed, string? homeProvince, string? code) =>
        Assert.Equal(code, List.Only(typed, homeProvince)?.Code);

    [Fact]
    public void The_kind_and_the_province_are_read() =>
        Assert.Equal(new ListedCommune("11443", "Phường Kiến An", CommuneKind.Ward, "31", "Thành phố Hải Phòng"), List.Find("11443"));
}
