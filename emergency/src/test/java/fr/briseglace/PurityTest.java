package fr.briseglace;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pure packages know no I/O, no clock and no chance. */
class PurityTest {
    private static final String[] PURE = {
        "fr.briseglace.identity..",
        "fr.briseglace.law..",
        "fr.briseglace.patient..",
        "fr.briseglace.summary..",
        "fr.briseglace.cda.."
    };
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.briseglace");

    @Test
    void purePackagesKnowNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..", "java.sql..", "java.net..", "java.nio.file..")
                .check(CLASSES);
    }

    @Test
    void purePackagesAskNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(CLASSES);
    }

    @Test
    void purePackagesLeaveNothingToChance() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(CLASSES);
    }

    @Test
    void theSummaryDoesNotKnowHowDocumentsAreWritten() {
        noClasses()
                .that()
                .resideInAPackage("fr.briseglace.summary..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.briseglace.cda..")
                .check(CLASSES);
    }
}
