package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The form that a caller prefers, and for each problem an issue type that FHIR has. */
class AcceptedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|JSON",
                "*/*|JSON",
                "application/json|JSON",
                "application/fhir+json|FHIR",
                "Application/FHIR+JSON; charset=utf-8|FHIR",
                "application/fhir+json; fhirVersion=4.0|FHIR",
                "application/fhir+json; fhirVersion=5.0|JSON",
                "application/fhir+json;q=0|JSON",
                "application/fhir+json;q=0.5, application/json;q=0.4|FHIR",
                "application/fhir+json;q=0.4, application/json;q=0.5|JSON",
                "*/*, application/fhir+json|FHIR",
                "application/json, application/fhir+json|JSON",
                "application/fhir+json, text/html|FHIR",
                "text/html, application/fhir+json;q=0.9|PAGE",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|PAGE",
                "text/html;q=0|JSON",
                "text/html;q=2, application/fhir+json;q=0.1|FHIR",
                "text/html;q=x, application/fhir+json;q=0.1|FHIR",
                ";;,,q=;=|JSON"
            })
    void heaviestOfThoseThatAreHereIsGiven(String header, Accepted form) {
        assertThat(Accepted.of(header)).isEqualTo(form);
    }

    @Test
    void headerThatSaysNothingUsableGetsJson() {
        assertThat(Accepted.of(null)).isEqualTo(Accepted.JSON);
        assertThat(Accepted.of("text/html,".repeat(1_000))).isEqualTo(Accepted.JSON);
    }

    @ParameterizedTest
    @EnumSource(Slug.class)
    void outcomeCarriesTheSlug(Slug slug) {
        assertThat(OperationOutcome.of(Problem.bare(slug), Tongue.ENGLISH).encode())
                .contains(
                        "\"" + slug.word() + "\"",
                        "\"" + OperationOutcome.type(slug) + "\"",
                        slug.title(Tongue.ENGLISH));
    }
}
