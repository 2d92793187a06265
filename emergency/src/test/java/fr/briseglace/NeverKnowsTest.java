package fr.briseglace;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;

/**
 * What the service must never know: HTTP, tokens, TLS, the edge; and what its pure packages must not. Only {@code post}
 * speaks HTTP, to services of others.
 */
@AnalyzeClasses(packages = "fr.briseglace", importOptions = DoNotIncludeTests.class)
class NeverKnowsTest {
    private static final String[] PURE = {
        "fr.briseglace.identity..",
        "fr.briseglace.law..",
        "fr.briseglace.patient..",
        "fr.briseglace.summary..",
        "fr.briseglace.cda..",
        "fr.briseglace.fhir..",
        "fr.briseglace.json..",
        "fr.briseglace.hub..",
        "fr.briseglace.tlog.."
    };

    @ArchTest
    static final ArchRule KNOWS_NO_HTTP_TOKENS_OR_TLS = noClasses()
            .that()
            .resideOutsideOfPackage("fr.briseglace.post")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx.core.http..",
                    "io.vertx.ext.web..",
                    "io.vertx.ext.auth..",
                    "java.net.http..",
                    "javax.net.ssl..",
                    "fr.briseglace.gateway..");

    @ArchTest
    static final ArchRule PURE_PACKAGES_DO_NO_INPUT_OR_OUTPUT = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..",
                    "io.netty..",
                    "io.micrometer..",
                    "org.slf4j..",
                    "org.flywaydb..",
                    "org.postgresql..",
                    "java.sql..",
                    "javax.sql..",
                    "java.net..",
                    "java.nio.file..",
                    "java.util.concurrent..",
                    "fr.briseglace.cache..",
                    "fr.briseglace.access..",
                    "fr.briseglace.trail..",
                    "fr.briseglace.notice..",
                    "fr.briseglace.store..");

    @ArchTest
    static final ArchRule PURE_PACKAGES_TAKE_TIME_AND_CHANCE_AS_PARAMETERS = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule THE_SUMMARY_DOES_NOT_KNOW_HOW_DOCUMENTS_ARE_WRITTEN = noClasses()
            .that()
            .resideInAPackage("fr.briseglace.summary..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.briseglace.cda..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("fr.briseglace.(*)..").should().beFreeOfCycles();
}
