package fr.briseglace.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** What a request says of the content that its caller has already, by the tag of that content (RFC 9110, 13.1). */
final class EntityTag {
    private static final String WEAK = "W/";

    private EntityTag() {}

    /** Whether the caller has content of this tag, and wants it no more ({@code If-None-Match}). */
    static boolean held(HttpServerRequest request, String tag) {
        for (String header : request.headers().getAll(HttpHeaders.IF_NONE_MATCH)) {
            for (String one : header.split(",", -1)) {
                String known = one.strip();
                if (known.equals("*") || known.equals(tag) || known.equals(WEAK + tag)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the caller has the rest of other content, so that a part of this one is of no use ({@code If-Range}). */
    static boolean otherwise(HttpServerRequest request, String tag) {
        String rest = request.getHeader("If-Range");
        return rest != null && !rest.strip().equals(tag);
    }
}
