package fr.briseglace.search;

import fr.briseglace.identity.DatamatrixReading;
import fr.briseglace.identity.FoldedName;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.Traits;

/** By what somebody looks for a patient. */
public sealed interface PatientQuery {
    /** The kind of query, as in records. */
    String kind();

    /**
     * The query as a text that is the same for the same question however it was typed; personal data, so only its keyed
     * hash may be kept.
     */
    String canonical();

    /** By names and birth date. */
    record ByTraits(Traits traits) implements PatientQuery {
        @Override
        public String kind() {
            return "traits";
        }

        @Override
        public String canonical() {
            String usedName = traits.usedName() == null
                    ? ""
                    : FoldedName.of(traits.usedName()).key();
            return String.join(
                    "|",
                    FoldedName.of(traits.birthName()).key(),
                    usedName,
                    FoldedName.of(traits.givenName()).key(),
                    traits.birthDate().toString(),
                    traits.sex() == null ? "" : traits.sex().name(),
                    traits.birthPlace() == null ? "" : traits.birthPlace());
        }
    }

    /** By the patient's own mobile number. */
    record ByPhone(PhoneNumber phone) implements PatientQuery {
        @Override
        public String kind() {
            return "phone";
        }

        @Override
        public String canonical() {
            return phone.e164();
        }
    }

    /** By the symbol on an identity sheet or card. */
    record ByDatamatrix(DatamatrixReading datamatrix) implements PatientQuery {
        @Override
        public String kind() {
            return "datamatrix";
        }

        @Override
        public String canonical() {
            return switch (datamatrix.ins()) {
                case Ins ins -> ins.value() + "|" + ins.oid();
                case InsFault fault -> fault.name();
            };
        }
    }

    /** By a number that somebody tied to a patient. */
    record ByProvisional(ProvisionalNumber number) implements PatientQuery {
        @Override
        public String kind() {
            return "provisional";
        }

        @Override
        public String canonical() {
            return number.value();
        }
    }
}
