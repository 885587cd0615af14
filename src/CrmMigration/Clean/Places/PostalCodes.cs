namespace CrmMigration.Clean.Places;

/// <summary>How postal codes are written, by country, after the addressing systems that the Universal Postal Union publishes.</summary>
internal static class PostalCodes
{
    /// <summary>
    /// A line is: countries, letters written before a code to name the country ("-": none besides the country's own), and the forms. In a form, N is a
    /// digit, A a letter, C a letter of a Canadian code, X a letter or digit; small letters and digits stand for themselves as capitals and may
    /// be left out; everything else is written and need not be there. A 0 behind the country: codes may begin with a zero, which spreadsheets drop.
    /// </summary>
    public const string Text = """
        AD - adNNN
        AL - NNNN
        AM - NNNN
        AR - NNNN ANNNNAAA
        AT A NNNN
        AU0 - NNNN
        AZ - az_NNNN
        BA - NNNNN
        BD - NNNN
        BE B NNNN
        BG - NNNN
        BR0 - NNNNN-NNN
        BY - NNNNNN
        CA - CNC_NCN
        CH - NNNN
        CL - NNNNNNN
        CN0 - NNNNNN
        CO0 - NNNNNN
        CR - NNNNN
        CY - NNNN
        CZ - NNN_NN
        DE0 D NNNNN
        DK - NNNN
        DO - NNNNN
        DZ0 - NNNNN
        EC0 - NNNNNN
        EE EST NNNNN
        EG - NNNNN
        ES0 E NNNNN
        FI,AX0 FIN,SF NNNNN
        FO - NNN
        FR,GP,MQ,GF,RE,YT,NC,PF,PM,WF,BL,MF0 F NNNNN
        GB - AN_NAA ANN_NAA AAN_NAA AANN_NAA ANA_NAA AANA_NAA
        GE0 - NNNN
        GG - gyN_NAA gyNN_NAA
        GI - gx11_1aa
        GL - NNNN
        GR - NNN_NN
        GT - NNNNN
        HN - NNNNN
        HR - NNNNN
        HU H NNNN
        ID - NNNNN
        IE - ANX_XXXX
        IL - NNNNNNN NNNNN
        IM - imN_NAA imNN_NAA
        IN - NNNNNN
        IQ - NNNNN
        IR - NNNNN-NNNNN
        IS - NNN
        IT0 I NNNNN
        JE - jeN_NAA jeNN_NAA
        JO - NNNNN
        JP0 - NNN-NNNN
        KE0 - NNNNN
        KG - NNNNNN
        KR0 - NNNNN NNN-NNN
        KW - NNNNN
        KZ0 - NNNNNN ANNANAN
        LI FL NNNN
        LK - NNNNN
        LT0 - NNNNN
        LU L NNNN
        LV - lv-NNNN
        MA - NNNNN
        MC F NNNNN
        MD - md-NNNN
        ME - NNNNN
        MK - NNNN
        MT - AAA_NNNN
        MX0 - NNNNN
        MY0 - NNNNN
        NG - NNNNNN
        NI - NNNNN
        NL - NNNN_AA
        NO0 N NNNN
        NP - NNNNN
        NZ0 - NNNN
        PA0 - NNNN
        PE0 - NNNNN
        PH0 - NNNN
        PK - NNNNN
        PL0 - NN-NNN
        PT P NNNN-NNN NNNN
        PY - NNNNNN NNNN
        RO0 - NNNNNN
        RS SRB NNNNN NNNNNN
        RU - NNNNNN
        SA - NNNNN NNNNN-NNNN
        SE S NNN_NN
        SG0 - NNNNNN
        SI SLO NNNN
        SK - NNN_NN
        SM,VA0 I NNNNN
        TH - NNNNN
        TN - NNNN
        TR0 - NNNNN
        TW - NNN NNNNN NNNNNN
        UA0 - NNNNN
        US,PR,GU,VI,AS,MP0 USA NNNNN NNNNN-NNNN
        UY - NNNNN
        UZ - NNNNNN
        VE - NNNN
        VN0 - NNNNNN NNNNN
        ZA0 - NNNN
        """;
}
