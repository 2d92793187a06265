package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Client certificates that count no more. */
class RevocationsTest {
    private static final BigInteger ANOTHER = BigInteger.TWO;

    private final Certificates house = Certificates.of("CN=samu,OU=1440000001");
    private final ClientCertificate shown = ClientCertificate.of(house.certificate());
    private final InstantSource clock = InstantSource.system();

    private final Path folder;
    private final RevocationLists authority;

    RevocationsTest(@TempDir Path folder) {
        this.folder = folder;
        this.authority = new RevocationLists(folder, house);
    }

    private Revocations revocations() {
        return Revocations.of(authority.lists(), authority.authorities(), clock);
    }

    @Test
    void certificateStandsUntilItIsRevoked() {
        authority.revoke(ANOTHER);
        Revocations revocations = revocations();
        assertThat(revocations.stands(shown)).isTrue();

        authority.revoke(ANOTHER, house.certificate().getSerialNumber());
        revocations.lookAgain();
        assertThat(revocations.stands(shown)).isFalse();
    }

    @Test
    void certificateEndsOnAConnectionThatLastsLonger() {
        Instant end = house.certificate().getNotAfter().toInstant();
        assertThat(Revocations.of(null, authority.authorities(), () -> end.minusMillis(1))
                        .stands(shown))
                .isTrue();
        assertThat(Revocations.of(null, authority.authorities(), () -> end).stands(shown))
                .isFalse();
    }

    @Test
    void listThatCannotBeUsedRevokesNobodyAndFreesNobody() {
        authority.revoke(house.certificate().getSerialNumber());
        Revocations revocations = revocations();

        authority.garbage();
        revocations.lookAgain();
        assertThat(revocations.stands(shown)).isFalse();
        assertThatThrownBy(this::revocations).isInstanceOf(ConfigException.class);
    }

    @Test
    void nobodyButTheAuthorityRevokes() {
        Instant later = clock.instant().plusSeconds(60);
        authority.revoke(Certificates.of("CN=samu,OU=1440000001"), later, ANOTHER);
        assertThatThrownBy(this::revocations)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("tls.revoked");
    }

    @Test
    void listPastItsNextUpdateStaysInForce() {
        authority.revoke(
                house, clock.instant().minusSeconds(60), house.certificate().getSerialNumber());
        assertThat(revocations().stands(shown)).isFalse();
    }

    @Test
    void revokedHouseIsTurnedAwayOnTheConnectionItHasOpen() {
        RevocationLists samu = new RevocationLists(folder, House.SAMU).revoke(ANOTHER);
        Revocations revocations = Revocations.of(samu.lists(), samu.authorities(), clock);
        try (House served = new House(revocations);
                Visitor doctor = served.visitor(House.doctor())) {
            assertThat(doctor.post(AccessResource.PATH, Bodies.REGULATION).statusCode())
                    .isEqualTo(404);

            samu.revoke(House.SAMU.certificate().getSerialNumber());
            revocations.lookAgain();
            HttpResponse<String> refused = doctor.post(AccessResource.PATH, Bodies.REGULATION);
            Documents.problem(refused, 401, "unauthenticated");
            assertThat(refused.headers().firstValue("www-authenticate"))
                    .get()
                    .asString()
                    .contains("invalid_token");
            assertThat(served.records).hasSize(1);
        }
    }
}
