package fr.briseglace.gateway;

import fr.briseglace.identity.BirthPlace;
import fr.briseglace.identity.FoldedName;
import fr.briseglace.identity.InsDatamatrix;
import fr.briseglace.identity.Sex;
import fr.briseglace.identity.Traits;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Attestation;
import fr.briseglace.law.Caller;
import fr.briseglace.search.PatientQuery;
import fr.briseglace.search.PatientQuery.ByDatamatrix;
import fr.briseglace.search.PatientQuery.ByPhone;
import fr.briseglace.search.PatientQuery.ByProvisional;
import fr.briseglace.search.PatientQuery.ByTraits;
import fr.briseglace.search.PhoneNumber;
import fr.briseglace.search.ProvisionalNumber;
import fr.briseglace.search.SearchRequest;
import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the body of a search: mode and statement, and exactly one of traits, phone, datamatrix, provisional. */
final class SearchBody {
    private static final List<String> QUERIES = List.of("traits", "phone", "datamatrix", "provisional");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CODE = 10;
    private static final int LONGEST_NUMBER = 40;

    private final Body body;

    private SearchBody(Body body) {
        this.body = body;
    }

    /**
     * Reads what a caller asks.
     *
     * @throws ProblemException {@code malformed} where it does not follow the contract
     */
    static SearchRequest read(Caller caller, Buffer bytes) {
        Body body = Body.of(bytes);
        AccessMode mode = AccessBody.mode(body);
        String caseId = body.optionalText("caseId", AccessBody.LONGEST_CASE);
        Attestation attestation = AccessBody.attestation(body.optionalObject("attestation"));
        PatientQuery query = new SearchBody(body).query();
        body.check();
        return new SearchRequest(
                caller, mode, caseId, attestation, Objects.requireNonNull(query, "a body without fault has a query"));
    }

    private @Nullable PatientQuery query() {
        PatientQuery byTraits = byTraits(body.optionalObject("traits"));
        PatientQuery byPhone = byPhone();
        PatientQuery byDatamatrix = byDatamatrix();
        PatientQuery byProvisional = byProvisional();
        if (QUERIES.stream().filter(body::has).count() != 1) {
            body.wrong(
                    "traits",
                    "exactement un de traits, phone, datamatrix, provisional est attendu",
                    "exactly one of traits, phone, datamatrix, provisional is expected");
            return null;
        }
        if (byTraits != null) {
            return byTraits;
        }
        if (byPhone != null) {
            return byPhone;
        }
        return byDatamatrix == null ? byProvisional : byDatamatrix;
    }

    private static @Nullable PatientQuery byTraits(@Nullable Body traits) {
        if (traits == null) {
            return null;
        }
        String birthName = name(traits, "birthName", traits.text("birthName", LONGEST_NAME));
        String givenName = name(traits, "givenName", traits.text("givenName", LONGEST_NAME));
        String usedName = name(traits, "usedName", traits.optionalText("usedName", LONGEST_NAME));
        LocalDate birthDate = date(traits, traits.text("birthDate", LONGEST_CODE));
        Sex sex = sex(traits, traits.optionalText("sex", LONGEST_CODE));
        String birthPlace = birthPlace(traits, traits.optionalText("birthPlace", LONGEST_CODE));
        return birthName == null || givenName == null || birthDate == null
                ? null
                : new ByTraits(new Traits(birthName, usedName, givenName, birthDate, sex, birthPlace));
    }

    private static @Nullable String name(Body traits, String member, @Nullable String name) {
        if (name == null || !FoldedName.of(name).isEmpty()) {
            return name;
        }
        if (traits.has(member)) {
            traits.wrong(member, "un nom est attendu", "a name is expected");
        }
        return null;
    }

    private static @Nullable LocalDate date(Body traits, @Nullable String date) {
        try {
            return LocalDate.parse(date == null ? "" : date);
        } catch (DateTimeParseException noDate) {
            if (traits.has("birthDate")) {
                traits.wrong("birthDate", "une date AAAA-MM-JJ est attendue", "a date YYYY-MM-DD is expected");
            }
            return null;
        }
    }

    private static @Nullable Sex sex(Body traits, @Nullable String sex) {
        for (Sex known : Sex.values()) {
            if (known.name().equals(sex)) {
                return known;
            }
        }
        if (sex != null) {
            traits.wrong("sex", "F, M ou U", "F, M or U");
        }
        return null;
    }

    private static @Nullable String birthPlace(Body traits, @Nullable String place) {
        if (place == null) {
            return null;
        }
        String code = place.toUpperCase(Locale.ROOT);
        if (!BirthPlace.isCode(code)) {
            traits.wrong("birthPlace", "un code INSEE est attendu", "an INSEE code is expected");
        }
        return code;
    }

    private @Nullable PatientQuery byPhone() {
        String text = body.optionalText("phone", LONGEST_NUMBER);
        PhoneNumber phone = text == null ? null : PhoneNumber.read(text).orElse(null);
        if (text != null && phone == null) {
            body.wrong("phone", "un numéro de téléphone est attendu", "a telephone number is expected");
        }
        return phone == null ? null : new ByPhone(phone);
    }

    private @Nullable PatientQuery byDatamatrix() {
        String symbol = body.optionalSymbol("datamatrix", PatientMember.LONGEST_SYMBOL);
        return symbol == null ? null : new ByDatamatrix(InsDatamatrix.read(symbol));
    }

    private @Nullable PatientQuery byProvisional() {
        String text = body.optionalText("provisional", LONGEST_NUMBER);
        ProvisionalNumber number =
                text == null ? null : ProvisionalNumber.read(text).orElse(null);
        if (text != null && number == null) {
            body.wrong("provisional", "un numéro provisoire est attendu", "a provisional number is expected");
        }
        return number == null ? null : new ByProvisional(number);
    }
}
