package fr.briseglace.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What runs in production knows nothing of what stands in for it on a laptop. */
@AnalyzeClasses(packages = "fr.briseglace", importOptions = DoNotIncludeTests.class)
class NeverKnownTest {
    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_LOCAL_STACK = noClasses()
            .that()
            .resideOutsideOfPackage("fr.briseglace.local..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.briseglace.local..");
}
