package fr.briseglace.cache;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "fr.briseglace.cache", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_NO_HTTP = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.ext.web..", "io.vertx.core.http..", "java.net.http..");

    @ArchTest
    static final ArchRule KNOWS_NOTHING_ELSE_OF_THE_PROJECT = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "fr.briseglace.cache",
                    "java..",
                    "javax.crypto..",
                    "io.vertx.core..",
                    "io.vertx.redis..",
                    "com.github.benmanes.caffeine..",
                    "io.github.resilience4j..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule ARITHMETIC_IS_PURE = noClasses()
            .that()
            .haveNameMatching(".*\\.(Gcra|RatePolicy|RateCharge|RateVerdict|Backoff)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io..", "com..", "java.util.concurrent..", "java.time.chrono..")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
