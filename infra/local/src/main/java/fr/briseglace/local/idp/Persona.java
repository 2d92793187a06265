package fr.briseglace.local.idp;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.NationalId;
import fr.briseglace.local.idp.Standing.HealthProfessional;
import fr.briseglace.local.idp.Standing.Patient;
import fr.briseglace.local.idp.Standing.Role;
import fr.briseglace.local.pki.LocalStructure;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or some system, that the local identity provider vouches for. Nobody of this table exists.
 *
 * @param name what to ask for
 * @param structure whose client certificate its tokens are bound to
 * @param standing in what capacity it calls
 */
public record Persona(String name, LocalStructure structure, Standing standing) {
    /** Name of the persona that needs an INS, see {@link #patient}. */
    public static final String PATIENT = "patient";

    private static final String DOCTOR = "10";
    private static final String NURSE = "60";
    private static final String EMERGENCY_MEDICINE = "SM59";
    private static final String GENERAL_MEDICINE = "SM26";
    private static final String OCCUPATIONAL_MEDICINE = "SM25";
    private static final String PUBLIC_HOSPITAL = "SA01";
    private static final String OWN_PRACTICE = "SA07";
    private static final String OCCUPATIONAL_HEALTH = "SA13";

    private static final long FIRST_GENERATED = 1_020_000_000L;
    private static final int MOST_GENERATED = 9_999;
    private static final Pattern GENERATED = Pattern.compile("regulateur-(\\d{4})");

    private static final Map<String, Persona> TABLE = Stream.of(
                    regulator("regulateur", LocalStructure.SAMU_44, 1_010_000_001L, "CAMILLE", "REGULATION0001"),
                    regulator("regulateur2", LocalStructure.SAMU_44, 1_010_000_002L, "DOMINIQUE", "REGULATION0002"),
                    regulator("regulateur-samu75", LocalStructure.SAMU_75, 1_010_000_003L, "CLAUDE", "REGULATION0003"),
                    new Persona("arm", LocalStructure.SAMU_44, new Role("regulation-assistant")),
                    new Persona(
                            "urgentiste",
                            LocalStructure.CHU_NANTES,
                            new HealthProfessional(
                                    NationalId.of(1_010_000_004L),
                                    "MAXIME",
                                    "URGENCES0004",
                                    DOCTOR,
                                    EMERGENCY_MEDICINE,
                                    PUBLIC_HOSPITAL,
                                    false)),
                    new Persona(
                            "infirmier",
                            LocalStructure.CHU_NANTES,
                            new HealthProfessional(
                                    NationalId.of(1_010_000_005L),
                                    "ALIX",
                                    "SOINS0005",
                                    NURSE,
                                    "",
                                    PUBLIC_HOSPITAL,
                                    false)),
                    new Persona(
                            "medecin-traitant",
                            LocalStructure.CABINET,
                            new HealthProfessional(
                                    "801234567897",
                                    "ANDREA",
                                    "TRAITANT0006",
                                    DOCTOR,
                                    GENERAL_MEDICINE,
                                    OWN_PRACTICE,
                                    false)),
                    new Persona(
                            "medecin-travail",
                            LocalStructure.SANTE_TRAVAIL,
                            new HealthProfessional(
                                    NationalId.of(1_010_000_007L),
                                    "SACHA",
                                    "TRAVAIL0007",
                                    DOCTOR,
                                    OCCUPATIONAL_MEDICINE,
                                    OCCUPATIONAL_HEALTH,
                                    false)),
                    new Persona("portal", LocalStructure.PORTAIL, new Role("portal")),
                    new Persona("privacy-officer", LocalStructure.DPO, new Role("privacy-officer")),
                    new Persona("operator", LocalStructure.EXPLOITATION, new Role("operator")))
            .collect(Collectors.toUnmodifiableMap(Persona::name, Function.identity()));

    /** The persona of a name, generated ones included, or null; {@link #PATIENT} has none without an INS. */
    public static @Nullable Persona named(String name) {
        Matcher generated = GENERATED.matcher(name);
        if (generated.matches()) {
            int number = Integer.parseInt(generated.group(1));
            return number == 0 ? null : generated(number);
        }
        return TABLE.get(name);
    }

    /** The holder of a record, signed in on the portal. */
    public static Persona patient(Ins ins) {
        return new Persona(PATIENT, LocalStructure.PORTAIL, new Patient(ins));
    }

    /**
     * One of many regulating doctors of the SAMU 44 for load tests, named {@code regulateur-0001} and so on.
     *
     * @param number 1 to 9999
     */
    public static Persona generated(int number) {
        if (number < 1 || number > MOST_GENERATED) {
            throw new IllegalArgumentException("a generated persona has a number from 1 to " + MOST_GENERATED);
        }
        String digits = "%04d".formatted(number);
        return regulator(
                "regulateur-" + digits,
                LocalStructure.SAMU_44,
                FIRST_GENERATED + number,
                "CHARLIE",
                "GENERATION" + digits);
    }

    private static Persona regulator(
            String name, LocalStructure structure, long serial, String givenName, String familyName) {
        return new Persona(
                name,
                structure,
                new HealthProfessional(
                        NationalId.of(serial),
                        givenName,
                        familyName,
                        DOCTOR,
                        EMERGENCY_MEDICINE,
                        PUBLIC_HOSPITAL,
                        true));
    }
}
