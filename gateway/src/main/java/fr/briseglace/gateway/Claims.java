package fr.briseglace.gateway;

import fr.briseglace.law.Caller;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the claims of a verified token, shaped like Pro Santé Connect's, into a caller. */
final class Claims {
    /** The value of {@code Acces_Regulation_Medicale} that grants regulation. */
    private static final String ENTITLED = "VRAI";

    private static final int LONGEST_ID = 100;
    /** Whose own token it is, by INS; in no other. */
    static final String PATIENT = "ins";

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_CODE = 20;

    private Claims() {}

    /** The caller that a token names, speaking for a structure. */
    static Caller caller(JsonObject claims, Structure structure) {
        String professional = text(claims, "SubjectNameID", LONGEST_ID);
        return professional == null ? other(claims, structure) : professional(professional, claims, structure);
    }

    private static Caller professional(String id, JsonObject claims, Structure structure) {
        Role named = namedRole(claims);
        return new Caller(
                named == null ? professionRole(claims) : named,
                id,
                name(claims),
                specialties(claims),
                ENTITLED.equals(claims.getValue("Acces_Regulation_Medicale")),
                structure);
    }

    private static Caller other(JsonObject claims, Structure structure) {
        Role named = namedRole(claims);
        Role role = named == null ? Role.NONE : named;
        String id = text(claims, role == Role.HOLDER ? PATIENT : "sub", LONGEST_ID);
        return new Caller(role, id == null ? "" : id, name(claims), Set.of(), false, structure);
    }

    /**
     * The role that the token names itself, which goes before that of a profession; null where it names none. Only a
     * profession makes somebody a professional: a mere word for one counts as no role.
     */
    private static @Nullable Role namedRole(JsonObject claims) {
        if (!claims.containsKey("role")) {
            return null;
        }
        String word = text(claims, "role", LONGEST_CODE);
        Role role = word == null ? Role.NONE : Role.ofWord(word);
        return switch (role) {
            case REGULATION_ASSISTANT, HOLDER, PORTAL, PRIVACY_OFFICER, OPERATOR -> role;
            case DOCTOR, MIDWIFE, NURSE, PHARMACIST, OTHER_PROFESSIONAL, NONE -> Role.NONE;
        };
    }

    private static Role professionRole(JsonObject claims) {
        if (claims.getValue("SubjectRole") instanceof JsonArray roles) {
            for (Object role : roles) {
                if (role instanceof String code && code.indexOf('^') > 0) {
                    return Role.ofProfession(code.substring(0, code.indexOf('^')));
                }
            }
        }
        return Role.NONE;
    }

    private static Set<String> specialties(JsonObject claims) {
        Set<String> specialties = new HashSet<>();
        if (claims.getValue("SubjectRefPro") instanceof JsonObject reference
                && reference.getValue("exercices") instanceof JsonArray exercises) {
            for (Object exercise : exercises) {
                if (exercise instanceof JsonObject one) {
                    String code = text(one, "codeSavoirFaire", LONGEST_CODE);
                    if (code != null) {
                        specialties.add(code);
                    }
                }
            }
        }
        return specialties;
    }

    private static String name(JsonObject claims) {
        String given = text(claims, "given_name", Integer.MAX_VALUE);
        String family = text(claims, "family_name", Integer.MAX_VALUE);
        String name = ((given == null ? "" : given) + " " + (family == null ? "" : family)).strip();
        if (name.isEmpty()) {
            String preferred = text(claims, "preferred_username", Integer.MAX_VALUE);
            name = preferred == null ? "" : preferred;
        }
        return name.codePointCount(0, name.length()) > LONGEST_NAME
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME))
                : name;
    }

    /** A claim that is a text, free of control characters and not too long; null otherwise. */
    private static @Nullable String text(JsonObject claims, String name, int longest) {
        return claims.getValue(name) instanceof String text
                        && text.length() <= longest
                        && text.chars().noneMatch(Character::isISOControl)
                        && !text.isBlank()
                ? text
                : null;
    }
}
