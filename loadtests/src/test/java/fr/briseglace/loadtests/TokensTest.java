package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {
    private final StandInProvider provider = new StandInProvider();
    private final Tokens tokens =
            new Tokens(new IdentityProvider(provider.base()), List.of("regulateur", "regulateur2"));

    @AfterEach
    void close() {
        tokens.close();
        provider.close();
    }

    @Test
    void personasTakeTurns() throws InterruptedException {
        tokens.start();
        assertThat(List.of(tokens.next(), tokens.next(), tokens.next())).containsExactly("t1", "t2", "t1");
        assertThat(provider.forms())
                .containsExactly(
                        "grant_type=client_credentials&persona=regulateur",
                        "grant_type=client_credentials&persona=regulateur2");
    }

    @Test
    void tokensAreRenewedAtHalfTheirLife() throws InterruptedException {
        tokens.start();
        assertThat(tokens.untilRenewal()).isEqualTo(Duration.ofSeconds(150));
        tokens.renew();
        assertThat(List.of(tokens.next(), tokens.next())).containsExactly("t3", "t4");
    }

    @Test
    void aRefusalNamesPersonaAndStatus() {
        provider.refuseWith(403);
        assertThatIllegalStateException().isThrownBy(tokens::start).withMessage("no token for regulateur: status 403");
    }

    @Test
    void whileRenewalFailsTheOldTokensStay() throws InterruptedException {
        tokens.start();
        provider.refuseWith(500);
        assertThatIllegalStateException().isThrownBy(tokens::renew);
        assertThat(tokens.next()).isEqualTo("t1");
    }

    @Test
    void aTokenDoesNotShowInText() throws InterruptedException {
        assertThat(new IdentityProvider(provider.base()).token("regulateur")).hasToString("Token[life=PT5M]");
    }
}
