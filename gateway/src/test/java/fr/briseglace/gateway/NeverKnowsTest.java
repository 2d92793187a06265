package fr.briseglace.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import fr.briseglace.cache.RedisLink;

/** What the edge must never know: SQL, and Redis commands. */
@AnalyzeClasses(packages = "fr.briseglace.gateway", importOptions = DoNotIncludeTests.class)
class NeverKnowsTest {
    @ArchTest
    static final ArchRule KNOWS_NO_SQL = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx.sqlclient..", "io.vertx.pgclient..", "java.sql..", "javax.sql..", "org.postgresql..");

    @ArchTest
    static final ArchRule KNOWS_NO_REDIS =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.vertx.redis..");

    /** It opens and closes the link, and hands it on. */
    @ArchTest
    static final ArchRule SENDS_NO_REDIS_COMMAND = noClasses()
            .should()
            .callMethodWhere(
                    target(owner(assignableTo(RedisLink.class))).and(not(target(nameMatching("create|open|close")))));

    @ArchTest
    static final ArchRule KNOWS_NOTHING_OF_THE_LOCAL_STACK =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("fr.briseglace.local..");
}
