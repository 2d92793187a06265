package fr.briseglace.hub;

import fr.briseglace.identity.Ins;

/** Messages for tests, of cases that never were. */
public final class HubMessages {
    /** The case they are about. */
    public static final String CASE = "fr.health.samu440.DRFR154402600000042";
    /** Its patient. */
    public static final String PATIENT = "fr.health.samu440.patient.DRFR154402600000042.1";

    private HubMessages() {}

    /** A creation about patients, each written as JSON. */
    public static String creation(String... patients) {
        return """
                {"createCaseHealth":{"caseId":"%s","senderCaseId":"DRFR154402600000042",
                 "creation":"2026-02-03T04:05:06+01:00","owner":"fr.health.samu440",
                 "qualification":{"healthMotive":{"code":"M01.02","label":"inconscient"}},
                 "location":{"city":{"name":"Nantes","inseeCode":"44109"},"geometry":{"point":{"coord":{"lat":47.2}}}},
                 "patient":[%s]}}""".formatted(CASE, String.join(",", patients));
    }

    /** An update about patients, each written as JSON. */
    public static String update(String... patients) {
        return "{\"createCaseHealthUpdate\":{\"caseId\":\"%s\",\"patient\":[%s]}}"
                .formatted(CASE, String.join(",", patients));
    }

    /** A link to a page about the patient. */
    public static String link() {
        return "{\"documentLink\":{\"caseId\":\"%s\",\"patientId\":\"%s\",\"document\":[{\"url\":\"https://x.example\"}]}}"
                .formatted(CASE, PATIENT);
    }

    /** The patient with whatever else is said of them, which begins with a comma. */
    public static String patient(String more) {
        return patient(1, more);
    }

    /** The patient of that number. */
    public static String patient(int number, String more) {
        return "{\"patientId\":\"%s\"%s}".formatted(PATIENT.replaceFirst("1$", Integer.toString(number)), more);
    }

    /** A number of the patient's. */
    public static String number(String source, String value) {
        return ",\"administrativeFile\":{\"externalId\":[{\"source\":\"%s\",\"value\":\"%s\"}]}"
                .formatted(source, value);
    }

    /** The patient's matricule. */
    public static String nir(Ins ins) {
        return number("NIR", ins.value());
    }

    /** Names as the caller says them, and a birth date. */
    public static String traits(String lastName, String firstName, String birthDate) {
        return """
                ,"identity":{"strictFeatures":{"birthDate":"%s","sex":"F"},
                 "nonStrictFeatures":{"lastName":"%s","firstName":"%s"}}""".formatted(birthDate, lastName, firstName);
    }

    /** A message as the hub carries it. */
    public static String enveloped(String message) {
        return enveloped(message, "Report", "Actual");
    }

    /** A message as the hub carries it. */
    public static String enveloped(String message, String kind, String status) {
        return """
                {"distributionID":"fr.health.samu440_3f1c","senderID":"fr.health.samu440",
                 "dateTimeSent":"2026-02-03T04:05:06+01:00","dateTimeExpires":"2026-02-04T04:05:06+01:00",
                 "distributionStatus":"%s","distributionKind":"%s",
                 "descriptor":{"language":"fr-FR","explicitAddress":{"explicitAddressScheme":"hubex",
                               "explicitAddressValue":"fr.health.samu750"}},
                 "content":[{"jsonContent":{"embeddedJsonContent":{"message":{"messageId":"fr.health.samu440_3f1c",
                   "sender":{"name":"samu440","URI":"hubex:fr.health.samu440"},"kind":"Report",%s}}}}]}""".formatted(status, kind, message.substring(1, message.length() - 1));
    }
}
