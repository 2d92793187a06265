package fr.briseglace.local.population.person;

import java.util.List;

/** Names as they are borne in France: accents, hyphens, apostrophes and particles included. */
final class Names {
    /** Given names of women. */
    static final List<String> WOMEN = Words.of("""
            Camille, Anne-Sophie, Léa, Chloé, Inès, Manon, Zoé, Noémie, Élodie, Gaëlle, Maëlys, Françoise,
            Monique, Jacqueline, Simone, Yvette, Marie-Thérèse, Marie-Claude, Odile, Colette, Bernadette,
            Hélène, Cécile, Sylvie, Nathalie, Valérie, Sandrine, Aurélie, Émilie, Justine, Mathilde,
            Clémence, Océane, Fatima, Aïcha, Khadija, Leïla, Yasmine, Maïwenn, Rozenn, Solène, Enora,
            Ophélie, Célia, Anaïs, Éloïse, Agathe, Apolline, Capucine, Joséphine, Lucile, Maria, Ana,
            Thi-Mai, Mei, Awa, Fatoumata, Elif, Ioana, Gwenaëlle, Suzanne, Paulette, Renée, Andrée""");

    /** Given names of men. */
    static final List<String> MEN = Words.of("""
            Jean-Baptiste, Lucas, Hugo, Théo, Noé, Léo, Raphaël, Gaël, Loïc, Yann, Erwan, Maël, Titouan,
            François, Jean-Pierre, Jean-Claude, Michel, André, René, Gérard, Roger, Marcel, Lucien, Émile,
            Hervé, Jérôme, Stéphane, Frédéric, Sébastien, Grégory, Cédric, Benoît, Rémi, Clément, Étienne,
            Mathéo, Anaël, Mohamed, Karim, Rachid, Youssef, Ibrahima, Mamadou, João, António, Giuseppe,
            Ángel, Minh, Wei, Mehmet, Andrei, Célestin, Barthélemy, Côme, Timothée, Aurélien, Pierre-Yves,
            Paul-Émile, Joël, Noël, Tanguy, Ronan, Malo, Guénolé""");

    /** Family names. */
    static final List<String> FAMILIES = Words.of("""
            Le Goff, Le Bihan, Kerguelen, Guéguen, Moreau, Lefèvre, Garçonnet, D'Hervilly, De La Fontanelle,
            Du Chesnay, L'Hostis, N'Diaye, O'Brien-Mercier, Müller-Aubert, Château, Bréhier, Besançon,
            Gélinas, Pétillon, Thébault, Hénaff, Riou, Queffélec, Péron, Cadiou, Nédélec, Tanguy, Boucher,
            Charpentier, Tisserand, Vigneron, Meunier, Fournier-Delmas, Lacroix, Duchêne, Aubépine, Rivière,
            Vallée, Montagnier, Fontaine, Roche, Bélier, Poulain, Corbeau, Rossignol, Loiseau, Lebœuf,
            Chevreuil, Pinson, Da Silva, Ferreira, Dos Santos, García, López-Brun, Rossi, Colonna, Mattei,
            Santoni, Benali, Haddad, Bouazza, Cherif, Diallo, Traoré, Koné, Coulibaly, Nguyên, Trần-Morel,
            Zhang, Yılmaz, Popescu, Kowalczyk, Schmitt, Klein-Weber, Oberlé, Etchegaray, Etcheverry, Bidart,
            Cazenave, Lafargue, Puechagut, Castelnau, Vidal-Soler, Roussillon, Arnaud, Bérard, Chabert,
            Giraud, Jourdan, Maurel, Pélissier, Rambaud, Sauvaire, Teissier, Vernède, Marchetti, Delannoy,
            Vandamme, Desmedt, Vasseur, Delattre, Ducrocq, Hautecœur, Lemaître, Prévost, Gosselin, Hébert,
            Letellier, Duhamel, Maçon, Aligné, Bellanger, Chauvin, Drouet, Esnault, Foucher, Gendron,
            Hamelin, Jouanneau, Landais, Ménard, Ouvrard, Papin, Quignon, Réveillère, Sorin, Trichet, Viaud""");

    private Names() {}
}
