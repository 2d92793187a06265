package fr.briseglace.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is on the patient's side: it is their relation that counts, and for the portal the house that it speaks from. */
class PatientTiesTest {
    private static final LocalDate BIRTH = LocalDate.of(2008, 11, 26);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 25);
    private static final PatientTies CHILD =
            new PatientTies(new UUID(0, 1), Set.of("child"), BIRTH, false, Set.of("parent"), "801234567897");

    private static Caller caller(Role role, String id, StructureKind kind) {
        return new Caller(role, id, "", Set.of(), false, new Structure("1", "", kind));
    }

    @ParameterizedTest
    @EnumSource(StructureKind.class)
    void portalDecidesForPatientsFromItsOwnHouseAlone(StructureKind kind) {
        assertThat(CHILD.mayChangeRights(caller(Role.PORTAL, "portal", kind), LAST_DAY))
                .isEqualTo(kind == StructureKind.PORTAL);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HOLDER", "PORTAL"})
    void nobodyElseDecidesWhateverTheyCallThemselves(Role role) {
        for (String id : Set.of("child", "parent", "801234567897")) {
            assertThat(CHILD.mayChangeRights(caller(role, id, StructureKind.PORTAL), LAST_DAY))
                    .isFalse();
        }
    }

    @Test
    void representativeOfAMinorIsOneUntilTheBirthdayAndTheHolderAlways() {
        Caller parent = caller(Role.HOLDER, "parent", StructureKind.PORTAL);
        Caller child = caller(Role.HOLDER, "child", StructureKind.PORTAL);
        LocalDate birthday = LAST_DAY.plusDays(1);
        assertThat(CHILD.mayChangeRights(parent, LAST_DAY)).isTrue();
        assertThat(CHILD.mayChangeRights(parent, birthday)).isFalse();
        assertThat(CHILD.journalReader(parent, LAST_DAY)).isEqualTo(JournalReader.REPRESENTATIVE);
        assertThat(CHILD.journalReader(parent, birthday)).isNull();
        assertThat(CHILD.mayChangeRights(child, LAST_DAY)).isTrue();
        assertThat(CHILD.mayChangeRights(child, birthday)).isTrue();
    }

    @Test
    void guardianOfAnAdultWardIsARepresentative() {
        PatientTies ward =
                new PatientTies(new UUID(0, 1), Set.of("ward"), LocalDate.EPOCH, true, Set.of("guardian"), null);
        assertThat(ward.mayChangeRights(caller(Role.HOLDER, "guardian", StructureKind.PORTAL), LAST_DAY))
                .isTrue();
        assertThat(ward.mayChangeRights(caller(Role.HOLDER, "parent", StructureKind.PORTAL), LAST_DAY))
                .isFalse();
    }
}
