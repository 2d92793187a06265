package fr.briseglace.fhir;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The patient, with the INS and its traits as French profiles write them. */
final class IpsPatient {
    private static final String FR_CORE = "https://hl7.fr/ig/fhir/core/";
    private static final String COMMUNES = "https://mos.esante.gouv.fr/NOS/TRE_R13-CommuneOM/FHIR/TRE-R13-CommuneOM";

    private IpsPatient() {}

    static void write(FhirWriter fhir, IpsUrns urns, Ins ins, PatientIdentity identity) {
        fhir.object().text("fullUrl", urns.of(IpsUrns.PATIENT)).object("resource");
        fhir.text("resourceType", "Patient").text("id", IpsUrns.PATIENT);
        fhir.array("extension");
        birthPlace(fhir, identity.birthPlace());
        reliability(fhir, identity.status());
        fhir.end();
        identifier(fhir.array("identifier"), ins).end();
        fhir.array("name");
        name(fhir, "official", identity.birthName(), identity.givenNames());
        if (identity.usedName() != null) {
            name(fhir, "usual", identity.usedName(), identity.givenNames());
        }
        fhir.end();
        fhir.text("gender", gender(identity.sex()));
        fhir.text("birthDate", identity.birthDate().toString());
        fhir.end().end();
    }

    /** The INS: its system is the OID of the authority that assigned it. */
    static FhirWriter identifier(FhirWriter fhir, Ins ins) {
        fhir.object().text("use", "official");
        fhir.concept("type", "http://terminology.hl7.org/CodeSystem/v2-0203", "NI");
        return fhir.text("system", "urn:oid:" + ins.oid())
                .text("value", ins.value())
                .end();
    }

    private static void birthPlace(FhirWriter fhir, @Nullable String commune) {
        if (commune != null) {
            fhir.object().text("url", "http://hl7.org/fhir/StructureDefinition/patient-birthPlace");
            fhir.object("valueAddress").only("extension");
            fhir.text("url", FR_CORE + "StructureDefinition/fr-core-address-insee-code");
            fhir.coding("valueCoding", COMMUNES, commune, null).endOnly();
            fhir.end().end();
        }
    }

    private static void reliability(FhirWriter fhir, IdentityStatus status) {
        fhir.object().only("extension").text("url", "identityStatus");
        String code = status == IdentityStatus.QUALIFIED ? "VALI" : "PROV";
        fhir.coding("valueCoding", FR_CORE + "CodeSystem/fr-core-cs-identity-status", code, null);
        fhir.endOnly().text("url", FR_CORE + "StructureDefinition/fr-core-identity-reliability");
        fhir.end();
    }

    private static void name(FhirWriter fhir, String use, String family, List<String> given) {
        fhir.object().text("use", use).text("family", family).array("given");
        given.forEach(name -> {
            String clean = FhirText.string(name);
            if (clean != null) {
                fhir.text(clean);
            }
        });
        fhir.end().end();
    }

    private static String gender(Sex sex) {
        return switch (sex) {
            case F -> "female";
            case M -> "male";
            case U -> "unknown";
        };
    }
}
