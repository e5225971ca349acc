using System.Security.Cryptography;
using System.Text;
using WorkBridge.Data;

namespace WorkBridge.Tests.Data;

public sealed class KeyRingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbridge-keys-").FullName;
    private readonly Guid row = Guid.CreateVersion7();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_is_sealed_opens_after_a_new_start_and_after_rotation()
    {
        var first = KeyRing.Open(folder, TempDb.Secret);
        var old = first.Seal(Encoding.UTF8.GetBytes("Vũ Thị Thơm"), "Returnee", row);

        var version = KeyRing.Rotate(folder, TempDb.Secret);
        var second = KeyRing.Open(folder, TempDb.Secret);
        var fresh = second.Seal(Encoding.UTF8.GetBytes("Vũ Thị Thơm"), "Returnee", row);

        Assert.Equal(2, version);
        Assert.Equal(2, second.Current);
        Assert.Equal(1, KeyRing.VersionOf(old));
        Assert.Equal(2, KeyRing.VersionOf(fresh));
        Assert.Equal("Vũ Thị Thơm", Encoding.UTF8.GetString(second.Unseal(old, "Returnee", row)));
        Assert.Equal("Vũ Thị Thơm", Encoding.UTF8.GetString(second.Unseal(fresh, "Returnee", row)));
        Assert.ThrowsAny<CryptographicException>(() => first.Unseal(fresh, "Returnee", row));
        Assert.Equal(first.Mac("look-up", "0900"), second.Mac("look-up", "0900"));
    }

    [Fact]
    public void Another_secret_opens_nothing_and_changes_nothing()
    {
        KeyRing.Open(folder, TempDb.Secret);
        var before = File.ReadAllBytes(Path.Combine(folder, KeyRing.FileName));

        Assert.Throws<InvalidOperationException>(() => KeyRing.Open(folder, "another secret of the tests"));
        Assert.Throws<InvalidOperationException>(() => KeyRing.Rotate(folder, "another secret of the tests"));

        Assert.Equal(before, File.ReadAllBytes(Path.Combine(folder, KeyRing.FileName)));
    }

    [Fact]
    public void Every_changed_byte_is_seen()
    {
        var ring = KeyRing.Ephemeral();
        var value = ring.Seal("+84900000001"u8, "Returnee", row);

        for (var i = 0; i < value.Length; i++)
        {
            var changed = (byte[])value.Clone();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => ring.Unseal(changed, "Returnee", row));
        }
    }

    [Fact]
    public void A_value_belongs_to_its_row_and_its_table()
    {
        var ring = KeyRing.Ephemeral();
        var value = ring.Seal("+84900000001"u8, "Returnee", row);

        Assert.ThrowsAny<CryptographicException>(() => ring.Unseal(value, "Returnee", Guid.CreateVersion7()));
        Assert.ThrowsAny<CryptographicException>(() => ring.Unseal(value, "SkillProfile", row));
    }

    [Fact]
    public void The_key_file_is_for_its_owner_alone()
    {
        KeyRing.Open(folder, TempDb.Secret);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(Path.Combine(folder, KeyRing.FileName)));
    }
}
