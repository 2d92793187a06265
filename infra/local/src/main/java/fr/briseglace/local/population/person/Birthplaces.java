package fr.briseglace.local.population.person;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Communes and countries people are born in: INSEE codes of mainland France, Corsica, overseas and abroad. */
final class Birthplaces {
    /** All of them, each code once. */
    static final List<Birthplace> ALL = Stream.of(
                    districts(75_101, 20, "Paris"),
                    districts(69_381, 9, "Lyon"),
                    districts(13_201, 16, "Marseille"),
                    """
                    44109 Nantes
                    44184 Saint-Nazaire
                    49007 Angers
                    49099 Cholet
                    85191 La Roche-sur-Yon
                    53130 Laval
                    72181 Le Mans
                    35238 Rennes
                    29019 Brest
                    29232 Quimper
                    56260 Vannes
                    56121 Lorient
                    22278 Saint-Brieuc
                    33063 Bordeaux
                    31555 Toulouse
                    34172 Montpellier
                    34032 Béziers
                    30189 Nîmes
                    06088 Nice
                    83137 Toulon
                    38185 Grenoble
                    42218 Saint-Étienne
                    67482 Strasbourg
                    68224 Mulhouse
                    68066 Colmar
                    57463 Metz
                    54395 Nancy
                    51454 Reims
                    10387 Troyes
                    21231 Dijon
                    25056 Besançon
                    59350 Lille
                    59512 Roubaix
                    59599 Tourcoing
                    59183 Dunkerque
                    62193 Calais
                    62041 Arras
                    62498 Lens
                    80021 Amiens
                    76540 Rouen
                    76351 Le Havre
                    14118 Caen
                    50129 Cherbourg-en-Cotentin
                    50502 Saint-Lô
                    61001 Alençon
                    27229 Évreux
                    28085 Chartres
                    45234 Orléans
                    37261 Tours
                    41018 Blois
                    18033 Bourges
                    36044 Châteauroux
                    86194 Poitiers
                    17300 La Rochelle
                    79191 Niort
                    16015 Angoulême
                    87085 Limoges
                    19031 Brive-la-Gaillarde
                    24322 Périgueux
                    47001 Agen
                    40192 Mont-de-Marsan
                    64445 Pau
                    64102 Bayonne
                    65440 Tarbes
                    32013 Auch
                    82121 Montauban
                    81004 Albi
                    12202 Rodez
                    46042 Cahors
                    09122 Foix
                    11069 Carcassonne
                    11262 Narbonne
                    66136 Perpignan
                    48095 Mende
                    15014 Aurillac
                    43157 Le Puy-en-Velay
                    63113 Clermont-Ferrand
                    03190 Moulins
                    03310 Vichy
                    58194 Nevers
                    89024 Auxerre
                    71270 Mâcon
                    39300 Lons-le-Saunier
                    70550 Vesoul
                    90010 Belfort
                    88160 Épinal
                    52121 Chaumont
                    55029 Bar-le-Duc
                    08105 Charleville-Mézières
                    02408 Laon
                    02691 Saint-Quentin
                    60057 Beauvais
                    95500 Pontoise
                    95018 Argenteuil
                    93066 Saint-Denis
                    93048 Montreuil
                    94028 Créteil
                    92050 Nanterre
                    92012 Boulogne-Billancourt
                    91228 Évry
                    78646 Versailles
                    77288 Melun
                    01053 Bourg-en-Bresse
                    74010 Annecy
                    73065 Chambéry
                    26362 Valence
                    07186 Privas
                    05061 Gap
                    04070 Digne-les-Bains
                    84007 Avignon
                    13001 Aix-en-Provence
                    69266 Villeurbanne
                    2A004 Ajaccio
                    2A247 Porto-Vecchio
                    2A272 Sartène
                    2B033 Bastia
                    2B096 Corte
                    2B050 Calvi
                    97105 Basse-Terre
                    97209 Fort-de-France
                    97302 Cayenne
                    97411 Saint-Denis
                    97608 Mamoudzou
                    99352 Algérie
                    99350 Maroc
                    99351 Tunisie
                    99139 Portugal
                    99127 Italie
                    99134 Espagne
                    99109 Allemagne
                    99131 Belgique
                    99122 Pologne
                    99132 Royaume-Uni
                    99341 Sénégal
                    99326 Côte d'Ivoire
                    99322 Cameroun
                    99335 Mali
                    99333 Madagascar
                    99243 Viêt Nam
                    99216 Chine
                    99208 Turquie
                    99114 Roumanie
                    99312 République démocratique du Congo
                    99416 Brésil
                    99404 États-Unis
                    """.lines().map(line -> new Birthplace(line.substring(0, 5), line.substring(6))))
            .flatMap(places -> places)
            .toList();

    private Birthplaces() {}

    private static Stream<Birthplace> districts(int first, int count, String city) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> new Birthplace(Integer.toString(first + i), city + " " + (i + 1) + (i == 0 ? "er" : "e")));
    }
}
