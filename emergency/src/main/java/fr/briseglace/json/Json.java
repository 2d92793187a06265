package fr.briseglace.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;

/** How JSON is read and written here, so that nothing of it stays behind in memory. */
public final class Json {
    private Json() {}

    /** A factory yet to be built. */
    public static JsonFactoryBuilder builder() {
        return new JsonFactoryBuilder().recyclerPool(new WipedBuffers());
    }

    /** A factory of usual JSON. */
    public static JsonFactory usual() {
        return builder().build();
    }
}
