package fr.briseglace.local.idp;

import fr.briseglace.local.idp.Standing.HealthProfessional;
import fr.briseglace.local.idp.Standing.Patient;
import fr.briseglace.local.idp.Standing.Role;
import fr.briseglace.local.pki.LocalStructure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a token says of a persona, in Pro Santé Connect's words for professionals. Pure. */
final class Claims {
    private static final String ROLE_AUTHORITY = "1.2.250.1.213.1.1.5.5";
    private static final String SECTOR_AUTHORITY = "1.2.250.1.71.4.2.4";

    private Claims() {}

    /** The claims that do not depend on the moment. */
    static JsonObject of(Persona persona) {
        return switch (persona.standing()) {
            case HealthProfessional professional -> professional(professional, persona.structure());
            case Patient patient ->
                new JsonObject()
                        .put("sub", pseudonym(patient.ins().value()))
                        .put("role", "patient")
                        .put("ins", patient.ins().value())
                        .put("ins_oid", patient.ins().oid());
            case Role role ->
                new JsonObject()
                        .put("sub", persona.name())
                        .put("preferred_username", persona.name())
                        .put("role", role.word())
                        .put("SubjectOrganization", persona.structure().organisation())
                        .put("SubjectOrganizationID", persona.structure().id());
        };
    }

    private static JsonObject professional(HealthProfessional professional, LocalStructure structure) {
        return new JsonObject()
                .put("sub", professional.nationalId())
                .put("SubjectNameID", professional.nationalId())
                .put("preferred_username", professional.nationalId())
                .put("given_name", professional.givenName())
                .put("family_name", professional.familyName())
                .put("SubjectRole", new JsonArray().add(professional.profession() + "^" + ROLE_AUTHORITY))
                .put("Secteur_Activite", professional.sector() + "^" + SECTOR_AUTHORITY)
                .put("SubjectOrganization", structure.organisation())
                .put("SubjectOrganizationID", structure.id())
                .put("Acces_Regulation_Medicale", professional.regulates() ? "VRAI" : "FAUX")
                .put("Mode_Acces_Raison", "")
                .put("authMode", "CARD")
                .put("acr", "eidas1")
                .put("otherIds", new JsonArray().add(rpps(professional)))
                .put(
                        "SubjectRefPro",
                        new JsonObject().put("exercices", new JsonArray().add(exercise(professional, structure))));
    }

    private static JsonObject rpps(HealthProfessional professional) {
        return new JsonObject()
                .put("identifiant", professional.nationalId())
                .put("origine", "RPPS")
                .put("qualite", 1);
    }

    private static JsonObject exercise(HealthProfessional professional, LocalStructure structure) {
        return new JsonObject()
                .put("codeProfession", professional.profession())
                .put("codeCategorieProfessionnelle", "C")
                .put("nomDexercice", professional.familyName())
                .put("prenomDexercice", professional.givenName())
                .put("codeTypeSavoirFaire", professional.specialty().isEmpty() ? "" : "S")
                .put("codeSavoirFaire", professional.specialty())
                .put("activities", new JsonArray().add(activity(professional, structure)));
    }

    private static JsonObject activity(HealthProfessional professional, LocalStructure structure) {
        return new JsonObject()
                .put("codeModeExercice", professional.sector().equals("SA07") ? "L" : "S")
                .put("codeSecteurDactivite", professional.sector())
                .put("codeSectionPharmacien", "")
                .put("codeRole", "")
                .put("codeGenreActivite", "GENR01")
                .put("numeroFinessSite", structure.finess())
                .put("ancienIdentifiantDeLaStructure", structure.id())
                .put("raisonSocialeSite", structure.organisation());
    }

    /** The same person has the same subject each time, which is not their INS. */
    private static String pseudonym(String matricule) {
        return UUID.nameUUIDFromBytes(("patient:" + matricule).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
