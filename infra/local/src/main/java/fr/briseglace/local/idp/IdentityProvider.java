package fr.briseglace.local.idp;

import fr.briseglace.local.Loopback;
import fr.briseglace.local.mail.MailSink;
import fr.briseglace.local.mail.SunkMail;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The identity provider's endpoints on the loopback interface: discovery, keys, tokens for whoever asks; and, as their
 * neighbour, the mail sink's messages.
 */
public final class IdentityProvider {
    /** Where the contract puts it. */
    public static final int USUAL_PORT = 8089;

    private static final long LARGEST_FORM = 8 * 1024L;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Vertx vertx;
    private final TokenIssuer issuer;
    private final MailSink mail;
    private final HttpServer server;

    private IdentityProvider(Vertx vertx, TokenIssuer issuer, MailSink mail) {
        this.vertx = vertx;
        this.issuer = issuer;
        this.mail = mail;
        this.server = vertx.createHttpServer().requestHandler(routes());
    }

    /**
     * Starts listening.
     *
     * @param port TCP port, the one of the issuer's URL
     */
    public static Future<IdentityProvider> start(Vertx vertx, int port, TokenIssuer issuer, MailSink mail) {
        IdentityProvider provider = new IdentityProvider(vertx, issuer, mail);
        return provider.server.listen(port, Loopback.HOST).map(provider);
    }

    /** The URL it is reached at on a port, and the issuer of its tokens. */
    public static String url(int port) {
        return "http://localhost:" + port;
    }

    /** Stops listening. */
    public Future<Void> stop() {
        return server.close();
    }

    private Router routes() {
        Router router = Router.router(vertx);
        router.get("/.well-known/openid-configuration").handler(this::discovery);
        router.get("/jwks").handler(context -> context.json(issuer.keys()));
        router.post("/token")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM))
                .handler(this::token);
        router.get("/mailbox").handler(this::mailbox);
        router.errorHandler(413, context -> refuse(context, 413, "invalid_request", "the form is too large"));
        return router;
    }

    private void discovery(RoutingContext context) {
        context.json(new JsonObject()
                .put("issuer", issuer.url())
                .put("token_endpoint", issuer.url() + "/token")
                .put("jwks_uri", issuer.url() + "/jwks")
                .put("grant_types_supported", new JsonArray().add("client_credentials"))
                .put("token_endpoint_auth_methods_supported", new JsonArray().add("none"))
                .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"))
                .put("response_types_supported", new JsonArray())
                .put("subject_types_supported", new JsonArray().add("public"))
                .put("tls_client_certificate_bound_access_tokens", true));
    }

    private void token(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        switch (TokenRequest.read(context.request().formAttributes())) {
            case TokenRequest.Valid valid ->
                context.json(new JsonObject()
                        .put("access_token", issuer.token(valid.persona()))
                        .put("token_type", "Bearer")
                        .put("expires_in", issuer.lifetime().toSeconds()));
            case TokenRequest.Refused refused -> refuse(context, 400, refused.error(), refused.description());
        }
    }

    private void mailbox(RoutingContext context) {
        String address = context.request().getParam("to");
        if (address == null) {
            refuse(context, 400, "invalid_request", "to is missing");
            return;
        }
        vertx.executeBlocking(() -> json(mail.to(address)), false)
                .onSuccess(context::json)
                .onFailure(context::fail);
    }

    private static void refuse(RoutingContext context, int status, String error, String description) {
        context.response().setStatusCode(status);
        context.json(new JsonObject().put("error", error).put("error_description", description));
    }

    private static JsonArray json(List<SunkMail> mailbox) {
        JsonArray messages = new JsonArray();
        for (SunkMail message : mailbox) {
            messages.add(new JsonObject()
                    .put("from", message.from())
                    .put("to", message.to())
                    .put("subject", message.subject())
                    .put("text", message.text())
                    .put("receivedAt", TIME.format(message.receivedAt())));
        }
        return messages;
    }
}
