package fr.briseglace.gateway;

import io.vertx.core.http.HttpHeaders;

/** {@code GET /openapi.yaml}: the contract itself, to anybody. */
final class ContractResource {
    private static final String AN_HOUR = "public, max-age=3600";

    private final Contract contract;
    private final Ready text;

    ContractResource(Contract contract) {
        this.contract = contract;
        this.text = Ready.of(contract.text());
    }

    void read(Exchange exchange) {
        exchange.header(HttpHeaders.ETAG, contract.tag())
                .header(HttpHeaders.CACHE_CONTROL, AN_HOUR)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING.toString());
        if (EntityTag.held(exchange.request(), contract.tag())) {
            exchange.response().setStatusCode(304).end();
        } else {
            exchange.header(HttpHeaders.CONTENT_TYPE, "application/yaml").end(text.coded(exchange.takesGzip()));
        }
    }
}
