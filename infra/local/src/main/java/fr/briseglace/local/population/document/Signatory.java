package fr.briseglace.local.population.document;

import fr.briseglace.local.NationalId;
import fr.briseglace.local.population.health.Code;
import fr.briseglace.local.population.health.CodeSystem;
import fr.briseglace.patient.Practitioner;

/**
 * A professional who writes documents.
 *
 * @param id national id, 8 + RPPS
 * @param given given name
 * @param family family name
 * @param profession profession and speciality
 * @param place where they work
 */
record Signatory(String id, String given, String family, Code profession, Place place) {
    private static final Code GENERAL_MEDICINE = profession("G15_10/SM54", "Médecin - Médecine générale (SM)");
    private static final Place SURGERY =
            new Place("2990000011", "Cabinet médical de la Passerelle", "rue des Passeurs", "44000", "Nantes");

    /** Hospital doctor. */
    static final Signatory HOSPITAL = new Signatory(
            NationalId.of(1_980_000_001L),
            "Maëlle",
            "Gicquel-Rabin",
            profession("G15_10/SM04", "Médecin - Cardiologie et maladies vasculaires (SM)"),
            new Place(
                    "1990000021",
                    "Centre hospitalier de la Côte d'Émeraude",
                    "boulevard du Phare",
                    "35400",
                    "Saint-Malo"));

    /** Doctor of a laboratory. */
    static final Signatory LABORATORY = new Signatory(
            NationalId.of(1_980_000_002L),
            "Aurélien",
            "Quérard",
            profession("G15_10/SM03", "Médecin - Biologie médicale (SM)"),
            new Place("1990000031", "Laboratoire des Trois Ponts", "quai des Tanneurs", "49000", "Angers"));

    /** Pharmacist of a town. */
    static final Signatory PHARMACY = new Signatory(
            NationalId.of(1_980_000_003L),
            "Séverine",
            "Aoustin",
            profession("G15_21", "Pharmacien"),
            new Place("2990000041", "Pharmacie du Vieux Lavoir", "place du Lavoir", "44600", "Saint-Nazaire"));

    /** Coordinating doctor of a nursing home. */
    static final Signatory NURSING_HOME = new Signatory(
            NationalId.of(1_980_000_004L),
            "Denis",
            "Bouvet-Lanoë",
            profession("G15_10/SM18", "Médecin - Gériatrie (SM)"),
            new Place("1990000051", "Résidence Les Genêts d'Or", "allée des Genêts", "85000", "La Roche-sur-Yon"));

    /** A GP of the directory. */
    static Signatory of(Practitioner gp) {
        String[] words = gp.name().split(" ", 3);
        return new Signatory(gp.id(), words[1], words[2], GENERAL_MEDICINE, SURGERY);
    }

    private static Code profession(String code, String display) {
        return new Code(code, display, CodeSystem.PROFESSION);
    }

    /** A place of care: FINESS with its prefix, name and address. */
    record Place(String finess, String name, String street, String postalCode, String town) {}
}
