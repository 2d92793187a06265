package fr.briseglace.gateway;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsDatamatrix;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.InsReading;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The {@code patient} of a request: by exactly one of INS, candidate of a search, INS datamatrix. */
final class PatientMember {
    /** Longest content of a datamatrix, in characters. */
    static final int LONGEST_SYMBOL = 1_000;

    private static final String NAME = "patient";
    private static final List<String> WAYS = List.of("ins", "candidate", "datamatrix");
    private static final int LONGEST_INS = 64;
    private static final int LONGEST_TOKEN = 400;

    private PatientMember() {}

    /**
     * Reads it; what is wrong with it is noted in the body.
     *
     * @param candidates whom the token of a candidate stands for
     */
    static InsReading read(Body body, Function<String, InsReading> candidates) {
        Body patient = body.optionalObject(NAME);
        if (patient == null) {
            if (!body.has(NAME)) {
                body.missing(NAME);
            }
            return InsFault.LENGTH;
        }
        InsReading ins = ins(patient.optionalObject("ins"));
        String candidate = patient.optionalText("candidate", LONGEST_TOKEN);
        String datamatrix = patient.optionalSymbol("datamatrix", LONGEST_SYMBOL);
        long ways = WAYS.stream().filter(patient::has).count();
        if (ways == 0) {
            patient.missing("ins");
        } else if (ways > 1) {
            body.wrong(
                    NAME,
                    "exactement un de ins, candidate, datamatrix est attendu",
                    "exactly one of ins, candidate, datamatrix is expected");
        }
        if (datamatrix != null) {
            return InsDatamatrix.read(datamatrix).ins();
        }
        return candidate == null ? ins : candidates.apply(candidate);
    }

    private static InsReading ins(@Nullable Body ins) {
        if (ins == null) {
            return InsFault.LENGTH;
        }
        String value = ins.text("value", LONGEST_INS);
        String oid = ins.text("oid", LONGEST_INS);
        return value == null || oid == null ? InsFault.LENGTH : Ins.read(value, oid);
    }
}
