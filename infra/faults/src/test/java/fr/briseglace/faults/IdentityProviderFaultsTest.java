package fr.briseglace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.idp.Persona;
import fr.briseglace.local.idp.TokenIssuer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The identity provider in every bad state: the last good keys verify, new ones count at once, strange ones never. */
@InWorld
class IdentityProviderFaultsTest {
    private static final int RSA_BITS = 2_048;
    private static final int REFUSED = 401;
    private static final int NO_PLACE = 503;

    private final World world;

    IdentityProviderFaultsTest(World world) {
        this.world = world;
    }

    @Test
    void down() throws Exception {
        Bout.of(
                        world,
                        "identity provider down",
                        () -> {
                            world.stopProvider();
                            strangersAreRefused();
                        },
                        world::startProvider)
                .holds();
    }

    @Test
    void servingGarbage() throws Exception {
        HttpServer garbage = world.vertx().createHttpServer().requestHandler(request -> request.response()
                .putHeader("Content-Type", "application/json")
                .end("{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\",\"n\":\"\u0000\"}]"));
        Bout.of(
                        world,
                        "identity provider serves garbage",
                        () -> {
                            world.stopProvider();
                            garbage.listen(world.identities(), "localhost").await();
                            strangersAreRefused();
                        },
                        () -> {
                            garbage.close().await();
                            world.startProvider();
                        })
                .holds();
    }

    @Test
    void rotatingKeys() throws Exception {
        String old = world.tokens().getFirst();
        Bout.of(
                        world,
                        "identity provider has a new key",
                        () -> {
                            world.stopProvider();
                            world.issuer(strange());
                            world.startProvider();
                        },
                        () -> {})
                .holds();
        for (Node node : world.nodes()) {
            assertThat(asked(node, world.tokens().getFirst())).isNotEqualTo(REFUSED);
            assertThat(asked(node, old)).isEqualTo(REFUSED);
        }
    }

    /** A node that has never seen a key knows nobody; it is sent nobody until it has seen one. */
    @Test
    void downWhileANodeStarts() throws Exception {
        Bout.of(
                        world,
                        "identity provider down while a node starts",
                        () -> {
                            world.stopProvider();
                            world.second().signal("TERM");
                            world.second().awaitEnd();
                            world.second().launch();
                            Patience.until(
                                    "the node has started",
                                    () -> !Double.isNaN(world.second().metric("store_away")));
                            assertThat(world.second().ready()).isFalse();
                        },
                        world::startProvider)
                .holds();
    }

    /** Whose key nobody has published; on every node, which looks for it. */
    private void strangersAreRefused() throws Exception {
        String token = strange().token(Persona.generated(1));
        for (Node node : world.nodes()) {
            assertThat(asked(node, token)).isEqualTo(REFUSED);
        }
    }

    private TokenIssuer strange() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS);
        return world.issuer()
                .signingWith((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
    }

    /** Status of the answer to whoever presents a token; a busy node may have no place for it at first. */
    private int asked(Node node, String token) {
        String path = "/v1/patients/" + world.patients().getFirst().value() + "/journal";
        AtomicInteger status = new AtomicInteger();
        Patience.until("a node has a place for a request", () -> {
            status.set(world.regulation()
                    .send(HttpMethod.GET, node.port(), path, token, "", new JsonObject())
                    .await()
                    .status());
            return status.get() != NO_PLACE;
        });
        return status.get();
    }
}
