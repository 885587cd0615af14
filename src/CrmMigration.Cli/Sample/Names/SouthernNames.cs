namespace CrmMigration.Cli.Sample.Names;

internal static class SouthernNames
{
    public static Culture[] All { get; } =
    [
        Culture.Of("Spanish", Country.Spain, """
            José María Antonio Carmen Manuel Lucía Francisco Pilar Javier Dolores Carlos Isabel Miguel Elena Alejandro Rosa Rafael
            Sofía Pedro Teresa Ángel Raquel Sergio Beatriz Pablo Inés Álvaro Marta Íñigo Nuria Juan Consuelo
            """, """
            García, Martínez, López, Sánchez, Pérez, Gómez, Martín, Jiménez, Ruiz, Hernández, Díaz, Moreno, Muñoz, Álvarez, Romero,
            de la Cruz, de la Vega, de la Torre, de los Santos, del Río, del Valle, de León, de Castro, Núñez, Ibáñez, Peña,
            García-Lorca, Ortega, Delgado, Cortés
            """),
        Culture.Of("Portuguese", Country.Brazil, """
            João Ana Pedro Beatriz Tiago Inês Miguel Mariana Rui Catarina Nuno Filipa André Joana Luís Sílvia Gonçalo Teresa Paulo
            Cristina Vasco Margarida Fernando Helena Caio Luciana Thiago Juliana
            """, """
            Silva, Santos, Ferreira, Pereira, Oliveira, Costa, Rodrigues, Martins, Sousa, Fernandes, Gonçalves, Gomes, Lopes,
            Marques, Almeida, Ribeiro, da Silva, dos Santos, da Costa, de Oliveira, da Rocha, Araújo, Conceição, Magalhães
            """),
        Culture.Of("Italian", Country.Italy, """
            Giuseppe Maria Giovanni Giulia Marco Francesca Luca Chiara Andrea Sara Matteo Elisa Alessandro Martina Lorenzo Valentina
            Davide Federica Simone Silvia Riccardo Paola Stefano Laura Niccolò Ilaria Enzo Giada
            """, """
            Rossi, Russo, Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Bruno, Gallo, Conti, De Luca, Mancini,
            Di Stefano, Di Marco, D'Angelo, D'Amico, Della Valle, Lombardi, Moretti, Barbieri, Fontana, Santoro, Caruso
            """),
        Culture.Of("French", Country.France, """
            Jean Marie Pierre Camille Jean-Pierre Anne-Marie François Hélène Michel Chloé Philippe Léa André Élodie Étienne Manon
            Thierry Sylvie Laurent Nathalie Benoît Cécile Rémi Océane Jérôme Zoé Gaëtan Margaux
            """, """
            Martin, Bernard, Dubois, Thomas, Robert, Richard, Petit, Durand, Leroy, Moreau, Simon, Laurent, Lefèvre, Michel,
            de Villiers, de la Fontaine, du Bois, Roux, Fournier, Girard, Bonnet, Dupont, Lambert, Fontaine, Chevalier, D'Aubigny
            """),
        Culture.Of("Greek", Country.Germany, """
            Giorgos Eleni Dimitris Katerina Nikos Vasiliki Yannis Sofia Kostas Georgia Panagiotis Despina Christos Ioanna Vassilis
            Anastasia Thanasis Angeliki Michalis Evangelia Spyros Foteini
            """, """
            Papadopoulos, Nikolaidis, Georgiou, Vlachos, Angelopoulos, Makris, Papageorgiou, Dimitriou, Oikonomou, Karagiannis,
            Ioannidis, Christodoulou, Pappas, Samaras, Katsaros, Antoniou, Kontos, Alexiou, Theodorou, Stavropoulos
            """),
        Culture.Of("Arabic", Country.France, """
            Ahmed Fatima Mohammed Aisha Omar Layla Yusuf Mariam Khalid Noor Hassan Zainab Ibrahim Salma Tariq Huda Karim Rania
            Mustafa Amal Samir Dalia Faisal Yasmin Bilal Hanan Walid Nadia
            """, """
            al-Masri, al-Rashid, al-Hassan, al-Najjar, el-Sayed, el-Amin, Al-Khatib, Haddad, Khoury, Mansour, Nasser, Saleh, Aziz,
            Hamdan, Qasim, Farouk, Darwish, bin Saeed, bin Rashid, abu Bakr, Shaheen, Kassem, Barakat, Zayed
            """),
    ];
}
