package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class AccessBodyTest {
    @Test
    void theBodyIsThatOfTheContract() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(AccessBody.of("279035121518989", "case 1"))).isEqualTo(json.readTree("""
                {
                  "mode": "centre_15",
                  "patient": { "ins": { "value": "279035121518989", "oid": "1.2.250.1.213.1.4.10" } },
                  "caseId": "case 1",
                  "reason": { "code": "M01.02", "text": "essai de charge" }
                }
                """));
    }
}
