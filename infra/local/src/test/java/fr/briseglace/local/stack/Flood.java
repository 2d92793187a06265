package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/**
 * Somebody who asks until it is too much.
 *
 * @param answered how many times they were answered
 * @param refusal what they were told then
 */
record Flood(int answered, Answer refusal) {
    /** One more request of many. */
    interface Request {
        Answer send(int number) throws IOException;
    }

    /** Asks again and again, and at most so many times. */
    static Flood of(int most, Request request) throws IOException {
        for (int answered = 0; answered < most; answered++) {
            Answer answer = request.send(answered);
            if (answer.status() == 429) {
                return new Flood(answered, answer);
            }
        }
        throw new AssertionError("it was never too much");
    }

    /** The refusal names that policy, when to come back, and no record, for there is none. */
    Flood stoppedBy(String policy) {
        limited(refusal, policy);
        return this;
    }

    static void limited(Answer answer, String policy) {
        Refused.as(answer, 429, "rate-limited");
        assertThat(answer.header("ratelimit")).startsWith("\"" + policy + "\";r=");
        assertThat(answer.header("ratelimit-policy")).startsWith("\"" + policy + "\";q=");
        assertThat(Long.parseLong(answer.header("retry-after"))).isPositive();
        assertThat(answer.accessId()).isEmpty();
    }
}
