using System.Globalization;
using System.Net;

namespace CrmMigration.Reconcile.Report.Page;

/// <summary>A piece of markup. It can only be made from a template whose text values are escaped on the way in, so nothing unescaped reaches the page.</summary>
internal readonly record struct Html
{
    /// <summary>The style sheet of what all pages of this product have in common; each page adds its own.</summary>
    public const string PageStyles = "Reconcile/Report/Page/page.css";

    private readonly string? markup;

    private Html(string markup) => this.markup = markup;

    public static Html None { get; }

    /// <summary>The template's own text is markup; its values are escaped, except values that are <see cref="Html"/> themselves.</summary>
    public static Html Of(FormattableString template) =>
        new(string.Format(CultureInfo.InvariantCulture, template.Format, [.. template.GetArguments().Select(object? (value) => Escaped(value))]));

    /// <summary>The template, or nothing at all.</summary>
    public static Html If(bool condition, FormattableString template) => condition ? Of(template) : None;

    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> one) => new(string.Concat(items.Select(item => one(item).ToString())));

    /// <summary>A style sheet that is part of the product.</summary>
    public static Html StyleSheet(string resource)
    {
        using var stream = typeof(Html).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"Bug: the style sheet {resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd());
    }

    public override string ToString() => markup ?? "";

    private static string Escaped(object? value) => value switch
    {
        Html html => html.ToString(),
        _ => WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture)) ?? "",
    };
}
