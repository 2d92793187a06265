package fr.briseglace.loadtests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The body of a regulator's request for an emergency access. */
final class AccessBody {
    /** Who assigns the matricules of test patients. */
    private static final String TEST_AUTHORITY = "1.2.250.1.213.1.4.10";

    private static final ObjectMapper JSON = new ObjectMapper();

    private AccessBody() {}

    static String of(String matricule, String caseId) {
        ObjectNode body = JSON.createObjectNode().put("mode", "centre_15");
        body.putObject("patient").putObject("ins").put("value", matricule).put("oid", TEST_AUTHORITY);
        body.put("caseId", caseId);
        body.putObject("reason").put("code", "M01.02").put("text", "essai de charge");
        return body.toString();
    }
}
