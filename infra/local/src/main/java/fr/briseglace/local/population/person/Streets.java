package fr.briseglace.local.population.person;

import java.util.List;

/** Streets and towns people live in. */
final class Streets {
    /** Streets, without a number. */
    static final List<String> STREETS = Words.of("""
            rue des Tilleuls, avenue du Général-Leclerc, rue de l'Église, impasse des Mésanges, chemin du
            Moulin-à-Vent, place de la République, rue Aristide-Briand, boulevard de l'Océan, allée des
            Hêtres, rue du Puits-Salé, route de Saint-Herblain, quai de la Fosse, rue Louise-Michel, cours
            des Cinquante-Otages, rue du Bois-Joli, rue Émile-Zola, sente aux Ânes, rue des Forges, avenue
            Jean-Jaurès, rue Marie-Curie, lieu-dit Kergoat, rue du Pré-Gauchet, venelle du Four, rue
            Gutenberg, rue Clémence-Royer""");

    /** Towns with their postal code. */
    static final List<String> TOWNS = Words.of("""
            44000 Nantes, 44100 Nantes, 44600 Saint-Nazaire, 44800 Saint-Herblain, 44400 Rezé, 49000 Angers,
            35000 Rennes, 56000 Vannes, 85000 La Roche-sur-Yon, 29200 Brest, 75011 Paris, 75019 Paris, 69003
            Lyon, 13005 Marseille, 31000 Toulouse, 33000 Bordeaux, 59000 Lille, 67000 Strasbourg, 34000
            Montpellier, 20000 Ajaccio, 97400 Saint-Denis, 44350 Guérande, 44110 Châteaubriant, 44150
            Ancenis-Saint-Géréon""");

    private Streets() {}
}
