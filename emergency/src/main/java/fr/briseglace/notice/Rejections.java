package fr.briseglace.notice;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose fault it is that addresses are rejected. That of the address, as the server says, as long as it takes others. Where
 * it has rejected several one after the other and taken none, it is ours: a template that a provider does not understand,
 * a portal's address that has moved, a relay that does not know us. Then nothing more is given up: it is tried again, and
 * what waits raises an alert, until the server takes something. For any thread.
 */
final class Rejections {
    /** How many in a row are believed: as many notices at most are parked for a fault of ours, on each node. */
    static final int BELIEVED = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);
    private final String server;
    private final AtomicInteger inARow = new AtomicInteger();

    /**
     * Of a server that took none yet.
     *
     * @param server what it is called in the log
     */
    Rejections(String server) {
        this.server = server;
    }

    /** The receipt as it is to be taken. */
    Receipt judged(Receipt receipt) {
        if (receipt instanceof Receipt.Accepted) {
            inARow.set(0);
        } else if (receipt.equals(new Receipt.Declined(Failure.ADDRESS_REJECTED))) {
            int rejected = inARow.incrementAndGet();
            if (rejected == BELIEVED + 1) {
                LOG.warn("{}: addresses are rejected one after the other; the fault may be ours", server);
            }
            return rejected <= BELIEVED ? receipt : new Receipt.Declined(Failure.RELAY_REFUSED);
        }
        return receipt;
    }
}
