using System.Buffers.Text;
using System.Text;
using CrmMigration.Reconcile;
using Xunit;

namespace CrmMigration.Tests.Reconcile;

public class RejectCursors
{
    [Theory]
    [InlineData("42")]
    [InlineData("")]
    [InlineData("a key with spaces, 客 and 😀")]
    public void A_cursor_is_read_back_as_it_was_written(string key)
    {
        var cursor = new RejectCursor(3, 1, key);

        var read = RejectCursor.Read(cursor.ToString());

        Assert.Equal(cursor, read);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("x 3")]
    [InlineData("-1 3")]
    [InlineData("99999999999 3")]
    [InlineData("1 a\0b")]
    public void What_was_not_written_as_a_cursor_is_none(string content) =>
        Assert.Null(RejectCursor.Read(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(content))));

    [Theory]
    [InlineData("!")]
    [InlineData("_w")]
    public void What_is_no_text_is_none(string text) => Assert.Null(RejectCursor.Read(text));
}
