package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.briseglace.gateway.Problem.BodyError;
import fr.briseglace.identity.InsDatamatrix;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.Sex;
import fr.briseglace.identity.Traits;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Attestation;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import fr.briseglace.search.PatientQuery;
import fr.briseglace.search.PatientQuery.ByDatamatrix;
import fr.briseglace.search.PatientQuery.ByPhone;
import fr.briseglace.search.PatientQuery.ByProvisional;
import fr.briseglace.search.PatientQuery.ByTraits;
import fr.briseglace.search.PhoneNumber;
import fr.briseglace.search.ProvisionalNumber;
import fr.briseglace.search.SearchRequest;
import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchBodyTest {
    private static final Caller CALLER = new Caller(
            Role.DOCTOR, "810001234567", "Dr", Set.of(), true, new Structure("1", "SAMU", StructureKind.SAMU));

    private static SearchRequest read(String query) {
        String body = "{\"mode\":\"centre_15\",\"caseId\":\"c1\"," + query + "}";
        return SearchBody.read(CALLER, Buffer.buffer(body));
    }

    private static PatientQuery query(String query) {
        return read(query).query();
    }

    private static List<String> faults(String query) {
        return catchThrowableOfType(ProblemException.class, () -> read(query)).problem().errors().stream()
                .map(BodyError::pointer)
                .toList();
    }

    @Test
    void readsTraits() {
        PatientQuery query = query("""
                "traits":{"birthName":"Le Goff","usedName":"d'Arc","givenName":"Zoé","birthDate":"1979-03-28","sex":"F",
                          "birthPlace":"2a004"}""");
        assertThat(query)
                .isEqualTo(
                        new ByTraits(new Traits("Le Goff", "d'Arc", "Zoé", LocalDate.of(1979, 3, 28), Sex.F, "2A004")));
    }

    @Test
    void readsTheStatement() {
        SearchRequest request = SearchBody.read(CALLER, Buffer.buffer("""
                {"mode":"bris_de_glace","attestation":{"unableToConsent":true,"immediateRisk":true},
                 "provisional":"sinus 0001"}"""));
        assertThat(request.mode()).isEqualTo(AccessMode.BRIS_DE_GLACE);
        assertThat(request.attestation()).isEqualTo(new Attestation(true, true));
        assertThat(request.query()).isEqualTo(new ByProvisional(new ProvisionalNumber("SINUS0001")));
        assertThat(read("\"phone\":\"0612345678\"").caseId()).isEqualTo("c1");
    }

    @Test
    void readsAPhone() {
        assertThat(query("\"phone\":\"06 12 34 56 78\"")).isEqualTo(new ByPhone(new PhoneNumber("+33612345678")));
    }

    @Test
    void readsADatamatrixWithItsSeparators() {
        PatientQuery query = query("\"datamatrix\":\"IS01S1279035121518989S21.2.250.1.213.1.4.10\\u001DS4PAT\\u001E\"");
        assertThat(((ByDatamatrix) query).datamatrix()).isInstanceOf(InsDatamatrix.class);
        assertThat(((ByDatamatrix) query("\"datamatrix\":\"hello\"")).datamatrix())
                .isEqualTo(InsFault.DATAMATRIX);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"traits\":{\"birthName\":\"A\",\"givenName\":\"B\"}`, /traits/birthDate",
                "`\"traits\":{\"birthName\":\"A\",\"birthDate\":\"1979-03-28\"}`, /traits/givenName",
                "`\"traits\":{\"givenName\":\"B\",\"birthDate\":\"1979-03-28\"}`, /traits/birthName",
                "`\"traits\":{\"birthName\":\"-\",\"givenName\":\"B\",\"birthDate\":\"1979-03-28\"}`, /traits/birthName",
                "`\"traits\":{\"birthName\":\"A\",\"givenName\":\"B\",\"birthDate\":\"28/03/1979\"}`, /traits/birthDate",
                "`\"traits\":{\"birthName\":\"A\",\"givenName\":\"B\",\"birthDate\":\"1979-03-28\",\"sex\":\"X\"}`, /traits/sex",
                "`\"traits\":{\"birthName\":\"A\",\"givenName\":\"B\",\"birthDate\":\"1979-03-28\",\"birthPlace\":\"Ici\"}`, /traits/birthPlace",
                "`\"phone\":\"15\"`, /phone",
                "`\"provisional\":\"?\"`, /provisional",
                "`\"datamatrix\":\"a\\u0000\"`, /datamatrix",
                "`\"phone\":\"0612345678\",\"provisional\":\"SINUS1\"`, /traits",
                "`\"unknown\":1,\"phone\":\"0612345678\"`, ``",
            })
    void faultIsNamedByItsPlace(String query, String pointer) {
        assertThat(faults(query)).containsExactly(pointer);
    }

    @Test
    void queryThatIsMissingIsNamed() {
        assertThat(faults("\"attestation\":{}")).containsExactly("/traits");
    }
}
