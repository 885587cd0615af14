namespace CrmMigration.Cli.Sample.Names;

internal static class NorthernNames
{
    public static Culture[] All { get; } =
    [
        Culture.Of("English", Country.UnitedKingdom, """
            James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas
            Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty Anthony Margaret Mark Sandra Steven Ashley Andrew Emily
            """, """
            Smith, Johnson, Williams, Brown, Jones, Miller, Davis, Wilson, Anderson, Taylor, Moore, Jackson, Thompson, White, Harris,
            Clark, Lewis, Robinson, Walker, Young, Allen, Wright, Scott, Hill, Green, Adams, Baker, Nelson, Carter, Mitchell,
            Roberts, Turner, Phillips, Campbell, Parker, Evans, Edwards, Collins, Parker-Hill, Lloyd-Jones
            """, hasMiddleInitials: true),
        Culture.Of("Irish and Scottish", Country.UnitedKingdom, """
            Conor Aoife Liam Siobhan Sean Niamh Patrick Ciara Declan Maeve Angus Fiona Callum Isla Hamish Eilidh Duncan Moira Brendan
            Kirsty Cormac Orla Ewan Deirdre Fergus Roisin Malcolm Grainne
            """, """
            O'Brien, O'Connor, O'Neill, McCarthy, McDonald, MacLeod, Murphy, Kelly, Walsh, Byrne, Ryan, Gallagher, Doherty, Kennedy,
            McKenzie, Stewart, Fraser, MacGregor, Sinclair, Buchanan, McLaughlin, O'Sullivan, Fitzgerald, Fitzpatrick
            """, hasMiddleInitials: true),
        Culture.Of("German", Country.Germany, """
            Hans Anna Karl Greta Jürgen Ursula Wolfgang Sabine Klaus Heike Günter Monika Dieter Petra Stefan Claudia Matthias Birgit
            Tobias Katrin Sven Anja Lukas Johanna Felix Käthe Björn Annika Jörg Hannelore Max Frieda
            """, """
            Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, Koch, Bauer, Richter,
            Klein, Schröder, Neumann, Schwarz, Zimmermann, Krüger, von Bergen, von Stein, von der Heide, von Weizen, Böhm, Köhler,
            Vogel, Jäger, Möller, Schultze-Kraft
            """),
        Culture.Of("Dutch", Country.Germany, """
            Jan Sanne Pieter Femke Willem Lotte Kees Anouk Joost Marieke Bram Fleur Daan Roos Sjoerd Ingrid Maarten Wietske Ruben
            Tess Hendrik Saskia Thijs Mirjam Dirk Liesbeth Koen Nienke
            """, """
            de Vries, de Jong, van Dijk, van den Berg, van der Meer, van der Linden, van der Berg, van de Velde, de Boer, Bakker,
            Visser, Smit, Mulder, de Groot, Bos, Vos, Peters, Hendriks, van Leeuwen, Dekker, Brouwer, de Wit, Dijkstra, van Beek,
            van der Wal, Jansen, Willems
            """),
        Culture.Of("Nordic", Country.Germany, """
            Lars Astrid Erik Freja Søren Ingeborg Bjarne Sigrid Anders Linnea Magnus Solveig Nils Åsa Henrik Elin Jens Maja Gunnar
            Kirsten Håkon Tuva Mikael Saga Olav Ragnhild Leif Tove
            """, """
            Hansen, Johansen, Olsen, Larsen, Andersen, Nilsson, Eriksson, Lindqvist, Svensson, Gustafsson, Sørensen, Rasmussen,
            Jørgensen, Kristensen, Åkesson, Bergström, Sjöberg, Lindgren, Nyström, Holm, Dahl, Haugen, Bakken, Lund, Berg, Strand
            """),
        Culture.Of("Polish", Country.Germany, """
            Jakub Zofia Piotr Katarzyna Paweł Agnieszka Krzysztof Małgorzata Tomasz Barbara Grzegorz Joanna Łukasz Ewa Wojciech
            Magdalena Marcin Dorota Rafał Beata Kamil Iwona Mateusz Zuzanna Bartosz Hanna
            """, """
            Nowak, Wójcik, Kowalczyk, Woźniak, Mazur, Krawczyk, Król, Wieczorek, Kaczmarek, Zając, Dudek, Pawlak, Walczak, Sikora,
            Baran, Szewczyk, Pietrzak, Wróbel, Bąk, Kubiak, Kołodziej, Sobczak
            """),
    ];
}
