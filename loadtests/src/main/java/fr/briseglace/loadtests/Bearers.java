package fr.briseglace.loadtests;

/** Valid tokens of those who ask, one after the other. */
interface Bearers extends AutoCloseable {
    /** Has tokens from now on; fails where there are none. */
    void start() throws InterruptedException;

    /** The token of whose turn it is. */
    String next();

    @Override
    void close();

    /** Those that the options name. */
    static Bearers of(LoadOptions options) {
        return options.tokens() == null
                ? new Tokens(new IdentityProvider(options.identityProvider()), options.personas())
                : new TokenFile(options.tokens());
    }
}
