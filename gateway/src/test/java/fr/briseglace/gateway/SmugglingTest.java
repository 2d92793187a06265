package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests whose length two servers could understand differently (RFC 9112, 6.3 and 11.2). Behind a proxy, what one
 * takes for a body the other takes for the next request, of whoever comes next: so the first is turned away, and the
 * connection ends with it.
 */
class SmugglingTest {
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 \\d\\d\\d");
    private static final String NEXT = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 0\r\nContent-Length: 5",
                "Content-Length: 5\r\nContent-Length: 0",
                "Content-Length: 0, 5",
                "Content-Length: +5",
                "Content-Length: -5",
                "Content-Length: 5x",
                "Content-Length: 0x5",
                "Content-Length : 5",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding\t: chunked",
                "X: y\rTransfer-Encoding: chunked",
                " Transfer-Encoding: chunked"
            })
    void requestOfDoubtfulLengthIsTheLastOfItsConnection(String length) {
        String answer = house.raw(
                "POST /v1/emergency-accesses HTTP/1.1\r\nHost: localhost\r\n" + length + "\r\n\r\n0\r\n\r\n" + NEXT);

        assertThat(ANSWER.matcher(answer).results().count()).as(answer).isOne();
        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(house.records).isEmpty();
    }
}
