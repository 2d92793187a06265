package fr.briseglace.gateway;

import fr.briseglace.access.Opened;
import fr.briseglace.access.Rendering;
import fr.briseglace.access.Snapshot;
import fr.briseglace.summary.SheetAccess;
import fr.briseglace.summary.SheetFrame;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Answers with an open window, as JSON, as a page or as an International Patient Summary: 201 for a new one, 200 for one that was open before. */
final class OpenedAnswer {
    private static final Rendering PAGE_HEAD = Rendering.open(SheetFrame.head());

    private OpenedAnswer() {}

    static void to(Exchange exchange, Opened opened) {
        to(exchange, opened, opened.before() ? 200 : 201);
    }

    static void to(Exchange exchange, Opened opened, int status) {
        exchange.header(HttpHeaders.LOCATION, AccessResource.PATH + "/" + opened.id())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT.toString());
        exchange.header("X-Access-Expires", Times.text(opened.expiresAt()));
        switch (exchange.accepted()) {
            case PAGE -> {
                exchange.header("Content-Security-Policy", SheetFrame.CONTENT_SECURITY_POLICY);
                exchange.rendered(status, SheetFrame.MEDIA_TYPE, () -> page(opened));
            }
            case FHIR -> exchange.rendered(status, Accepted.FHIR.mediaType(), () -> summary(opened));
            case JSON -> exchange.json(status, Coded.together(json(opened), exchange.takesGzip()));
        }
    }

    /** A document of FHIR is complete in itself; what is of this access stands in the headers. */
    private static List<Rendering> summary(Opened opened) {
        return List.of(opened.found().value().content().ips());
    }

    private static List<Rendering> page(Opened opened) {
        SheetAccess access = new SheetAccess(
                opened.id(),
                opened.mode(),
                opened.caseId(),
                opened.reason(),
                opened.by().name(),
                opened.by().structure().name(),
                opened.openedAt(),
                opened.expiresAt(),
                opened.found().value().asOf(),
                opened.degraded());
        return List.of(
                PAGE_HEAD,
                Gzip.stored(SheetFrame.before(access)),
                opened.found().value().content().sheet(),
                Gzip.stored(SheetFrame.after(access)));
    }

    /** The patient and the summary are rendered and compressed once for a snapshot; what is of this access goes around. */
    private static List<Rendering> json(Opened opened) {
        String self = AccessResource.PATH + "/" + opened.id();
        String caseId = opened.caseId() == null ? "null" : Json.encode(opened.caseId());
        Snapshot snapshot = opened.found().value();
        byte[] before = bytes("{\"id\":\"" + opened.id()
                + "\",\"mode\":\"" + opened.mode().code()
                + "\",\"caseId\":" + caseId
                + ",\"openedAt\":\"" + Times.text(opened.openedAt())
                + "\",\"expiresAt\":\"" + Times.text(opened.expiresAt())
                + "\",\"degraded\":" + opened.degraded() + ",");
        byte[] after = bytes(",\"documents\":\"" + self + "/documents\",\"trace\":{\"leaf\":\""
                + Base64.getEncoder().encodeToString(opened.leaf())
                + "\",\"proof\":\"" + self + "/proof\"},\"snapshot\":{\"source\":\""
                + opened.found().source().name().toLowerCase(Locale.ROOT)
                + "\",\"asOf\":\"" + Times.text(snapshot.asOf()) + "\"}}");
        return List.of(Gzip.stored(before), snapshot.content().json(), Gzip.stored(after));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
