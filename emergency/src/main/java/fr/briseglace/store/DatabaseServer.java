package fr.briseglace.store;

/**
 * A server of the store.
 *
 * @param host host name or address
 * @param port TCP port
 */
public record DatabaseServer(String host, int port) {
    /** As it stands in addresses. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
