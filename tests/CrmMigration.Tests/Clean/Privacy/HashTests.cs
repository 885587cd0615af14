using System.Security.Cryptography;
using System.Text;
using CrmMigration.Clean.Privacy;
using Xunit;

namespace CrmMigration.Tests.Clean.Privacy;

public class HashTests
{
    private static readonly byte[] Key = "a key of the tests"u8.ToArray();

    [Fact]
    public void A_value_becomes_its_HMAC_under_the_key()
    {
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Key, "jörg@example.com"u8));

        Assert.Equal((expected, null), Transforming.By(new HashCleaner(Key), " jörg@example.com "));
        Assert.Equal(HashCleaner.Length, expected.Length);
    }

    [Fact]
    public void Another_key_gives_another_pseudonym()
    {
        var one = Transforming.By(new HashCleaner(Key), "x");
        var other = Transforming.By(new HashCleaner([.. Key, 1]), "x");

        Assert.NotEqual(one, other);
    }

    [Fact]
    public void Long_values_and_none_are_hashed_as_they_are()
    {
        var text = new string('é', 100_000);
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(text)));

        Assert.Equal((expected, null), Transforming.By(new HashCleaner(Key), text));
        Assert.Equal((null, null), Transforming.By(new HashCleaner(Key), "  "));
    }
}
