namespace CrmMigration.Clean.Emails;

/// <summary>How an internationalized domain is written; both forms mean the same domain.</summary>
public enum DomainForm
{
    /// <summary>As people read it: müller.de.</summary>
    Unicode,

    /// <summary>As name servers know it, for programs that send mail and take nothing but ASCII: xn--mller-kva.de.</summary>
    Ascii,
}
