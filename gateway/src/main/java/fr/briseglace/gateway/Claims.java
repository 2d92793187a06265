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

    private static final int LONGEST_NAME = 120;

    private Claims() {}

    /** The caller that a token names, speaking for a structure. */
    static Caller caller(JsonObject claims, Structure structure) {
        String professional = text(claims, "SubjectNameID");
        return professional == null ? other(claims, structure) : professional(professional, claims, structure);
    }

    private static Caller professional(String id, JsonObject claims, Structure structure) {
        return new Caller(
                professionalRole(claims),
                id,
                name(claims),
                specialties(claims),
                ENTITLED.equals(claims.getValue("Acces_Regulation_Medicale")),
                structure);
    }

    /** A professional acts in the role of the token's own words where it has any, else in that of their profession. */
    private static Role professionalRole(JsonObject claims) {
        String word = text(claims, "role");
        if (word != null) {
            return Role.ofWord(word);
        }
        JsonArray roles = claims.getValue("SubjectRole") instanceof JsonArray array ? array : new JsonArray();
        for (Object role : roles) {
            int end = role.toString().indexOf('^');
            if (end > 0) {
                return Role.ofProfession(role.toString().substring(0, end));
            }
        }
        return Role.NONE;
    }

    private static Caller other(JsonObject claims, Structure structure) {
        String word = text(claims, "role");
        Role role = word == null ? Role.NONE : Role.ofWord(word);
        String id = role == Role.HOLDER ? text(claims, "ins") : text(claims, "sub");
        return new Caller(role, id == null ? "" : id, name(claims), Set.of(), false, structure);
    }

    private static Set<String> specialties(JsonObject claims) {
        Set<String> specialties = new HashSet<>();
        if (claims.getValue("SubjectRefPro") instanceof JsonObject reference
                && reference.getValue("exercices") instanceof JsonArray exercises) {
            for (Object exercise : exercises) {
                if (exercise instanceof JsonObject one && one.getValue("codeSavoirFaire") instanceof String code) {
                    specialties.add(code);
                }
            }
        }
        return specialties;
    }

    private static String name(JsonObject claims) {
        String given = text(claims, "given_name");
        String family = text(claims, "family_name");
        String name = ((given == null ? "" : given) + " " + (family == null ? "" : family)).strip();
        if (name.isEmpty()) {
            String preferred = text(claims, "preferred_username");
            name = preferred == null ? "" : preferred;
        }
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** A claim that is a text, free of control characters; null otherwise. */
    private static @Nullable String text(JsonObject claims, String name) {
        return claims.getValue(name) instanceof String text
                        && text.chars().noneMatch(Character::isISOControl)
                        && !text.isBlank()
                ? text
                : null;
    }
}
