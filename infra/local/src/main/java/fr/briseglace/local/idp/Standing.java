package fr.briseglace.local.idp;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.NationalId;

/** In what capacity a persona calls. */
public sealed interface Standing {
    /**
     * A registered health professional.
     *
     * @param nationalId 8 + RPPS
     * @param givenName first given name
     * @param familyName name of exercise
     * @param profession code of the nomenclature G15: 10 doctor, 60 nurse
     * @param specialty code of R38 such as SM26, or empty
     * @param sector code of R02: SA01 public hospital, SA07 own practice, SA13 occupational health
     * @param regulates whether entitled to regulate calls (claim {@code Acces_Regulation_Medicale})
     */
    record HealthProfessional(
            String nationalId,
            String givenName,
            String familyName,
            String profession,
            String specialty,
            String sector,
            boolean regulates)
            implements Standing {
        /** Refuses an id that could not be a professional's. */
        public HealthProfessional {
            if (!NationalId.isValid(nationalId)) {
                throw new IllegalArgumentException("not a national id of a professional");
            }
        }
    }

    /**
     * The holder of a record.
     *
     * @param ins whose
     */
    record Patient(Ins ins) implements Standing {}

    /**
     * A system or a person without health-professional right.
     *
     * @param word value of the claim {@code role}
     */
    record Role(String word) implements Standing {}
}
