package fr.briseglace.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one operation of the contract takes. Belongs to one event loop, for validators write into their schemas.
 *
 * @param method of the operation
 * @param path of the operation, parameters in braces
 * @param inPath parameters of the path
 * @param inQuery parameters of the query; all may be absent
 * @param body of the request; null where none is read
 * @param largestBody in bytes
 */
record Clause(
        HttpMethod method,
        String path,
        Map<String, Validator> inPath,
        Map<String, Validator> inQuery,
        @Nullable Validator body,
        int largestBody) {
    /** Name of the parameter that takes the rest of a path. */
    static final String REST = "rest";

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** The path as a route. A parameter named {@code rest} takes all that follows, slashes included. */
    String route() {
        return PARAMETER.matcher(path.replace("{" + REST + "}", "*")).replaceAll(":$1");
    }

    /** Whether a parameter of the path is as described. */
    boolean pathFits(String name, String value) {
        return fits(inPath, name, value);
    }

    /** Whether a parameter of the query is as described. */
    boolean queryFits(String name, String value) {
        return fits(inQuery, name, value);
    }

    private static boolean fits(Map<String, Validator> parameters, String name, String value) {
        Validator validator = parameters.get(name);
        if (validator == null) {
            throw new IllegalStateException("the contract has no parameter " + name);
        }
        return validator.validate(value).getValid();
    }

    /**
     * The object that a body is.
     *
     * @throws ProblemException {@code malformed} where it is not as described
     */
    JsonObject read(Buffer bytes) {
        if (body == null) {
            throw new IllegalStateException("the contract has no body for " + path);
        }
        Map<String, @Nullable Object> object = Body.object(bytes);
        OutputUnit verdict = body.validate(object);
        if (!verdict.getValid()) {
            throw new ProblemException(Problem.malformed(ContractFaults.of(verdict)));
        }
        return new JsonObject(object);
    }

    /** What is said of a parameter of the query that is not as described. */
    static ProblemException wrongQuery(String name) {
        return new ProblemException(Problem.malformed(List.of(ContractFaults.form("/" + name))));
    }
}
