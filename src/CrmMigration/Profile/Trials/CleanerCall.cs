using CrmMigration.Clean;

namespace CrmMigration.Profile.Trials;

/// <summary>Cleans a text into the destination, as <see cref="TextCleaner.Clean"/> does.</summary>
internal delegate Cleaned CleanerCall(ReadOnlySpan<char> text, Span<char> destination);
